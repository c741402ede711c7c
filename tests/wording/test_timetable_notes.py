"""A collision in the timetable is told as it is: who holds the lessons and who else is there."""

from __future__ import annotations

from planning.timetable import Lesson, Timetable
from tests.wording.every_need import a_need
from wording.timetable_notes import held_by_avoided

AVOID = a_need("avoid_teacher", teachers=["EXA"])
WANT = a_need("require_subject", subjects=["Bild"], min=2)


def week(*teachers: str) -> Timetable:
    """A lesson in Bild for each of those, «EXA+EXB» being two adults at once."""
    lessons = [
        Lesson(id=f"l{n}", subject="Bild", weekday=n, start=600, end=660, teachers=tuple(who.split("+")))
        for n, who in enumerate(teachers)
    ]
    return Timetable(group="9T", lessons=tuple(lessons))


def test_note_names_who_else_is_at_those_lessons() -> None:
    """The school may weigh it; nobody is told to change."""
    assert list(held_by_avoided((AVOID, WANT), week("EXA+EXB", "EXA+EXB"))) == [
        "Alla lektioner i Bild hålls av EXA. EXB är också med på de lektionerna – skolan kan ta ställning."
    ]


def test_note_says_when_another_adult_is_at_some_of_them_only() -> None:
    """No more is promised than the timetable holds."""
    (said,) = held_by_avoided((AVOID, WANT), week("EXA+EXB", "EXA"))
    assert said.endswith("EXB är också med på några av de lektionerna – skolan kan ta ställning.")


def test_note_counts_when_others_hold_some_of_the_lessons() -> None:
    """Two of three, and nobody else there."""
    assert list(held_by_avoided((AVOID, WANT), week("EXA", "EXA", "EXB"))) == ["2 av 3 lektioner i Bild hålls av EXA."]


def test_initials_end_with_one_full_stop() -> None:
    """«A.D.», never «A.D..»."""
    avoid = a_need("avoid_teacher", teachers=["A.D."])
    assert list(held_by_avoided((avoid, WANT), week("A.D."))) == ["Alla lektioner i Bild hålls av A.D."]


def test_nothing_is_said_where_the_teacher_holds_none_of_them() -> None:
    """Nor where no subject is asked for."""
    assert list(held_by_avoided((AVOID, WANT), week("EXB"))) == []
    assert list(held_by_avoided((AVOID,), week("EXA"))) == []
