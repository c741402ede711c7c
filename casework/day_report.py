"""A plan's dates as data for `plan.json`: what happens each day, what is otherwise, and what a bad day holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planning.clock import clock_text
from planning.needs import AnyNeed, Support, SupportKind
from planning.plan import PlannedLesson
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.smaller_days import BadDay
from planning.stories import StepStory
from wording.contacts import say_contact, say_contact_kind
from wording.days import say_not_that_day, say_repeated_week, say_smaller, say_test_ways
from wording.language import tr


def days_report(days: Iterable[PlannedDay], story: StepStory) -> list[dict[str, Any]]:
    """One row for each date, Monday to Friday; what does not apply that day is left out of its row."""
    apart = asks_for_test_apart(story.support)
    rows = (_row(day, apart=apart) for day in days)
    return [{name: value for name, value in row.items() if value or name == "lessons"} for row in rows]


def bad_days_report(days: Iterable[BadDay]) -> list[dict[str, Any]]:
    """The smaller version of every day that has something."""
    return [
        {
            "week": day.week,
            "weekday": day.weekday.short,
            "date": day.date and day.date.isoformat(),
            "lesson": day.lesson and _lesson(day.lesson),
            "contact": day.contact and say_contact(day.contact),
        }
        for day in days
    ]


def asks_for_test_apart(support: Iterable[AnyNeed]) -> bool:
    """Whether the student has asked to write tests in a room of one's own (question AM3)."""
    return any(isinstance(need, Support) and need.item is SupportKind.TEST_APART for need in support)


def calendar_notes(problem: Problem) -> list[str]:
    """What the coach should know of the plan's weeks."""
    mondays = [monday for step in problem.steps for monday in step.mondays]
    twice = problem.calendar.repeated_weeks(problem.timetable, mondays)
    return [say_repeated_week(monday, problem.calendar.week_label(problem.timetable, monday)) for monday in twice]


def _row(day: PlannedDay, *, apart: bool) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "week": day.week,
        "closed": "" if day.closed is None else day.closed or tr("ingen skola"),
        "lessons": [_lesson(lesson) for lesson in day.lessons],
        "items": [
            {"what": say_contact_kind(item.kind), "start": clock_text(item.start), "end": clock_text(item.end)}
            for item in day.items
        ],
        "contacts": [say_contact(contact) for contact in day.contacts],
        "smaller": say_smaller(day.smaller) if day.smaller else "",
        "national_tests": [say_test_ways(one, apart=apart) for one in day.tests if one.concerns],
        "left_out": [{**_lesson(left.lesson), "why": say_not_that_day(left.why)} for left in day.left_out],
    }


def _lesson(planned: PlannedLesson) -> dict[str, Any]:
    return {
        "lesson": planned.lesson.id,
        "subject": planned.lesson.subject,
        "start": clock_text(planned.start),
        "end": clock_text(planned.end),
    }
