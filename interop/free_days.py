"""The days that a school's calendar file (iCalendar) marks as a whole: its lov and studiedagar are among them."""

from __future__ import annotations

import datetime as dt

from interop.choices import TimetableChoice
from interop.decoding import clean
from interop.icalendar_series import Occurrence, expand
from interop.icalendar_source import read_events
from planning.calendar import ClosedDays

LONGEST = dt.timedelta(days=120)
"""What is longer is no lov: a school year of its own, or a mistake. Our default."""
LONGEST_NAME = 60


def read_free_days(content: bytes, name: str) -> tuple[ClosedDays, ...]:
    """Every event that takes whole days, in order; what was cancelled is left out. `BadInput` as `read_events`."""
    expanded = expand(read_events(content, name), name, TimetableChoice())
    found = (_days(one) for one in expanded.occurrences if one.all_day and not one.cancelled)
    return tuple(sorted({one for one in found if one is not None}, key=lambda one: (one.first, one.last, one.name)))


def _days(occurrence: Occurrence) -> ClosedDays | None:
    """From its first to its last day, without the weekend at either end."""
    first, last = occurrence.start.date(), (occurrence.end - dt.timedelta(minutes=1)).date()
    last = max(first, last)
    while last.weekday() > 4 and last > first:
        last -= dt.timedelta(days=1)
    while first.weekday() > 4 and first < last:
        first += dt.timedelta(days=1)
    called = clean(occurrence.summary)[:LONGEST_NAME].strip()
    if not called or first.weekday() > 4 or last - first > LONGEST:
        return None
    return ClosedDays(first=first, last=last, name=called)
