"""What each step changes and where it stands on the small ladders, as data for `plan.json`."""

from __future__ import annotations

from typing import Any

from planning.dimensions import raised, state_of
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.small_ladders import keeper_in, rungs_in
from planning.step_changes import change_in
from wording.dimensions import say_change, say_rung


def dimensions_report(problem: Problem, plan: Plan, planned: PlanStep) -> dict[str, Any]:
    """The step's level in each dimension, those that are `raised` since the step before, and a `sentence`."""
    before = plan.steps[planned.number - 2] if planned.number > 1 else None
    change, state = change_in(problem, before, planned), state_of(problem, planned)
    return {
        **state.model_dump(mode="json"),
        "raised": [dimension.value for dimension in raised(state_of(problem, before), state)] if before else [],
        "sentence": say_change(change, problem.needs_by_id),
    }


def ladders_report(problem: Problem, planned: PlanStep) -> list[dict[str, Any]]:
    """The step's rung on each small ladder that there is, each with its `sentence`."""
    return [
        {
            "ladder": rung.ladder.value,
            "rung": rung.rung.value,
            "sentence": say_rung(rung, keeper_in(problem, rung.ladder, planned.number)),
        }
        for rung in rungs_in(problem, planned.number)
    ]
