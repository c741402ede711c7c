"""When a FET day and hour are: day names to weekdays, hour labels to clock times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interop.choices import Doubt, TimetableChoice, doubt
from interop.words import clock_of, day_of
from planning.clock import MINUTES_PER_DAY, Weekday
from planning.errors import BadInput
from planning.timetable import EVERY_WEEK, WeekLabel

_CLOCK = r"(?<!\d)(\d{1,2}[:.]\d{2})(?![\d:.])"
_FROM_TO = re.compile(rf"{_CLOCK}\s*[-–—]\s*{_CLOCK}")
_FROM = re.compile(_CLOCK)
_SCHOOL_WEEK = 5
DayInWeek = tuple[WeekLabel, Weekday]


class Bell(NamedTuple):
    """When an hour of the source begins and ends."""

    start: int
    end: int


class Clock(NamedTuple):
    """The source's days and hours in our terms, and what had to be assumed."""

    days: Mapping[str, DayInWeek]
    bells: Mapping[str, Bell]
    doubts: tuple[Doubt, ...]


def read_clock(days: Sequence[str], hours: Sequence[str], used: set[str], name: str, choice: TimetableChoice) -> Clock:
    """The clock of a file whose days and hours stand in their order; only the hours in `used` must have a time.

    `BadInput`: days_needed with the day names, bell_times_needed with the hour labels.
    """
    named, about_days = read_days(days, name, choice)
    bells, about_ends = _read_bells(hours, used, choice)
    if without := tuple(hour for hour in hours if hour in used and hour not in bells):
        raise BadInput("bell_times_needed", file=name, field="bell_times", hours=without)
    return Clock(named, bells, (*about_days, *about_ends))


def read_days(days: Sequence[str], name: str, choice: TimetableChoice) -> tuple[Mapping[str, DayInWeek], list[Doubt]]:
    """The choice's own names first, then Swedish and English weekdays, otherwise the place in the list."""
    known = {day: found for day in days if (found := choice.days.get(day) or day_of(day)) is not None}
    if len(known) == len(days) == len(set(known.values())):
        return known, []
    weeks, rest = divmod(len(days), _SCHOOL_WEEK)
    if len(days) in {6, 7}:  # one week with its Saturday
        by_place = {day: (EVERY_WEEK, Weekday(n)) for n, day in enumerate(days)}
    elif weeks and not rest:
        by_place = {
            day: (_label(n // _SCHOOL_WEEK, weeks), Weekday(n % _SCHOOL_WEEK)) for n, day in enumerate(days)
        }
    else:
        raise BadInput("days_needed", file=name, field="days", days=tuple(days[:40]))
    shown = ", ".join(f"{day} = {f'{week} ' if week else ''}{on.short}" for day, (week, on) in by_place.items())
    return by_place, [doubt("Day", "days_by_position", shown, left_out=False)]


def _label(week: int, weeks: int) -> WeekLabel:
    """One week needs no label, two are A and B, more are the periods P1, P2 …"""
    if weeks == 1:
        return EVERY_WEEK
    return "AB"[week] if weeks == 2 else f"P{week + 1}"


def _read_bells(hours: Sequence[str], used: set[str], choice: TimetableChoice) -> tuple[dict[str, Bell], list[Doubt]]:
    """`bell_times` first, then the label's own clock; an end that is not said is assumed, cut at the next start."""
    bells: dict[str, Bell] = {}
    assumed = []
    starts = [_start(hour, choice) for hour in hours]
    for n, hour in enumerate(hours):
        start = starts[n]
        if start is None:
            continue
        said = _end(hour, start, choice)
        following = [later for later in starts[n + 1 :] if later is not None and later > start]
        end = said or min([start + choice.lesson_minutes, MINUTES_PER_DAY, *following[:1]])
        if end > start:
            bells[hour] = Bell(start, end)
        if said is None and hour in used:
            assumed.append(hour)
    return bells, [doubt("Hour", "end_assumed", ", ".join(assumed), left_out=False)] if assumed else []


def _start(hour: str, choice: TimetableChoice) -> int | None:
    if hour in choice.bell_times:
        return choice.bell_times[hour][0]
    found = _FROM.search(hour)
    return clock_of(found[1]) if found else None


def _end(hour: str, start: int, choice: TimetableChoice) -> int | None:
    """The end that is given or written; two clocks that do not rise are no span («10:30 - FP10:15»)."""
    if hour in choice.bell_times:
        return choice.bell_times[hour][1]
    found = _FROM_TO.search(hour)
    end = clock_of(found[2]) if found else None
    return end if end is not None and end > start else None
