"""Events to dated occurrences: rules expanded within a window, in Swedish local time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from interop.choices import Doubt, TimetableChoice, doubt
from interop.icalendar_source import CalendarText, EventText
from planning.errors import BadInput

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LONGEST_WINDOW = dt.timedelta(days=400)  # one school year and the weeks around it
_YEAR = dt.timedelta(days=370)
MOST_OF_A_SERIES = 500  # from the design; a lesson on every day of a school year comes 370 times
_MOST_OCCURRENCES = 5_000  # our default, as many as events; a student's year has under 2000
_YEARS = range(1970, 2200)  # a date outside is a mistake, and sums of dates stay dates
_MOST_SERIES = 500
_MOST_VALUES = 50  # in one part of a rule
_LONGEST_OF_A_SERIES = dt.timedelta(days=100)  # our default: the longest lov and a margin
_EARLIEST_BEFORE_WINDOW = dt.timedelta(days=3 * 366)
_RULE_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"}
_DATE_PROPERTIES = {"DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"}


class Occurrence(NamedTuple):
    """One event on its dates, local time. An all-day event ends at midnight after its last day."""

    line: int
    start: dt.datetime
    end: dt.datetime
    all_day: bool
    cancelled: bool
    summary: str
    location: str
    description: str


class Expanded(NamedTuple):
    """What happens within the window, and what could not be read."""

    occurrences: list[Occurrence]
    doubts: list[Doubt]


class _Event(NamedTuple):
    line: int
    component: Any
    start: dt.date


def expand(calendar: CalendarText, name: str, choice: TimetableChoice) -> Expanded:
    """Every occurrence between the choice's dates, by default the span of the events but at most a school year.

    `BadInput`: no_events, window_too_long, too_many_events, too_many_occurrences.
    """
    if not calendar.events:
        raise BadInput("no_events", file=name, field="content")
    doubts: list[Doubt] = []
    series: dict[str, list[_Event]] = defaultdict(list)
    for text in calendar.events:
        if not text.ended:
            continue
        event = _parsed(text)
        if isinstance(event, Doubt):
            doubts.append(event)
        else:
            series[str(event.component.get("UID") or f"line {text.line}")].append(event)
    if not series:
        return Expanded([], doubts)
    first, last = _window(series, name, choice)
    occurrences: list[Occurrence] = []
    for uid, events in series.items():
        found = _occurrences(uid, events, calendar.zone, first, last)
        if isinstance(found, Doubt):
            doubts.append(found)
            continue
        if len(found) > MOST_OF_A_SERIES * len(events):
            raise BadInput(
                "too_many_occurrences", file=name, field=str(events[0].line), most=MOST_OF_A_SERIES * len(events)
            )
        occurrences.extend(found)
        if len(occurrences) > _MOST_OCCURRENCES:
            raise BadInput("too_many_occurrences", file=name, field="content", most=_MOST_OCCURRENCES)
    if choice.from_date is None and choice.to_date is None:
        doubts.extend(_outside(series, last))
    return Expanded(occurrences, doubts)


def _parsed(text: EventText) -> _Event | Doubt:
    """One event, or the doubt that it could not be read. The boundary to the iCalendar library."""
    raw = " ".join(line for line in text.lines if not line.upper().startswith("UID"))
    block = "\r\n".join(("BEGIN:VEVENT", *text.lines, "END:VEVENT", ""))
    try:
        component: Any = icalendar.Event.from_ical(block)
        start = _local(component["DTSTART"].dt)
        broken = {str(word).upper() for word, _ in component.errors} & _DATE_PROPERTIES
    except Exception:  # noqa: BLE001  the library lets AttributeError and others out for broken input
        return doubt(text.line, "event_unreadable", raw)
    if start.year not in _YEARS:
        return doubt(text.line, "event_unreadable", raw)
    if broken or not _rule_is_safe(component):
        return doubt(text.line, "rule_unreadable" if "RRULE" in component else "event_unreadable", raw)
    return _Event(text.line, component, start.date())


def _rule_is_safe(component: Any) -> bool:
    """Whether the rule ends within reach: only the parts that school feeds use, and none that may never match.

    A rule that counts but never matches is searched until the year 9999; one with UNTIL is not, as `_bounded` sees to.
    """
    rule = component.get("RRULE")
    if rule is None:
        return True
    if not isinstance(rule, icalendar.vRecur) or not set(rule) <= _RULE_PARTS:
        return False
    freq = str((rule.get("FREQ") or [""])[0]).upper()
    is_plain = not (set(rule) & {"BYMONTH", "BYMONTHDAY"}) and ("BYDAY" not in rule or freq == "WEEKLY")
    return (
        freq in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
        and ("COUNT" not in rule or is_plain)
        and all(interval >= 1 for interval in rule.get("INTERVAL", []))  # 0 would never move on
        and all(len(values) <= _MOST_VALUES for values in rule.values())
    )


def _window(series: dict[str, list[_Event]], name: str, choice: TimetableChoice) -> tuple[dt.date, dt.date]:
    events = [event for of_one in series.values() for event in of_one]
    if sum("RRULE" in event.component for event in events) > _MOST_SERIES:
        raise BadInput("too_many_events", file=name, field="content", most=_MOST_SERIES)
    first = choice.from_date or min(event.start for event in events)
    if choice.to_date is not None:
        last = choice.to_date
    elif any("RRULE" in event.component for event in events):
        last = _plus(first, _YEAR)
    else:
        last = min(max(first, *(event.start for event in events)), _plus(first, _YEAR))
    if last - first > LONGEST_WINDOW:
        raise BadInput("window_too_long", file=name, field="to_date", most_days=LONGEST_WINDOW.days)
    return first, last


def _plus(day: dt.date, length: dt.timedelta) -> dt.date:
    return day + min(length, dt.date.max - day)


def _outside(series: dict[str, list[_Event]], last: dt.date) -> Iterator[Doubt]:
    """Events beyond the school year that was read, when nobody chose the dates."""
    for events in series.values():
        for event in events:
            if event.start > last:
                yield doubt(event.line, "outside_year", f"{event.start} {event.component.get('SUMMARY', '')}")


def _occurrences(
    uid: str, events: Sequence[_Event], zone: str, first: dt.date, last: dt.date
) -> list[Occurrence] | Doubt:
    """One series within the window, or the doubt that it could not be expanded. The boundary to the rule library."""
    line = events[0].line
    try:
        if len(events) == 1 and not {"RRULE", "RDATE", "RECURRENCE-ID"} & set(events[0].component):
            components = [events[0].component]
        else:
            components = _expanded(uid, events, zone, first, last)
        found = [_occurrence(line, component) for component in components]
    except Exception:  # noqa: BLE001  dateutil and the iCalendar libraries have no common error
        return doubt(line, "rule_unreadable", str(events[0].component.get("SUMMARY", "")))
    return [one for one in found if one.start.date() <= last and max(one.start, one.end) >= _local(first)]


def _expanded(uid: str, events: Sequence[_Event], zone: str, first: dt.date, last: dt.date) -> list[Any]:
    calendar = icalendar.Calendar()
    if zone:
        calendar.add("X-WR-TIMEZONE", zone)
    for event in events:
        if "RRULE" in event.component and first - event.start > _EARLIEST_BEFORE_WINDOW:
            raise ValueError("the rule begins too long before the window")
        if _length(event.component) > _LONGEST_OF_A_SERIES:
            raise ValueError("an event that long is looked for through all of time")
        if _length(event.component) < dt.timedelta():  # likewise; an event without an end has an assumed one
            event.component.pop("DTEND", None)
            event.component.pop("DURATION", None)
        component = _bounded(event.component, last)
        if not component.get("UID"):
            component["UID"] = uid
        calendar.add_component(component)
    day_before = first - dt.timedelta(days=min(1, (first - dt.date.min).days))
    found: list[Any] = recurring_ical_events.of(calendar).between(day_before, _plus(last, dt.timedelta(days=2)))
    return found


def _length(component: Any) -> dt.timedelta:
    return _local(component.end) - _local(component["DTSTART"].dt)


def _bounded(component: Any, last: dt.date) -> Any:
    """The event with its rule ending soon after the window, so that no search goes on for ever."""
    rule = component.get("RRULE")
    if rule is None or "COUNT" in rule:
        return component
    until = (rule.get("UNTIL") or [None])[0]
    end = _plus(last, dt.timedelta(days=2))
    if until is not None and _date(until) <= end:
        return component
    start = component["DTSTART"].dt
    limit: dt.date = end
    if isinstance(start, dt.datetime):
        limit = dt.datetime.combine(end, dt.time(), tzinfo=dt.UTC if start.tzinfo else None)
    rule["UNTIL"] = [limit]
    return component


def _occurrence(line: int, component: Any) -> Occurrence:
    start = component["DTSTART"].dt
    end = component.end
    all_day = not isinstance(start, dt.datetime)
    begins, ends = _local(start), _local(end)
    if all_day and ends <= begins:
        ends = begins + dt.timedelta(days=1)
    return Occurrence(
        line=line,
        start=begins,
        end=ends,
        all_day=all_day,
        cancelled=str(component.get("STATUS", "")).strip().upper() == "CANCELLED",
        summary=str(component.get("SUMMARY", "")),
        location=str(component.get("LOCATION", "")),
        description=str(component.get("DESCRIPTION", "")),
    )


def _local(moment: dt.date) -> dt.datetime:
    """Swedish local time without a zone; a date is its midnight, a time without a zone is taken as it stands."""
    if not isinstance(moment, dt.datetime):
        return dt.datetime.combine(moment, dt.time())
    return (moment.astimezone(STOCKHOLM) if moment.tzinfo else moment).replace(tzinfo=None)


def _date(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
