"""Days on which no time limit of statute runs out (lagen 1930:173 om beräkning av lagstadgad tid 2 §).

Saturdays and Sundays, the public holidays (lagen 1989:253), and the eves of midsummer, Christmas and the New Year.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

_DAY = dt.timedelta(days=1)


def next_weekday(day: dt.date) -> dt.date:
    """The day itself, or the first one after it on which a time limit may run out."""
    while day.weekday() > 4 or day in public_holidays(day.year):
        day += _DAY
    return day


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The public holidays of a year and the three eves; ordinary Sundays are left out."""
    easter = easter_sunday(year)
    midsummer = _first_on_or_after(dt.date(year, 6, 20), 5)
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset(
        {
            *(dt.date(year, month, day) for month, day in fixed),
            *(easter + n * _DAY for n in (-2, 0, 1, 39, 49)),
            midsummer - _DAY,
            midsummer,
            _first_on_or_after(dt.date(year, 10, 31), 5),
        }
    )


def easter_sunday(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus gives it)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _first_on_or_after(day: dt.date, weekday: int) -> dt.date:
    return day + (weekday - day.weekday()) % 7 * _DAY
