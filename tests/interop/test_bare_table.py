"""Lessons that come without headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.choices import TimetableChoice, doubts_of
from interop.reading import read_timetable
from planning.clock import Weekday
from planning.timetable import Lesson

CLOCKS = st.sampled_from(["{h}.{m:02d}", "{h}:{m:02d}", "{h:02d}:{m:02d}", "{h:02d}{m:02d}", "kl {h}.{m:02d}"])
DAYS = {Weekday.MON: ["må", "Mån", "mon", "Måndagar", "1", "MÅNDAG"], Weekday.TUE: ["Ti", "tis.", "tisdagar", "2"]}


def read(text: str, **choice: object) -> tuple[Lesson, ...]:
    """The lessons of the text."""
    return read_timetable(text.encode(), "tabell.csv", TimetableChoice.model_validate(choice)).timetable.lessons


def codes(text: str) -> list[tuple[str, str]]:
    """The doubts of the text: where, and what."""
    return [(d.where, d.code) for d in doubts_of(read_timetable(text.encode(), "tabell.csv", TimetableChoice()))]


def said(lesson: Lesson) -> tuple[object, ...]:
    """What was read of it."""
    return lesson.weekday, lesson.start, lesson.end, lesson.subject, lesson.rooms, lesson.teachers


def test_columns_are_known_by_what_stands_in_them() -> None:
    """And that they were guessed is told."""
    text = "mån;8.10;9.00;Bild;B204;Ada\nti;0810;0900;Musik;M1;Bo\n"
    assert [said(lesson) for lesson in read(text)] == [
        (Weekday.MON, 490, 540, "Bild", ("B204",), ("Ada",)),
        (Weekday.TUE, 490, 540, "Musik", ("M1",), ("Bo",)),
    ]
    assert codes(text) == [("", "columns_guessed")]


@given(
    st.lists(
        st.tuples(st.sampled_from([(d, w) for d, words in DAYS.items() for w in words if not w.isdigit()]),
                  st.integers(7, 15), st.integers(0, 59)),
        min_size=1, max_size=6, unique_by=lambda one: (one[0][0], one[1]),
    ),
    CLOCKS, CLOCKS, st.sampled_from([";", "\t", ",", "|", "    "]), st.sampled_from(["two", "-", "–", " – "]),
)  # fmt: skip
def test_a_row_is_read_however_it_is_written(
    rows: list[tuple[tuple[Weekday, str], int, int]], one: str, other: str, between: str, dash: str
) -> None:
    """Days short and long, times with dot, colon or neither, in one column or two, with any delimiter."""
    lines, expected = [], set()
    for (day, word), hour, minute in rows:
        start, end = one.format(h=hour, m=minute), other.format(h=hour + 1, m=minute)
        times = [start, end] if dash == "two" else [f"{start}{dash}{end}"]
        lines.append(between.join([word, *times, "Bild"]))
        expected.add((day, hour * 60 + minute, (hour + 1) * 60 + minute, "Bild"))
    assert {(o.weekday, o.start, o.end, o.subject) for o in read("\n".join(lines))} == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_letters_come_through_in_every_encoding_that_schools_send(encoding: str) -> None:
    """Å, ä and ö, with a mark at the beginning or without."""
    content = "lör;8.10;9.00;Slöjd\nsön;8.10;9.00;Språkval å\n".encode(encoding)
    lessons = read_timetable(content, "a.txt", TimetableChoice()).timetable.lessons
    assert [(o.weekday, o.subject) for o in lessons] == [(Weekday.SAT, "Slöjd"), (Weekday.SUN, "Språkval å")]


def test_lines_below_each_day_are_read_as_they_stand() -> None:
    """As a page of a phone looks when it is copied, one lesson over several lines or on one."""
    text = "Måndag\n08.10–09.00 Bild B204\n09:10 - 10:00\nMatematik\nA12\nBo P\nTisdag\n0810-0900 Musik\nhej\n"
    assert [said(lesson) for lesson in read(text)] == [
        (Weekday.MON, 490, 540, "Bild", ("B204",), ()),
        (Weekday.MON, 550, 600, "Matematik", ("A12",), ("Bo P",)),
        (Weekday.TUE, 490, 540, "Musik", (), ()),
    ]
    assert codes(text) == [("9", "no_weekday")]
    assert len(read(text, rows={"9": "Ons 8-9 Slöjd"})) == 4


def test_a_day_that_stands_once_holds_for_the_rows_below() -> None:
    """As in a sheet with merged cells, and it is told."""
    text = "Dag;Tid;Ämne\nMån;8.10-9.00;Bild\n;9.10-10.00;Musik\nTis;8.10-9.00;NO\n"
    assert [(o.weekday, o.subject) for o in read(text)] == [
        (Weekday.MON, "Bild"), (Weekday.MON, "Musik"), (Weekday.TUE, "NO"),
    ]  # fmt: skip
    assert codes(text) == [("3", "day_from_above")]


def test_a_row_that_was_put_right_is_read_in_its_place() -> None:
    """And one that was emptied is gone, since somebody has said so."""
    text = "Dag;Start;Slut;Ämne\nmån;sen;;Bild\ntis;8.00;9.00;Musik\n"
    assert codes(text) == [("2", "no_start")]
    assert [o.subject for o in read(text, rows={"2": "mån; 8.10; 9.00; Bild"})] == ["Bild", "Musik"]
    assert [o.subject for o in read(text, rows={"2": ""})] == ["Musik"]


def test_day_numbers_and_dates_may_stand_in_the_column_of_days() -> None:
    """1 is Monday; a date is a date."""
    assert [o.weekday for o in read("Dag;Tid;Ämne\n1;8-9;Bild\n5;8-9;Bild\n")] == [Weekday.MON, Weekday.FRI]
    (dated,) = read("Dag;Tid;Ämne\n2026-09-01;8-9;Bild\n")
    assert (dated.week, dated.weekday) == ("2026-W36", Weekday.TUE)
