"""What a plan comes to in every tier that lessons decide, whoever made it."""

from __future__ import annotations

from planning.plan import Plan
from planning.problem import Problem
from scheduler.distance import as_present
from scheduler.objective import add_losses
from scheduler.posting import model_of
from scheduler.settling import lost
from scheduler.solving import Effort, Solution, run, total
from scheduler.tiers import Rank


def worth(problem: Problem, plan: Plan, effort: Effort) -> dict[Rank, int] | None:
    """The plan's losses; None when the effort ran out, or the problem does not allow its lessons.

    Its lessons are fixed, and only what is counted is left to find.
    """
    model = model_of(problem)
    add_losses(model)
    values = as_present(model, plan)
    for week in model.weeks.values():
        for choice in week.choices:
            model.cp.add(choice.taken == values[choice.taken.index])
    model.cp.minimize(total([loss for losses in model.losses.values() for loss in losses]))
    answer, found = run(model.cp, effort)
    solution = Solution(answer, found)
    return {rank: lost(losses, solution) for rank, losses in model.losses.items()} if found else None
