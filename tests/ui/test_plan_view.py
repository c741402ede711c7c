"""The plan on the screen: every lesson says how it stands, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.demo import demo_facts, demo_timetable
from casework.proposing import problem_of, propose
from planning.items import Carrier, ItemKind
from planning.outcomes import Found
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from planning.timetable import LessonKind
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from ui.components.week import CardState
from ui.plan_view import full_minutes, hours_line, step_cards, step_minutes, waiting_lines
from wording.clock import written_time

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
        cards = step_cards(problem.timetable, step, "", problem.needs_by_id)
        assert {card.id for card in cards if card.state is not CardState.ITEM} == everything


def test_every_item_of_the_week_is_shown_with_its_reason(planned: tuple[Problem, Plan]) -> None:
    """In a form of its own, each once; at a tap with what comes then and why."""
    problem, plan = planned

    shown = 0
    for step in plan.steps:
        everything = step_cards(problem.timetable, step, "", problem.needs_by_id)
        cards = [card for card in everything if card.state is CardState.ITEM]
        assert [(c.weekday, c.start, c.end) for c in cards] == [(i.weekday, i.start, i.end) for i in step.items_in("")]
        assert len({card.id for card in cards}) == len(cards)
        assert all(card.icon and card.subject and len(card.why) == 2 for card in cards)
        shown += len(cards)
    assert shown


def test_a_lunch_in_a_small_room_takes_the_place_of_the_others_lunch(planned: tuple[Problem, Plan]) -> None:
    """One lunch a day; the other days keep theirs."""
    problem, plan = planned
    step = plan.steps[0]
    lunch = next(lesson for lesson in problem.timetable.lessons if lesson.kind is LessonKind.LUNCH)
    own = PlannedItem(kind=ItemKind.LUNCH_SMALL_ROOM, week="", weekday=lunch.weekday, start=lunch.start,
                      end=lunch.start + 20, carrier=Carrier.ADULT)  # fmt: skip
    cards = step_cards(
        problem.timetable, step.model_copy(update={"items": (own,)}), "", problem.needs_by_id
    )
    lunches = [card.weekday for card in cards if card.subject == "Lunch"]
    assert lunch.weekday not in lunches
    assert len(lunches) == 4


def test_an_item_says_what_comes_then(planned: tuple[Problem, Plan]) -> None:
    """The next lesson or item of that day, by its hour; nothing after the last one."""
    problem, plan = planned
    step = next(step for step in plan.steps if step.lessons)
    lesson = step.in_week("")[0]
    early = PlannedItem(kind=ItemKind.BREAKFAST, week="", weekday=lesson.lesson.weekday, start=lesson.start - 30,
                        end=lesson.start - 20, carrier=Carrier.COACH)  # fmt: skip
    late = early.model_copy(update={"start": 20 * 60, "end": 20 * 60 + 30, "kind": ItemKind.REST})
    cards = step_cards(
        problem.timetable, step.model_copy(update={"items": (late, early)}), "", problem.needs_by_id
    )
    first, last = (card for card in cards if card.state is CardState.ITEM)
    assert f"Sedan: {lesson.lesson.subject} {written_time(lesson.start)}." in first.why[0]
    assert "Sedan" not in last.why[0]


def test_every_lesson_says_why(planned: tuple[Problem, Plan]) -> None:
    """Those that wait too; what is not attended says so in words."""
    problem, plan = planned

    for step in plan.steps:
        for card in step_cards(problem.timetable, step, "", problem.needs_by_id):
            if card.state in (CardState.OTHER, CardState.ITEM):
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
