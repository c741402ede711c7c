"""Limits that end one after the other."""

from __future__ import annotations

import pytest

from casework.facts import Goals
from casework.releases import ORDER, one_after_the_other
from planning.needs import AnyNeed, Origin, Source
from questionnaire.answers import Answer, AnswerSheet, Choice
from tests.planning.builders import need


def limit(question: str, kind: str, last_step: int = 3, strength: str = "hard_now", **fields: object) -> AnyNeed:
    """A limit that an answer to the question gave rise to."""
    made = need(kind, strength, id=f"{question}:{kind}", last_step=last_step, **fields)
    return made.model_copy(update={"origin": Origin(source=Source.ANSWER, ref=question)})


EVERYTHING = (
    limit("AM2", "avoid_subject", subjects=["Bild"]),
    limit("RA1", "max_idle_gap", minutes=15),
    limit("MA2", "lunch_elsewhere"),
    limit("MA3", "support", strength="support", item="lunch_place"),
    limit("VU2", "avoid_teacher", teachers=["Lärare-A"]),
    limit("PL7", "avoid_place", places=["corridor"]),
)
"""A limit of every group, all of them until step 3."""


def ends(needs: tuple[AnyNeed, ...]) -> dict[str, int | None]:
    """The last step of each, by its question."""
    return {made.origin.ref: made.last_step for made in needs}


def test_one_group_is_let_go_of_a_step_places_and_people_before_subjects() -> None:
    """Each waits a step for the one before; what belongs together ends together."""
    assert ends(one_after_the_other(EVERYTHING, AnswerSheet(), 14, Goals())) == {
        "PL7": 3, "VU2": 4, "RA1": 5, "MA2": 5, "MA3": 5, "AM2": 6,
    }  # fmt: skip


def test_a_short_ladder_lets_go_of_the_rest_in_its_last_step_but_one() -> None:
    """Nothing is held longer than there are steps to let go of it in."""
    assert set(ends(one_after_the_other(EVERYTHING, AnswerSheet(), 5, Goals())).values()) == {3, 4}


def test_what_was_agreed_stays_as_it_was_agreed() -> None:
    """A step said beside the answer is the student's own."""
    sheet = AnswerSheet(answers={"VU2": Answer(ticks=("Lärare-A",), last_step=3)})
    assert ends(one_after_the_other(EVERYTHING, sheet, 14, Goals()))["VU2"] == 3


def test_an_answer_without_steps_waits_for_its_turn() -> None:
    """To have answered is not to have agreed on steps."""
    sheet = AnswerSheet(answers={"RA1": Answer(choice=Choice.YES)})
    assert ends(one_after_the_other(EVERYTHING, sheet, 14, Goals()))["RA1"] == 5


def test_what_comes_when_a_limit_ends_comes_as_much_later() -> None:
    """A wish that follows on a limit follows on it still."""
    after = limit("VU2", "trusted_adult", strength="wish_1", teachers=["Lärare-A"], first_step=4, last_step=8)
    moved = one_after_the_other((*EVERYTHING, after), AnswerSheet(), 14, Goals())[-1]
    assert (moved.first_step, moved.last_step) == (5, 9)


@pytest.mark.parametrize("steps", range(1, 15))
def test_no_limit_ends_earlier_than_it_would_have_and_none_begins_after_its_end(steps: int) -> None:
    """However long the ladder is."""
    for before, after in zip(EVERYTHING, one_after_the_other(EVERYTHING, AnswerSheet(), steps, Goals()), strict=True):
        assert before.last_step is not None
        assert after.last_step is not None
        assert before.last_step <= after.last_step <= max(before.last_step, steps - 1)
        assert after.first_step <= after.last_step


def test_a_limit_alone_ends_when_the_bank_says() -> None:
    """There is nothing to wait for."""
    for alone in EVERYTHING:
        assert one_after_the_other((alone,), AnswerSheet(), 14, Goals()) == (alone,)


def test_no_question_has_two_turns() -> None:
    """Each stands in the order once."""
    questions = [question for group in ORDER for question in group]
    assert len(questions) == len(set(questions))


@pytest.mark.parametrize(
    "goals",
    [
        {"growth_per_step": {"lessons": 5}},
        {"growth_per_step": {"minutes": 200}},
        {"lessons_per_week": [{"least": 6, "first_step": 3}]},
        {"subject_minimum": [{"subjects": ["Bild"], "least": 1}]},
    ],
)
def test_nothing_waits_where_a_goal_could_become_impossible_by_it(goals: dict[str, object]) -> None:
    """What is our own default gives way to what has been agreed."""
    assert one_after_the_other(EVERYTHING, AnswerSheet(), 14, Goals.model_validate(goals)) == EVERYTHING


def test_a_full_return_or_a_small_beginning_hurries_nobody() -> None:
    """All limits have ended when the whole timetable is back, and the first step comes before any of them ends."""
    goals = Goals.model_validate(
        {"full_return": {"from_step": 12}, "lessons_per_week": [{"least": 1, "most": 2, "last_step": 1}]}
    )
    assert one_after_the_other(EVERYTHING, AnswerSheet(), 14, goals) != EVERYTHING
