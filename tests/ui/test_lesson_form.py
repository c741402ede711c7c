"""A lesson as somebody types it."""

from __future__ import annotations

import pytest

from planning.clock import Weekday
from planning.timetable import Lesson, LessonKind
from tests.planning.week_lessons import lesson
from ui.lesson_form import lesson_of

TYPED: dict[str, object] = {
    "subject": " Bild ", "kind": LessonKind.LESSON, "start": "8.10", "end": "0900", "rooms": "B204, B205",
    "teachers": "", "weekday": Weekday.TUE, "week": "",
}  # fmt: skip


def test_a_new_lesson_is_read_as_forgivingly_as_a_file() -> None:
    """Times with dot or without, several rooms."""
    made = lesson_of(None, TYPED)
    assert isinstance(made, Lesson)
    assert (made.id, made.subject, made.start, made.end, made.rooms) == ("", "Bild", 490, 540, ("B204", "B205"))


def test_a_changed_lesson_keeps_what_was_not_asked() -> None:
    """Its name, so that what was settled about it goes on being about it, and where it came from."""
    before = lesson("mon 08:10-09:00 Bild", source_ref="7", groups=("8A",))
    made = lesson_of(before, TYPED)
    assert isinstance(made, Lesson)
    assert (made.id, made.source_ref, made.groups, made.weekday) == (before.id, "7", ("8A",), Weekday.TUE)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"subject": " "}, "Skriv vilket ämne det är."), ({"start": "sen"}, "Skriv tiderna som 08.10 och 09.00."),
        ({"end": "8.00"}, "Lektionen slutar innan den börjar."),
    ],
)  # fmt: skip
def test_what_cannot_be_a_lesson_is_told(typed: dict[str, object], told: str) -> None:
    """In a sentence, and nothing is kept."""
    assert lesson_of(None, {**TYPED, **typed}) == told
