"""A case becomes a planning problem: names are checked, ids are unique, what matters most is marked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework.proposing import propose
from planning.checks.judge import broken_promises
from planning.errors import BadInput
from planning.outcomes import Conflict, Found
from planning.timetable import Timetable
from questionnaire.answers import QuestionId
from tests.casework.small_week import MONDAY, facts, problem, sheet, week


def test_ids_of_needs_are_unique() -> None:
    """Two limits of one kind at one question, and the answer itself, get ids of their own."""
    limit = {"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXA"]}
    found = problem(facts(limits=[limit, limit]), sheet(VU2=["EXB"]))
    ids = [need.id for need in found.needs]
    assert len(ids) == len(set(ids))
    assert sum(need.kind == "avoid_teacher" for need in found.needs) == 3


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"limits": [{"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXAA"]}]}, "VU2.teachers"),
        ({"limits": [{"question": "AM2", "kind": "avoid_subject", "subjects": ["bild"]}]}, "AM2.subjects"),
        ({"limits": [{"question": "PL7", "kind": "avoid_room", "rooms": ["A9"]}]}, "PL7.rooms"),
        ({"goals": {"only_subjects": [{"subjects": ["Alkemi"]}]}}, "goals.only_subjects.subjects"),
        ({"goals": {"full_return": {"from_step": 1, "except_subjects": ["Alkemi"]}}}, "goals.full_return"),
    ],
)
def test_name_that_is_not_in_the_timetable_is_refused(given: dict[str, Any], field: str) -> None:
    """A misspelt teacher would protect nobody."""
    with pytest.raises(BadInput, match="not_in_timetable") as refused:
        problem(facts(**given))
    assert str(refused.value.data["field"]).startswith(field)


@pytest.mark.parametrize("rises", [1, 2])
def test_what_a_step_may_change_at_once_reaches_the_problem(rises: int) -> None:
    """As the student ticked it."""
    assert problem(facts(ladder={"rises_per_step": rises})).rises_per_step == rises


@pytest.mark.parametrize(("important", "subject"), [("AM1", "Bild"), ("TI1", "Idrott och hälsa")])
def test_what_the_student_marked_as_most_important_ranks_first_in_the_plan(important: str, subject: str) -> None:
    """Where one lesson must do, it is the one that the marked wish asks for."""
    one = facts(goals={"lessons_per_week": [{"least": 1, "most": 1}]})
    wishes = sheet(AM1=["Bild"], TI1=["afternoon"])
    outcome = propose(problem(one, wishes, important=(QuestionId(important),)))
    assert isinstance(outcome, Found)
    assert {p.lesson.subject for step in outcome.plan.steps for p in step.lessons} == {subject}


@pytest.mark.parametrize(
    "goals",
    [
        {"lessons_per_week": [{"least": 1, "first_step": 3}]},
        {"full_return": {"from_step": 3}},
        {"coach_at_first_lesson": [{"first_step": 9}]},
    ],
)
def test_goal_after_the_last_step_is_refused(goals: dict[str, Any]) -> None:
    """It would never hold, and the reader would believe it did."""
    with pytest.raises(BadInput, match="beyond_last_step"):
        problem(facts(goals=goals))


@pytest.mark.parametrize(
    "goals",
    [
        {"lessons_per_week": [{"most": 1, "weeks": ["B"]}]},
        {"only_subjects": [{"subjects": ["Bild"], "first_step": 2, "last_step": 1}]},
    ],
)
def test_goal_that_never_holds_is_refused(goals: dict[str, Any]) -> None:
    """Weeks that the timetable does not have, or steps that end before they begin."""
    with pytest.raises((BadInput, ValueError)):
        problem(facts(goals=goals))


def test_most_important_marks_the_needs_of_those_questions() -> None:
    """All needs of the question, and no other."""
    found = problem(answers=sheet(AM1=["Bild"], AM2=["Svenska"]), important=(QuestionId("AM2"),))
    assert {need.origin.ref for need in found.needs if need.most_important} == {"AM2"}


def test_timetable_without_lessons_is_refused() -> None:
    """There is nothing to plan."""
    with pytest.raises(BadInput, match="no_lessons"):
        problem(timetable=Timetable(group="9T", lessons=()))


def test_plan_keeps_every_promise() -> None:
    """What comes out passes the judge, with the teacher that is not to be met in no step where it holds."""
    found = problem(facts(), sheet(VU2={"ticks": ["EXA"], "last_step": 2}, AM1=["Bild"]))
    outcome = propose(found)
    assert isinstance(outcome, Found)
    assert broken_promises(found, outcome.plan) == ()
    assert all("EXA" not in p.lesson.teachers for step in outcome.plan.steps for p in step.lessons)


def test_impossible_agreement_is_answered_with_the_two_that_collide() -> None:
    """At least three lessons and at most one: those two, and nothing else."""
    case = facts(goals={"lessons_per_week": [{"least": 3, "most": 1}]})
    outcome = propose(problem(case, sheet(AM1=["Bild"])))
    assert isinstance(outcome, Conflict)
    assert {need.kind for need in outcome.needs} == {"min_lessons_per_week", "max_lessons_per_week"}


def test_equal_cases_give_equal_plans() -> None:
    """The same answers in another order are the same case."""
    one = propose(problem(answers=sheet(AM1=["Bild"], TI5=["2"])))
    other = propose(problem(answers=sheet(TI5=["2"], AM1=["Bild"])))
    assert one == other
    assert week() == week()


def test_a_date_without_school_is_closed_for_a_weekly_timetable() -> None:
    """The lesson comes every week; that one day nobody comes, in the calendar file too."""
    day = MONDAY + dt.timedelta(days=2)
    limit = {"question": "TI9", "kind": "dates_excluded", "dates": [day.isoformat()]}
    assert not problem(facts(limits=[limit])).calendar.is_open(day)
    assert problem(facts()).calendar.is_open(day)
