"""Closed days of Swedish schools."""

from __future__ import annotations

import datetime as dt

import pytest

from interop.school_calendar import swedish_calendar
from planning.calendar import ClosedDays
from planning.errors import BadInput

YEAR = (dt.date(2026, 8, 17), dt.date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-12-24", "Julafton"), ("2026-12-31", "Nyårsafton"), ("2027-01-01", "Nyårsdagen"),
        ("2027-01-06", "Trettondedag jul"), ("2027-03-26", "Långfredagen"), ("2027-05-06", "Kristi himmelsfärdsdag"),
        ("2027-06-25", "Midsommarafton"),
    ],
)
def test_red_days_and_eves_are_closed_by_their_swedish_names(day: str, name: str) -> None:
    """Holidays of both calendar years of a school year are closed, and say what they are."""
    assert swedish_calendar(*YEAR).closed_because(dt.date.fromisoformat(day)) == name


def test_the_schools_own_lov_goes_before_the_holidays() -> None:
    """Jullov covers New Year and week 53, and names its days."""
    jullov = ClosedDays(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 8), name="Jullov")
    old = ClosedDays(first=dt.date(2025, 10, 27), last=dt.date(2025, 10, 31), name="Höstlov")
    calendar = swedish_calendar(*YEAR, (old, jullov))
    assert calendar.open_days(dt.date(2026, 12, 28)) == ()
    assert calendar.closed_because(dt.date(2027, 1, 1)) == "Jullov"
    assert old not in calendar.closed
    assert len(calendar.open_days(dt.date(2027, 1, 11))) == 5


def test_an_ordinary_day_is_open() -> None:
    """School is open on an ordinary Tuesday."""
    assert swedish_calendar(*YEAR).is_open(dt.date(2026, 9, 1))


def test_only_days_of_the_period_are_listed() -> None:
    """A calendar of one term holds that term's holidays."""
    spring = swedish_calendar(dt.date(2027, 1, 7), dt.date(2027, 6, 11))
    assert all(dt.date(2027, 1, 7) <= c.first <= dt.date(2027, 6, 11) for c in spring.closed)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    """A slip of the dates is said."""
    with pytest.raises(BadInput) as caught:
        swedish_calendar(YEAR[1], YEAR[0])
    assert caught.value.code == "calendar_span"
