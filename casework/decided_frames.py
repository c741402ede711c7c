"""Which proposal a decision of the rektor's was about, and what it leaves room for while it holds."""

from __future__ import annotations

from collections.abc import Iterable

from casework.case import Case, DocumentMade
from planning.decided import Decided, Ruling
from planning.decided_frame import DecidedFrame

_LETS_LIVE = frozenset({Ruling.AS_PROPOSED, Ruling.WITH_CHANGES})


def proposal_of(decided: Decided, documents: Iterable[DocumentMade]) -> DocumentMade | None:
    """The proposal that a decision answers: the last that left with its version, and its plan where that is known."""
    return next(
        (
            made
            for made in reversed(tuple(documents))
            if made.proposal is not None
            and made.proposal.code.version == decided.proposal_version
            and decided.proposal_hash in ("", made.proposal.code.plan)
        ),
        None,
    )


def decided_now(case: Case) -> Decided | None:
    """The newest decision, where it is about the plan as it stands; None before there is one."""
    if not case.decisions or case.plan is None:
        return None
    decided = case.decisions[-1].decided
    made = proposal_of(decided, case.documents)
    return decided if made is not None and made.plan_number == case.plan.number else None


def frame_in_force(case: Case) -> DecidedFrame | None:
    """What the newest decision that lets a plan be lived leaves room for, on this plan or an earlier one.

    None without such a decision, where a later one ended it, or where what it was about is not kept. What the rektor
    changed in words is not in it.
    """
    decided = [one.decided for one in case.decisions if one.decided.ruling is not Ruling.RETURNED]
    if not decided or decided[-1].ruling not in _LETS_LIVE:
        return None
    made = proposal_of(decided[-1], case.documents)
    if made is None or made.frame is None:
        return None
    last_day = decided[-1].valid_to or made.frame.last_day
    return made.frame.model_copy(update={"last_day": last_day})
