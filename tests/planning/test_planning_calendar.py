"""Which days have school, and which week of a rotation a calendar week is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.timetable import iso_week
from tests.planning.builders import lessons, timetable

TURNS = timetable(lessons("x mon 08:00-09:00 Svenska"), ("A", "B"))
MONDAYS = st.integers(0, 600).map(lambda n: dt.date(2024, 1, 1) + dt.timedelta(weeks=n))
AUTUMN = ClosedDays(first=dt.date(2026, 10, 26), last=dt.date(2026, 10, 28), name="Höstlov")


@pytest.mark.parametrize(
    ("monday", "label"),
    [
        (dt.date(2026, 9, 7), "A"),  # week 37
        (dt.date(2026, 9, 14), "B"),
        (dt.date(2026, 12, 28), "A"),  # week 53
        (dt.date(2027, 1, 4), "A"),  # week 1: odd weeks follow each other
        (dt.date(2027, 1, 11), "B"),
    ],
)
def test_without_an_anchor_odd_weeks_are_the_first(monday: dt.date, label: str) -> None:
    """Swedish schools count «udda» and «jämna» weeks, and both week 53 and week 1 are odd."""
    assert SchoolCalendar().week_label(TURNS, monday) == label


@pytest.mark.parametrize(("weeks", "label"), [(0, "A"), (1, "B"), (2, "A"), (-1, "B"), (-2, "A")])
def test_an_anchor_turns_over_new_year_without_a_stumble(weeks: int, label: str) -> None:
    """The week before the anchor's is the last one of the rotation."""
    anchor = dt.date(2026, 12, 28)
    calendar = SchoolCalendar(anchor_monday=anchor)
    assert calendar.week_label(TURNS, anchor + dt.timedelta(weeks=weeks)) == label


@given(MONDAYS, MONDAYS)
def test_an_anchored_rotation_never_repeats_a_week(anchor: dt.date, monday: dt.date) -> None:
    """Neighbouring weeks differ, whatever their numbers."""
    calendar = SchoolCalendar(anchor_monday=anchor)
    following = calendar.week_label(TURNS, monday + dt.timedelta(weeks=1))
    assert {calendar.week_label(TURNS, monday), following} == {"A", "B"}


@given(MONDAYS)
def test_a_timetable_of_one_week_has_that_week_always(monday: dt.date) -> None:
    """With and without an anchor."""
    table = timetable("x mon 08:00-09:00 Svenska")
    assert SchoolCalendar().week_label(table, monday) == ""
    assert SchoolCalendar(anchor_monday=dt.date(2026, 8, 17)).week_label(table, monday) == ""


@given(MONDAYS)
def test_a_dated_timetable_s_weeks_are_those_of_the_almanac(monday: dt.date) -> None:
    """An anchor changes nothing: the dates are known."""
    day = dt.date(2026, 9, 7)
    table = timetable(lessons("x mon 08:00-09:00 Svenska", date=day, week=iso_week(day)), (iso_week(day),))
    assert SchoolCalendar(anchor_monday=dt.date(2026, 8, 17)).week_label(table, monday) == iso_week(monday)


def test_a_closure_covers_its_first_and_its_last_day() -> None:
    """And the days left of the week are open."""
    calendar = SchoolCalendar(closed=(AUTUMN,))
    assert calendar.open_days(dt.date(2026, 10, 26)) == (dt.date(2026, 10, 29), dt.date(2026, 10, 30))
    assert calendar.closed_because(dt.date(2026, 10, 28)) == "Höstlov"


@given(MONDAYS, st.integers(5, 6))
def test_there_is_no_school_at_a_weekend(monday: dt.date, day: int) -> None:
    """Skollagen 7 kap. 17 §; a weekend's closure has no name unless it lies in a lov."""
    weekend = monday + dt.timedelta(days=day)
    assert not SchoolCalendar().is_open(weekend)
    assert SchoolCalendar().closed_because(weekend) == ""


@given(MONDAYS)
def test_an_ordinary_week_has_five_school_days(monday: dt.date) -> None:
    """Monday to Friday, in order."""
    days = SchoolCalendar().open_days(monday)
    assert [day.weekday() for day in days] == [0, 1, 2, 3, 4]
    assert all(SchoolCalendar().closed_because(day) is None for day in days)
