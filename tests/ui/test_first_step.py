"""What the student says of the draft's first step changes the plan, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, open_case
from casework.demo import DEMO_CASE, seed_demo
from casework.draft_word import answer_first_step
from casework.readiness import STEP_QUESTION
from planning.outcomes import Found
from questionnaire.answers import Choice
from tests.opened_store import opened_store
from ui.first_step import told


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    """The invented student's case, with a draft."""
    opened = opened_store(tmp_path / "cases.stegvis")
    make_plan(opened, open_case(opened, seed_demo(opened)))
    yield opened
    opened.close()


def first_minutes(case: Case) -> float:
    """How long the first step is, a week."""
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    return case.plan.outcome.plan.steps[0].mean_minutes


def test_no_makes_the_first_step_smaller_and_undo_gives_it_back(store: CaseStore) -> None:
    """The plan that is shown is always made from what has been said."""
    draft = open_case(store, DEMO_CASE)
    answer_first_step(store, draft, Choice.NO)
    smaller = open_case(store, DEMO_CASE)
    answer_first_step(store, smaller, None)
    again = open_case(store, DEMO_CASE)

    assert smaller.plan_is_current
    assert again.plan_is_current
    assert first_minutes(smaller) < first_minutes(draft)
    assert first_minutes(again) == first_minutes(draft)
    assert again.sheet.of(STEP_QUESTION) is None


@pytest.mark.parametrize("choice", [Choice.YES, Choice.DONT_KNOW, Choice.SKIP])
def test_every_other_answer_leaves_the_plan_as_it_is(store: CaseStore, choice: Choice) -> None:
    """It is recorded, and the plan is not called old for it."""
    draft = open_case(store, DEMO_CASE)
    answer_first_step(store, draft, choice)
    after = open_case(store, DEMO_CASE)

    answer = after.sheet.of(STEP_QUESTION)
    assert answer is not None
    assert answer.choice is choice
    assert after.plan_is_current
    assert after.plan is not None
    assert draft.plan is not None
    assert after.plan.outcome == draft.plan.outcome


def test_what_was_said_is_told_with_what_came_of_it() -> None:
    """No more than that."""
    assert told("Lagom?", Choice.NO) == "Lagom? **Nej.** Nu är första steget mindre."
    assert told("Lagom?", Choice.YES) == "Lagom? **Ja.**"
