"""What the browser sends becomes answer events, or nothing."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.needs.base import Respondent
from questionnaire.answers import Choice, fold
from questionnaire.bank import load_bank
from ui.components.questionnaire.events import events_from

BANK = load_bank()
PRIVATE = next(item.id for item in BANK.items if item.private)


def tap(**other: Any) -> dict[str, Any]:
    """One tap as the browser tells it."""
    told = {"id": str(uuid4()), "question": "SO1", "choice": "yes", "ticks": [], "undo": False}
    return {**told, "at": "2026-11-30T09:00:00.000Z", **other}


def test_a_tap_becomes_an_event() -> None:
    """With the id and the moment it was given."""
    told = tap()
    (event,) = events_from({"sending": 1, "events": [told]}, BANK)

    assert event.id == told["id"]
    assert event.answer is not None
    assert event.answer.choice is Choice.YES
    assert event.at.tzinfo is not None


def test_undo_takes_the_answer_back() -> None:
    """The question is open again."""
    log = {"events": [tap(), tap(undo=True, choice=None, at="2026-11-30T09:00:05.000Z")]}

    assert fold(events_from(log, BANK)).of("SO1") is None


@pytest.mark.parametrize(
    "told",
    [
        tap(question="XX9"),
        tap(id="short"),
        tap(choice="maybe"),
        tap(ticks=["x" * 500]),
        {"id": 1},
        "not a tap",
        tap(more="than asked"),
        tap(by="nobody"),
        tap(by="guardian"),
        tap(by="school"),
        tap(question=PRIVATE, by="coach"),
    ],
)
def test_what_is_no_answer_to_a_question_asked_here_is_left_out(told: object) -> None:
    """And the others beside it are still taken."""
    assert len(events_from({"events": [told, tap()]}, BANK)) == 1


def test_who_held_the_screen_is_stored() -> None:
    """The student, when nothing else is told; an undo takes back what the same one had answered."""
    by_student, by_adult, undo = events_from(
        {"events": [tap(), tap(by="coach"), tap(by="coach", undo=True, choice=None)]}, BANK
    )

    assert by_student.answer is not None
    assert by_student.answer.by is Respondent.STUDENT
    assert by_adult.answer is not None
    assert by_adult.answer.by is Respondent.COACH
    assert undo.by is Respondent.COACH


def test_an_adult_never_takes_the_students_answer_away() -> None:
    """Neither by filling in later, nor by undoing."""
    log = {
        "events": [
            tap(choice="no"),
            tap(by="coach", at="2026-11-30T10:00:00.000Z"),
            tap(by="coach", undo=True, choice=None, at="2026-11-30T11:00:00.000Z"),
        ]
    }
    answer = fold(events_from(log, BANK)).of("SO1")

    assert answer is not None
    assert answer.choice is Choice.NO


@pytest.mark.parametrize("log", [None, {}, [], "", {"events": "many"}])
def test_a_log_that_is_none_gives_nothing(log: object) -> None:
    """A stranger's message does not break the page."""
    assert events_from(log, BANK) == ()


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=6))
def test_order_and_repetition_do_not_matter(order: list[int], again: list[int]) -> None:
    """However the log arrives, the answers are the same."""
    taps = [
        tap(choice=choice, question=question, at=f"2026-11-30T09:00:0{n}.000Z")
        for n, (choice, question) in enumerate(
            [("yes", "SO1"), ("no", "AM1"), ("no", "SO1"), ("skip", "AM1"), ("dont_know", "SO1"), ("yes", "AM1")]
        )
    ]

    shuffled = [taps[n] for n in (*order, *again)]

    assert fold(events_from({"events": shuffled}, BANK)) == fold(events_from({"events": taps}, BANK))
