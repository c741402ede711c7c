"""The one door: the right reader for the content, and nothing but `BadInput` out of anything else."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interop.choices import TimetableChoice, doubts_of
from interop.reading import MOST_BYTES, offered_groups, read_timetable
from planning.errors import BadInput
from wording.doubts import say_doubt

FIXTURES = Path(__file__).parents[1] / "fixtures" / "timetables"
OWN = b"Dag;Start;Slut;\xc3\x84mne\nm\xc3\xa5n;8.10;9.00;Svenska\n"
FET = (FIXTURES / "skolan_subgroups.xml").read_bytes()
ICS = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260901T081000\r\nDTEND:20260901T090000\r\nSUMMARY:Bild\r\n"
    b"RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20260908T081000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize(
    ("content", "name", "group"),
    [
        (OWN, "schema.txt", ""), (FET, "a.xml", "7A spa"), (FET, "utan_ändelse", "7A spa"), (ICS, "feed.ics", ""),
        (ICS, "f", ""),
    ],
)
def test_the_content_chooses_the_reader(content: bytes, name: str, group: str) -> None:
    """A file is read for what it is, whatever it is called."""
    timetable = read_timetable(content, f"C:\\mapp\\{name}", TimetableChoice(group=group or None)).timetable
    assert timetable.occasions
    assert timetable.source == name
    assert offered_groups(content, name)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "empty_file"),
        (b"\xef\xbb\xbf \r\n", "a.csv", "empty_file"),
        (b"PK\x03\x04abc", "a.xlsx", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.xls", "workbook"),
        (b"%PDF-1.7", "a.pdf", "unknown_format"),
        (b"{}", "a.json", "unknown_format"),
        (OWN, "a.ics", "not_the_format"),
        (OWN, "a.xml", "not_the_format"),
        (b"hello", "a.csv", "headings_missing"),
        (b"a" * (MOST_BYTES + 1), "a.csv", "too_large"),
        (b"Dag;Start;Slut;Amne;Kurs\n" + b";" * 400_000, "a.csv", "too_many_columns"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_code_and_the_file(content: bytes, name: str, code: str) -> None:
    """Every refusal names the file and the field."""
    with pytest.raises(BadInput) as caught:
        read_timetable(content, name, TimetableChoice())
    assert caught.value.code == code
    assert caught.value.data["file"] == name
    assert caught.value.data["field"]


def test_assumed_letters_are_a_doubt() -> None:
    """A table whose encoding is nowhere said is read, and shown to be looked at; a calendar too."""
    text = "Dag;Start;Slut;Ämne\nmån;8.10;9.00;Slöjd\n"
    (found,) = doubts_of(read_timetable(text.encode("cp1252"), "a.csv", TimetableChoice()))
    assert (found.code, found.raw, found.left_out) == ("letters_assumed", "Dag;Start;Slut;Ämne", False)
    assert say_doubt(found.where, found.code, found.raw).endswith("å, ä och ö är rätt – Dag;Start;Slut;Ämne")
    assert doubts_of(read_timetable(text.encode(), "a.csv", TimetableChoice())) == ()
    calendar = ICS.replace(b"Bild", "Slöjd".encode("cp1252"))
    (of_calendar,) = doubts_of(read_timetable(calendar, "a", TimetableChoice(fold="dated")))
    assert of_calendar.raw == "SUMMARY:Slöjd"


def test_a_name_cannot_turn_its_letters_round() -> None:
    """A file is shown under a name that reads as it is written."""
    assert read_timetable(OWN, "x/a\u202evsc.csv\x00", TimetableChoice()).timetable.source == "avsc.csv"


def test_a_dated_table_is_folded_only_when_asked() -> None:
    """Dated rows stay dated by default, and become the ordinary week on request."""
    mondays = [dt.date(2026, 9, 7) + dt.timedelta(weeks=n) for n in range(4)]
    content = "\n".join(["date,start,end,subject", *(f"{day},08:10,09:00,Bild" for day in mondays)]).encode()
    assert read_timetable(content, "a.csv", TimetableChoice()).timetable.is_dated
    folded = read_timetable(content, "a.csv", TimetableChoice(fold="weekly"))
    assert len(folded.timetable.lessons) == 1
    assert doubts_of(folded) == ()


CHOICES = st.builds(
    TimetableChoice,
    group=st.sampled_from([None, "7A spa", "8A"]),
    unit=st.sampled_from([None, "class", "student_path"]),
    fold=st.sampled_from(["auto", "weekly", "dated"]),
)
ENDINGS = st.sampled_from(["a", "a.csv", "a.xml", "a.ics"])


@settings(deadline=2000, max_examples=200)
@given(st.binary(max_size=400), ENDINGS, CHOICES)
def test_arbitrary_bytes_raise_nothing_but_bad_input(content: bytes, name: str, choice: TimetableChoice) -> None:
    """Whatever is sent is read or refused, soon."""
    with contextlib.suppress(BadInput):
        assert read_timetable(content, name, choice).timetable.lessons


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "SUMMARY:Bild", "DTSTART:20260901T081000Z", "UID:1",
        "DTSTART;VALUE=DATE:20260901", "DTEND;TZID=Mars/Base:20260901T090000", "DURATION:-P1D", "STATUS:CANCELLED",
        "DTEND:20260901T0900", "DTSTART:99991231T235959", "DTEND:99991231T235959", "DTEND;VALUE=DATE:20270901",
        "RRULE:FREQ=DAILY;COUNT=99999999", "RRULE:FREQ=WEEKLY;BYDAY=1MO,XX", "RRULE:FREQ=YEARLY;INTERVAL=99999999999",
        "EXDATE:20260901T081000Z,x", "RDATE;VALUE=PERIOD:20260901T081000Z/PT1H", "RECURRENCE-ID:20260901T081000Z",
        "RRULE:FREQ=MONTHLY;BYDAY=5MO;UNTIL=99991231", "DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z",
    ]
)


@settings(deadline=4000, max_examples=200)
@given(st.lists(LINES, max_size=14), st.sampled_from(["", "X-WR-TIMEZONE:Europe/Oslo", "X-WR-TIMEZONE:../x"]))
def test_arbitrary_calendars_raise_nothing_but_bad_input(lines: list[str], head: str) -> None:
    """Properties in any order and number are read or refused, soon."""
    text = "\r\n".join(["BEGIN:VCALENDAR", head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    with contextlib.suppress(BadInput):
        assert read_timetable(text.encode(), "a.ics", TimetableChoice()).timetable.lessons


@settings(deadline=2000, max_examples=150)
@given(st.data(), st.sampled_from([OWN, FET, ICS]))
def test_a_damaged_file_raises_nothing_but_bad_input(data: st.DataObject, content: bytes) -> None:
    """A good file with a piece cut out or overwritten is read or refused, soon."""
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 60)))
    damaged = content[:start] + data.draw(st.binary(max_size=20)) + content[end:]
    with contextlib.suppress(BadInput):
        assert read_timetable(damaged, "a", TimetableChoice(group="7A spa")).timetable.lessons


CELLS = st.sampled_from(["8A", "mon", "8.10", "9.00", "Bild", "", "2026-09-01", "24:00", "\x00", '"'])


@settings(deadline=2000, max_examples=200)
@given(
    st.lists(st.lists(CELLS, max_size=8), max_size=8),
    st.sampled_from(["Klass;Dag;Start;Slut;Ämne", "Datum;Tid;Ämne", "group;unit;day;date;time;end;subject;kind"]),
)
def test_arbitrary_tables_raise_nothing_but_bad_input(rows: list[list[str]], headings: str) -> None:
    """Cells in any order under any headings are read or refused, soon."""
    text = headings + "\n" + "\n".join(";".join(row) for row in rows)
    with contextlib.suppress(BadInput):
        assert read_timetable(text.encode(), "a.csv", TimetableChoice()).timetable.lessons
