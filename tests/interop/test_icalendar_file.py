"""A school's calendar: local times, rules, cancelled lessons, long days, and what an attacker may send."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from interop.choices import Reading, TimetableChoice, doubts_of
from interop.icalendar_file import offered_icalendar_groups, read_icalendar, rooms_of
from interop.reading import read_timetable
from planning.errors import BadInput
from planning.timetable import Lesson, LessonKind

WEEKLY = "RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z"


def event(*lines: str, start: str = "DTSTART;TZID=Europe/Stockholm:20260901T081000", uid: str = "") -> str:
    """One event of fifty minutes, unless the lines say otherwise."""
    own = [line.partition(":")[0].partition(";")[0] for line in lines]
    end = () if "DTEND" in own or "DURATION" in own else ("DURATION:PT50M",)
    summary = () if "SUMMARY" in own else ("SUMMARY:Svenska",)
    return "\r\n".join(("BEGIN:VEVENT", *((f"UID:{uid}",) if uid else ()), start, *end, *summary, *lines, "END:VEVENT"))


def calendar(*events: str, head: str = "X-WR-CALNAME:Schema 8A\\, v. 36\r\n") -> bytes:
    """A calendar of those events."""
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + head + "\r\n".join(events) + "\r\nEND:VCALENDAR\r\n").encode()


def read(*events: str, **choice: object) -> Reading:
    """The dated reading of those events."""
    return read_icalendar(calendar(*events), "x.ics", TimetableChoice.model_validate(choice))


def only(reading: Reading) -> Lesson:
    """The one lesson of the reading."""
    (lesson,) = reading.timetable.lessons
    return lesson


@pytest.mark.parametrize(
    ("start", "minutes"),
    [
        ("DTSTART;TZID=Europe/Stockholm:20260901T081000", 490), ("DTSTART:20260901T061000Z", 490),
        ("DTSTART:20261101T071000Z", 490), ("DTSTART:20260901T081000", 490),
        ("DTSTART;TZID=W. Europe Standard Time:20260901T081000", 490),
        ('DTSTART;TZID="Europe/Helsinki":20260901T091000', 490),
    ],
)
def test_times_are_swedish_local_time(start: str, minutes: int) -> None:
    """UTC in summer and winter, other zones and zones by Windows name all give ten past eight here."""
    assert only(read(event(start=start))).start == minutes


def test_a_zone_that_nobody_knows_is_taken_as_swedish_and_said() -> None:
    """The name of a zone is never followed into the file system."""
    reading = read(event(start="DTSTART;TZID=../../../etc/passwd:20260901T081000"))
    assert only(reading).start == 490
    assert [(d.code, d.left_out) for d in doubts_of(reading)] == [("timezone_assumed", False)]


def test_a_weekly_rule_keeps_local_time_over_the_clock_change_and_skips_its_exceptions() -> None:
    """Ten past eight stays ten past eight after v. 43; an excluded date is not there."""
    weekly = event(WEEKLY, "EXDATE;TZID=Europe/Stockholm:20260908T081000")
    lessons = read(weekly, to_date="2026-11-30").timetable.lessons
    assert {o.start for o in lessons} == {490}
    assert [o.date for o in lessons][:2] == [dt.date(2026, 9, 1), dt.date(2026, 9, 15)]
    assert len(lessons) == 12
    assert lessons[0].source_ref == "2026-09-01"


def test_a_moved_lesson_stands_where_it_was_moved() -> None:
    """An exception with its own time replaces the occurrence that it is about."""
    moved = event("RECURRENCE-ID;TZID=Europe/Stockholm:20260908T081000", "SEQUENCE:1", uid="a",
                  start="DTSTART;TZID=Europe/Stockholm:20260909T100000")
    lessons = read(event(WEEKLY, uid="a"), moved, to_date="2026-09-15").timetable.lessons
    assert [(str(o.date), o.start) for o in lessons] == [("2026-09-01", 490), ("2026-09-09", 600), ("2026-09-15", 490)]


def test_a_cancelled_lesson_is_left_out_and_listed() -> None:
    """The coach sees that it was there."""
    reading = read(event(), event("STATUS:CANCELLED", "SUMMARY:Bild"))
    assert only(reading).subject == "Svenska"
    assert [(d.code, d.where, d.raw) for d in doubts_of(reading)] == [("cancelled", "2026-09-01", "08:10 Bild")]


def test_lov_and_long_days_are_events_on_each_of_their_days() -> None:
    """An all-day lov, a day out of more than six hours and a night are no lessons."""
    lov = event("DTEND;VALUE=DATE:20261031", "SUMMARY:Höstlov", start="DTSTART;VALUE=DATE:20261026")
    trip = event("DTEND:20260902T160000", "SUMMARY:Friluftsdag", start="DTSTART:20260902T083000")
    night = event("DTEND:20260904T010000", "SUMMARY:Skoldisco", start="DTSTART:20260903T220000")
    events = [o for o in read(event(), lov, trip, night).timetable.lessons if o.kind is LessonKind.EVENT]
    spans = [(o.subject, o.start, o.end) for o in sorted(events, key=lambda o: (o.date or dt.date.min))]
    assert spans == [
        ("Friluftsdag", 510, 960), ("Skoldisco", 1320, 1440), ("Skoldisco", 0, 60), *[("Höstlov", 0, 1440)] * 5,
    ]


def test_teachers_groups_and_rooms_are_found_in_the_text() -> None:
    """«Lärare: …» in the description and the names in the place."""
    lesson = only(read(event("DESCRIPTION:Ta med bok\\nLärare: TTE\\, KEX\\nKlass: 8A", "LOCATION:A1\\, A2")))
    assert (lesson.teachers, lesson.groups, lesson.rooms) == (("TTE", "KEX"), ("8A",), ("A1", "A2"))


@pytest.mark.parametrize(
    ("location", "rooms"),
    [
        ("", ()), ("Sal 14", ("Sal 14",)), ("A1, A2", ("A1", "A2")),
        ("Storgatan 1, 123 45 Ort", ("Storgatan 1, 123 45 Ort",)),
        ("Lokalnamn: KD1. Antal platser: 24. Hus: Norr \nLokalnamn: KD2", ("KD1", "KD2")),
        (": E:1. Storgatan 1, 123 45 Ort,  : E:2. Storgatan 1, 123 45 Ort", ("E:1", "E:2")),
    ],
)
def test_rooms_are_names_without_addresses(location: str, rooms: tuple[str, ...]) -> None:
    """Labels and addresses that systems add are left off; an address alone is one place."""
    assert rooms_of(location) == rooms


def test_one_broken_event_does_not_cost_the_others() -> None:
    """An event without a start, one that never ends and a rule out of reach are listed; the rest is read."""
    broken = event("SUMMARY:Utan start", start="DTSTART:igår")
    unreachable = event("SUMMARY:Aldrig", "RRULE:FREQ=YEARLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30")
    still = event("SUMMARY:Still", "RRULE:FREQ=DAILY;INTERVAL=0")
    open_ended = "BEGIN:VEVENT\r\nDTSTART:20260901T081000\r\nSUMMARY:Öppen"
    reading = read(event(), broken, unreachable, still, open_ended)
    assert only(reading).subject == "Svenska"
    assert sorted(d.code for d in doubts_of(reading)) == ["event_unreadable"] * 2 + ["rule_unreadable"] * 2


def test_a_rule_without_end_stops_after_the_school_year() -> None:
    """An endless rule gives one school year; later single events are listed."""
    reading = read(event("RRULE:FREQ=WEEKLY"), event(start="DTSTART:20280901T081000", uid="z"))
    assert len(reading.timetable.lessons) == 53
    assert [d.code for d in doubts_of(reading)] == ["outside_year"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (calendar(event("RRULE:FREQ=SECONDLY")), "rule_too_frequent"),
        (calendar(event("RRULE:FREQ=MINU\r\n TELY;COUNT=2000000000")), "rule_too_frequent"),
        (calendar("BEGIN:VEVENT\r\n" + "BEGIN:VALARM\r\n" * 30), "too_deep"),
        (calendar(), "no_events"),
        (calendar(*[event("RRULE:FREQ=DAILY", uid=str(n)) for n in range(60)]), "too_many_occurrences"),
    ],
)
def test_a_calendar_made_to_harm_is_refused_quickly(content: bytes, code: str) -> None:
    """Rules by the second, deep nests, endless lines and floods of dates end in a refusal, soon."""
    began = time.monotonic()
    with pytest.raises(BadInput) as caught:
        read_icalendar(content, "x.ics", TimetableChoice())
    assert caught.value.code == code
    assert time.monotonic() - began < 5


def test_a_window_longer_than_a_school_year_is_refused() -> None:
    """Two years are no timetable."""
    with pytest.raises(BadInput) as caught:
        read(event(), from_date="2026-01-01", to_date="2028-01-01")
    assert caught.value.code == "window_too_long"


def test_a_feed_that_repeats_is_folded_unless_told_otherwise() -> None:
    """Weekly lessons become the ordinary week; «dated» keeps the dates."""
    content = calendar(event(WEEKLY), event(WEEKLY, "SUMMARY:Bild", start="DTSTART:20260902T100000"))
    assert not read_timetable(content, "x.ics", TimetableChoice()).timetable.is_dated
    assert read_timetable(content, "x.ics", TimetableChoice(fold="dated")).timetable.is_dated


def test_the_offer_is_the_calendar_itself() -> None:
    """A feed is one student's or one group's own calendar, under its own name."""
    (offer,) = offered_icalendar_groups(calendar(event()), "x.ics")
    assert (offer.group, offer.lessons, offer.weeks) == ("Schema 8A, v. 36", 1, ("2026-W36",))
