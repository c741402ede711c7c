"""What coaches type, read with goodwill: «8–12, 13.00-15.30», «2026-12-21–2027-01-08 Jullov»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planning.calendar import ClosedDays
from planning.clock import MINUTES_PER_DAY, Weekday
from wording.clock import written_span

_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_CLOCK = re.compile(rf"^\s*{_TIME}\s*$")
_SPAN = re.compile(rf"^\s*{_TIME}\s*[-–—]\s*{_TIME}\s*$")
_DAYS = re.compile(r"^\s*(\d{4}-\d{2}-\d{2})(?:\s*[-–—]+\s*(\d{4}-\d{2}-\d{2}))?\s*(.*)$")


class Span(NamedTuple):
    """From and to, in minutes after midnight."""

    start: int
    end: int


def read_spans(text: str) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The spans of one line, parted by commas, and the parts that could not be read."""
    spans, unread = [], []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]|\boch\b", text))):
        span = _span(part)
        if span is None:
            unread.append(part)
        else:
            spans.append(span)
    return tuple(spans), tuple(unread)


def _span(text: str) -> Span | None:
    match = _SPAN.match(text)
    if match is None:
        return None
    start_hour, start_minute, end_hour, end_minute = (int(part or 0) for part in match.groups())
    span = Span(start_hour * 60 + start_minute, end_hour * 60 + end_minute)
    fits = max(start_minute, end_minute) < 60 and span.start < span.end <= MINUTES_PER_DAY
    return span if fits else None


def read_time(text: str) -> int | None:
    """Minutes after midnight of «9», «9.30» or «09:30»; None for anything else."""
    match = _CLOCK.match(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def write_spans(spans: Iterable[tuple[int, int]]) -> str:
    """«08.00–12.00, 13.00–15.30»."""
    return ", ".join(written_span(start, end) for start, end in sorted(spans))


def read_week(lines: Mapping[Weekday, str]) -> tuple[tuple[tuple[Weekday, Span], ...], tuple[str, ...]]:
    """The spans of a whole week, one line for each day, and what could not be read."""
    spans: list[tuple[Weekday, Span]] = []
    unread: list[str] = []
    for day, line in lines.items():
        found, lost = read_spans(line)
        spans += [(day, span) for span in found]
        unread += lost
    return tuple(spans), tuple(unread)


def read_closed_days(text: str) -> tuple[tuple[ClosedDays, ...], tuple[str, ...]]:
    """One closure a line, and the lines that could not be read."""
    closed, unread = [], []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        found = _closed(line)
        if found is None:
            unread.append(line)
        else:
            closed.append(found)
    return tuple(closed), tuple(unread)


def _closed(line: str) -> ClosedDays | None:
    match = _DAYS.match(line)
    first = read_date(match[1]) if match else None
    last = read_date(match[2] or match[1]) if match else None
    if match is None or first is None or last is None or last < first:
        return None
    return ClosedDays(first=first, last=last, name=match[3])


def write_closed_days(closed: Iterable[ClosedDays]) -> str:
    """One closure a line."""
    return "\n".join(
        f"{c.first} {c.name}".strip() if c.first == c.last else f"{c.first}–{c.last} {c.name}".strip() for c in closed
    )


def read_moment(text: str) -> dt.datetime | None:
    """The moment of «2026-11-30 14.05», local time without zone; None for anything else."""
    day, _, time = text.strip().partition(" ")
    match = re.fullmatch(_TIME, time.strip())
    date = read_date(day)
    if date is None or match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return dt.datetime.combine(date, dt.time(int(match[1]), int(match[2] or 0)))


def write_moment(moment: dt.datetime) -> str:
    """«2026-11-30 14.05»."""
    return f"{moment:%Y-%m-%d %H.%M}"


def read_date(text: str) -> dt.date | None:
    """The date of «2026-11-30»; None for anything else."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None
