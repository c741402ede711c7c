"""A look at the course of a case: where it stands, what can be done next, what differs, and what has been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from casework import now as clock
from casework.course_facts import LIVING, course_facts
from casework.course_in_force import WITHIN_FRAME, newest_decision, sent_last
from casework.course_records import CourseRecord, course_record
from casework.guarded import allows, looking, verb
from planning.access import Action, Role
from planning.law.verdicts import LawVerdict, Standing
from planning.workflow.course_facts import Acting, CourseFacts, Guard, Hindrance, InForce
from planning.workflow.guards_of_life import last_day_to_appeal
from planning.workflow.moves import Given, Move, MoveName, Sent
from planning.workflow.moving import stands, whose_turn
from planning.workflow.states import State, is_locked
from planning.workflow.table import ASKED_IN_FORM, TRIED, Transition, moves_from
from planning.workflow.versions import VersionDifference, version_difference
from storage.records import CaseId
from storage.store import CaseStore

M, S = MoveName, State
ON_THE_WAY: Mapping[State, tuple[MoveName, ...]] = {
    S.RAISED: (M.BEGIN_MAPPING,),
    S.MAPPING: (M.CATCH_UP, M.BEGIN_DRAFT),
    S.DRAFT: (M.PRESENT,),
    S.PRESENTED: (M.INFORM_GUARDIANS,),
    S.WITH_GUARDIANS: (M.SUBMIT,),
    S.SENT: (M.RECEIVE, M.WITHDRAW),
    S.PREPARED: (M.WITHDRAW,),
    S.RETURNED: (M.PRESENT,),
    S.DECIDED: (M.NOTIFY,),
    S.REFUSED: (M.NOTIFY,),
    S.NOTIFIED: (M.ACTIVATE,),
    S.ACTIVE: (M.STEP_UP, M.HOLD, M.STEP_BACK),
    S.EVALUATED: (M.KEEP, M.REVISE),
    S.REVISING: (M.BEGIN_DRAFT,),
    S.APPEALED: (M.UPHOLD, M.ANNUL, M.REMIT),
    S.CLOSED: (M.ARCHIVE,),
    S.ARCHIVED: (),
}
"""The moves that lead on from each state; what else can be done stands after them."""

BY_THEIR_OWN_WAY = frozenset(
    {M.REGISTER_RETURN, M.REGISTER_DECISION, M.REGISTER_REFUSAL, M.NOTE_DECISION, M.DECIDE, M.DECIDE_WITH_CHANGES,
     M.REFUSE, M.ASSIGN, M.RAISE}
)  # fmt: skip
"""Moves that have a page of their own."""


class OfferedMove(NamedTuple):
    """A move that the one who looks may make from here."""

    row: Transition
    leads_on: bool
    """Whether it is the way on, and not beside it."""
    hindrances: tuple[Hindrance, ...]
    """What it waits for, but for what is said when it is made."""
    asks: tuple[Guard, ...]
    """What is to be said when it is made."""
    reminders: tuple[Hindrance, ...]


class CourseLook(NamedTuple):
    """What is shown of the course of a case."""

    state: State
    turn: tuple[Role, ...]
    is_locked: bool
    offered: tuple[OfferedMove, ...]
    moves: tuple[Move, ...]
    """What has been done, the first one first; notes where the one who looks may read them."""
    in_force: InForce | None
    step: int
    steps: int
    late: LawVerdict | None
    """The evaluation, where it is overdue."""
    appeal_until: dt.date | None
    sent: Sent | None
    version: int
    difference: VersionDifference | None
    """From what was sent to what is there now; None where nothing was sent, or it lies at the school."""
    may_register: bool
    """Whether the one who looks may write in what the rektor has answered."""
    may_decide: bool
    """Whether the one who looks may answer in the app, as the rektor."""


@verb(Action.SEE_CASE)
def state_of(store: CaseStore, case_id: CaseId) -> State:
    """Where the case stands."""
    with looking(store, case_id) as (_, row):
        return State(row.state)


@verb(Action.SEE_CASE)
def course_look(store: CaseStore, case_id: CaseId) -> CourseLook:
    """The course of the case as the actor may see it."""
    with looking(store, case_id) as (reader, row):
        standing = reader.standings((row,), clock.now())[case_id]
        acting = Acting(reader.actor.user, standing, is_alone=reader.actor.is_alone)
        may = {action: allows(reader, standing, row, action) for action in Action}
    # What a move waits for is worked out from all of the case, and a database server shows that where one may write.
    with store.writing() as whole:
        record = course_record(whole, row)
    on = clock.today()
    facts = course_facts(record, M.SUBMIT, acting, on)
    beside = course_facts(record, M.STEP_UP, acting, on) if record.state not in WITHIN_FRAME and facts.step else facts
    sees = may[Action.SEE_PLAN]
    overdue = beside.verdict(Guard.P14)
    return CourseLook(
        state=record.state,
        turn=whose_turn(record.state),
        is_locked=is_locked(record.state),
        offered=tuple(
            _offered(row, beside if row.name in LIVING else facts)
            for row in sorted(moves_from(record.state), key=lambda row: _place(row.name, record.state))
            if may[row.action] and row.name not in BY_THEIR_OWN_WAY and _is_asked(record, facts, row.name)
            if row.name is not M.RETURN or not may[Action.DECIDE]
        ),
        moves=tuple(_seen(move, notes=may[Action.SEE_NOTES]) for move in record.moves if sees),
        in_force=facts.in_force if may[Action.SEE_DECISION] else None,
        step=facts.step,
        steps=len(facts.lived.minutes) if facts.lived else 0,
        late=overdue if facts.in_force and overdue and overdue.standing is Standing.DEVIATES else None,
        appeal_until=last_day_to_appeal(facts) if may[Action.SEE_DECISION] else None,
        sent=facts.sent if may[Action.SEE_DOCUMENTS] else None,
        version=facts.version,
        difference=_difference(record) if sees else None,
        may_register=may[Action.REGISTER_DECISION] and record.state not in (S.CLOSED, S.ARCHIVED),
        may_decide=may[Action.DECIDE] and record.state in TRIED,
    )


def _place(name: MoveName, state: State) -> int:
    """Where it stands among what can be done: the way on first, in its order, and then the rest in the table's."""
    way = ON_THE_WAY[state]
    return way.index(name) if name in way else len(way)


def _offered(row: Transition, facts: CourseFacts) -> OfferedMove:
    found = stands(row.name, facts)
    asked = tuple(guard for guard in row.waits_for if guard in ASKED_IN_FORM)
    waits = tuple(one for one in found.hindrances if one.guard not in ASKED_IN_FORM)
    leads_on = row.name in ON_THE_WAY[facts.state] or _is_due(row.name, facts)
    return OfferedMove(row, leads_on, waits, asked, found.reminders)


def _is_due(name: MoveName, facts: CourseFacts) -> bool:
    """Whether an evaluation is the way on: on the last step, and from the day that it was to be written."""
    overdue = facts.verdict(Guard.P14)
    is_last = facts.lived is not None and facts.step >= len(facts.lived.minutes)
    is_late = overdue is not None and overdue.standing is Standing.DEVIATES
    return name is M.EVALUATE and (is_last or is_late)


def _is_asked(record: CourseRecord, facts: CourseFacts, name: MoveName) -> bool:
    """Whether there is any sense in offering it: what is about a decision waits until there is one, and so on."""
    match name:
        case M.CATCH_UP:
            return newest_decision(record) is not None
        case M.STEP_UP | M.HOLD | M.STEP_BACK | M.FOLLOW_UP | M.EVALUATE | M.RESUME:
            return facts.in_force is not None and facts.step > 0
        case _:
            return True


def _seen(move: Move, *, notes: bool) -> Move:
    return move if notes or move.name in _OF_THE_SCHOOL else move.model_copy(update={"note": ""})


_OF_THE_SCHOOL = frozenset(
    {M.RECEIVE, M.RETURN, M.DECIDE, M.DECIDE_WITH_CHANGES, M.REFUSE, M.NOTIFY, M.APPEAL, M.UPHOLD, M.ANNUL, M.REMIT,
     M.CLOSE, M.ARCHIVE}
)  # fmt: skip


def _difference(record: CourseRecord) -> VersionDifference | None:
    sent, _ = sent_last(record)
    newest = record.newest_plan()
    if sent is None or newest is None or is_locked(record.state):
        return None
    before = record.plan(sent.plan_number)
    if before is None:
        return None
    was = record.facts_before(sent.facts_number)
    return version_difference(before, newest[1], was.document, record.case.facts.document)


@verb(Action.SEE_CASE)
def what_waits(store: CaseStore, case_id: CaseId, name: MoveName, given: Given) -> tuple[Hindrance, ...]:
    """All that the move would wait for, made now with what is said; nothing is changed by asking."""
    with looking(store, case_id) as (reader, row):
        standing = reader.standings((row,), clock.now())[case_id]
        acting = Acting(reader.actor.user, standing, is_alone=reader.actor.is_alone)
    # As in `course_look`: whoever may make the move finds all of the case where they may write.
    with store.writing() as whole:
        record = course_record(whole, row)
    return stands(name, course_facts(record, name, acting, clock.today(), given)).hindrances
