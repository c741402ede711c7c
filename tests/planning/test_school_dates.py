"""A school year's dates: which year a day belongs to, no day twice, and how they go over those of a case."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from planning.calendar import ClosedDays
from planning.school_dates import (
    FreeDays,
    SchoolYearDates,
    closed_days,
    is_school_year,
    outside,
    school_year_called,
    taken_over,
)
from planning.terms import TermDates

AUTUMN = TermDates(first=dt.date(2026, 8, 18), last=dt.date(2026, 12, 18))
SPRING = TermDates(first=dt.date(2027, 1, 11), last=dt.date(2027, 6, 11))


def free(first: str, last: str = "", name: str = "Lov") -> FreeDays:
    """Days without school."""
    return FreeDays(first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last) if last else None, name=name)


@pytest.mark.parametrize(
    ("day", "year"), [("2026-07-01", "2026/27"), ("2027-06-30", "2026/27"), ("2099-12-31", "2099/00")]
)
def test_a_school_year_begins_in_july(day: str, year: str) -> None:
    """And is named for both of its years."""
    assert school_year_called(dt.date.fromisoformat(day)) == year
    assert is_school_year(year)


@pytest.mark.parametrize("name", ["2026", "2026/28", "26/27", "2026-27", "2026/2027", ""])
def test_what_is_no_school_year_is_told_from_one(name: str) -> None:
    """However near it is."""
    assert not is_school_year(name)


def test_no_day_is_free_twice_and_no_two_terms_overlap() -> None:
    """Each is said once."""
    with pytest.raises(ValidationError, match="a day twice"):
        SchoolYearDates(closed=(free("2026-10-26", "2026-10-30"), free("2026-10-30", name="Studiedag")))
    with pytest.raises(ValidationError, match="two terms at once"):
        SchoolYearDates(terms=(SPRING, AUTUMN))
    with pytest.raises(ValidationError, match="ends before it begins"):
        free("2026-10-26", "2026-10-25")
    assert SchoolYearDates(terms=(AUTUMN, SPRING), closed=(free("2026-10-26", "2026-10-30"),)).terms == (AUTUMN, SPRING)


def test_days_of_another_year_are_found() -> None:
    """Each of them."""
    dates = SchoolYearDates(terms=(AUTUMN, SPRING), closed=(free("2027-10-25", "2027-10-29"),))
    assert list(outside("2026/27", dates)) == [dt.date(2027, 10, 25), dt.date(2027, 10, 29)]


def test_the_school_s_dates_go_over_a_case_s_own_where_they_speak_of_the_same() -> None:
    """A lov of the same name in the same year, or days that touch; others stay."""
    dates = {"2026/27": SchoolYearDates(closed=(free("2027-02-22", "2027-02-26", "Sportlov"),))}
    own = [
        ClosedDays(first=dt.date(2027, 3, 1), last=dt.date(2027, 3, 5), name="sportlov"),
        ClosedDays(first=dt.date(2027, 2, 26), last=dt.date(2027, 2, 26), name="Ledig"),
        ClosedDays(first=dt.date(2028, 2, 28), last=dt.date(2028, 3, 3), name="Sportlov"),
    ]
    assert [day.first for day in taken_over(own, dates)] == [dt.date(2027, 2, 22), dt.date(2028, 2, 28)]
    assert taken_over((), dates) == closed_days(dates)
    assert taken_over(own, {}) == tuple(sorted(own, key=lambda day: day.first))
