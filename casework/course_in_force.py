"""Which decision holds on a day, which plan is lived by it, and what was sent last.

A decision is never changed: a later one, an annulment or the day that it begins say whether it holds.
"""

from __future__ import annotations

import datetime as dt

from casework.case import DocumentMade, RegisteredDecision
from casework.course_records import CourseRecord, last_of
from casework.decided_frames import proposal_of
from casework.facts import CaseFacts
from planning.decided import Ruling
from planning.decided_frame import needs_new_decision
from planning.workflow.course_facts import InForce, LivedPlan
from planning.workflow.moves import MoveName, Sent
from planning.workflow.states import State

LETS_LIVE = frozenset({Ruling.AS_PROPOSED, Ruling.WITH_CHANGES})
WITHIN_FRAME = frozenset({State.ACTIVE, State.EVALUATED})
"""States in which a plan that is made anew is lived, where it stays within the decision; else it is a draft."""


def newest_decision(record: CourseRecord) -> RegisteredDecision | None:
    """The last that decides something: a return decides nothing."""
    deciding = (one for one in reversed(record.case.decisions) if one.decided.ruling is not Ruling.RETURNED)
    return next(deciding, None)


def in_force(record: CourseRecord, on: dt.date) -> InForce | None:
    """The decision that lets a plan be lived that day: the last that has begun, where nothing has ended it."""
    taken_away = max((move.decision or 0 for move in record.moves if move.name in _TAKE_AWAY), default=0)
    if record.state in (State.CLOSED, State.ARCHIVED):
        return None
    holds = None
    for one in record.case.decisions:
        begins = one.decided.valid_from
        if one.decided.ruling is Ruling.RETURNED or (begins is not None and begins > on):
            continue
        holds = one if one.decided.ruling in LETS_LIVE and one.number > taken_away else None
    return _with_its_plan(record, holds) if holds is not None else None


def lived_plan(record: CourseRecord, force: InForce | None) -> LivedPlan | None:
    """The plan that is lived: the one decided on, or a later one that stays within its frame."""
    if force is None or force.plan_number is None:
        return None
    newest = record.newest_plan()
    if newest and record.state in WITHIN_FRAME and newest[0] > force.plan_number and force.frame is not None:
        number, plan = newest
        if not needs_new_decision(force.frame, plan, record.case.facts.document):
            return LivedPlan(number, tuple(step.mean_minutes for step in plan.steps))
    decided = record.plan(force.plan_number)
    return LivedPlan(force.plan_number, tuple(step.mean_minutes for step in decided.steps)) if decided else None


def facts_decided_on(record: CourseRecord, force: InForce | None) -> CaseFacts | None:
    """The adults' facts as they were when the proposal in force was made."""
    made = proposal_of(force.decided, record.case.documents) if force else None
    return _facts_at(record, made) if made else None


def sent_last(record: CourseRecord) -> tuple[Sent | None, str]:
    """What was sent last and who sent it; where nobody noted that it was sent, the last proposal made for real."""
    move = last_of(record.moves, MoveName.SUBMIT)
    if move is not None:
        return move.sent, move.by
    left = [made for made in record.case.documents if made.proposal is not None and not made.proposal.is_draft]
    return (_as_sent(record, left[-1]), "") if left else (None, "")


def ready_to_send(record: CourseRecord) -> Sent | None:
    """The proposal that can be sent now: no draft, and made of the plan, the version and the facts as they stand."""
    case = record.case
    if case.plan is None or not case.plan_is_current or not record.facts:
        return None
    version = case.facts.document.prepared.version
    for made in reversed(case.documents):
        if made.proposal is None or made.proposal.is_draft:
            continue
        is_of_now = made.plan_number == case.plan.number and made.proposal.code.version == version
        return _as_sent(record, made) if is_of_now and made.made_at >= record.facts[-1].at else None
    return None


def highest_version(record: CourseRecord) -> int:
    """The highest version that was sent, or that a rektor has answered."""
    sent = [move.sent.version for move in record.moves if move.sent is not None]
    answered = [one.decided.proposal_version for one in record.case.decisions]
    return max([*sent, *answered], default=0)


def lived_step(record: CourseRecord) -> int:
    """The step that is lived; 0 before any plan has begun."""
    return next((move.step for move in reversed(record.moves) if move.step is not None), 0)


def _with_its_plan(record: CourseRecord, one: RegisteredDecision) -> InForce:
    made = proposal_of(one.decided, record.case.documents)
    if made is None or made.frame is None:
        return InForce(one.number, one.decided, made.plan_number if made else None, None)
    last_day = one.decided.valid_to or made.frame.last_day
    return InForce(one.number, one.decided, made.plan_number, made.frame.model_copy(update={"last_day": last_day}))


def _as_sent(record: CourseRecord, made: DocumentMade) -> Sent:
    assert made.proposal is not None
    number = max((kept.number for kept in record.facts if kept.at <= made.made_at), default=1)
    return Sent(
        version=made.proposal.code.version, sha256=made.sha256, plan_number=made.plan_number, facts_number=number,
        revision=record.row.revision,
    )  # fmt: skip


def _facts_at(record: CourseRecord, made: DocumentMade) -> CaseFacts:
    return next((kept.noun for kept in reversed(record.facts) if kept.at <= made.made_at), record.case.facts)


_TAKE_AWAY = frozenset({MoveName.ANNUL, MoveName.REMIT})
