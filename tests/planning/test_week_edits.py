"""Steps that put a week right."""

from __future__ import annotations

from planning.timetable import LessonId, LessonKind
from planning.week_edits import WeekEdit, as_kind, edited, without
from tests.planning.week_lessons import lesson, said, week_of

WEEK = week_of("mon 08:10-09:00 Bild", "mon 09:10-10:00 Musik")


def test_a_lesson_with_a_known_id_takes_its_place() -> None:
    """So that what was settled about it by hand goes on being about it."""
    moved = WEEK.lessons[0].model_copy(update={"start": 500})
    after = edited(WEEK, WeekEdit(puts=(moved,)))
    assert said(after) == ["mon 500-540 Bild", "mon 550-600 Musik"]
    assert after.lessons[0].id == WEEK.lessons[0].id


def test_new_lessons_get_names_of_their_own() -> None:
    """Even two that are alike."""
    new = lesson("tue 08:10-09:00 Bild", id=LessonId(""))
    after = edited(WEEK, WeekEdit(puts=(new, new)))
    assert len(after.lessons) == 4
    assert all(one.id for one in after.lessons)


def test_weeks_follow_the_lessons() -> None:
    """A rotation comes with the first lesson of one week alone, and goes with the last."""
    odd = WEEK.lessons[0].model_copy(update={"week": "A"})
    after = edited(WEEK, WeekEdit(puts=(odd,), weeks=("A", "B")))
    assert after.week_labels == ("A", "B")
    assert edited(after, without(odd)).week_labels == ("",)


def test_a_lunch_is_no_lesson() -> None:
    """And can be made one again."""
    after = edited(WEEK, as_kind(LessonKind.LUNCH, WEEK.lessons[0]))
    assert len(after.occasions) == 1
    assert edited(after, as_kind(LessonKind.LESSON, after.lessons[0])) == WEEK
