"""A real date of a plan, and the ordinary days of every step: what the calendar lets happen of the planned week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from enum import StrEnum

from planning.calendar import NationalTest
from planning.frozen import Frozen
from planning.plan import Plan, PlannedContact, PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Series, series_of


class WhyNot(StrEnum):
    """Why a planned lesson does not take place on a day with school."""

    NATIONAL_TEST = "national_test"
    """The class writes a national test at that time."""
    FIRST_VISIT = "first_visit"
    """It would be the first visit to the lesson, and the school has a national test that day: it waits a week."""
    SMALLER_DAY = "smaller_day"
    """The day is smaller, after a lov or an illness."""


class NotThatDay(Frozen):
    """A planned lesson that is left out that day, and why."""

    lesson: PlannedLesson
    why: WhyNot


class Smaller(Frozen):
    """Why a day is smaller than planned: the lov before it by its name, or an illness."""

    after: str = ""
    """What the lov is called; «» where it has no name, or after an illness."""
    after_illness: bool = False


class TestThatDay(Frozen):
    """A national test on a day of the plan.

    `concerns` says whether the student has its subject in the plan: then it is agreed beforehand whether the test is
    written apart from the others, or not at all. The rektor decides.
    """

    test: NationalTest
    concerns: bool

    __test__ = False  # pytest takes every name that begins so for a test


class PlannedDay(Frozen):
    """What happens on one date, Monday to Friday, of a step. `closed` is why there is no school; None when there is.

    Everything stands in the order of the clock. On a closed day nothing happens.
    """

    date: dt.date
    step: int
    week: WeekLabel
    """Which of the timetable's weeks it lies in."""
    closed: str | None = None
    lessons: tuple[PlannedLesson, ...] = ()
    items: tuple[PlannedItem, ...] = ()
    contacts: tuple[PlannedContact, ...] = ()
    tests: tuple[TestThatDay, ...] = ()
    left_out: tuple[NotThatDay, ...] = ()
    smaller: Smaller | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is school."""
        return self.closed is None

    @property
    def has_something(self) -> bool:
        """Whether anything is planned that day."""
        return bool(self.lessons or self.items or self.contacts)


def ordinary_days(problem: Problem, plan: Plan) -> tuple[PlannedDay, ...]:
    """Every date of every step as planned, without regard to what came before it; in order."""
    taken_up: set[str] = set()
    days: list[PlannedDay] = []
    for planned in plan.steps:
        taken_up.update(lesson.lesson.subject for lesson in planned.lessons)
        days.extend(days_of_step(problem, planned, taken_up))
    return tuple(days)


def days_of_step(problem: Problem, planned: PlanStep, taken_up: Collection[str]) -> Iterator[PlannedDay]:
    """The dates of one step. `taken_up` are the subjects that the plan has by then: their national tests concern."""
    met: set[Series] = set()
    for monday in planned.step.mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        for date in (monday + dt.timedelta(days=n) for n in range(5)):
            closed = problem.calendar.closed_because(date)
            day = PlannedDay(date=date, step=planned.number, week=label, closed=closed)
            if closed is None:
                day = _open(day, planned, _tests(problem, date, taken_up), met)
                met.update(series_of(lesson.lesson, lesson.week) for lesson in day.lessons)
            yield day


def _tests(problem: Problem, date: dt.date, subjects: Collection[str]) -> tuple[TestThatDay, ...]:
    known = {subject.casefold() for subject in subjects}
    tests = problem.calendar.tests_on(date)
    return tuple(TestThatDay(test=test, concerns=test.subject.casefold() in known) for test in tests)


def _open(day: PlannedDay, planned: PlanStep, tests: tuple[TestThatDay, ...], met: set[Series]) -> PlannedDay:
    """The day with what its week has for it. `met` are the lessons that the step has had already."""
    attended, left_out = [], []
    for lesson in planned.in_week(day.week):
        if lesson.lesson.weekday != day.date.weekday() or lesson.lesson.date not in (None, day.date):
            continue
        is_first = lesson.is_new and series_of(lesson.lesson, lesson.week) not in met
        if any(one.test.overlaps(lesson.lesson.start, lesson.lesson.end) for one in tests):
            left_out.append(NotThatDay(lesson=lesson, why=WhyNot.NATIONAL_TEST))
        elif tests and is_first:
            left_out.append(NotThatDay(lesson=lesson, why=WhyNot.FIRST_VISIT))
        else:
            attended.append(lesson)
    contacts = (contact for contact in planned.contacts if contact.date == day.date)
    return day.model_copy(
        update={
            "lessons": tuple(attended),
            "items": tuple(item for item in planned.items_in(day.week) if item.weekday == day.date.weekday()),
            "contacts": tuple(sorted(contacts, key=lambda contact: (contact.start is None, contact.start or 0))),
            "tests": tests,
            "left_out": tuple(left_out),
        }
    )
