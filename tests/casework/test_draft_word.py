"""What the student says of a draft holds for that draft, and a smaller first step stays when it is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, open_case, record_answers
from casework.demo import DEMO_CASE, seed_demo
from casework.draft_word import answer_first_step, choose_smaller, plan_anew, say_parts_right, smaller_steps
from casework.facts import SmallerFirstStep
from casework.readiness import PARTS_QUESTION, STEP_QUESTION, PlanPart, what_is_missing
from planning.outcomes import Found
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    """The invented student's case, with a draft."""
    opened = opened_store(tmp_path / "cases.stegvis")
    make_plan(opened, open_case(opened, seed_demo(opened)))
    yield opened
    opened.close()


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def minutes(case: Case) -> int:
    """How long the first step is, a week."""
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    return case.plan.outcome.plan.steps[0].mean_minutes


def test_the_parts_that_are_right_leave_the_plan_as_it_is(store: CaseStore) -> None:
    """And with a first step that is right nothing is missing any more."""
    draft = now(store)
    say_parts_right(store, draft, PlanPart)
    answer_first_step(store, now(store), Choice.YES)
    assert what_is_missing(now(store).sheet) == ()
    assert now(store).plan_is_current
    assert minutes(now(store)) == minutes(draft)


def test_unticking_everything_takes_the_answer_back(store: CaseStore) -> None:
    """The question is open again."""
    say_parts_right(store, now(store), [PlanPart.TIMES])
    say_parts_right(store, now(store), [])
    assert now(store).sheet.of(PARTS_QUESTION) is None


def test_a_draft_that_became_another_is_asked_about_anew(store: CaseStore) -> None:
    """Nobody has called it right yet."""
    say_parts_right(store, now(store), PlanPart)
    answer_first_step(store, now(store), Choice.YES)
    shorter = Answer(ticks=("15_minutes",))
    at = max(event.at for event in now(store).events) + dt.timedelta(seconds=1)
    record_answers(
        store, DEMO_CASE, [AnswerEvent(id=EventId("shorter"), question=QuestionId("TI4"), answer=shorter, at=at)]
    )
    before = now(store)
    plan_anew(store, before)
    assert before.plan is not None
    assert now(store).plan is not None
    assert now(store).plan_is_current
    assert now(store).plan.outcome != before.plan.outcome
    assert now(store).sheet.of(PARTS_QUESTION) is None
    assert now(store).sheet.of(STEP_QUESTION) is None


def test_a_draft_that_is_made_again_the_same_keeps_what_was_said(store: CaseStore) -> None:
    """The student has seen it."""
    say_parts_right(store, now(store), PlanPart)
    plan_anew(store, now(store))
    answer = now(store).sheet.of(PARTS_QUESTION)
    assert answer is not None
    assert len(answer.ticks) == len(PlanPart)


def test_three_smaller_first_steps_are_offered(store: CaseStore) -> None:
    """Half the time, one place down and more support: none of them longer than the one that was too big."""
    draft = minutes(now(store))
    answer_first_step(store, now(store), Choice.NO)
    offers = {offer.choice: offer for offer in smaller_steps(now(store))}
    assert set(offers) == set(SmallerFirstStep)
    assert all(offer.step.mean_minutes <= draft for offer in offers.values())
    assert offers[SmallerFirstStep.PLACE_DOWN].step.mean_minutes == 0


def test_the_smaller_step_that_was_chosen_is_asked_about_and_stays(store: CaseStore) -> None:
    """«Ja» to it does not bring the larger one back; going back does."""
    draft = minutes(now(store))
    answer_first_step(store, now(store), Choice.NO)
    choose_smaller(store, now(store), SmallerFirstStep.PLACE_DOWN)
    assert now(store).sheet.of(STEP_QUESTION) is None
    assert minutes(now(store)) == 0
    answer_first_step(store, now(store), Choice.YES)
    assert minutes(now(store)) == 0
    assert now(store).plan_is_current

    choose_smaller(store, now(store), None)
    assert minutes(now(store)) == draft
