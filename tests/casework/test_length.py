"""How many steps a ladder gets."""

from __future__ import annotations

from typing import Any

import pytest

from casework.facts import CaseFacts
from casework.length import FEWEST, MOST, ladder_length, steps_needed, with_length
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerSheet, Choice
from tests.planning.builders import timetable

FULL_WEEK = "\n".join(
    f"{day}{n} {day} {8 + n:02d}:00-{8 + n:02d}:50 {subject} Lärare-A B12 7X"
    for day in ("mon", "tue", "wed", "thu", "fri")
    for n, subject in enumerate(("Svenska", "Matematik", "Engelska", "Bild", "Slöjd", "Musik"))
)
WEEK = timetable(FULL_WEEK)


def answered(**answers: Answer) -> AnswerSheet:
    """A sheet with these answers."""
    return AnswerSheet(answers=answers)


def needed(**answers: Answer) -> int:
    """How many steps these answers call for."""
    return steps_needed(CaseFacts(), WEEK, answered(**answers))


def test_nothing_hard_takes_the_fewest_steps() -> None:
    """Levels that nobody ticked as hard are passed in one go."""
    assert needed() == FEWEST == 8


def test_a_visit_of_a_quarter_of_an_hour_takes_more_steps_to_become_a_day() -> None:
    """It grows by half a step at a time, and a quarter at a time for one who tires."""
    short, tired = needed(TI4=Answer(ticks=("15_minutes",))), needed(
        TI4=Answer(ticks=("15_minutes",)), SI4=Answer(choice=Choice.YES)
    )
    assert FEWEST <= short <= tired
    assert tired == MOST


def test_many_hard_things_take_more_steps_than_one() -> None:
    """Each is let go of in a step of its own."""
    one = needed(PL7=Answer(ticks=("corridor",)))
    many = needed(
        PL7=Answer(ticks=("corridor", "entrance", "schoolyard", "toilets")), VU2=Answer(ticks=("Lärare-A",)),
        RA1=Answer(choice=Choice.YES), VG1=Answer(choice=Choice.NO), AM2=Answer(ticks=("Bild",)),
    )  # fmt: skip
    assert one == FEWEST
    assert one < many <= MOST


@pytest.mark.parametrize("ladder", [{"number_of_steps": 5}, {"steps": [{"weeks": [1, 2]}, {"weeks": [3]}]}])
def test_what_the_adults_have_said_stands(ladder: dict[str, Any]) -> None:
    """No answer changes a ladder that has been decided."""
    facts = CaseFacts.model_validate({"ladder": ladder})
    sheet = answered(TI4=Answer(ticks=("15_minutes",)))
    assert with_length(facts, WEEK, sheet) is facts
    assert ladder_length(facts, WEEK, sheet) == (ladder.get("number_of_steps") or 2)


def test_without_a_timetable_a_ladder_is_shown_with_the_fewest_steps() -> None:
    """Nothing is known to grow towards."""
    assert ladder_length(CaseFacts(), None, AnswerSheet()) == FEWEST


def test_the_length_is_written_into_the_facts_that_are_planned() -> None:
    """So that everybody counts the same steps."""
    filled = with_length(CaseFacts(), WEEK, AnswerSheet())
    assert filled.ladder.number_of_steps == FEWEST
    assert isinstance(WEEK, Timetable)


def test_steps_that_were_agreed_do_not_make_the_ladder_longer() -> None:
    """«Inte i den här planen» is said for the ladder that was there."""
    assert needed(AM2=Answer(ticks=("Bild",), last_step=8)) == FEWEST
