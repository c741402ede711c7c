"""The ways out of a conflict lead to where each can be changed."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.demo import demo_timetable
from casework.facts import Amount, CaseFacts, CoachFacts, Goals
from casework.proposing import problem_of, propose
from planning.clock import Weekday
from planning.needs import NEED, AnyNeed, Origin, Source
from planning.outcomes import Conflict, WayOut
from planning.problem import CoachHours
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from ui.conflict_view import ways_shown
from wording.conflict import say_conflict

MORNINGS = CoachFacts(hours=tuple(CoachHours(weekday=day, start="08:00", end="09:00") for day in list(Weekday)[:5]))
SHEET = AnswerSheet(
    answers={
        QuestionId("SO1"): Answer(choice=Choice.YES, time="10:00"),
        QuestionId("VU4"): Answer(choice=Choice.YES),
    }
)
PRIVATE = next(item.id for item in load_bank().items if item.private)


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    """A coach before nine, a student after ten, and a goal of a lesson in the first step."""
    facts = CaseFacts(coach=MORNINGS, goals=Goals(lessons_per_week=(Amount(least=1, last_step=1),)))
    outcome = propose(problem_of(facts, demo_timetable(), SHEET, today=dt.date(2026, 11, 23)))
    assert isinstance(outcome, Conflict)
    return outcome


def test_each_way_out_says_what_it_opens_and_leads_to_its_place(conflict: Conflict) -> None:
    """Answers to their questions, hours and goals to the terms."""
    text = say_conflict(conflict, demo_timetable())
    shown = ways_shown(conflict, text)

    assert [way.text for way in shown] == list(text.ways_out)
    assert {way.question for way in shown if way.page == "questions"} == {"SO1", "VU4"}
    assert [way.button for way in shown if way.page == "terms"] == ["Till ramarna"] * 2


def need_from(source: Source, ref: str) -> AnyNeed:
    """Some need with that origin."""
    origin = Origin(source=source, ref=ref)
    return NEED.validate_python({"id": ref, "origin": origin, "strength": "hard", "kind": "max_days", "n": 1})


@pytest.mark.parametrize(
    ("need", "button", "page"),
    [
        (need_from(Source.ANSWER, "limits"), "Till ramarna", "terms"),
        (need_from(Source.ANSWER, PRIVATE), "", "terms"),
        (need_from(Source.DEFAULT, "default.lesson_in_last_step"), "", "terms"),
        (need_from(Source.TRAVEL, "travel"), "Till ramarna", "terms"),
    ],
)
def test_a_private_question_is_not_opened_before_the_coach(
    conflict: Conflict, need: AnyNeed, button: str, page: str
) -> None:
    """What cannot be changed here has no button."""
    other = Conflict(needs=(need,), ways_out=(WayOut(give_up=need.id),), contact=conflict.contact)
    (way,) = ways_shown(other, say_conflict(other))

    assert (way.button, way.page, way.question) == (button, page, None)


def test_a_way_out_that_no_need_belongs_to_is_not_shown(conflict: Conflict) -> None:
    """There would be nothing to say of it."""
    none_left = conflict.model_copy(update={"needs": ()})

    assert ways_shown(none_left, say_conflict(none_left)) == ()
