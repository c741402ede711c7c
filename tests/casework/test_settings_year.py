"""A school year week by week: every weekday once, and why there is no school."""

from __future__ import annotations

import datetime as dt

from casework.settings_year import Mark, school_days, weeks_of
from planning.school_dates import DayKind, FreeDays, SchoolYearDates
from planning.terms import TermDates

TERMS = (
    TermDates(first=dt.date(2026, 8, 18), last=dt.date(2026, 12, 18)),
    TermDates(first=dt.date(2027, 1, 11), last=dt.date(2027, 6, 11)),
)
CLOSED = (
    FreeDays(first=dt.date(2026, 10, 26), last=dt.date(2026, 10, 30), name="Höstlov"),
    FreeDays(first=dt.date(2026, 11, 13), name="Studiedag", kind=DayKind.STUDY_DAY),
)
YEAR = SchoolYearDates(terms=TERMS, closed=CLOSED)


def test_each_week_has_its_five_weekdays_and_none_is_left_out() -> None:
    """From the first term's first week to the last one's last, week 53 too."""
    days = [day.date for week in weeks_of("2026/27", YEAR) for day in week]
    assert (days[0], days[-1]) == (dt.date(2026, 8, 17), dt.date(2027, 6, 11))
    assert all(len(week) == 5 and week[0].date.weekday() == 0 for week in weeks_of("2026/27", YEAR))
    assert len(days) == len(set(days)) == 43 * 5


def test_a_day_says_why_there_is_no_school() -> None:
    """The school's own first, then red days, and what lies between the terms."""
    by_date = {day.date: day for week in weeks_of("2026/27", YEAR) for day in week}
    assert by_date[dt.date(2026, 10, 28)][1:] == (Mark.LOV, "Höstlov")
    assert by_date[dt.date(2026, 11, 13)][1:] == (Mark.STUDY_DAY, "Studiedag")
    assert by_date[dt.date(2027, 5, 6)][1:] == (Mark.RED, "Kristi himmelsfärdsdag")
    assert by_date[dt.date(2026, 12, 22)].mark is Mark.BETWEEN
    assert by_date[dt.date(2026, 11, 12)].mark is Mark.SCHOOL


def test_school_days_are_counted_without_any_of_them() -> None:
    """One studiedag more is one school day less."""
    more = YEAR.model_copy(update={"closed": (*CLOSED, FreeDays(first=dt.date(2027, 3, 3), name="Studiedag"))})
    assert school_days("2026/27", YEAR) - school_days("2026/27", more) == 1
    assert next(weeks_of("2026/27", SchoolYearDates()))[0].date == dt.date(2026, 8, 17)
