"""The ordinary week and its occasions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planning.timetable import Lesson, LessonKind, Timetable, iso_week
from tests.planning.builders import A_WEEK, lessons, timetable

TURNS = (*lessons("x mon 08:00-09:00 Svenska"), *lessons("y mon 09:00-10:00 Bild", week="B"))


def test_a_lesson_without_a_week_comes_in_every_week() -> None:
    """And one with a week only in that one."""
    occasions = timetable(TURNS, ("A", "B")).occasions
    assert [o.id for o in occasions] == ["A|x", "B|x", "B|y"]


def test_a_weekly_timetable_has_one_nameless_week() -> None:
    """Its occasions are its lessons."""
    assert [o.id for o in timetable(A_WEEK).occasions] == [f"|{name}" for name in "abcdef"]


def test_a_dated_lesson_comes_in_its_own_week_only() -> None:
    """The week's label is that of the ISO calendar."""
    day = dt.date(2026, 12, 28)
    dated = lessons("x mon 08:00-09:00 Svenska", date=day, week=iso_week(day))
    table = timetable(dated, ("2026-W53", "2027-W01"))
    assert table.is_dated
    assert [o.id for o in table.occasions] == ["2026-W53|x"]


@pytest.mark.parametrize(
    ("day", "label"),
    [(dt.date(2026, 1, 1), "2026-W01"), (dt.date(2027, 1, 3), "2026-W53"), (dt.date(2024, 12, 30), "2025-W01")],
)
def test_new_year_s_days_lie_in_the_week_of_their_thursday(day: dt.date, label: str) -> None:
    """ISO 8601, and the Swedish almanac."""
    assert iso_week(day) == label


def test_only_teaching_can_be_taken_up() -> None:
    """Lunch, events and free time are no occasions, and count in no minutes."""
    rest = [
        lessons(f"{kind.value} mon 11:00-11:40 {kind.value}", kind=kind)[0]
        for kind in LessonKind
        if kind is not LessonKind.LESSON
    ]
    table = timetable((*lessons(A_WEEK), *rest))
    assert {o.lesson.kind for o in table.occasions} == {LessonKind.LESSON}
    assert table.minutes_per_week("") == 6 * 60
    assert "lunch" not in table.subjects


def test_a_lesson_of_a_week_that_is_not_there_is_no_occasion() -> None:
    """Rather than an error: a school's file may hold more weeks than are planned."""
    assert timetable(lessons("x mon 08:00-09:00 Svenska", week="C"), ("A", "B")).occasions == ()


@given(st.permutations(lessons(A_WEEK)))
def test_the_order_of_the_file_does_not_matter(rows: list[Lesson]) -> None:
    """Occasions stand in the order of the clock."""
    assert timetable(tuple(rows)).occasions == timetable(A_WEEK).occasions


def test_names_are_listed_once_in_order() -> None:
    """Subjects, teachers and rooms for the questions' boxes."""
    table = timetable(A_WEEK)
    assert table.subjects == ("Bild", "Engelska", "Matematik", "Slöjd", "Svenska")
    assert table.teachers == ("Lärare-A", "Lärare-B", "Lärare-C")
    assert table.rooms == ("Ateljén", "B12", "B14", "Sal9")


@pytest.mark.parametrize(
    ("hours", "clashes"), [("08:30-09:30", True), ("09:00-10:00", False), ("07:00-08:00", False), ("08:10-08:20", True)]
)
def test_lessons_clash_when_they_share_a_minute(hours: str, *, clashes: bool) -> None:
    """Back to back is no clash, another day is none either."""
    one = lessons("x mon 08:00-09:00 Svenska")[0]
    assert one.overlaps(lessons(f"y mon {hours} Bild")[0]) is clashes
    assert not one.overlaps(lessons(f"y tue {hours} Bild")[0])


def test_a_lesson_ends_after_it_starts() -> None:
    """A row that does not is no lesson."""
    with pytest.raises(ValidationError, match="end after"):
        lessons("x mon 09:00-09:00 Svenska")


def test_no_two_lessons_share_an_id() -> None:
    """A plan could not say which one it means."""
    with pytest.raises(ValidationError, match="unique"):
        timetable(lessons("x mon 08:00-09:00 Svenska\nx tue 08:00-09:00 Svenska"))


def test_a_timetable_reads_back_from_its_own_file() -> None:
    """Equal, also after its occasions have been asked for."""
    table = timetable(TURNS, ("A", "B"))
    again = Timetable.model_validate_json(table.model_dump_json())
    assert again.occasions == table.occasions
    assert again == table
