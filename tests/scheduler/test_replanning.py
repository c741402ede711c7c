"""A plan made anew keeps what was settled and moves as little else as can be."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.checks.judge import broken_promises
from planning.lived import with_needs_from
from planning.outcomes import Conflict, Found, Interrupted
from planning.plan import Plan
from planning.plan_changes import Change, changes_between
from planning.problem import Problem
from scheduler.planner import plan_for
from scheduler.replanning import replan
from scheduler.solving import Effort
from tests.planning.builders import need, plan, problem, timetable, written
from tests.scheduler.agreement import found
from tests.scheduler.brute import possible_plans
from tests.scheduler.hand_changes import some_change, with_needs
from tests.scheduler.small_problems import FIELDS, PLACES, coaches, needs_of, rides, weeks
from tests.scheduler.test_planner import small

A = {"id": "a"}
B = {"id": "b"}
DAYS = need("max_lessons_per_day", n=1, growth_per_step=1)


def again(of: Problem, present: Plan, **fields: int) -> Plan:
    """The plan made anew, checked and proven."""
    outcome = replan(of, present, **fields)  # type: ignore[arg-type]  # steps alone are given
    assert isinstance(outcome, Found), outcome
    assert broken_promises(with_needs_from(of, present, fields.get("from_step", 1)), outcome.plan) == ()
    assert outcome.plan.proven
    return outcome.plan


@given(small())
@settings(max_examples=60, deadline=None)
def test_a_plan_made_anew_without_any_change_is_the_same_plan(of: Problem) -> None:
    """To the last sign."""
    outcome = plan_for(of)
    if isinstance(outcome, Found):
        assert replan(of, outcome.plan) == outcome


@given(small(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_what_is_settled_by_hand_survives_and_taking_it_back_gives_the_plan_back(
    of: Problem, lot: random.Random
) -> None:
    """Whatever comes out passes every check, and so keeps every lock; without the change the first plan returns."""
    outcome = plan_for(of)
    if not isinstance(outcome, Found):
        return
    changed = with_needs(of, *some_change(of, outcome.plan, lot))
    after = replan(changed, outcome.plan)
    assert isinstance(after, Found | Conflict)
    assert isinstance(after, Found) is isinstance(plan_for(changed), Found)
    if isinstance(after, Found):
        assert after.plan.proven
        assert broken_promises(changed, after.plan) == ()
        assert replan(changed, after.plan) == after
        assert replan(of, outcome.plan) == outcome


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_plan_lies_nearer_than_the_one_that_is_found(data: st.DataObject) -> None:
    """Trying all of them finds none that keeps every promise and changes less."""
    kinds = data.draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=2, unique=True))
    of = problem(
        timetable(data.draw(weeks(4))), *(data.draw(needs_of(kind, 2)) for kind in kinds), steps=2,
        coach=data.draw(coaches()), rides=data.draw(rides()), places=PLACES,
    )  # fmt: skip
    outcome = plan_for(of)
    if not isinstance(outcome, Found):
        return
    changed = with_needs(of, *some_change(of, outcome.plan, data.draw(st.randoms(use_true_random=False))))
    after = replan(changed, outcome.plan)
    distances = [_distance(outcome.plan, other) for other in possible_plans(changed)]
    assert isinstance(after, Found) is bool(distances)
    if isinstance(after, Found):
        assert _distance(outcome.plan, after.plan) == min(distances)
        assert after.plan.tiers.get("distance", 0) == min(distances)


def _distance(present: Plan, other: Plan) -> int:
    """Two for each lesson more or fewer, one for another part, times how near the step is."""
    changes = changes_between(present, other)
    nearness = {step.number: len(present.steps) - step.number + 1 for step in present.steps}
    return sum((1 if c.change is Change.OTHERWISE else 2) * nearness[c.step] for c in changes)


def test_only_what_a_change_touches_is_moved() -> None:
    """A lesson more on a full day pushes one out that day, and no other day is touched."""
    of = problem(timetable(), need("max_lessons_per_day", n=1), steps=2)
    present = plan(of, "a d", "a d e")
    after = again(with_needs(of, need("keep_lesson", lesson=B)), present)
    assert written(after) == ("b d", "b d e")


def test_what_moves_lies_in_a_later_step_where_there_is_a_choice() -> None:
    """The nearest step is the one that has been counted on."""
    of = problem(timetable(), need("max_growth", n=2), steps=3)
    present = plan(of, "a d", "a d e b", "a b c d e f")
    after = again(with_needs(of, need("leave_out_lesson", lesson=B, first_step=2, last_step=2)), present)
    assert written(after)[0] == "a d"
    assert written(after)[1].split() == ["a", "d", "e"]
    assert len(written(after)[2].split()) == 5


def test_a_limit_that_nothing_is_against_leaves_the_plan_as_it_is() -> None:
    """It was kept already."""
    of = problem(timetable(), steps=3)
    present = found(of)
    after = again(with_needs(of, need("keep_lesson", lesson=A, first_step=3)), present)
    assert written(after) == written(present)
    assert changes_between(present, after) == ()


def test_among_plans_as_near_the_tiers_choose() -> None:
    """One of two lessons has to go: the one that was wished for stays."""
    week = timetable("x mon 08:00-09:00 Bild\ny mon 09:10-10:10 Musik\nz mon 10:20-11:20 Svenska")
    limit = need("max_lessons_per_day", n=2)
    for liked, gone in (("Bild", "y"), ("Musik", "x")):
        of = problem(week, limit, need("avoid_subject", "wish_3", subjects=[{"Bild": "Musik", "Musik": "Bild"}[liked]]))
        after = again(with_needs(of, need("keep_lesson", lesson={"id": "z"})), plan(of, "x y"))
        assert gone not in written(after)[0].split()


def test_what_has_been_lived_stays_as_it_was() -> None:
    """A limit that is agreed in the second step about all steps does not undo the first one."""
    of = problem(timetable(), steps=3)
    present = plan(of, "a b", "a b d", "a b c d e f")
    limit = need("avoid_subject", subjects=["Matematik"])
    after = again(with_needs(of, limit), present, from_step=2)
    assert written(after) == ("a b", "a d", "a c d f")


def test_a_need_that_only_held_in_lived_steps_is_history() -> None:
    """Nobody can meet it any more."""
    of = problem(timetable(), steps=2)
    present = plan(of, "a b", "a b c d e f")
    past = need("avoid_subject", subjects=["Matematik"], last_step=1)
    assert with_needs_from(with_needs(of, past), present, 2).needs == of.needs
    assert written(again(with_needs(of, past), present, from_step=2)) == written(present)


def test_a_change_that_cannot_be_is_a_conflict_with_ways_out_near_the_present_plan() -> None:
    """It names the change and the limit; each way out has really been solved."""
    of = problem(timetable(), need("avoid_subject", subjects=["Matematik"]), steps=2)
    present = plan(of, "a", "a c d f")
    outcome = replan(with_needs(of, need("keep_lesson", lesson=B, source="hand")), present)
    assert isinstance(outcome, Conflict)
    assert {n.id for n in outcome.needs} == {"avoid_subject", "keep_lesson"}
    opened = {way.give_up: way.lessons_per_step for way in outcome.ways_out}
    assert opened == {"keep_lesson": (1, 4), "avoid_subject": (2, 5)}


def test_a_conflict_with_what_has_been_lived_is_told_without_it() -> None:
    """The first step cannot be given up; of the two needs one can."""
    of = problem(timetable(), need("no_removal"), steps=2)
    present = plan(of, "a b", "a b c d e f")
    outcome = replan(with_needs(of, need("leave_out_lesson", lesson=B, first_step=2)), present, from_step=2)
    assert isinstance(outcome, Conflict)
    assert {n.id for n in outcome.needs} == {"no_removal", "leave_out_lesson"}
    assert all(way.is_enough for way in outcome.ways_out)


@pytest.mark.parametrize("steps", [1, 4])
def test_a_plan_of_another_ladder_is_still_a_place_to_begin(steps: int) -> None:
    """Its steps count as far as they go."""
    present = found(problem(timetable(), steps=3))
    after = again(problem(timetable(), steps=steps), present)
    assert written(after)[:3] == written(present)[: min(3, steps)]


def test_without_any_effort_there_is_no_plan_in_time() -> None:
    """And a contact all the same."""
    of = problem(timetable(), DAYS, steps=3)
    outcome = replan(
        with_needs(of, need("keep_lesson", lesson=B)), plan(of, "a", "a d", "a d e f"),
        Effort(by_cores=0.0, by_bounds=0.0, interleaved=0.0),
    )  # fmt: skip
    assert isinstance(outcome, Interrupted | Found)
    if isinstance(outcome, Interrupted):
        assert outcome.contact.date
