"""The events of an iCalendar file as safe blocks of text, each to be parsed on its own.

Only the properties that a timetable needs pass. Time zones are known by name or dropped: a TZID reaches the file
system in the libraries behind, and a VTIMEZONE may carry rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from interop.choices import Doubt, doubt
from interop.decoding import decode
from planning.errors import BadInput

_MOST_DEPTH = 4
MOST_EVENTS = 5_000
MOST_DATES = 500  # our default: dates that an event names itself, or leaves out of its rule
_DATES = {"DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"}
_KEPT = _DATES | {"DURATION", "RRULE", "UID", "STATUS", "SUMMARY", "LOCATION", "DESCRIPTION", "SEQUENCE"}
_TEXTS = {"SUMMARY", "LOCATION", "DESCRIPTION"}
_MOST_TEXT = 10_000  # our default: letters of a text; the rooms and teachers of a lesson stand in the first few hundred
_PROPERTY = re.compile(r"([A-Za-z-]+)\s*[;:]", re.ASCII)
_TZID = re.compile(r';TZID=("[^"]*"|[^;:]*)', re.IGNORECASE | re.ASCII)
_TOO_OFTEN = re.compile(r"FREQ=\s*(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE | re.ASCII)


@dataclass
class EventText:
    """One VEVENT: the line it begins at, its safe property lines, and whether it was closed."""

    line: int
    lines: list[str] = field(default_factory=list)
    ended: bool = False
    dates: int = 0
    """How many it names in lists."""


@dataclass
class CalendarText:
    """The calendar's own name and zone («» when not said), its events, and the doubts about the text itself."""

    name: str = ""
    zone: str = ""
    events: list[EventText] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_events(content: bytes, name: str) -> CalendarText:
    """The events of the file. `BadInput`: unreadable_text, too_deep, too_many_events, rule_too_frequent."""
    calendar = CalendarText()
    stack: list[str] = []
    event: EventText | None = None
    for number, line in _unfolded(decode(content, name)):
        word, _, rest = line.partition(":")
        match word.strip().upper():
            case "BEGIN":
                event = _begin(stack, rest.strip().upper(), number, calendar, name) or event
            case "END":
                if stack:
                    stack.pop()
                if rest.strip().upper() == "VEVENT" and event is not None:
                    event.ended, event = True, None
            case "X-WR-CALNAME" if stack == ["VCALENDAR"]:
                calendar.name = rest
            case "X-WR-TIMEZONE" if stack == ["VCALENDAR"]:
                calendar.zone = _zone(rest.strip()) or ""
            case _:
                if event is not None and stack[-1:] == ["VEVENT"]:
                    _keep(event, number, line, calendar, name)
    calendar.doubts.extend(doubt(e.line, "event_unreadable", " ".join(e.lines)) for e in calendar.events if not e.ended)
    return calendar


def _begin(stack: list[str], what: str, number: int, calendar: CalendarText, name: str) -> EventText | None:
    """Notes that a component begins; a VEVENT gives a new event."""
    if what == "VEVENT":  # an event within an event: the outer was never closed
        del stack[1:]
    stack.append(what)
    if len(stack) > _MOST_DEPTH:
        raise BadInput("too_deep", file=name, field=str(number), most=_MOST_DEPTH)
    if what != "VEVENT":
        return None
    if len(calendar.events) >= MOST_EVENTS:
        raise BadInput("too_many_events", file=name, field=str(number), most=MOST_EVENTS)
    calendar.events.append(event := EventText(number))
    return event


def _keep(event: EventText, number: int, line: str, calendar: CalendarText, name: str) -> None:
    """Adds the line to the event when it is a property that a timetable needs, with its time zone made safe."""
    found = _PROPERTY.match(line)
    word = found[1].upper() if found else ""
    if word not in _KEPT:
        return
    if word == "RRULE" and _TOO_OFTEN.search(line):
        raise BadInput("rule_too_frequent", file=name, field=str(number))
    if word in {"EXDATE", "RDATE"}:
        event.dates += line.count(",") + 1
        if event.dates > MOST_DATES:
            calendar.doubts.append(doubt(number, "too_many_dates", line))
            return
    if word in _TEXTS and len(line) > _MOST_TEXT:
        line = line[:_MOST_TEXT].rstrip("\\")
    zone = _TZID.search(line.partition(":")[0]) if word in _DATES else None
    if zone is not None:
        asked = zone[1].strip('" ')
        known = _zone(asked)
        if known is None:
            calendar.doubts.append(doubt(number, "timezone_assumed", asked, left_out=False))
        line = line[: zone.start()] + (f";TZID={known}" if known else "") + line[zone.end() :]
    event.lines.append(line)


def _zone(asked: str) -> str | None:
    """The IANA name of a zone by its IANA or Windows name; None when it is not a known one."""
    known = WINDOWS_TO_OLSON.get(asked, asked)
    return known if known in _zones() else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Every logical line with the number of its first; a line that begins with a space continues the one before."""
    number, parts = 0, [""]
    for n, line in enumerate(_lines(text), start=1):
        if line[:1] in {" ", "\t"}:
            parts.append(line[1:])
            continue
        if number:
            yield number, "".join(parts)
        number, parts = n, [line]
    if number:
        yield number, "".join(parts)


def _lines(text: str) -> Iterable[str]:
    return re.split(r"\r\n|\n|\r", text)
