"""What is kept of the course of a case: its moves, and the case whole, whoever acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from casework.case import Case, KeptPlan, PlanMade, RegisteredDecision
from casework.case_records import CHANGES, DECISIONS, DOCUMENTS, FACTS, HANDLED, PLANS, TIMETABLES, UNSAFE
from casework.changes import standing_changes
from casework.facts import CaseFacts
from casework.safety import standing_settings
from casework.settings_in_force import with_school_rooms
from planning.outcomes import Found
from planning.plan import Plan
from planning.workflow.moves import Move
from planning.workflow.states import State
from storage import schema
from storage.reading import Reader
from storage.records import CaseRow, Kept, Record

MOVES: Record[Move] = Record(schema.moves, Move)


class CourseRecord(NamedTuple):
    """A case with its course, as it is kept."""

    row: CaseRow
    case: Case
    facts: tuple[Kept[CaseFacts], ...]
    """Every version of the adults' facts."""
    plans: tuple[KeptPlan, ...]
    moves: tuple[Move, ...]

    @property
    def state(self) -> State:
        """Where the case stands."""
        return State(self.row.state)

    def plan(self, number: int | None) -> Plan | None:
        """The plan of that number, where it came to one."""
        return next((plan for plan in map(_found, self.plans) if plan is not None and plan[0] == number), (0, None))[1]

    def newest_plan(self) -> tuple[int, Plan] | None:
        """The last that planning came to, with its number."""
        return next((found for found in map(_found, reversed(self.plans)) if found is not None), None)

    def facts_before(self, number: int) -> CaseFacts:
        """That version of the facts."""
        return next((kept.noun for kept in self.facts if kept.number == number), self.case.facts)


def course_record(reader: Reader, row: CaseRow) -> CourseRecord:
    """The case whole, also where the actor may not read all of it: a guard must know what it asks about.

    What a guard answers tells nothing of it.
    """
    case_id = row.id
    facts, taken = reader.every(FACTS, case_id), reader.latest(TIMETABLES, case_id)
    plans = tuple(_kept(plan.number, plan) for plan in reader.every(PLANS, case_id))
    case = Case(
        id=case_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
        revision=row.revision,
        facts=facts[-1].noun if facts else CaseFacts(),
        timetable=with_school_rooms(taken.noun.timetable, row.unit) if taken else None,
        events=reader.events(case_id),
        handled=tuple(kept.noun for kept in reader.every(HANDLED, case_id)),
        unsafe=standing_settings(kept.noun for kept in reader.every(UNSAFE, case_id)),
        changes=standing_changes(kept.noun for kept in reader.every(CHANGES, case_id)),
        plan=plans[-1] if plans else None,
        documents=tuple(kept.noun for kept in reader.every(DOCUMENTS, case_id)),
        decisions=_decisions(reader, row),
    )
    return CourseRecord(row, case, facts, plans, moves_of(reader, row))


def moves_of(reader: Reader, row: CaseRow) -> tuple[Move, ...]:
    """Every move, the first one first."""
    return tuple(kept.noun for kept in reader.every(MOVES, row.id))


def last_of(moves: Sequence[Move], *names: str) -> Move | None:
    """The last move of those names."""
    return next((move for move in reversed(moves) if move.name in names), None)


def _decisions(reader: Reader, row: CaseRow) -> tuple[RegisteredDecision, ...]:
    return tuple(
        RegisteredDecision(number=kept.number, at=kept.at, decided=kept.noun)
        for kept in reader.every(DECISIONS, row.id)
    )


def _kept(number: int, plan: Kept[PlanMade]) -> KeptPlan:
    return KeptPlan(number=number, at=plan.at, **dict(plan.noun))


def _found(plan: KeptPlan) -> tuple[int, Plan] | None:
    return (plan.number, plan.outcome.plan) if isinstance(plan.outcome, Found) else None
