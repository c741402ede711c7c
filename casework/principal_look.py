"""What a rektor is shown of a proposal: the very version that was sent, what can be answered, and what has been."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from casework import now as clock
from casework.answer_drafts import AnswerDraft, own_draft
from casework.case import RegisteredDecision
from casework.case_records import DECISIONS, DOCUMENTS
from casework.course_records import last_of, moves_of
from casework.guarded import allows, looking, verb
from casework.sent_proposals import changes_in, kept_proposal
from planning.access import Action, Role
from planning.decided import Ruling
from planning.sent_proposal import SentProposal
from planning.workflow.comments import LessonComment
from planning.workflow.moves import Move, MoveName
from planning.workflow.moving import whose_turn
from planning.workflow.states import AT_THE_SCHOOL, State
from planning.workflow.table import TRIED
from storage.reading import Reader
from storage.records import CaseId, CaseRow
from storage.store import CaseStore
from storage.user_table import user_of

M = MoveName
_BACK = frozenset({M.RETURN, M.REGISTER_RETURN})


class WasSent(NamedTuple):
    """What was sent, and when; without a day where nobody noted that it was."""

    version: int
    sha256: str
    on: dt.datetime | None


class PrincipalLook(NamedTuple):
    """The page of a proposal, for whoever may see documents."""

    state: State
    turn: tuple[Role, ...]
    sent: WasSent | None
    proposal: SentProposal | None
    """What was sent; None where it is kept nowhere but on paper."""
    may_decide: bool
    """Whether the one who looks is the rektor who answers this, now or when it has been received."""
    may_receive: bool
    """Whether it waits to be received at the school, and the one who looks may do that."""
    is_tried: bool
    """Whether it has been received, so that it can be answered."""
    draft: AnswerDraft | None
    """What they have written so far; None where it is not theirs to answer."""
    returned: Move | None
    """The return, where that is how what was sent was answered last."""
    decision: RegisteredDecision | None
    """The decision on what was sent, where there is one that the one who looks may read."""
    changes: tuple[LessonComment, ...]
    """What that decision changes of lessons, steps and subjects."""
    signature: str
    """The name of who looks, as the account has it; empty alone."""


@verb(Action.SEE_DOCUMENTS)
def principal_look(store: CaseStore, case_id: CaseId) -> PrincipalLook:
    """The proposal that was sent last, as the actor may see it. Raises `CaseFileError` or `NotAllowed`."""
    with looking(store, case_id) as (reader, row):
        standing = reader.standings((row,), clock.now())[case_id]
        may = {action: allows(reader, standing, row, action) for action in Action}
        state, moves = State(row.state), moves_of(reader, row)
        sent = _was_sent(reader, row, moves)
        may_decide = may[Action.DECIDE] and sent is not None and state in (*AT_THE_SCHOOL, *TRIED)
        decided = _decided(reader, row, sent) if may[Action.SEE_DECISION] else ()
        last = decided[-1] if decided else None
        return PrincipalLook(
            state=state,
            turn=whose_turn(state),
            sent=sent,
            proposal=kept_proposal(reader, case_id, sent.sha256) if sent else None,
            may_decide=may_decide,
            may_receive=may[Action.RECEIVE] and state is State.SENT,
            is_tried=state in TRIED,
            draft=own_draft(reader, case_id, sent.sha256) if may_decide and sent else None,
            returned=_returned(moves),
            decision=last,
            changes=changes_in(last.decided, {one.number: one.decided for one in decided}, moves) if last else (),
            signature=_name(reader),
        )


def _was_sent(reader: Reader, row: CaseRow, moves: tuple[Move, ...]) -> WasSent | None:
    """As `casework.course_in_force.sent_last` has it: the last that was sent, else the last made for real."""
    submitted = last_of(moves, M.SUBMIT)
    if submitted is not None and submitted.sent is not None:
        return WasSent(submitted.sent.version, submitted.sent.sha256, submitted.at)
    made = (one.noun for one in reversed(reader.every(DOCUMENTS, row.id)))
    left = next((one for one in made if one.proposal is not None and not one.proposal.is_draft), None)
    return WasSent(left.proposal.code.version, left.sha256, None) if left and left.proposal else None


def _returned(moves: tuple[Move, ...]) -> Move | None:
    """The last move that sends or answers, where it is a return."""
    answers = (move for move in reversed(moves) if move.name in _BACK | {M.SUBMIT} or move.decision is not None)
    last = next(answers, None)
    return last if last is not None and last.name in _BACK else None


def _decided(reader: Reader, row: CaseRow, sent: WasSent | None) -> tuple[RegisteredDecision, ...]:
    """What has been decided on what was sent; a return decides nothing."""
    return tuple(
        RegisteredDecision(number=kept.number, at=kept.at, decided=kept.noun)
        for kept in reader.every(DECISIONS, row.id)
        if sent and kept.noun.proposal_version == sent.version and kept.noun.ruling is not Ruling.RETURNED
    )


def _name(reader: Reader) -> str:
    if reader.actor.is_alone:
        return ""
    found = user_of(reader, reader.actor.user)
    return found.name if found is not None else ""
