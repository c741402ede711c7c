"""Terms: as the school says, or as the lov in December and summer leave them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendar import SchoolCalendar
from planning.terms import TermDates, TermName
from tests.planning import school_years

GIVEN = (
    TermDates(first=dt.date(2026, 8, 19), last=dt.date(2026, 12, 18)),
    TermDates(first=dt.date(2027, 1, 11), last=dt.date(2027, 6, 10)),
)


@pytest.mark.parametrize(
    ("day", "name", "year"),
    [
        (dt.date(2026, 8, 18), TermName.AUTUMN, 2026),
        (dt.date(2026, 10, 28), TermName.AUTUMN, 2026),  # höstlov is within the term
        (dt.date(2026, 12, 20), TermName.AUTUMN, 2026),
        (dt.date(2027, 1, 9), TermName.SPRING, 2027),
        (dt.date(2027, 6, 11), TermName.SPRING, 2027),
        (dt.date(2027, 8, 17), TermName.AUTUMN, 2027),
    ],
)
def test_terms_lie_between_the_lov_of_december_and_of_summer(day: dt.date, name: TermName, year: int) -> None:
    """Read off the closed days, without anybody giving dates."""
    term = school_years.calendar(2026).term_of(day)
    assert term is not None
    assert (term.name, term.year) == (name, year)
    assert term.first <= day <= term.last


@pytest.mark.parametrize("day", ["2026-12-21", "2027-01-08", "2027-06-12", "2027-08-16"])
def test_between_two_terms_there_is_none(day: str) -> None:
    """The first and the last day of the lov."""
    assert school_years.calendar(2026).term_of(dt.date.fromisoformat(day)) is None


def test_given_dates_alone_decide() -> None:
    """Both days included; the half year that is not given follows from the lov."""
    calendar = school_years.calendar(2026).model_copy(update={"terms": GIVEN})
    assert calendar.term_of(dt.date(2026, 8, 18)) is None
    autumn = calendar.term_of(dt.date(2026, 8, 19))
    assert autumn is not None
    assert (autumn.first, autumn.last) == (GIVEN[0].first, GIVEN[0].last)
    assert calendar.term_of(dt.date(2027, 6, 11)) is None
    assert calendar.term_of(dt.date(2027, 9, 1)) is not None


@given(st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31)))
def test_without_any_closed_days_every_day_has_its_half_year(day: dt.date) -> None:
    """A calendar that knows nothing still tells autumn from spring."""
    term = SchoolCalendar().term_of(day)
    assert term is not None
    assert term.name is (TermName.AUTUMN if day.month >= 7 else TermName.SPRING)
    assert term.year == day.year
