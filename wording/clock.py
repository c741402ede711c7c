"""Times, dates and weeks as they are written: «08.10», «måndag 30 november 2026», «v. 49»."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal

from planning.clock import Weekday
from wording.language import current_language, tr


def written_time(minutes: int) -> str:
    """«08.10» of minutes after midnight."""
    return tr("{hour:02d}.{minute:02d}", hour=minutes // 60, minute=minutes % 60)


def written_span(start: int, end: int) -> str:
    """«08.10–09.00» of minutes after midnight."""
    return f"{written_time(start)}–{written_time(end)}"


def written_date(date: dt.date) -> str:
    """«måndag 30 november 2026»."""
    return format_date(date, "EEEE d MMMM y", locale=current_language())


def day_in_words(date: dt.date) -> str:
    """«måndag 30 november»: where the year says nothing."""
    return format_date(date, "EEEE d MMMM", locale=current_language())


def plain_date(date: dt.date) -> str:
    """«30 nov 2026»."""
    return format_date(date, "d MMM y", locale=current_language()).replace(".", "")


def short_date(date: dt.date) -> str:
    """«mån 30 nov»."""
    return format_date(date, "EEE d MMM", locale=current_language()).replace(".", "")


def weekday_name(day: Weekday) -> str:
    """«måndag»."""
    return str(get_day_names("wide", "stand-alone", locale=current_language())[int(day)])


def short_weekday(day: Weekday) -> str:
    """«mån»."""
    return str(get_day_names("abbreviated", "stand-alone", locale=current_language())[int(day)]).rstrip(".")


def week_name(monday: dt.date) -> str:
    """«v. 49», by ISO number."""
    return tr("v. {week}", week=monday.isocalendar().week)


def week_span(first_monday: dt.date, last_monday: dt.date) -> str:
    """«v. 49–50», or «v. 49» when both are the same week."""
    first, last = first_monday.isocalendar().week, last_monday.isocalendar().week
    if first_monday == last_monday:
        return week_name(first_monday)
    return tr("v. {first}–{last}", first=first, last=last)


def decimal_hours(minutes: int) -> str:
    """«6,3»: hours with one decimal, where figures stand in a row or a column."""
    tenths = (minutes * 10 + 30) // 60
    return str(format_decimal(tenths / 10, "0.#", locale=current_language()))


def hours_text(minutes: int) -> str:
    """«6 h 20 min», «45 min», «2 h»: a length, not a time of day."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{minutes} min", minutes=rest)
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)
