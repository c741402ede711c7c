"""Only what a timetable needs passes from a calendar file."""

from __future__ import annotations

from interop.icalendar_source import read_events

TEXT = """junk
BEGIN:VCALENDAR
X-WR-TIMEZONE:../../etc
BEGIN:VTIMEZONE
TZID:Egen
RRULE:FREQ=YEARLY
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:Sven
 ska
DTSTART;TZID=Egen:20260901T081000
ATTACH:file:///etc/passwd
BEGIN:VALARM
SUMMARY:Larm
END:VALARM
X-OWN:1
END:VEVENT
END:VCALENDAR
"""


def test_lines_are_unfolded_and_only_known_properties_of_events_pass() -> None:
    """Alarms, attachments, own zones and their rules stay outside; the zone nobody knows is a doubt."""
    calendar = read_events(TEXT.encode(), "a.ics")
    (event,) = calendar.events
    assert event.lines == ["SUMMARY:Svenska", "DTSTART:20260901T081000"]
    assert (event.line, event.ended, calendar.zone) == (8, True, "")
    assert [(d.code, d.where) for d in calendar.doubts] == [("timezone_assumed", "11")]
