"""What the benchmark measures ours against: plans in their own right, judged by the same checks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.greedy import Bounds, greedy
from benchmarks.judged import is_worse, judged
from benchmarks.programme import Programme
from benchmarks.stepwise import Taken, step_by_step
from planning.checks.judge import broken_promises
from planning.needs import AnyNeed
from planning.outcomes import Found
from planning.problem import Problem
from scheduler.planner import plan_for
from tests.planning.builders import A_WEEK, need, problem

Way = Callable[[Problem], Taken | None]
SOME_NEEDS = (
    need("max_days", n=2, growth_per_step=1),
    need("earliest_start", "wish_3", time="09:00", last_step=2),
    need("avoid_subject", subjects=["Bild"], last_step=2),
    need("full_restore", first_step=4),
)
BLOCKED = (need("no_lessons_yet"), need("min_lessons_per_week", n=1))


@pytest.mark.parametrize("way", [greedy, step_by_step])
@pytest.mark.parametrize("needs", [(), SOME_NEEDS])
def test_plan_made_another_way_keeps_every_promise_and_is_no_better(way: Way, needs: tuple[AnyNeed, ...]) -> None:
    """By the first tier in which it differs from ours it loses more."""
    of = problem(A_WEEK, *needs, steps=4)
    ours, theirs = plan_for(of), judged(of, way(of))
    assert isinstance(ours, Found)
    assert theirs is not None
    assert broken_promises(of, theirs) == ()
    assert theirs.last.lessons
    assert is_worse(theirs.tiers, ours.plan.tiers) is not False


@pytest.mark.parametrize("way", [greedy, step_by_step])
def test_where_there_is_no_plan_neither_way_claims_one(way: Way) -> None:
    """A wall is told as None."""
    of = problem(A_WEEK, *BLOCKED, steps=2)
    assert judged(of, way(of)) is None


def test_lessons_that_break_a_promise_are_no_plan() -> None:
    """Nothing at all does not do where a lesson is asked for."""
    of = problem(A_WEEK, need("min_lessons_per_week", n=1))
    assert judged(of, frozenset()) is None


def test_what_follows_from_a_choice_is_seen_and_can_be_undone() -> None:
    """At most one of two, at least two of three: taking the first settles the others; going back opens all again."""
    programme = Programme([(0, 1)] * 3)
    programme.add([0, 1], [1, 1], [0, 1])
    programme.add([0, 1, 2], [1, 1, 1], [2, 3])
    bounds = Bounds(programme)
    mark = bounds.mark
    assert bounds.fix(0, 1)
    assert (bounds.low, bounds.high) == ([1, 0, 1], [1, 0, 1])
    assert not bounds.fix(1, 1)
    bounds.back(mark)
    assert (bounds.low, bounds.high) == ([0, 0, 0], [1, 1, 1])


@pytest.mark.parametrize(
    ("theirs", "worse"),
    [({"empty": 0, "wish_3": 9}, True), ({"empty": 0, "wish_3": 2}, None), ({"empty": 0, "wish_3": 1}, False)],
)
def test_first_tier_that_differs_decides(theirs: dict[str, int], worse: bool | None) -> None:  # noqa: FBT001 - a verdict
    """More lost is worse, and where nothing differs neither is."""
    assert is_worse(theirs, {"empty": 0, "wish_3": 2}) is worse


def test_what_comes_after_a_settled_week_decides_nothing() -> None:
    """Equally good first weeks leave different things for the rest."""
    assert is_worse({"shape 1": 3, "shape 2": 1}, {"shape 1": 3, "shape 2": 5}) is None
