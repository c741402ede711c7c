"""The plan that home, student and mentor are shown: the one that is lived, or that lies with those who decide.

It is shown as it was made: what has been answered since belongs to the next one, and leaves no trace on it.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from casework.app_verbs import problem_for
from casework.case import Case, KeptPlan
from casework.course_in_force import in_force, lived_plan, lived_step, sent_last
from casework.course_records import CourseRecord, course_record
from casework.dossier import Dossier
from exports.student_blocks import DayCard
from exports.student_days import day_card
from exports.student_page import ToldStep, told_weekday
from planning.clock import Weekday
from planning.errors import PlanningError
from planning.outcomes import Found
from planning.plan import Plan
from planning.planned_day import PlannedDay
from planning.timetable import monday_of
from planning.workflow.states import State
from storage.records import CaseRow
from storage.store import CaseStore

_WITH_SCHOOL = frozenset(
    {State.SENT, State.PREPARED, State.RETURNED, State.DECIDED, State.NOTIFIED, State.ACTIVE, State.EVALUATED,
     State.REVISING, State.APPEALED}
)  # fmt: skip
"""States in which what was sent is what is talked of, until a plan is lived."""


class Lived(NamedTuple):
    """The plan, with all that its papers are made of."""

    dossier: Dossier
    is_decided: bool
    """A decision lets it be lived now; otherwise it is a proposal."""


def whole_record(row: CaseRow, store: CaseStore) -> CourseRecord:
    """The case whole, to make a paper of: whoever is shown the paper is shown no more. A database server shows all of
    it where one may write.
    """
    with store.writing() as writer:
        return course_record(writer, row)


def shown_plan(record: CourseRecord, on: dt.date, *, sees_drafts: bool) -> Lived | None:
    """The plan to show; None where there is none, or it cannot be read. `sees_drafts`: the newest, while none else."""
    force = in_force(record, on)
    lived = lived_plan(record, force)
    number = lived.number if lived else _proposed(record, sees_drafts=sees_drafts)
    kept = next((plan for plan in record.plans if plan.number == number), None)
    if kept is None or not isinstance(kept.outcome, Found):
        return None
    made = _as_made(record, kept)
    try:
        problem = problem_for(made)
    except PlanningError:
        return None
    if problem is None:
        return None
    plan = kept.outcome.plan
    step = lived_step(record) or step_on(plan, on)
    dossier = Dossier(
        case_id=record.case.id, problem=problem, plan=plan, facts=record.case.facts, sheet=made.sheet, date=on,
        current_step=step,
    )  # fmt: skip
    return Lived(dossier, lived is not None)


def step_on(plan: Plan, on: dt.date) -> int:
    """The step that the dates say: the first before it begins, and the last when they have run out."""
    begun = [step.number for step in plan.steps if step.step.first_day <= on]
    return max(begun, default=1)


def coming_monday(on: dt.date) -> dt.date:
    """Monday of this week; on a Saturday or Sunday that of the week to come."""
    return monday_of(on) if on.weekday() < Weekday.SAT else monday_of(on) + dt.timedelta(weeks=1)


def days_to_show(days: tuple[PlannedDay, ...], on: dt.date) -> tuple[PlannedDay, ...]:
    """The days of the week that is lived; before the step its first week, and after it its last."""
    mondays = sorted({monday_of(day.date) for day in days})
    now = coming_monday(on)
    shown = now if now in mondays else mondays[0] if now < mondays[0] else mondays[-1]
    return tuple(day for day in days if monday_of(day.date) == shown)


def card_of(lived: Lived, told: ToldStep, day: PlannedDay) -> DayCard | None:
    """The day as the student's own page has it, with that date alone; None for a date of no week of the step."""
    monday, problem = monday_of(day.date), lived.dossier.problem
    week = next((week for week in told.step.weeks if monday in week.mondays), None)
    if week is None:
        return None
    alone = week.model_copy(update={"mondays": (monday,)})
    return day_card(problem, told_weekday(problem, told, alone, Weekday(day.date.weekday())))


def _proposed(record: CourseRecord, *, sees_drafts: bool) -> int | None:
    """The plan that was sent; else the newest one of today's answers, to somebody who may see drafts."""
    if record.state in _WITH_SCHOOL:
        sent, _ = sent_last(record)
        if sent is not None:
            return sent.plan_number
    newest = record.newest_plan()
    is_ended = record.state in (State.REFUSED, State.CLOSED, State.ARCHIVED)
    return newest[0] if sees_drafts and newest and record.case.plan_is_current and not is_ended else None


def _as_made(record: CourseRecord, kept: KeptPlan) -> Case:
    """The case as it stood when that plan was made."""
    case, at = record.case, kept.at
    facts = (one.noun for one in reversed(record.facts) if one.at <= at)
    return Case(
        **{
            **dict(case),
            "facts": next(facts, case.facts),
            "events": tuple(event for event in case.events if event.at <= at),
            "changes": tuple(change for change in case.changes if change.at <= at),
            "plan": kept,
        }
    )
