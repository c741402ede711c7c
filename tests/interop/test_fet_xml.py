"""FET's subgroups: one student, or a class's students together."""

from __future__ import annotations

from pathlib import Path

import pytest

from interop.choices import Read, TimetableChoice
from interop.fet_xml import offered_fet_groups, read_fet
from planning.errors import BadInput
from planning.timetable import LessonKind, Timetable

SCHOOL = (Path(__file__).parents[1] / "fixtures" / "timetables" / "skolan_subgroups.xml").read_bytes()


def read(**choice: object) -> Timetable:
    """The timetable of the small school, without doubts."""
    reading = read_fet(SCHOOL, "x.xml", TimetableChoice.model_validate(choice))
    assert isinstance(reading, Read)
    return reading.timetable


def test_hours_in_a_row_with_one_activity_are_one_lesson() -> None:
    """A double lesson begins with its first hour and ends with its last, the break between included."""
    (double,) = (o for o in read(group="7A fra").lessons if o.subject == "Bild")
    assert (double.start, double.end, double.source_ref) == (490, 610, "1")
    assert double.teachers == ("TTE", "KEX")


def test_lunch_is_no_lesson_and_real_rooms_go_before_a_virtual_one() -> None:
    """An hour called lunch shapes the day; the rooms are those one can walk into."""
    by_subject = {o.subject: o for o in read(group="7A fra").lessons}
    assert by_subject["Lunch"].kind is LessonKind.LUNCH
    assert by_subject["Franska"].rooms == ("B1", "B2")


def test_a_class_is_its_subgroups_together() -> None:
    """What all have is for all; what some have says which part of the class has it."""
    timetable = read(group="7A", unit="class", drop_subjects=["Lunch", "Musik"])
    parts = {o.subject: o.part_of_group for o in timetable.lessons}
    assert parts["Franska"] == "7A fra"
    assert parts["Spanska"] == "7A spa"
    assert parts["Bild"] == "7A fra|7A spa"  # 7AB begins like 7A: names alone cannot tell that it is another class


def test_a_subgroup_is_found_under_its_class_and_without_what_fet_adds() -> None:
    """«7A / 7A spa» is the subgroup «7A spa»; « Automatic Subgroup» is FET's own word."""
    assert read(group="7A / 7A spa").subjects == ("Bild", "Spanska")
    offers = [(o.group, o.lessons) for o in offered_fet_groups(SCHOOL, "x.xml")]
    assert offers == [("7A fra", 3), ("7A spa", 2), ("7AB", 1)]


@pytest.mark.parametrize(("group", "code"), [(None, "group_needed"), ("9C", "no_such_group")])
def test_a_group_must_be_named_rightly(group: str | None, code: str) -> None:
    """Without a name, or with one that is not there, the reader is told the names."""
    with pytest.raises(BadInput) as caught:
        read_fet(SCHOOL, "x.xml", TimetableChoice(group=group))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<Students_Timetable><Subgroup", "bad_xml"),
        ("<timetable/>", "unknown_xml"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><Students_Timetable>&a;</Students_Timetable>', "xml_with_entities"),
        ('<?xml version="1.0" encoding="nosuch"?><Students_Timetable/>', "bad_xml"),
        ("<Students_Timetable>" + "<a>" * 50 + "</a>" * 50 + "</Students_Timetable>", "too_deep"),
    ],
)
def test_what_is_no_subgroups_file_is_refused(text: str, code: str) -> None:
    """Broken, foreign, declaring or deeply nested XML is refused, never followed."""
    with pytest.raises(BadInput) as caught:
        read_fet(text.encode(), "x.xml", TimetableChoice())
    assert caught.value.code == code
