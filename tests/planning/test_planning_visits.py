"""Visits, and which lessons are the same from one step to the next."""

from __future__ import annotations

import datetime as dt

from planning.timetable import iso_week
from planning.visits import Visit, series_of
from tests.planning.builders import lessons, plan, problem


def test_a_visit_is_the_part_that_is_attended() -> None:
    """Not the whole lesson around it."""
    planned = plan(problem(), "a@08:00-08:20").steps[0].lessons[0]
    visit = Visit.of(1, planned)
    assert (visit.start, visit.end, visit.minutes) == (480, 500, 20)
    assert (visit.step, visit.week, visit.lesson.id) == (1, "", "a")


def test_a_weekly_lesson_is_the_same_in_every_step() -> None:
    """The A week's is another than the B week's."""
    lesson = lessons("x mon 08:00-09:00 Svenska")[0]
    assert series_of(lesson, "A") == series_of(lesson, "A")
    assert series_of(lesson, "A") != series_of(lesson, "B")


def test_dated_lessons_of_the_same_subject_and_hour_are_one_series() -> None:
    """Each date has an id of its own; another hour is another series."""
    days = [dt.date(2026, 9, 7), dt.date(2026, 9, 14)]
    one, other = (lessons(f"x{d.day} mon 08:00-09:00 Svenska", date=d, week=iso_week(d))[0] for d in days)
    moved = lessons("y mon 09:00-10:00 Svenska", date=days[1], week=iso_week(days[1]))[0]
    assert series_of(one, one.week) == series_of(other, other.week)
    assert series_of(other, other.week) != series_of(moved, moved.week)
