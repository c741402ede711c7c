"""Coming back after a lov or an illness: two smaller occasions, and then the plan as it was."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.days import days_of
from planning.plan import Plan
from planning.planned_day import PlannedDay, Smaller, WhyNot, ordinary_days
from planning.problem import Problem
from planning.reentry import CLOSED_DAYS, SICK_DAYS, SMALLER_OCCASIONS, after_illness
from planning.timetable import monday_of
from tests.planning import school_years
from tests.planning.builders import A_WEEK, MONDAY, plan, problem, timetable


def lov(first: int, length: int, name: str = "Sportlov") -> ClosedDays:
    """Closed days so many days from the plan's first Monday."""
    begins = MONDAY + dt.timedelta(days=first)
    return ClosedDays(first=begins, last=begins + dt.timedelta(days=length - 1), name=name)


def ladder(*closed: ClosedDays) -> tuple[Problem, Plan]:
    """Four steps of a week, each a lesson larger on Monday, Tuesday and Wednesday."""
    of = problem(steps=4, calendar=SchoolCalendar(closed=closed))
    return of, plan(of, "a", "a d", "a b d e", "a b c d e f")


def smaller(days: tuple[PlannedDay, ...]) -> list[tuple[int, str]]:
    """The smaller days: how many days from the first Monday, and their lessons' ids."""
    return [((d.date - MONDAY).days, "".join(p.lesson.id for p in d.lessons)) for d in days if d.smaller]


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        (lov(7, 5), [(14, "a"), (15, "d")]),  # Monday to Friday
        (lov(7, 7), [(14, "a"), (15, "d")]),  # with its weekend
        (lov(7, 4), []),  # four days are no lov of a week
        (lov(9, 7), [(16, "e"), (21, "ab")]),  # Wednesday to Tuesday: the weekend is part of it
        (lov(0, 7), []),  # before the plan's first occasion there is nothing to come back to
        (lov(21, 7), []),  # the plan ends with it
    ],
)  # fmt: skip
def test_the_first_two_occasions_after_a_lov_are_smaller(closed: ClosedDays, expected: list[tuple[int, str]]) -> None:
    """From five closed school days in a row on; the third occasion is the plan's own again."""
    assert smaller(days_of(*ladder(closed))) == expected


def test_a_smaller_day_says_after_what_and_what_waits() -> None:
    """The name of the lov, and the lessons that are left out with their reason."""
    monday = next(day for day in days_of(*ladder(lov(7, 5))) if day.smaller)
    assert monday.smaller == Smaller(after="Sportlov")
    assert [(left.lesson.lesson.id, left.why) for left in monday.left_out] == [("b", WhyNot.SMALLER_DAY)]


def test_a_lov_with_a_red_day_in_it_keeps_its_own_name() -> None:
    """What most of the days are called."""
    closed = (lov(8, 1, "Långfredag"), lov(7, 5, "Påsklov"))
    first = next(day for day in days_of(*ladder(*closed)) if day.smaller)
    assert first.smaller == Smaller(after="Påsklov")


def test_two_single_days_off_are_no_lov() -> None:
    """Only days in a row count."""
    closed = tuple(lov(at, 1, "Studiedag") for at in (7, 9, 11, 14, 16))
    assert smaller(days_of(*ladder(*closed))) == []


def test_after_an_illness_the_first_occasions_are_smaller_on_demand() -> None:
    """From the first day back; nothing else changes."""
    of, done = ladder()
    back = MONDAY + dt.timedelta(days=15)
    days = after_illness(of, done, back)
    assert smaller(days) == [(15, "d"), (16, "e")]
    assert {day.smaller for day in days} == {Smaller(after_illness=True)}
    assert SICK_DAYS == 3
    asked = days_of(of, done, back_after_illness=(back,))
    assert [day for day in asked if day.date in {d.date for d in days}] == list(days)
    assert [day for day in asked if day.date < back] == [d for d in days_of(of, done) if d.date < back]


@pytest.mark.parametrize("year", [2026, 2027])
def test_every_lov_of_a_school_year_has_its_smaller_days(year: int) -> None:
    """Höstlov, jullov, sportlov and påsklov; not the summer before the plan."""
    of, done = school_years.whole_year(year, timetable(A_WEEK))
    found = [day.smaller.after for day in days_of(of, done) if day.smaller]
    assert {"Höstlov", "Jullov", "Sportlov"} <= set(found)
    assert max(found.count(name) for name in set(found)) <= SMALLER_OCCASIONS
    assert "Sommarlov" not in found


@st.composite
def broken_years(draw: st.DrawFn) -> tuple[Problem, Plan]:
    """Plans of five weeks with any rows of closed days."""
    spans = draw(st.lists(st.tuples(st.integers(-4, 34), st.integers(1, 12)), max_size=4))
    texts = draw(st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), min_size=5, max_size=5))
    of = problem(steps=5, calendar=SchoolCalendar(closed=tuple(lov(*span) for span in spans)))
    return of, plan(of, *(" ".join(sorted(text)) for text in texts))


@settings(max_examples=150, deadline=None)
@given(broken_years(), st.integers(0, 34))
def test_smaller_days_are_never_empty_and_never_more(made: tuple[Problem, Plan], back: int) -> None:
    """Whatever the calendar: at most two after each lov, each less than the ordinary day, the others untouched."""
    of, done = made
    illness = MONDAY + dt.timedelta(days=back)
    for plain, day in zip(ordinary_days(of, done), days_of(of, done, back_after_illness=(illness,)), strict=True):
        if day.smaller is None:
            assert day == plain
        else:
            assert day.lessons
            assert sum(p.minutes for p in day.lessons) < sum(p.minutes for p in plain.lessons)
            assert {p.occasion for p in day.lessons} <= {p.occasion for p in plain.lessons}
            assert day.date >= illness or not day.smaller.after_illness


@given(broken_years())
def test_smaller_days_follow_a_lov_of_five_days(made: tuple[Problem, Plan]) -> None:
    """Counted by hand: the school days before the day, or before the occasion before it, were closed five in a row."""
    of, done = made
    for day in (day for day in days_of(of, done) if day.smaller):
        before = [MONDAY + dt.timedelta(days=n) for n in range((day.date - MONDAY).days)]
        weekdays = "".join("x" if of.calendar.is_open(one) else "-" for one in before if one.weekday() < 5)
        assert "-" * CLOSED_DAYS in weekdays
        assert monday_of(day.date) >= MONDAY
