"""A school's lov and studiedagar out of a calendar file, as a file of settings to look at before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from casework.reading_apart import read_free_days
from casework.settings import Setting
from casework.settings_forms import with_year
from planning.calendar import ClosedDays
from planning.errors import BadInput
from planning.school_dates import DayKind, FreeDays, SchoolYearDates, school_year_called

ENDING = ".ics"
_STUDY_DAY = re.compile(r"studiedag|kompetens|planering|\bk-?dag|\bku\b|study day", re.IGNORECASE)
_LOV = re.compile(r"lov(\b|et\b|dag)|\bledig|holiday|\bbreak\b|stängt", re.IGNORECASE)


class FromCalendar(NamedTuple):
    """What the calendar file gives."""

    text: str
    """The setting's file with its free days."""
    others: tuple[str, ...]
    """What is in the file and was not taken: nothing says that school is closed then."""


def calendar_from(setting: Setting, content: bytes, name: str) -> FromCalendar:
    """The free days of the file over those of its school years. Raises `BadInput`: unreadable, or none found."""
    every = read_free_days(content, name)
    free = [day for day in every if _kind(day.name) is not None]
    if not free:
        raise BadInput("no_free_days", file=name)
    for year in sorted({school_year_called(day.first) for day in free}):
        known = setting.value.get(year, SchoolYearDates())
        told = _apart(day for day in free if school_year_called(day.first) == year)
        setting = _over(setting, year, known.model_copy(update={"closed": told}))
    others = dict.fromkeys(day.name for day in every if _kind(day.name) is None)
    return FromCalendar(setting.text, tuple(others))


def _over(setting: Setting, year: str, dates: SchoolYearDates) -> Setting:
    text = with_year(setting, year, dates)
    return setting._replace(text=text, value={**setting.value, year: dates})


def _kind(name: str) -> DayKind | None:
    if _STUDY_DAY.search(name):
        return DayKind.STUDY_DAY
    return DayKind.LOV if _LOV.search(name) else None


def _apart(days: Iterable[ClosedDays]) -> tuple[FreeDays, ...]:
    """No day twice: what lies within something longer, or begins before it has ended, gives way."""
    kept: list[FreeDays] = []
    for day in sorted(days, key=lambda one: (one.first, -one.last.toordinal())):
        if kept and day.first <= kept[-1].until:
            continue
        last = None if day.last == day.first else day.last
        kept.append(FreeDays(first=day.first, last=last, name=day.name, kind=_kind(day.name) or DayKind.LOV))
    return tuple(kept)
