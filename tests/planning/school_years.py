"""Whole school years for the tests of dates: closed days as a Swedish school decides them, and ladders over them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from interop.school_calendar import swedish_calendar
from planning.calendar import ClosedDays, SchoolCalendar
from planning.contacts import contacts_in
from planning.days import mondays_without_lessons
from planning.plan import Plan, PlannedLesson, PlanStep, Reason, ReasonKind
from planning.problem import Coach, Problem
from planning.reasons import explained
from planning.steps import Step
from planning.timetable import Lesson, Timetable, iso_week

Day = tuple[int, int]
CLOSED: dict[int, tuple[tuple[str, Day, Day], ...]] = {
    2026: (
        ("Sommarlov", (6, 13), (8, 17)), ("Studiedag", (9, 25), (9, 25)), ("Höstlov", (10, 26), (10, 30)),
        ("Jullov", (12, 21), (1, 8)), ("Studiedag", (2, 3), (2, 3)), ("Sportlov", (3, 1), (3, 5)),
        ("Påsklov", (3, 29), (4, 2)), ("Sommarlov", (6, 12), (8, 16)),
    ),
    2027: (
        ("Sommarlov", (6, 12), (8, 16)), ("Studiedagar", (9, 23), (9, 24)), ("Höstlov", (11, 1), (11, 5)),
        ("Jullov", (12, 22), (1, 10)), ("Sportlov", (2, 14), (2, 18)), ("Påsklov", (4, 10), (4, 13)),
        ("Studiedag", (5, 26), (5, 26)), ("Sommarlov", (6, 10), (8, 15)),
    ),
}  # fmt: skip
"""Closed days of the school years 2026/27 and 2027/28, by the autumn's year: name, first and last day."""

STARTS = {2026: dt.date(2026, 8, 17), 2027: dt.date(2027, 8, 16)}
"""The Monday of the first school week."""


def calendar(year: int, anchor: dt.date | None = None) -> SchoolCalendar:
    """The school year's calendar, red days included."""
    closed = tuple(_closed(year))
    whole = swedish_calendar(dt.date(year, 7, 1), dt.date(year + 1, 8, 31), closed)
    return whole.model_copy(update={"anchor_monday": anchor})


def _closed(year: int) -> Iterator[ClosedDays]:
    summers = 0
    for name, first, last in CLOSED[year]:
        summers += name == "Sommarlov"
        begins = dt.date(year + (first[0] < 7 and (name != "Sommarlov" or summers > 1)), *first)
        ends = dt.date(begins.year + (last < first), *last)
        yield ClosedDays(first=begins, last=ends, name=name)


def steps(year: int, timetable: Timetable, weeks: int = 45, size: int = 3) -> tuple[Step, ...]:
    """Steps of three weeks that follow each other from the first Monday on, weeks of lov among them."""
    mondays = [STARTS[year] + dt.timedelta(weeks=n) for n in range(weeks)]
    rows = [tuple(mondays[at : at + size]) for at in range(0, weeks, size)]
    return tuple(
        Step(
            number=number, mondays=row,
            week_labels=tuple(map(iso_week, row)) if timetable.is_dated else timetable.week_labels,
        )
        for number, row in enumerate(rows, 1)
    )  # fmt: skip


def dated(lessons: tuple[Lesson, ...], year: int, weeks: int = 45) -> Timetable:
    """Those weekly lessons on every one of their dates, days of lov too, as timetable programs write them."""
    found = []
    for monday in (STARTS[year] + dt.timedelta(weeks=n) for n in range(weeks)):
        for lesson in lessons:
            day = monday + dt.timedelta(days=lesson.weekday)
            update = {"id": f"{lesson.id}-{day}", "date": day, "week": iso_week(day)}
            found.append(lesson.model_copy(update=update))
    labels = tuple(dict.fromkeys(lesson.week for lesson in found))
    return Timetable(group="7X", lessons=tuple(found), week_labels=labels)


def growing(problem: Problem) -> Plan:
    """A plan that takes up one more weekly lesson a step, from the first one; what is taken up stays."""
    order = list(dict.fromkeys(_lesson(o.lesson) for o in problem.timetable.occasions))
    planned = []
    for step in problem.steps:
        taken = order[: step.number]
        lessons = tuple(
            PlannedLesson(
                lesson=o.lesson, week=o.week, start=o.lesson.start, end=o.lesson.end,
                reasons=(Reason(kind=ReasonKind.KEPT),),
            )
            for o in problem.timetable.occasions
            if o.week in step.week_labels and _lesson(o.lesson) in taken
        )  # fmt: skip
        contacts = contacts_in(problem, step, mondays_without_lessons(problem, step, lessons))
        planned.append(PlanStep(step=step, lessons=lessons, contacts=contacts))
    return explained(problem, Plan(steps=tuple(planned), proven=False))


def _lesson(lesson: Lesson) -> tuple[str, int, int]:
    """The weekly lesson that it is one of."""
    return lesson.subject, lesson.weekday, lesson.start


def whole_year(year: int, timetable: Timetable, anchor: dt.date | None = None) -> tuple[Problem, Plan]:
    """The problem of a whole school year over that timetable, and a plan of it."""
    problem = Problem(
        timetable=timetable, steps=steps(year, timetable), calendar=calendar(year, anchor),
        coach=Coach(name="Coach Exempel"),
    )  # fmt: skip
    return problem, growing(problem)
