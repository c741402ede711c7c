"""What earlier calendar files of a case have told, so that the next one updates a calendar and never doubles it.

An event that is as it was keeps its number and its date of change; one that is otherwise gets the next number, and one
that has fallen away is told once more as cancelled (RFC 5545, 3.8.7.4 and 3.8.1.11). What is remembered of an event is
its identifier, its hour and a fingerprint: neither subject nor place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exports.calendar_events import ZONE, CalendarEvent

_GONE = "-"


class Handed(NamedTuple):
    """An event as it was last told: how many times it has changed, when it last did, and what it looked like."""

    sequence: int
    modified: dt.date
    start: dt.date
    fingerprint: str

    @property
    def is_cancelled(self) -> bool:
        """Whether it was told as fallen away."""
        return self.fingerprint == _GONE

    @property
    def date(self) -> dt.date:
        """The day that it begins."""
        return self.start.date() if isinstance(self.start, dt.datetime) else self.start


Memory = Mapping[str, Handed]


def remember(events: Iterable[CalendarEvent], before: Memory, today: dt.date) -> Memory:
    """What is told of every event today, those that have fallen away last.

    What is over by today and has fallen away is left as the calendar has it: nobody can be late for it.
    """
    told = {event.uid: _told(event, before.get(event.uid), today) for event in events}
    for uid, handed in before.items():
        if uid in told:
            continue
        if handed.is_cancelled:
            told[uid] = handed
        elif handed.date >= today:
            told[uid] = Handed(handed.sequence + 1, today, handed.start, _GONE)
    return told


def _told(event: CalendarEvent, before: Handed | None, today: dt.date) -> Handed:
    if before is None:
        return Handed(0, today, event.start, event.fingerprint)
    if before.fingerprint == event.fingerprint:
        return before
    return Handed(before.sequence + 1, today, event.start, event.fingerprint)


def written(memory: Memory) -> str:
    """The memory as text: one line an event."""
    return "\n".join(
        f"{uid} {handed.sequence} {handed.modified.isoformat()} {_moment(handed.start)} {handed.fingerprint}"
        for uid, handed in memory.items()
    )


def read(text: str) -> Memory:
    """The memory of such a text. Raises `ValueError` for any other."""
    return dict(_line(line) for line in text.splitlines())


def _moment(start: dt.date) -> str:
    """A date, or the hour on Stockholm's clock."""
    if isinstance(start, dt.datetime):
        return start.replace(tzinfo=None).isoformat(timespec="minutes")
    return start.isoformat()


def _line(line: str) -> tuple[str, Handed]:
    uid, sequence, modified, start, fingerprint = line.split(" ")
    moment = dt.datetime.fromisoformat(start).replace(tzinfo=ZONE) if "T" in start else dt.date.fromisoformat(start)
    return uid, Handed(int(sequence), dt.date.fromisoformat(modified), moment, fingerprint)
