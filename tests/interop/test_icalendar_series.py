"""Rules are expanded within the window, and never searched for ever."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from interop.choices import TimetableChoice
from interop.icalendar_series import Expanded, expand
from interop.icalendar_source import read_events


def expanded(rule: str, start: str = "DTSTART:20260901T081000") -> Expanded:
    """The occurrences of one rule in September 2026."""
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{start}\nDURATION:PT1H\nSUMMARY:Bild\n{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
    window = TimetableChoice(from_date=dt.date(2026, 9, 1), to_date=dt.date(2026, 9, 30))
    return expand(read_events(text.encode(), "a.ics"), "a.ics", window)


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("RRULE:FREQ=WEEKLY", 5), ("RRULE:FREQ=WEEKLY;COUNT=2", 2), ("RRULE:FREQ=WEEKLY;INTERVAL=2", 3),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU,TH", 9), ("RRULE:FREQ=WEEKLY;UNTIL=20260915", 2),
        ("RRULE:FREQ=MONTHLY;BYDAY=1TU", 1), ("RRULE:FREQ=WEEKLY;COUNT=2000000000", 5), ("RDATE:20260903T081000", 2),
    ],
)
def test_a_rule_gives_its_occurrences_within_the_window(rule: str, count: int) -> None:
    """The usual rules of school feeds, with and without an end."""
    assert len(expanded(rule).occurrences) == count


def test_a_rule_that_began_last_year_goes_on_in_the_window() -> None:
    """Only what lies within the dates is taken."""
    found = expanded("RRULE:FREQ=WEEKLY", start="DTSTART;TZID=Europe/Stockholm:20250902T081000").occurrences
    assert found[0].start == dt.datetime(2026, 9, 1, 8, 10)  # noqa: DTZ001  local time by contract
    assert len(found) == 5


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3", "RRULE:FREQ=MONTHLY;BYDAY=6MO;COUNT=3", "RRULE:FREQ=NEVER",
    ],
)
def test_a_rule_out_of_reach_is_a_doubt_at_once(rule: str) -> None:
    """What would be searched until the year 9999 is listed instead."""
    began = time.monotonic()
    found = expanded(rule)
    assert (found.occurrences, [d.code for d in found.doubts]) in (
        ([], ["rule_unreadable"]), ([], ["event_unreadable"]),
    )
    assert time.monotonic() - began < 2
