"""The Swedish school's closed days: public holidays and the eves, and the school's own lov and studiedagar."""

from __future__ import annotations

import datetime as dt

import holidays

from planning.calendar import ClosedDays, SchoolCalendar
from planning.errors import BadInput

_LONGEST = dt.timedelta(days=5 * 366)


def swedish_calendar(first: dt.date, last: dt.date, closed: tuple[ClosedDays, ...] = ()) -> SchoolCalendar:
    """The calendar of `first` to `last`, both included, with the school's own closures before the holidays.

    Red days follow lag (1989:253) om allmänna helgdagar; midsommarafton, julafton and nyårsafton are equal to them
    by semesterlagen (1977:480) 7 §. Closures of the school that touch the period are kept whole, and come first so
    that a day of jullovet is called jullov. `BadInput("calendar_span")` when the period is backwards or over 5 years.
    """
    if not dt.timedelta(0) <= last - first <= _LONGEST:
        raise BadInput("calendar_span", field="calendar", first=first.isoformat(), last=last.isoformat())
    own = sorted((c for c in closed if c.first <= last and c.last >= first), key=lambda c: (c.first, c.last, c.name))
    return SchoolCalendar(closed=(*own, *_red_days(first, last)))


def _red_days(first: dt.date, last: dt.date) -> list[ClosedDays]:
    years = range(first.year, last.year + 1)
    named = holidays.country_holidays("SE", years=years, categories=("public", "de_facto"), language="sv")
    return [
        ClosedDays(first=day, last=day, name=named[day]) for day in sorted(named) if first <= day <= last
    ]
