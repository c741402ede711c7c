"""A school year week by week: which days there is school, and why not where there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from interop.school_calendar import swedish_calendar
from planning.school_dates import DayKind, SchoolYear, SchoolYearDates

USUAL_FIRST, USUAL_LAST = (8, 17), (6, 11)
"""Month and day that a school year is shown from and to where its terms have not been written. Our default."""
_WEEK = dt.timedelta(weeks=1)


class Mark(StrEnum):
    """What a day is."""

    SCHOOL = "school"
    LOV = "lov"
    STUDY_DAY = "study_day"
    RED = "red"
    """A public holiday, or an eve that is equal to one."""
    BETWEEN = "between"
    """Outside of the terms."""


class MarkedDay(NamedTuple):
    """One weekday, what it is, and what it is called where there is no school."""

    date: dt.date
    mark: Mark
    name: str = ""


def weeks_of(year: SchoolYear, dates: SchoolYearDates) -> Iterator[tuple[MarkedDay, ...]]:
    """The weekdays of each week from the first term's first day to the last one's last."""
    begins = int(year[:4])
    first = min((term.first for term in dates.terms), default=dt.date(begins, *USUAL_FIRST))
    last = max((term.last for term in dates.terms), default=dt.date(begins + 1, *USUAL_LAST))
    first, last = min(first, dt.date(begins, *USUAL_FIRST)), max(last, dt.date(begins + 1, *USUAL_LAST))
    red = {day.first: day.name for day in swedish_calendar(first, last + _WEEK).closed}
    monday = first - dt.timedelta(days=first.weekday())
    while monday <= last:
        yield tuple(_marked(monday + dt.timedelta(days=n), dates, red) for n in range(5))
        monday += _WEEK


def _marked(day: dt.date, dates: SchoolYearDates, red: dict[dt.date, str]) -> MarkedDay:
    free = next((one for one in dates.closed if one.first <= day <= one.until), None)
    if free is not None:
        return MarkedDay(day, Mark.STUDY_DAY if free.kind is DayKind.STUDY_DAY else Mark.LOV, free.name)
    if day in red:
        return MarkedDay(day, Mark.RED, red[day])
    if dates.terms and not any(term.first <= day <= term.last for term in dates.terms):
        return MarkedDay(day, Mark.BETWEEN)
    return MarkedDay(day, Mark.SCHOOL)


def school_days(year: SchoolYear, dates: SchoolYearDates) -> int:
    """How many days there is school."""
    return sum(day.mark is Mark.SCHOOL for week in weeks_of(year, dates) for day in week)
