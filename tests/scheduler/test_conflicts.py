"""Why no plan is possible."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.errors import Bug
from planning.needs import AnyNeed, Source
from planning.outcomes import Conflict, Found
from planning.problem import Problem
from scheduler.conflicts import smallest_conflict
from scheduler.planner import plan_for
from scheduler.solving import Effort
from tests.planning.builders import MONDAY, need, problem, timetable
from tests.scheduler.agreement import assert_agrees_with_brute_force, colliding
from tests.scheduler.small_problems import FIELDS, PLACES, coaches, needs_of, rides, weeks

GOAL = need("min_lessons_per_week", n=2, id="goal", source="goal")


def conflict(of: Problem) -> Conflict:
    """The conflict of a problem that has no plan."""
    outcome = plan_for(of)
    assert isinstance(outcome, Conflict), outcome
    return outcome


def ids(needs: tuple[AnyNeed, ...]) -> list[str]:
    """Their ids, in order."""
    return [wanted.id for wanted in needs]


def test_of_several_conflicts_the_smallest_is_told() -> None:
    """Three needs collide with the goal together, and one does alone."""
    needs = (
        need("earliest_start", time="09:00"), need("latest_end", time="12:00"),
        need("avoid_subject", subjects=["Engelska"]), need("max_lessons_per_week", n=1), GOAL,
    )  # fmt: skip
    assert ids(conflict(problem(timetable(), *needs)).needs) == ["max_lessons_per_week", "goal"]
    assert len(conflict(problem(timetable(), *needs[:3], GOAL)).needs) == 4


def test_a_need_that_nothing_can_meet_is_a_conflict_by_itself() -> None:
    """More lessons than there are."""
    found = conflict(problem(timetable(), need("min_lessons_per_week", n=7), need("max_days", n=2)))
    assert ids(found.needs) == ["min_lessons_per_week"]


def test_needs_that_have_nothing_to_do_with_it_are_not_named() -> None:
    """Nor wishes, however dear."""
    idle = (
        need("max_days", n=4), need("rest_day_between", "wish_3", most_important=True),
        need("small_group_first"), need("support", "support", item="safe_place"),
    )  # fmt: skip
    assert ids(conflict(problem(timetable(), *idle, need("no_lessons_yet"), GOAL)).needs) == ["no_lessons_yet", "goal"]


@pytest.mark.parametrize("turned", [False, True])
def test_colliding_needs_are_told_in_the_order_of_the_case(*, turned: bool) -> None:
    """As they were asked."""
    needs = [need("days_off", weekdays=["mon", "tue"]), need("latest_end", time="10:00"), GOAL]
    in_order = needs[::-1] if turned else needs
    assert ids(conflict(problem(timetable(), *in_order)).needs) == ids(tuple(in_order))


def test_of_equally_small_conflicts_the_first_named_is_told() -> None:
    """The same answers always give the same words."""
    one, other = need("no_lessons_yet", id="first"), need("max_days", n=0, id="second")
    assert ids(conflict(problem(timetable(), one, other, GOAL)).needs) == ["first", "goal"]
    assert ids(conflict(problem(timetable(), other, one, GOAL)).needs) == ["second", "goal"]


def test_a_way_out_tells_what_really_becomes_possible() -> None:
    """The plan without that need, solved: lessons and minutes a step, and what comes first."""
    of = problem(timetable(), need("latest_end", time="10:00"), need("days_off", weekdays=["wed"]), GOAL, steps=2)
    found = conflict(of)
    assert {way.give_up for way in found.ways_out} == set(ids(found.needs))
    for way in found.ways_out:
        outcome = plan_for(of.without(way.give_up))
        assert isinstance(outcome, Found)
        assert way.is_enough
        assert way.lessons_per_step == tuple(len(step.lessons) for step in outcome.plan.steps)
        assert way.minutes_per_step == tuple(step.mean_minutes for step in outcome.plan.steps)
        first = next(step for step in outcome.plan.steps if step.lessons)
        assert set(way.first_subjects) == {lesson.lesson.subject for lesson in first.lessons}


def test_a_way_out_that_is_not_enough_says_so() -> None:
    """Two things forbid every lesson: to give up one of them opens nothing."""
    found = conflict(problem(timetable(), need("no_lessons_yet"), need("max_days", n=0), GOAL))
    assert {way.give_up: way.is_enough for way in found.ways_out} == {"no_lessons_yet": False, "goal": True}


def test_the_student_s_own_ticks_are_named_last() -> None:
    """The world is asked to bend first: goals, the coach's hours and the bus."""
    needs = (
        need("latest_end", time="10:00"),
        need("travel_times", "frame", departures=["10:20"], arrivals=["08:00"], source="travel"),
        need("days_off", weekdays=["wed"]),
        need("min_lessons_per_week", n=1, id="goal", source="goal"),
    )  # fmt: skip
    found = conflict(problem("x mon 09:00-11:00 Svenska\ny wed 08:30-09:30 Bild", *needs))
    by_id = {wanted.id: wanted for wanted in found.needs}
    is_tick = [by_id[way.give_up].origin.source is Source.ANSWER for way in found.ways_out]
    assert set(is_tick) == {False, True}
    assert is_tick == sorted(is_tick)


def test_a_conflict_comes_with_a_dated_contact() -> None:
    """On the first day with school, with whom the student trusts."""
    closed = ClosedDays(first=MONDAY, last=MONDAY + dt.timedelta(days=1), name="Studiedagar")
    of = problem(
        timetable(), need("no_lessons_yet"), GOAL,
        trusted_person="Mentor Mentorsson", calendar=SchoolCalendar(closed=(closed,)),
    )  # fmt: skip
    contact = conflict(of).contact
    assert contact.date == MONDAY + dt.timedelta(days=2)
    assert contact.person == "Mentor Mentorsson"


def test_a_conflict_in_a_later_step_is_found() -> None:
    """Growth is too slow for the whole week to be back in time."""
    needs = (
        need("max_lessons_per_week", n=1, last_step=1), need("max_growth", n=2),
        need("full_restore", first_step=3), need("max_days", n=5),
    )  # fmt: skip
    named = ids(conflict(problem(timetable(), *needs, steps=3)).needs)
    assert named == ["max_lessons_per_week", "max_growth", "full_restore"]
    assert isinstance(plan_for(problem(timetable(), *needs[1:], steps=3)), Found)


def test_to_ask_why_where_nothing_collides_is_a_bug() -> None:
    """There is no conflict to tell."""
    with pytest.raises(Bug):
        smallest_conflict(problem(timetable(), GOAL), Effort())


@st.composite
def crowded(draw: st.DrawFn) -> Problem:
    """Three to five needs of any kinds over a small week: some of them collide."""
    # Parts make too many plans, and a rest that is given up makes waits count more: it has tests of its own.
    any_kind = st.sampled_from(sorted(set(FIELDS) - {"max_visit_minutes", "rest_between_lessons"}))
    kinds = draw(st.lists(any_kind, min_size=2, max_size=4, unique=True))
    needs = [draw(needs_of(kind, 1)) for kind in kinds]
    goal = draw(st.sampled_from(["min_lessons_per_week", "full_restore", "require_subject"]))
    needs.append(draw(needs_of(goal, 1, name="goal")))
    return problem(
        timetable(draw(weeks(5))), *needs, coach=draw(coaches()), rides=draw(rides()), places=PLACES
    )  # fmt: skip


@given(crowded())
@settings(max_examples=120, deadline=None)
def test_no_smaller_set_of_needs_collides(of: Problem) -> None:
    """Every subset of the needs is tried on every plan there is."""
    assert_agrees_with_brute_force(of)


def test_what_asks_for_a_part_of_a_lesson_can_make_possible_what_else_collides() -> None:
    """Half of the long lesson is in time for the bus since a visit is short; then it is leaving early that costs."""
    week = """
        l0 mon 8:00-8:30 Svenska
        l1 tue 8:00-9:00 Svenska"""
    hourly = need("min_minutes_per_week", id="goal", source="goal", minutes=60)
    early = need("lesson_edges", minutes_early=5)
    of = problem(week, early, need("max_visit_minutes", minutes=30), need("latest_end", time="8:30"), hourly)
    assert colliding(of) == {"lesson_edges", "max_visit_minutes", "goal"}
    assert_agrees_with_brute_force(of)
