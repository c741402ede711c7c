"""Days on which no time limit runs out."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from planning.public_holidays import easter_sunday, next_weekday, public_holidays


@pytest.mark.parametrize("year", range(2020, 2051))
def test_the_holidays_are_those_of_a_calendar_library(year: int) -> None:
    """Sundays that are nothing else apart: the library counts no ordinary Sunday here either."""
    known = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"))
    assert public_holidays(year) == set(known)


@pytest.mark.parametrize(("year", "day"), [(2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25)), (2049, (4, 18))])
def test_easter_falls_where_the_almanac_says(year: int, day: tuple[int, int]) -> None:
    """The latest there can be included."""
    assert easter_sunday(year) == dt.date(year, *day)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (dt.date(2026, 12, 23), dt.date(2026, 12, 23)),  # a Wednesday
        (dt.date(2026, 12, 24), dt.date(2026, 12, 28)),  # Christmas Eve, two holidays, a Sunday
        (dt.date(2027, 1, 9), dt.date(2027, 1, 11)),  # a Saturday
        (dt.date(2027, 3, 26), dt.date(2027, 3, 30)),  # Good Friday to Easter Monday
        (dt.date(2026, 12, 31), dt.date(2027, 1, 4)),  # over the New Year and a weekend
        (dt.date(2027, 6, 25), dt.date(2027, 6, 28)),  # Midsummer Eve
    ],
)
def test_a_last_day_without_work_moves_to_the_next_weekday(day: dt.date, ends: dt.date) -> None:
    """Weekends, holidays and eves alike."""
    assert next_weekday(day) == ends
