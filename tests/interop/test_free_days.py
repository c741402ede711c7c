"""Whole days of a school's calendar file: from first to last, weekends off at the ends, nothing that was cancelled."""

from __future__ import annotations

import datetime as dt

import pytest

from interop.free_days import read_free_days
from planning.errors import BadInput


def event(first: str, after: str, name: str, *more: str) -> str:
    """An event of whole days; `after` is the day after its last one, as calendars write it."""
    lines = ("BEGIN:VEVENT", f"UID:{first}{name}", f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}",
             f"SUMMARY:{name}", *more, "END:VEVENT")  # fmt: skip
    return "\r\n".join(lines)


def calendar(*events: str) -> bytes:
    """A calendar file."""
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", "")).encode()


def test_days_run_from_the_first_to_the_last_weekday() -> None:
    """A lov written from Saturday to Sunday a week later is its five days."""
    (found,) = read_free_days(calendar(event("20261024", "20261102", "Höstlov")), "skolan.ics")
    assert (found.first, found.last, found.name) == (dt.date(2026, 10, 26), dt.date(2026, 10, 30), "Höstlov")


def test_lessons_cancelled_days_weekends_and_whole_years_are_no_free_days() -> None:
    """Only what takes whole days, and not too many of them."""
    hours = "DTSTART:20261103T081000Z\r\nDTEND:20261103T090000Z"
    lesson = f"BEGIN:VEVENT\r\nUID:l\r\n{hours}\r\nSUMMARY:Bild\r\nEND:VEVENT"
    content = calendar(
        lesson,
        event("20261113", "20261114", "Studiedag"),
        event("20261120", "20261121", "Studiedag", "STATUS:CANCELLED"),
        event("20261121", "20261122", "Öppet hus"),
        event("20260818", "20270612", "Läsår"),
    )
    assert [(day.first, day.name) for day in read_free_days(content, "skolan.ics")] == [
        (dt.date(2026, 11, 13), "Studiedag")
    ]


def test_what_is_no_calendar_is_refused() -> None:
    """With a code that can be said."""
    with pytest.raises(BadInput):
        read_free_days(b"Datum;Namn\n2026-10-26;H\xc3\xb6stlov\n", "skolan.ics")
