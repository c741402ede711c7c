"""Real calendar files beside the repository: times and counts as somebody else read them."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from interop.choices import TimetableChoice, doubts_of
from interop.icalendar_file import LONGEST_LESSON_MINUTES
from interop.reading import read_timetable
from planning.clock import clock_text
from planning.timetable import Lesson, LessonKind

DATA = Path(__file__).parents[2] / ".." / "shared" / "data" / "systems"

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the real calendar files are not beside this repository")

DATED = TimetableChoice(fold="dated")


def expected_rows(name: str) -> list[dict[str, str]]:
    """What a correct import of the calendar gives, one row per event."""
    with (DATA / "expected" / f"{name}_ics.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def first_days(lessons: tuple[Lesson, ...]) -> Counter[tuple[str, str, str]]:
    """How many entries begin then; an event that goes on over midnight is counted on each of its days."""
    return Counter((str(o.date), clock_text(o.start), clock_text(o.end)) for o in lessons)


@pytest.mark.parametrize("name", ["timeedit_university_labelled_fields", "timeedit_university_rooms"])
def test_every_event_stands_at_its_local_time(name: str) -> None:
    """Each expected event is there on its date; one over midnight ends its first day at 24:00 and goes on the next."""
    lessons = read_timetable((DATA / f"{name}.ics").read_bytes(), f"{name}.ics", DATED).timetable.lessons
    expected: Counter[tuple[str, str, str]] = Counter()
    for row in expected_rows(name):
        if row["all_day"] == "yes":
            expected[row["start_date"], "00:00", "24:00"] += 1
        elif row["end_date"] == row["start_date"]:
            expected[row["start_date"], row["start_local"], row["end_local"]] += 1
        else:
            expected[row["start_date"], row["start_local"], "24:00"] += 1
            if row["end_local"] != "00:00":
                expected[row["end_date"], "00:00", row["end_local"]] += 1
    assert first_days(lessons) == expected


@pytest.mark.parametrize("name", ["timeedit_university_labelled_fields", "timeedit_university_rooms"])
def test_long_events_are_no_lessons(name: str) -> None:
    """All-day events and those over six hours are events; all the rest are lessons."""
    rows = expected_rows(name)
    lessons = read_timetable((DATA / f"{name}.ics").read_bytes(), f"{name}.ics", DATED).timetable.lessons
    short = [
        row
        for row in rows
        if row["all_day"] == "no"
        and row["end_date"] == row["start_date"]
        and _minutes(row["end_local"]) - _minutes(row["start_local"]) <= LONGEST_LESSON_MINUTES
    ]
    assert sum(o.kind is LessonKind.LESSON for o in lessons) == len(short)


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def test_rooms_come_without_their_address() -> None:
    """A room of a system that writes the address after it is the room alone."""
    content = (DATA / "timeedit_university_rooms.ics").read_bytes()
    lessons = read_timetable(content, "rooms.ics", DATED).timetable.lessons
    assert ("E:4115", "E:4116") in {o.rooms for o in lessons}
    assert all("Lund" not in room for o in lessons for room in o.rooms)


def test_a_calendar_written_by_hand_is_read_with_its_doubts() -> None:
    """Text before the calendar, no ids, events without length, a rule of every fourth week: all is read."""
    content = (DATA / "malformed_handwritten.ics").read_bytes()
    reading = read_timetable(content, "malformed_handwritten.ics", TimetableChoice())
    assert {(d.code, d.left_out) for d in doubts_of(reading)} == {("end_assumed", False)}
    mornings = [o for o in reading.timetable.lessons if o.subject.endswith("Förmiddag")]
    dates = sorted({o.date for o in mornings if o.date})
    assert dates[:6] == [dt.date(2026, 9, 21) + dt.timedelta(days=n) for n in (0, 1, 2, 3, 4, 28)]
    assert {(o.start, o.minutes) for o in mornings} == {(5 * 60 + 48, 45)}
