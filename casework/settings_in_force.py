"""What of the settings holds for a case: the dates and rooms of its school, else those of the whole municipality."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from casework.settings_entries import strict
from casework.settings_kinds import KINDS, SettingsKind, file_of
from casework.time_facts import CalendarFacts
from planning.local_files import Local, read_local
from planning.rooms import Rooms, RoomUse
from planning.school_dates import SchoolDates, closed_days, terms_of
from planning.timetable import Timetable


def held(kind: SettingsKind, unit: str = "", folder: Path | None = None) -> Local:
    """What holds there, with the fault of its file; a school without a file of its own has the municipality's."""
    of = KINDS[kind]
    read = _reader(kind)
    if unit and of.is_of_a_school:
        own = read_local(file_of(kind, unit), read, of.default, folder)
        if own.is_there:
            return own
    return read_local(file_of(kind), read, of.default, folder)


@cache
def _reader(kind: SettingsKind) -> Callable[[str], Any]:
    """One function for each kind, so that what it has read is found again."""
    return lambda text: strict(KINDS[kind].read, text)


def school_dates(unit: str = "", folder: Path | None = None) -> SchoolDates:
    """Läsårstider of that school."""
    dates: SchoolDates = held(SettingsKind.CALENDAR, unit, folder).value
    return dates


def school_rooms(unit: str = "", folder: Path | None = None) -> Rooms:
    """Its rooms."""
    rooms: Rooms = held(SettingsKind.ROOMS, unit, folder).value
    return rooms


def calm_rooms(unit: str = "", folder: Path | None = None) -> tuple[str, ...]:
    """The rooms that are a calm place to go to."""
    return tuple(name for name, room in school_rooms(unit, folder).items() if RoomUse.CALM in room.use)


def calendar_to_begin_with(unit: str = "", folder: Path | None = None) -> CalendarFacts:
    """The calendar of a new case."""
    dates = school_dates(unit, folder)
    return CalendarFacts(closed=closed_days(dates), terms=terms_of(dates))


def with_school_rooms(timetable: Timetable, unit: str = "", folder: Path | None = None) -> Timetable:
    """The timetable with the school's rooms to choose among beside those of its lessons."""
    others = tuple(name for name in school_rooms(unit, folder) if name not in timetable.rooms)
    return timetable.model_copy(update={"other_rooms": others}) if others != timetable.other_rooms else timetable
