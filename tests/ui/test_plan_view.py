"""The plan on the screen: every lesson says how it stands, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.demo import demo_facts, demo_timetable
from casework.proposing import problem_of, propose
from planning.outcomes import Found
from planning.plan import Plan
from planning.problem import Problem
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from ui.components.week import CardState
from ui.plan_view import full_minutes, hours_line, step_cards, step_minutes, waiting_lines

TODAY = dt.date(2026, 11, 23)
SHEET = AnswerSheet(answers={QuestionId("AM1"): Answer(ticks=("Bild", "Slöjd"))})


@pytest.fixture(scope="module")
def planned() -> tuple[Problem, Plan]:
    """The invented student's problem, and its plan."""
    problem = problem_of(demo_facts(), demo_timetable(), SHEET, today=TODAY)
    outcome = propose(problem)
    assert isinstance(outcome, Found)
    return problem, outcome.plan


def test_every_lesson_of_the_week_is_shown_in_every_step(planned: tuple[Problem, Plan]) -> None:
    """Attended or not yet: nothing vanishes."""
    problem, plan = planned
    everything = {lesson.id for lesson in problem.timetable.lessons}

    for step in plan.steps:
        assert {card.id for card in step_cards(problem.timetable, step, "", problem.needs_by_id)} == everything


def test_every_lesson_says_why(planned: tuple[Problem, Plan]) -> None:
    """Those that wait too; what is not attended says so in words."""
    problem, plan = planned

    for step in plan.steps:
        for card in step_cards(problem.timetable, step, "", problem.needs_by_id):
            if card.state is CardState.OTHER:
                continue
            assert card.why
            assert all(line.endswith((".", "!", "?")) for line in card.why)
            assert ("Ej med ännu" in [mark.text for mark in card.marks]) == (card.state is CardState.NOT_YET)


def test_the_hours_are_those_of_the_plan(planned: tuple[Problem, Plan]) -> None:
    """And of the whole ordinary week."""
    problem, plan = planned

    assert len(step_minutes(plan)) == len(plan.steps)
    assert full_minutes(problem) == problem.timetable.minutes_per_week("")
    assert hours_line(plan.last, problem).endswith("25 h 45 min")


def test_every_subject_that_waits_says_why(planned: tuple[Problem, Plan]) -> None:
    """With how many lessons."""
    problem, plan = planned
    lines = waiting_lines(plan.steps[0].left_out, problem.needs_by_id)

    assert len(lines) == len(plan.steps[0].left_out)
    assert all(subject and why for subject, why in lines)
