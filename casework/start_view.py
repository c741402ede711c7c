"""What everybody meets first: their own cases, how they stand to each, where it stands, and for whom it waits."""

from __future__ import annotations

import datetime as dt

from casework import now as clock
from casework.case import CaseSummary
from casework.case_reading import list_cases
from casework.case_records import FACTS
from casework.course_records import moves_of
from casework.facts import CaseFacts
from casework.guarded import allows, looking, looking_over, verb
from casework.now import SCHOOL_TIME
from planning.access import Action, Relation, Role
from planning.frozen import Frozen
from planning.workflow.moves import Move
from planning.workflow.moving import whose_turn
from planning.workflow.states import AT_THE_SCHOOL, State
from planning.workflow.table import TRIED
from storage.reading import Reader
from storage.records import CaseId, CaseRow, Standing
from storage.store import CaseStore

CLOSEST: tuple[tuple[Role, frozenset[tuple[Role, Relation]]], ...] = (
    (Role.STUDENT, frozenset({(Role.STUDENT, Relation.SELF)})),
    (Role.GUARDIAN, frozenset({(Role.GUARDIAN, Relation.GUARDIAN_OF)})),
    (
        Role.COACH,
        frozenset({
            (Role.COACH, Relation.ASSIGNED), (Role.COORDINATOR, Relation.ASSIGNED), (Role.COACH, Relation.BREAK_GLASS),
            (Role.COORDINATOR, Relation.BREAK_GLASS),
        }),
    ),
    (Role.PRINCIPAL, frozenset({(Role.PRINCIPAL, Relation.ASSIGNED), (Role.PRINCIPAL, Relation.SAME_UNIT)})),
    (Role.COORDINATOR, frozenset({(Role.COORDINATOR, Relation.SAME_UNIT)})),
    (Role.MENTOR, frozenset({(Role.MENTOR, Relation.ASSIGNED)})),
)  # fmt: skip
"""As what somebody meets a case: the first of these that they stand in to it."""


class StartCase(Frozen):
    """A case as it stands at the start."""

    summary: CaseSummary
    met_as: Role
    """What the one who looks is to this case."""
    state: State
    turn: tuple[Role, ...]
    since: dt.date
    """The day that it came to stand there."""
    waits_days: int
    may_decide: bool
    """Whether it waits for a decision that the one who looks can make."""
    is_closed: bool
    step: int = 0
    """The step that is lived; 0 before that."""
    coach: str = ""
    """Who coaches, for those who see the plan."""
    follow_up: dt.date | None = None
    """When the plan is followed up, for those who see it."""

    @property
    def id(self) -> CaseId:
        """Of the case."""
        return self.summary.id


@verb(Action.SEE_LIST)
def cases_at_start(store: CaseStore) -> tuple[StartCase, ...]:
    """The actor's cases, the one changed last first, each as they may see it."""
    summaries = {summary.id: summary for summary in list_cases(store)}
    at = clock.now()
    with looking_over(store) as (reader, rows):
        standings = reader.standings(rows, at)
        return tuple(_start(reader, row, standings[row.id], summaries[row.id]) for row in rows if row.id in summaries)


@verb(Action.SEE_CASE)
def met_as(store: CaseStore, case_id: CaseId) -> Role:
    """As what the actor meets the case. Raises `CaseFileError` or `NotAllowed`."""
    at = clock.now()
    with looking(store, case_id) as (reader, row):
        return _met_as(reader.standings((row,), at)[row.id])


def _start(reader: Reader, row: CaseRow, standing: Standing, summary: CaseSummary) -> StartCase:
    state = State(row.state)
    facts = CaseFacts()
    if not summary.trouble and allows(reader, standing, row, Action.SEE_PLAN):
        kept = reader.latest(FACTS, row.id)
        facts = kept.noun if kept else facts
    moves = () if summary.trouble else moves_of(reader, row)
    since = _since(moves, row)
    return StartCase(
        summary=summary,
        met_as=_met_as(standing),
        state=state,
        turn=whose_turn(state),
        since=since,
        waits_days=max(0, (clock.today() - since).days),
        may_decide=state in (*TRIED, State.SENT) and allows(reader, standing, row, Action.DECIDE),
        is_closed=state in (State.CLOSED, State.ARCHIVED),
        step=next((move.step for move in reversed(moves) if move.step is not None), 0),
        coach=facts.document.prepared.coach or facts.coach.name,
        follow_up=facts.document.follow_up.date or facts.document.evaluation.date,
    )


def _met_as(standing: Standing) -> Role:
    """A coach where they stand in none of these: one who is alone is the coach of all."""
    return next((role for role, among in CLOSEST if among & standing), Role.COACH)


def _since(moves: tuple[Move, ...], row: CaseRow) -> dt.date:
    """When it came to stand where it does; at the school since it was sent, and its first day where it never moved."""
    at, stands = row.created_at, ""
    for move in moves:
        place = "school" if move.to_state in AT_THE_SCHOOL else move.to_state.value
        at, stands = (at, stands) if place == stands else (move.at, place)
    return at.astimezone(SCHOOL_TIME).date()
