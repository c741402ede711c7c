"""Times, dates and weeks as they are written, in both languages."""

from __future__ import annotations

import datetime as dt

from planning.clock import Weekday
from wording.clock import (
    decimal_hours,
    hours_text,
    plain_date,
    short_date,
    short_weekday,
    week_name,
    week_span,
    weekday_name,
    written_date,
    written_span,
    written_time,
)
from wording.language import speaking

MONDAY = dt.date(2026, 11, 30)


def test_swedish_times_and_dates() -> None:
    """Points in times, names in lower case, no point after a short month."""
    assert (written_time(490), written_span(490, 540)) == ("08.10", "08.10–09.00")
    assert (written_date(MONDAY), short_date(MONDAY)) == ("måndag 30 november 2026", "mån 30 nov")
    assert (weekday_name(Weekday.TUE), short_weekday(Weekday.SUN)) == ("tisdag", "sön")
    assert week_name(MONDAY) == "v. 49"


def test_english_times_and_dates() -> None:
    """Colons in times, capitals in names."""
    with speaking("en"):
        assert (written_span(490, 540), week_name(MONDAY)) == ("08:10–09:00", "week 49")
        assert (written_date(MONDAY), short_date(MONDAY)) == ("Monday 30 November 2026", "Mon 30 Nov")
        assert (weekday_name(Weekday.TUE), short_weekday(Weekday.SUN)) == ("Tuesday", "Sun")


def test_a_span_of_weeks_is_one_week_when_it_is_one() -> None:
    """From a Monday to itself is a week; to a later one, over a new year too, a span."""
    assert week_span(MONDAY, MONDAY) == "v. 49"
    assert week_span(MONDAY, dt.date(2026, 12, 7)) == "v. 49–50"
    assert week_span(dt.date(2026, 12, 28), dt.date(2027, 1, 4)) == "v. 53–1"


def test_lengths_leave_out_what_is_zero() -> None:
    """Hours and minutes, or only one of them."""
    assert [hours_text(minutes) for minutes in (0, 45, 120, 380)] == ["0 min", "45 min", "2 h", "6 h 20 min"]


def test_figures_of_hours_and_dates_in_short() -> None:
    """A comma in Swedish and a point in English; whole hours without either."""
    assert (decimal_hours(375), decimal_hours(1260), plain_date(MONDAY)) == ("6,3", "21", "30 nov 2026")
    with speaking("en"):
        assert decimal_hours(375) == "6.3"
