"""The one wrapper around CP-SAT."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from planning.errors import Bug
from planning.needs import AnyNeed
from planning.outcomes import Conflict, Found, Interrupted
from planning.problem import Problem
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.planner import plan_for
from scheduler.posting import model_of
from scheduler.solving import PACK_RANGE, Answer, Effort, _packs, run, solve
from scheduler.tiers import Tier
from tests.planning.builders import need, problem, timetable

SOME_LOSSES = st.lists(st.tuples(st.integers(1, 50), st.integers(0, 5000)), max_size=3)
"""Weights, and the most that each loss can come to."""
NOTHING = Effort(by_cores=0, by_bounds=0, interleaved=0)
FULL_WEEK = "\n".join(
    f"{day}{n} {day} {8 + n:02d}:00-{8 + n:02d}:{40 + 5 * (n + at) % 20} Ämne{n}"
    for at, day in enumerate(("mon", "tue", "wed", "thu", "fri"))
    for n in range(3)
)
"""Fifteen lessons, three a day."""
COLLIDING = (
    (need("no_lessons_yet"), need("min_lessons_per_week", n=2)),
    (need("full_restore"), need("max_days", n=3), need("rest_day_between")),
    (need("max_days", n=2), need("max_lessons_per_day", n=2), need("min_lessons_per_week", n=5)),
)


def bare() -> Model:
    """A model of a problem without lessons, to put variables into."""
    return Model(problem(timetable(())))


def clashing() -> Problem:
    """A problem that asks for lessons and forbids them."""
    return problem(timetable(), need("min_lessons_per_week", n=1), need("no_lessons_yet"))


def test_an_impossible_model_gives_no_values() -> None:
    """Zeros read from it would look like an empty plan."""
    model = cp_model.CpModel()
    one = model.new_bool_var("")
    model.add_bool_or(one)
    model.add_bool_or(one.negated())
    assert run(model, Effort()) == (Answer.IMPOSSIBLE, {})


def test_an_impossible_problem_has_no_solution() -> None:
    """Neither values nor tiers."""
    model = model_of(clashing())
    add_losses(model)
    solution = solve(model, Effort())
    assert solution.answer is Answer.IMPOSSIBLE
    assert (solution.values, solution.tiers) == ({}, {})


def test_a_model_that_makes_no_sense_is_a_bug() -> None:
    """Its numbers do not fit into 64 bits."""
    model = cp_model.CpModel()
    huge = model.new_int_var(0, 2**62, "")
    model.add(4 * huge >= 3)
    with pytest.raises(Bug):
        run(model, Effort())


def test_a_negated_literal_reads_as_its_opposite() -> None:
    """Both of one variable."""
    model = bare()
    taken = model.cp.new_bool_var("")
    model.cp.add_bool_or(taken)
    solution = solve(model, Effort())
    assert solution.is_true(taken)
    assert not solution.is_true(taken.negated())


@given(st.lists(SOME_LOSSES, min_size=len(Tier), max_size=len(Tier)))
@settings(max_examples=50, deadline=None)
def test_packs_hold_every_tier_once_in_order_and_stay_small(losses: list[list[tuple[int, int]]]) -> None:
    """A pack's range stays below the limit, unless a single tier already passes it."""
    model = bare()
    for tier, of_tier in zip(Tier, losses, strict=True):
        for weight, most in of_tier:
            model.lose(tier, weight, model.cp.new_int_var(0, most, ""), most)
    packs = _packs(model, sorted(model.losses))
    assert [rank for pack in packs for rank in pack] == sorted(model.losses)
    for pack in packs:
        ranges = [sum(loss.weight * loss.most for loss in model.losses[rank]) + 1 for rank in pack]
        assert len(pack) <= 1 or prod(ranges) <= PACK_RANGE


def test_a_model_without_losses_has_one_empty_pack() -> None:
    """It is solved all the same."""
    assert _packs(bare(), []) == [[]]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.lists(st.integers(1, 9), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_no_sum_of_lower_losses_outweighs_a_higher_one(higher: list[int], lower: list[int]) -> None:
    """One loss of the first tier or all of the second: the second, whatever its weights."""
    model = bare()
    either = model.cp.new_bool_var("")
    for weight in higher:
        model.lose(Tier.WISH_3, weight, either)
    for weight in lower:
        model.lose(Tier.WISH_1, weight, either.negated())
    solution = solve(model, Effort())
    assert solution.tiers == {"wish_3": 0, "wish_1": sum(lower)}


@pytest.mark.parametrize("pack_range", [1, 10**7])
def test_a_solved_tier_stays_solved(monkeypatch: pytest.MonkeyPatch, pack_range: int) -> None:
    """Packed with the next or frozen before it: the same answer as trying everything."""
    monkeypatch.setattr("scheduler.solving.PACK_RANGE", pack_range)
    weights = {Tier.REMOVED: (3, 2, 0), Tier.WISH_3: (1, 0, 4), Tier.SHAPE: (0, 5, 3)}
    model = bare()
    options = [model.cp.new_bool_var("") for _ in range(3)]
    model.cp.add(sum(options) == 2)
    for tier, of_tier in weights.items():
        for weight, option in zip(of_tier, options, strict=True):
            model.lose(tier, weight, option)
    best = min(
        tuple(sum(w * t for w, t in zip(of_tier, taken, strict=True)) for of_tier in weights.values())
        for taken in product((0, 1), repeat=3)
        if sum(taken) == 2
    )
    solution = solve(model, Effort())
    assert tuple(solution.tiers.values()) == best
    assert solution.proven


@pytest.mark.parametrize("pack_range", [1, 10**3, 10**12])
def test_how_tiers_are_packed_does_not_change_what_they_come_to(
    monkeypatch: pytest.MonkeyPatch, pack_range: int
) -> None:
    """One by one, a few at a time or all at once."""
    of = problem(timetable(), need("days_off", "wish_2", weekdays=["mon"]), need("max_days", n=3), steps=3)
    usual = plan_for(of)
    monkeypatch.setattr("scheduler.solving.PACK_RANGE", pack_range)
    repacked = plan_for(of)
    assert isinstance(usual, Found)
    assert isinstance(repacked, Found)
    assert repacked.plan.tiers == usual.plan.tiers


def test_without_any_effort_there_is_no_answer_but_a_contact() -> None:
    """Out of time is an outcome, not a breakdown."""
    of = problem(FULL_WEEK, need("max_days", n=2, growth_per_step=1), need("full_restore", first_step=4), steps=4)
    outcome = plan_for(of, NOTHING)
    assert isinstance(outcome, Interrupted)
    assert outcome.contact.date == of.steps[0].first_day
    assert outcome.seconds >= 0


@pytest.mark.parametrize("work", [0.0, 1e-6, 1e-4, 1e-3, 1e-2])
def test_little_effort_gives_an_outcome_and_says_what_is_not_proven(work: float) -> None:
    """A plan, or none in time; never an exception, and never a proof that was not made."""
    needs = (
        need("max_days", n=2, growth_per_step=1), need("max_growth", n=3), need("rest_day_between", last_step=2),
        need("days_off", "wish_3", weekdays=["mon"]), need("max_idle_gap", "wish_1", minutes=15),
    )  # fmt: skip
    of = problem(FULL_WEEK, *needs, steps=4)
    outcome = plan_for(of, Effort(by_cores=work, by_bounds=work, interleaved=work))
    assert isinstance(outcome, Found | Interrupted)
    if isinstance(outcome, Found) and outcome.plan.proven:
        proof = plan_for(of)
        assert isinstance(proof, Found)
        assert _lessons_only(outcome.plan.tiers) == _lessons_only(proof.plan.tiers)


def _lessons_only(tiers: dict[str, int]) -> dict[str, int]:
    """Equally good lessons may leave other hours for what is not a lesson."""
    return {tier: lost for tier, lost in tiers.items() if not tier.startswith(("placed", "item_shape"))}


@pytest.mark.parametrize("needs", COLLIDING, ids=lambda needs: needs[0].kind)
@pytest.mark.parametrize("work", [0.0, 1e-6, 1e-4, 1e-3, 1e-2])
def test_little_effort_on_an_impossible_problem_gives_an_outcome_too(
    needs: tuple[AnyNeed, ...], work: float
) -> None:
    """The conflict when it is found in time, otherwise no answer in time; never an exception."""
    outcome = plan_for(problem(FULL_WEEK, *needs, steps=3), Effort(by_cores=work, by_bounds=work, interleaved=work))
    assert isinstance(outcome, Conflict | Interrupted)
    assert outcome.contact.date


def test_the_same_model_solved_twice_gives_the_same_values() -> None:
    """A seed, and a limit in work instead of seconds."""
    of = problem(FULL_WEEK, need("max_days", n=3), steps=3)
    solutions = []
    for _ in range(2):
        model = model_of(of)
        add_losses(model)
        solutions.append(solve(model, Effort()))
    assert solutions[0].values == solutions[1].values
