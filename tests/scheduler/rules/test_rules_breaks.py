"""Needs about gaps, rest and lunch in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.checks.judge import broken_promises
from planning.needs import AnyNeed
from planning.outcomes import Conflict, Found
from scheduler.planner import plan_for
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import (
    assert_agrees,
    assert_agrees_with_brute_force,
    assert_reaches,
    found,
)
from tests.scheduler.brute import is_possible
from tests.scheduler.small_problems import needs_of, problems_with, weeks

KINDS = ("max_idle_gap", "rest_between_lessons", "lunch_elsewhere")

@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (5, need("max_idle_gap", minutes=10)),
        (4, need("max_idle_gap", minutes=9)),
        (5, need("rest_between_lessons", minutes=11)),
        (5, need("lunch_elsewhere", how="undecided")),
        (5, need("lunch_elsewhere", how="home_before")),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound)


@pytest.mark.parametrize(
    "bound", [need("max_idle_gap", minutes=140), need("lunch_elsewhere", how="small_room")], ids=lambda n: n.kind
)
def test_a_day_goes_on_where_the_wait_can_be_borne_and_lunch_is_arranged(bound: AnyNeed) -> None:
    """Nothing of the week is left out."""
    assert written(found(problem(timetable(), bound)))[0] == "a b c d e f"


def test_a_lesson_in_between_makes_a_long_wait_two_short_ones() -> None:
    """Without it the day falls apart."""
    week = "x mon 08:00-09:00 Bild\ny mon 09:30-10:30 Slöjd\nz mon 11:00-12:00 Musik"
    waits = need("max_idle_gap", minutes=30)
    assert written(found(problem(week, waits)))[0] == "x y z"
    assert written(found(problem(week, waits, need("avoid_subject", subjects=["Slöjd"]))))[0] in ("x", "z")


def test_a_rest_that_the_timetable_has_takes_no_lesson() -> None:
    """Ten minutes lie between the lessons that are nearest to each other."""
    assert written(found(problem(timetable(), need("rest_between_lessons", minutes=10)))) == ("a b c d e f",)


def test_a_wait_is_borne_when_it_is_a_planned_rest() -> None:
    """The same week with and without a rest that must be held."""
    week = "x mon 08:00-09:00 Bild\ny mon 09:30-10:30 Slöjd\nz mon 11:00-12:00 Musik"
    waits, rests = need("max_idle_gap", minutes=15), need("rest_between_lessons", minutes=20)
    assert written(found(problem(week, waits, rests))) == ("x y z",)
    assert len(found(problem(week, waits)).last.lessons) == 1


def test_a_rest_that_collides_with_a_goal_is_named_and_what_giving_it_up_opens_is_solved() -> None:
    """Without the rest the waits count whole, so that alone is not enough."""
    week = "x mon 08:00-09:00 Bild\ny mon 09:10-10:10 Slöjd\nz mon 10:40-11:40 Musik"
    needs = need("max_idle_gap", minutes=10), need("rest_between_lessons", minutes=20)
    outcome = plan_for(problem(week, *needs, need("min_lessons_per_week", n=3, id="goal")))
    assert isinstance(outcome, Conflict)
    assert {n.id for n in outcome.needs} == {"rest_between_lessons", "goal"}
    assert {way.give_up: way.is_enough for way in outcome.ways_out} == {"rest_between_lessons": False, "goal": True}


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_rests_and_waits_together_leave_a_plan_exactly_when_one_is_found_by_trying(data: st.DataObject) -> None:
    """And what is said to collide cannot be met with all the rest of the problem as it is."""
    gap, rest = data.draw(needs_of("max_idle_gap", 1)), data.draw(needs_of("rest_between_lessons", 1))
    goal = data.draw(needs_of("min_lessons_per_week", 1, name="goal"))
    of = problem(timetable(data.draw(weeks(6))), gap, rest, goal)
    outcome = plan_for(of)
    assert isinstance(outcome, Found) == is_possible(of)
    if isinstance(outcome, Found):
        assert broken_promises(of, outcome.plan) == ()
    else:
        assert isinstance(outcome, Conflict)
        for way in outcome.ways_out:
            assert way.is_enough == is_possible(of.without(way.give_up))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 6, 1)))
