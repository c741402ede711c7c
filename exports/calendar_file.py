"""The plan as a calendar file: one event for every lesson, item and contact on a day with school.

Identifiers are stable and changes are numbered, so that reading the file again moves events, takes away those that
have fallen away, and never doubles any (`exports.calendar_memory`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, Timezone

from exports.calendar_events import ZONE, CalendarEvent, calendar_events
from exports.calendar_memory import Handed, read, remember, written
from planning.plan import Plan
from planning.problem import Problem
from wording.language import tr

NO_DAY = dt.date(2000, 1, 1)
"""When an event claims to be written where no day is given: the same each time, so that equal plans are equal files."""


class Handing(NamedTuple):
    """How a file is handed out."""

    today: dt.date = NO_DAY
    """When what is otherwise than in the file before is said to have changed."""
    memory: str = ""
    """That of the file before; empty for the first."""
    reminder_minutes: int = 0
    """So long before the day's first event one is reminded; 0: not at all."""
    hides_places: bool = False
    """With a protected identity a calendar, which travels through others' clouds, says when and never where."""


FIRST = Handing()


class CalendarFile(NamedTuple):
    """The file in UTF-8, and what the next one needs to know of it."""

    content: bytes
    memory: str


def calendar_file(
    problem: Problem,
    plan: Plan,
    first_name: str,
    case_id: str,
    *,
    current_step: int = 1,
    handing: Handing = FIRST,
) -> CalendarFile:
    """The calendar of the steps that carry dates. `case_id` only goes into the events' hashed identifiers."""
    events = calendar_events(
        problem, plan, case_id, current_step=current_step, reminder_minutes=handing.reminder_minutes
    )
    if handing.hides_places:
        events = tuple(replace(event, location="") for event in events)
    told = remember(events, read(handing.memory), handing.today)
    calendar = Calendar()
    calendar.add("prodid", "-//Stegvis//sv")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", tr("{name}: min vecka", name=first_name) if first_name else tr("Min vecka"))
    calendar.add("x-wr-timezone", ZONE.key)
    _add_zone(calendar, (handed.date for handed in told.values()))
    _add_events(calendar, events, told)
    return CalendarFile(bytes(calendar.to_ical()), written(told))


def _add_zone(calendar: Calendar, dates: Iterable[dt.date]) -> None:
    """Stockholm's clock over all the dates, with a year on either side."""
    known = sorted(dates)
    if known:
        year = dt.timedelta(days=366)
        calendar.add_component(Timezone.from_tzinfo(ZONE, ZONE.key, known[0] - year, known[-1] + year))


def _add_events(calendar: Calendar, events: Iterable[CalendarEvent], told: Mapping[str, Handed]) -> None:
    for event in events:
        calendar.add_component(_event(event, told[event.uid]))
    for uid, handed in told.items():
        if handed.is_cancelled:
            calendar.add_component(_cancelled(uid, handed))


def _event(event: CalendarEvent, handed: Handed) -> Event:
    written_event = _stamped(event.uid, handed, event.summary)
    written_event.add("dtend", event.end)
    if event.location:
        written_event.add("location", event.location)
    if event.is_free:
        written_event.add("transp", "TRANSPARENT")
    if event.reminder_minutes:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.summary)
        alarm.add("trigger", dt.timedelta(minutes=-event.reminder_minutes))
        written_event.add_component(alarm)
    return written_event


def _cancelled(uid: str, handed: Handed) -> Event:
    """What has fallen away. It says so in words too, for calendars that only read those."""
    event = _stamped(uid, handed, tr("Inställt"))
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _stamped(uid: str, handed: Handed, summary: str) -> Event:
    """What every event has. In a calendar that others share, only the owner sees what it is."""
    moment = dt.datetime.combine(handed.modified, dt.time(), dt.UTC)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", handed.sequence)
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    event.add("dtstart", handed.start)
    return event
