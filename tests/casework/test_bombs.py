"""Files made to break whoever reads them: each ends in its own sentence, soon, and within the reader's memory.

They are made here when they are needed. That the sentence is the file's own, and not that of a limit of the process,
says that the file was stopped before it took what a process may take.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

import pytest

from casework.reading_apart import offered_groups, read_timetable
from interop.choices import TimetableChoice, doubts_of
from planning.errors import BadInput
from wording.errors import say_error

HEADINGS = b"Dag;Start;Slut;\xc3\x84mne\n"
LESSON = b"m\xc3\xa5n;8.10;9.00;Bild\n"


def calendar(*lines: str, times: int = 1, ends: bool = True) -> bytes:
    """A calendar of so many events that say these lines."""
    event = "\r\n".join(["BEGIN:VEVENT", "DTSTART:20260901T081000", "SUMMARY:Bild", *lines, "END:VEVENT", ""])
    return ("BEGIN:VCALENDAR\r\n" + event * times + ("END:VCALENDAR\r\n" if ends else "")).encode()


def workbook() -> bytes:
    """A small file that unpacks to a hundred megabytes of zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(100_000_000))
    return out.getvalue()


def laughs() -> bytes:
    """Ten words that each mean ten of the one before."""
    words = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{words}]><Students_Timetable>&a9;</Students_Timetable>'.encode()


def meaning(what: str, times: int) -> bytes:
    """An abbreviation that means that, so many times."""
    return f"<!DOCTYPE x [<!ENTITY a {what}>]><Students_Timetable>{'&a;' * times}</Students_Timetable>".encode()


def fet(inner: str) -> bytes:
    """A file of subgroups with that in it."""
    return f"<Students_Timetable>{inner}</Students_Timetable>".encode()


TIMETABLES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a row of 400 000 cells": ("a.csv", lambda: HEADINGS + b";" * 400_000, "too_many_columns"),
    "headings of 400 000 cells": ("a.csv", lambda: b"," * 400_000, "headings_missing"),
    "6001 rows": ("a.csv", lambda: HEADINGS + LESSON * 6_001, "too_many_rows"),
    "five megabytes of empty rows": ("a.csv", lambda: HEADINGS + (b";" * 58 + b"\n") * 80_000, "no_lessons"),
    "five megabytes of line breaks": ("a.csv", lambda: b"x" + b"\n" * 4_900_000, "headings_missing"),
    "six megabytes": ("a.csv", lambda: HEADINGS + LESSON * 300_000, "too_large"),
    "a quotation that never ends": ("a.csv", lambda: HEADINGS + b'"' + LESSON * 20_000, "bad_csv"),
    "a workbook of zeros": ("a.xlsx", workbook, "workbook"),
    "the same, called a table": ("a.csv", workbook, "workbook"),
    "a picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\xff" * 64, "unknown_format"),
    "entities of entities": ("a.xml", laughs, "xml_with_entities"),
    "one long entity, often": ("a.xml", lambda: meaning(f'"{"a" * 100_000}"', 100_000), "xml_with_entities"),
    "a file of this computer": ("a.xml", lambda: meaning('SYSTEM "file:///etc/hostname"', 1), "xml_with_entities"),
    "a hundred thousand elements deep": ("a.xml", lambda: fet("<a>" * 100_000), "too_deep"),
    "elements without end": ("a.xml", lambda: fet("<a/>" * 1_200_000), "too_large"),
    "days without end": ("a.xml", lambda: fet(f"<Subgroup>{'<Day/>' * 200_000}</Subgroup>"), "too_large"),
    "an attribute of four megabytes": ("a.xml", lambda: fet(f"<Subgroup name='{'a' * 4_000_000}'/>"), "no_lessons"),
    "every second": ("a.ics", lambda: calendar("RRULE:FREQ=SECONDLY"), "rule_too_frequent"),
    "every hour": ("a.ics", lambda: calendar("RRULE:FREQ=HOURLY;COUNT=9"), "rule_too_frequent"),
    "every second, folded": ("a.ics", lambda: calendar("RRULE:FREQ=SECO\r\n NDLY"), "rule_too_frequent"),
    "forty rules of two thousand million times": (
        "a.ics", lambda: calendar("RRULE:FREQ=DAILY;COUNT=2000000000", times=40), "too_many_occurrences",
    ),
    "dates and a rule beyond a year": (
        "a.ics",
        lambda: calendar("RRULE:FREQ=DAILY", *(f"RDATE:202609{n % 30 + 1:02d}T{n // 30:02d}0000" for n in range(300))),
        "too_many_occurrences",
    ),
    "two megabytes": ("a.ics", lambda: calendar("DESCRIPTION:" + "x" * 2_000_000), "too_large"),
    "twenty thousand components deep": ("a.ics", lambda: calendar(*["BEGIN:VTODO"] * 20_000), "too_deep"),
    "six thousand events": (
        "a.ics", lambda: b"BEGIN:VCALENDAR" + b"\nBEGIN:VEVENT\nEND:VEVENT" * 6_000, "too_many_events",
    ),
    "600 rules": ("a.ics", lambda: calendar("RRULE:FREQ=YEARLY", times=600), "too_many_events"),
    "a million line breaks": ("a.ics", lambda: b"BEGIN:VCALENDAR" + b"\n" * 900_000, "no_events"),
}  # fmt: skip


@pytest.mark.parametrize("name", TIMETABLES)
def test_a_bomb_for_timetables_ends_in_its_sentence(name: str) -> None:
    """Asked for a week; asked for groups it is the same, or there is nothing wrong with them. The next file is read."""
    file, made, code = TIMETABLES[name]
    content = made()
    with pytest.raises(BadInput) as told:
        read_timetable(content, file, TimetableChoice())
    assert told.value.code == code
    said = say_error(told.value)
    assert said.startswith(f"{file}, ")
    assert "(" not in said.replace("(DTD)", "")
    with contextlib.suppress(BadInput):
        assert code == "no_lessons" or not offered_groups(content, file)
    assert offered_groups(HEADINGS + LESSON, "a.csv")


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (("DESCRIPTION:" + "\\n" * 450_000,), ""),
        (("DESCRIPTION:" + "klass : " * 100_000,), ""),
        (("LOCATION:" + ", " * 450_000,), ""),
        (("LOCATION:" + ",   :" * 150_000,), ""),
        (("SUMMARY:" + " " * 800_000 + "x",), ""),
        (("DTEND;TZID=../../../../etc/passwd:20260901T090000",), "timezone_assumed"),
        (("DTEND;TZID=" + "A" * 5_000 + ":20260901T090000",), "timezone_assumed"),
        (tuple(f"RDATE:20270101T{n % 24:02d}{n % 60:02d}00" for n in range(30_000)), "too_many_dates"),
        (("RRULE:FREQ=DAILY;INTERVAL=0",), "rule_unreadable"),
        (("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",), "rule_unreadable"),
        (("RRULE:FREQ=DAILY;COUNT=2000000000",), ""),
        (("DTEND:00260901T090000", "RRULE:FREQ=WEEKLY;COUNT=9"), ""),
        (("DTEND:99990901T090000", "RRULE:FREQ=WEEKLY;COUNT=9"), "rule_unreadable"),
        (("DURATION:-P9999W", "RDATE:20260908T081000"), ""),
        (("DURATION:P9999W", "RDATE:20260908T081000"), "rule_unreadable"),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_a_calendar_that_would_take_for_ever_is_read_in_part(lines: tuple[str, ...], doubt: str) -> None:
    """What cannot be meant becomes a doubt; the other lesson is there."""
    content = calendar(*lines).replace(b"END:VCALENDAR", b"") + calendar("UID:the other")[len("BEGIN:VCALENDAR\r\n") :]
    reading = read_timetable(content, "a.ics", TimetableChoice(fold="dated"))
    assert "Bild" in {lesson.subject for lesson in reading.timetable.lessons}
    assert doubt in {"", *(one.code for one in doubts_of(reading))}
