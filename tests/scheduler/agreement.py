"""What must hold between solver and checks for any problem: the tests of every topic's rules call these."""

from __future__ import annotations

from typing import Any

from planning.checks.judge import broken_promises
from planning.needs import AnyNeed
from planning.outcomes import Conflict, Found
from planning.plan import Plan
from planning.problem import Problem
from scheduler.planner import plan_for
from tests.planning.builders import need, problem, timetable
from tests.scheduler.brute import is_possible, keeping, smallest_conflicts, with_only


def found(problem: Problem) -> Plan:
    """The plan of a problem that has one, checked and proven."""
    outcome = plan_for(problem)
    assert isinstance(outcome, Found), outcome
    assert broken_promises(problem, outcome.plan) == ()
    assert outcome.plan.proven
    return outcome.plan


def colliding(problem: Problem) -> set[str]:
    """The ids of the needs that collide in a problem that has no plan."""
    outcome = plan_for(problem)
    assert isinstance(outcome, Conflict), outcome
    return {need.id for need in outcome.needs}


def assert_agrees(problem: Problem) -> None:
    """Whatever comes out passes the checks; what is said to collide does, and would not without any one of it."""
    outcome = plan_for(problem)
    if isinstance(outcome, Found):
        assert broken_promises(problem, outcome.plan) == ()
        assert outcome.plan.proven
        return
    assert isinstance(outcome, Conflict)
    assert isinstance(plan_for(with_only(problem, outcome.needs)), Conflict)
    for given_up in outcome.needs:
        rest: tuple[AnyNeed, ...] = tuple(need for need in outcome.needs if need.id != given_up.id)
        without = problem.without(given_up.id)
        assert any(isinstance(plan_for(loosened), Found) for loosened in keeping(without, rest))


def assert_agrees_with_brute_force(problem: Problem) -> None:
    """There is a plan exactly when trying them all finds one; otherwise the conflict is one of the smallest."""
    outcome = plan_for(problem)
    assert isinstance(outcome, Found) == is_possible(problem)
    if isinstance(outcome, Conflict):
        assert outcome.needs in smallest_conflicts(problem)
        for way in outcome.ways_out:
            assert way.is_enough == is_possible(problem.without(way.give_up))


def assert_reaches(most: int, *needs: AnyNeed, steps: int = 1, **fields: Any) -> None:
    """Under these needs the last step has `most` lessons; a goal of one more collides with exactly all of them."""

    def asking_for(least: int) -> Problem:
        goal = need("min_lessons_per_week", id="goal", source="goal", n=least, first_step=steps)
        return problem(timetable(), *needs, goal, steps=steps, **fields)

    assert len(found(problem(timetable(), *needs, steps=steps, **fields)).last.lessons) == most
    assert len(found(asking_for(most)).last.lessons) == most
    assert colliding(asking_for(most + 1)) == {wanted.id for wanted in needs} | {"goal"}
