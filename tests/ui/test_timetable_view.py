"""The ordinary week on the screen."""

from __future__ import annotations

import pytest

from planning.timetable import Lesson, LessonId, LessonKind, Timetable
from ui.components.week import CardState
from ui.timetable_view import lessons_of, ordinary_cards, week_text

TIMETABLE = Timetable(
    group="7A",
    week_labels=("A", "B"),
    lessons=(
        Lesson(id=LessonId("1"), subject="Bild", weekday="mon", start="08:10", end="09:00", rooms=("B204",)),
        Lesson(id=LessonId("2"), subject="Musik", weekday="tue", start="08:10", end="09:00", week="A"),
        Lesson(id=LessonId("3"), subject="Slöjd", weekday="tue", start="08:10", end="09:00", week="B"),
        Lesson(id=LessonId("4"), subject="Lunch", weekday="mon", start="11:00", end="11:30", kind=LessonKind.LUNCH),
    ),
)


@pytest.mark.parametrize(("label", "text"), [("A", "Vecka A"), ("2026-W36", "v. 36")])
def test_weeks_are_called_as_people_call_them(label: str, text: str) -> None:
    """Letters of a rotation, numbers of the calendar."""
    assert week_text(label) == text


def test_a_week_holds_its_own_lessons_and_those_of_every_week() -> None:
    """And no others."""
    assert [lesson.id for lesson in lessons_of(TIMETABLE, "A")] == ["1", "2", "4"]


def test_lunch_is_shown_as_what_it_is() -> None:
    """It shapes the day, and is not chosen."""
    cards = {card.subject: card for card in ordinary_cards(TIMETABLE, "A")}

    assert cards["Lunch"].state is CardState.OTHER
    assert cards["Bild"].place == "B204"


def test_what_lasts_all_day_is_drawn_as_long_as_the_lessons() -> None:
    """A holiday must not stretch the week from midnight to midnight."""
    holiday = Lesson(
        id=LessonId("5"), subject="Lov", weekday="thu", start="00:00", end="24:00", kind=LessonKind.EVENT
    )
    timetable = TIMETABLE.model_copy(update={"lessons": (*TIMETABLE.lessons, holiday)})
    (card,) = [card for card in ordinary_cards(timetable, "A") if card.subject == "Lov"]
    assert (card.start, card.end) == (490, 540)
