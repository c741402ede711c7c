"""A ladder that begins without lessons: what holds «at first» waits for the first one."""

from __future__ import annotations

from casework.starting import from_first_lesson
from planning.needs import AnyNeed
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from
from tests.casework.small_week import week

ELSEWHERE = {"PL4": Answer(choice="yes"), "PL5": Answer(ticks=("library",))}


def spans(**answers: Answer) -> dict[str, tuple[int, int | None]]:
    """The steps of each kind of need that the answers give, in a ladder of four."""
    sheet = AnswerSheet(answers={QuestionId(question): answer for question, answer in answers.items()})
    needs: tuple[AnyNeed, ...] = from_first_lesson(needs_from(load_bank(), sheet, week()), sheet, 4)
    return {need.kind: (need.first_step, need.last_step) for need in needs}


def test_what_holds_at_first_waits_for_the_first_lesson() -> None:
    """A quarter of an hour the first time is the first time at school, not the first week of fika at the library."""
    found = spans(**ELSEWHERE, TI4=Answer(ticks=("15_minutes",)), AM1=Answer(ticks=("Bild",)))
    assert found["start_elsewhere"] == (1, 1)
    assert found["max_visit_minutes"][0] == 2
    assert found["begin_with"] == (2, 2)


def test_limits_of_their_own_and_agreed_steps_stay_where_they_are() -> None:
    """A subject to wait with is no matter of beginning, and what was agreed is agreed."""
    found = spans(**ELSEWHERE, AM2=Answer(ticks=("Bild",)), TI4=Answer(ticks=("15_minutes",), first_step=3))
    assert found["avoid_subject"][0] == 1
    assert found["max_visit_minutes"][0] == 3


def test_nothing_moves_when_lessons_begin_at_once() -> None:
    """The ordinary case."""
    found = spans(TI4=Answer(ticks=("15_minutes",)), AM1=Answer(ticks=("Bild",)))
    assert found["max_visit_minutes"][0] == 1
    assert found["begin_with"] == (1, 1)
