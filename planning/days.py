"""The one place that says what happens on a real date: documents, calendars and screens ask here.

A step plans weeks by label; here they meet the calendar. Closed days have nothing, a national test takes the lessons
that it overlaps, and the first occasions after a lov are smaller.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planning.plan import Plan, PlannedItem, PlannedLesson, PlanStep
from planning.planned_day import PlannedDay, days_of_step, ordinary_days
from planning.problem import Problem
from planning.reentry import eased_after_illness, eased_after_lov
from planning.steps import Step
from planning.timetable import monday_of


def days_of(problem: Problem, plan: Plan, *, back_after_illness: Iterable[dt.date] = ()) -> tuple[PlannedDay, ...]:
    """Every date, Monday to Friday, of every step, in order.

    `back_after_illness` are first days at school after three days ill or more: the first occasions from there are
    smaller, as they are after a lov.
    """
    days = eased_after_lov(problem, plan, ordinary_days(problem, plan))
    return eased_after_illness(problem, plan, days, back_after_illness)


def mondays_without_lessons(
    problem: Problem, step: Step, lessons: tuple[PlannedLesson, ...], items: tuple[PlannedItem, ...] = ()
) -> tuple[dt.date, ...]:
    """The step's weeks in which none of those lessons, nor a contact among the items, takes place.

    They need a dated contact (`method.md` §5.4 R6). A week whose only lesson falls on a closed day, or under a national
    test, is one of them. Every lesson is taken for one that may be new: a first visit waits where there is a test that
    day, and a contact too many harms nobody.
    """
    perhaps_new = tuple(lesson.model_copy(update={"is_new": True}) for lesson in lessons)
    days = days_of_step(problem, PlanStep(step=step, lessons=perhaps_new, items=items), frozenset())
    met = {monday_of(day.date) for day in days if _has_occasion(day)}
    return tuple(monday for monday in step.mondays if monday not in met)


def _has_occasion(day: PlannedDay) -> bool:
    """Whether somebody is met that day: in a lesson or at a contact."""
    return bool(day.lessons or day.contacts or any(item.contact for item in day.items))


def weeks_with_nothing(problem: Problem, plan: Plan) -> tuple[dt.date, ...]:
    """The Mondays of weeks with a day of school and nothing planned on any date. There must be none (R6)."""
    planned = {monday_of(day.date) for day in days_of(problem, plan) if _has_occasion(day)}
    weeks = (monday for step in plan.steps for monday in step.step.mondays)
    return tuple(monday for monday in weeks if monday not in planned and problem.calendar.open_days(monday))
