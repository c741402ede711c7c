"""The neutral CSV: exactly the rows that were asked for, and a doubt for each that could not be understood."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interop.assembling import numbered
from interop.choices import Read, TimetableChoice, doubts_of
from interop.neutral_csv import offered_csv_groups, read_csv
from planning.clock import Weekday, clock_text
from planning.errors import BadInput
from planning.timetable import Lesson, LessonId, LessonKind, Timetable

FIXTURES = Path(__file__).parents[1] / "fixtures" / "timetables"
OWN_WEEK = "Dag;Start;Slut;Ämne;Sal;Lärare\n"


def read(text: str, **choice: object) -> Timetable:
    """The timetable of a CSV text that must have no doubts."""
    reading = read_csv(text.encode(), "x.csv", TimetableChoice.model_validate(choice))
    assert isinstance(reading, Read), doubts_of(reading)
    return reading.timetable


def codes(text: str, **choice: object) -> list[tuple[str, str]]:
    """Where and why of every doubt."""
    reading = read_csv(text.encode(), "x.csv", TimetableChoice.model_validate(choice))
    return [(d.where, d.code) for d in doubts_of(reading)]


def test_a_swedish_table_of_ones_own_is_a_week() -> None:
    """Swedish headings, semicolons, short weekdays and times with a point need no explaining."""
    lesson, other = read(f"{OWN_WEEK}Må;8.10;9.00;Svenska;A12;Test Testsson\nti;08:10;09:00;Bild;;\n").lessons
    assert (lesson.weekday, lesson.start, lesson.end, lesson.subject) == (Weekday.MON, 490, 540, "Svenska")
    assert (lesson.rooms, lesson.teachers) == (("A12",), ("Test Testsson",))
    assert (other.weekday, other.rooms, other.teachers) == (Weekday.TUE, (), ())


def test_both_times_may_stand_in_one_column() -> None:
    """«8:10-9:00» in a column «Tid» is start and end."""
    (lesson,) = read("Dag\tTid\tÄmne\nOnsdag\t8:10-9:00\tIdrott\n").lessons
    assert (lesson.start, lesson.end) == (490, 540)


def test_a_swedish_file_of_two_classes_is_read_in_windows_encoding() -> None:
    """A file as an office writes it (Windows-1252, semicolons, a line above the headings) gives the class asked for."""
    content = (FIXTURES / "tva_klasser_cp1252.csv").read_bytes()
    assert [offer.group for offer in offered_csv_groups(content, "x.csv")] == ["5A", "8B"]
    timetable = read_csv(content, "x.csv", TimetableChoice(group="8B")).timetable
    assert timetable.subjects == ("Engelska", "Hem- och konsumentkunskap", "Matematik", "Musik", "Svenska")
    assert [o.subject for o in timetable.lessons if o.kind is LessonKind.LUNCH] == ["Lunch"]
    assert timetable.week_labels == ("udda", "jämn")


GROUPS = (
    "group,unit,week,weekday,start,end,subject,teacher,part_of_group,source_activity_id\n"
    '8A,class,,mon,08:10,09:00,Musik,"Exempel, Kim",8A-1,11\n'
    "8A,class,A,mon,09:10,10:00,Bild,Ada|Bo,,12\n"
    "8A,class,B,mon,09:10,10:00,Slöjd,Ada,8A-2,13\n"
    "8A / 1,student_path,,tue,08:10,09:00,Musik,Ada,,11\n"
    "8B,class,,noday,,,,,,\n"
)


def test_only_the_chosen_group_is_taken_and_others_raise_no_doubts() -> None:
    """Another group's unreadable row is none of this student's business."""
    timetable = read(GROUPS, group="8A", unit="class")
    assert [o.source_ref for o in timetable.lessons] == ["11", "12", "13"]
    assert timetable.lessons[0].teachers == ("Exempel, Kim",)
    assert timetable.week_labels == ("A", "B")


def test_the_weeks_the_parts_and_the_subjects_can_be_narrowed() -> None:
    """A row of another week, of another part or of a dropped subject is not taken, without a doubt."""
    assert [o.subject for o in read(GROUPS, group="8A", week_labels=["A"]).lessons] == ["Musik", "Bild"]
    assert [o.subject for o in read(GROUPS, group="8A", keep_parts=["", "8A-2"]).lessons] == ["Bild", "Slöjd"]
    assert [o.subject for o in read(GROUPS, group="8A", keep_parts=["8A-2"]).lessons] == ["Slöjd"]
    assert [o.subject for o in read(GROUPS, group="8A", drop_subjects=["Musik", "Bild"]).lessons] == ["Slöjd"]


def test_week_labels_keep_the_order_of_the_choice() -> None:
    """The rotation is the chooser's: B may come first."""
    assert read(GROUPS, group="8A", week_labels=["B", "A"]).week_labels == ("B", "A")


DATED = (
    "start_date,start,end,subject,groups,teacher,room,kind\n"
    "2026-12-28,08:10,09:00,Musik,8A|8B,Ada,M1,lesson\n"
    "2027-01-04,08:10,09:00,Musik,8A,Ada,M1,lesson\n"
    "2027-01-05,,,Studiedag,8A,,,event\n"
    "2027-01-11,08:10,09:00,Musik,8A,Ada,M1,lesson\n"
    "2027-01-04,10:00,11:00,Bild,8B,Ada,M1,lesson\n"
)


def test_dated_rows_have_their_date_and_iso_week() -> None:
    """Week 53 comes before week 1; the date is the reference; a day without times is an event."""
    timetable = read(DATED, group="8A", lesson_kinds=["lesson"], to_date="2027-01-10")
    assert timetable.week_labels == ("2026-W53", "2027-W01")
    assert [(o.week, str(o.date), o.source_ref) for o in timetable.lessons if o.kind is LessonKind.LESSON] == [
        ("2026-W53", "2026-12-28", "2026-12-28"), ("2027-W01", "2027-01-04", "2027-01-04"),
    ]
    (day,) = (o for o in timetable.lessons if o.kind is LessonKind.EVENT)
    assert (day.date, day.start, day.end) == (dt.date(2027, 1, 5), 0, 1440)


def test_a_row_that_cannot_be_understood_is_a_doubt_at_its_line() -> None:
    """Nothing is dropped in silence: each bad row says where it stands and what is wrong with it."""
    rows = "mån;8.10;9.00;Svenska\nxx;8.10;9.00;Bild\nti;;;Bild\nti;9.00;8.10;Bild\nti;8.10;9.00;\nti;8.10;nio;Bild\n"
    assert codes("Dag;Start;Slut;Ämne\n" + rows) == [
        ("3", "no_weekday"), ("4", "no_start"), ("5", "ends_before_start"), ("6", "no_subject"), ("7", "no_end"),
    ]


def test_a_missing_end_is_assumed_and_said() -> None:
    """A start alone gives the chosen length, and the coach is told."""
    reading = read_csv(b"Dag;Start;Amne;Subject\nti;8.10;;Bild\n", "x.csv", TimetableChoice(lesson_minutes=40))
    assert reading.timetable.lessons[0].minutes == 40
    assert [(d.code, d.left_out) for d in doubts_of(reading)] == [("end_assumed", False)]


def test_a_row_with_a_cell_too_many_is_a_doubt() -> None:
    """A comma too many moves every column after it, so the row is not trusted."""
    rows = "mon,8.10,9.00,Bild\nmon,9.10,10.00,Bild,och form\n"
    assert codes(f"day,start,end,subject\n{rows}") == [("3", "too_many_cells")]


def test_the_same_row_twice_is_kept_once_and_said() -> None:
    """A row pasted twice does not make the student double."""
    (place,) = codes("day,start,end,subject\nmon,8.10,9.00,Bild\nmon,8.10,9.00,Bild\n")
    assert place[1] == "repeated"


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ({}, "group_needed"), ({"group": "8C"}, "no_such_group"), ({"group": "8B"}, "no_lessons"),
        ({"group": "8A", "unit": "student_path"}, "no_such_unit"),
    ],
)
def test_a_group_that_cannot_be_used_is_refused_by_name(choice: dict[str, str], code: str) -> None:
    """The refusal says what is missing."""
    with pytest.raises(BadInput) as caught:
        read_csv(GROUPS.encode(), "x.csv", TimetableChoice.model_validate(choice))
    assert caught.value.code == code


def test_a_mistyped_group_is_told_the_nearest() -> None:
    """«8a» is answered with the names that look like it."""
    with pytest.raises(BadInput) as caught:
        read_csv(GROUPS.encode(), "x.csv", TimetableChoice(group="8AA"))
    nearest = caught.value.data["nearest"]
    assert isinstance(nearest, tuple)
    assert nearest[0] == "8A"


def test_the_offer_lists_groups_by_unit() -> None:
    """Classes and student paths are offered with their lessons and weeks."""
    offers = offered_csv_groups(GROUPS.encode(), "x.csv")
    assert [(o.group, o.unit, o.lessons, o.weeks) for o in offers] == [
        ("8A", "class", 3, ("", "A", "B")), ("8A / 1", "student_path", 1, ("",)), ("8B", "class", 1, ("",)),
    ]


NAMES = st.sampled_from(["Svenska", "Matte 3c", "Bild, form", "Ämne; val", "Engelska/grupp 2", "Åka & öva"])
PEOPLE = st.lists(st.sampled_from(["Exempel, Kim", "Ada", "Bo Ö"]), max_size=2, unique=True).map(tuple)


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    """A weekly lesson as a school writes it."""
    start = draw(st.integers(7 * 60, 15 * 60))
    return Lesson(
        id=LessonId(""), subject=draw(NAMES), weekday=draw(st.sampled_from(Weekday)), start=start,
        end=start + draw(st.integers(5, 120)), week=draw(st.sampled_from(["", "A", "B"])), teachers=draw(PEOPLE),
        rooms=draw(PEOPLE), groups=("8A",), part_of_group=draw(st.sampled_from(["", "8A-1"])),
        source_ref=draw(st.sampled_from(["", "17", "18"])),
    )


def written(timetable: Timetable, delimiter: str, encoding: str, order: random.Random) -> bytes:
    """The timetable as a neutral CSV, its rows and columns in any order."""
    columns = ["group", "week", "weekday", "start", "end", "subject", "teacher", "room", "part_of_group", "source_ref"]
    order.shuffle(columns)
    rows = [
        {
            "group": "8A", "week": o.week, "weekday": o.weekday.short, "start": clock_text(o.start),
            "end": clock_text(o.end), "subject": o.subject, "teacher": "|".join(o.teachers), "room": "|".join(o.rooms),
            "part_of_group": o.part_of_group, "source_ref": o.source_ref,
        }
        for o in timetable.lessons
    ]
    order.shuffle(rows)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


@given(
    st.lists(lessons(), min_size=1, max_size=12, unique=True),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.randoms(use_true_random=False),
)
def test_a_timetable_written_as_csv_is_read_back_equal(
    weeks: list[Lesson], delimiter: str, encoding: str, order: random.Random
) -> None:
    """Any delimiter, encoding and order of rows and columns gives the same timetable with the same ids."""
    labels = tuple(sorted({o.week for o in weeks} - {""})) or ("",)
    timetable = Timetable(group="8A", lessons=numbered(weeks), week_labels=labels, source="x.csv")
    reading = read_csv(written(timetable, delimiter, encoding, order), "x.csv", TimetableChoice())
    assert reading == Read(timetable=timetable)
