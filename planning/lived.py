"""A plan in the middle of its ladder: what has been lived cannot be judged by what was agreed later."""

from __future__ import annotations

from planning.checks.judge import breaches_of
from planning.needs import AnyNeed
from planning.plan import Plan
from planning.problem import Problem


def with_needs_from(problem: Problem, present: Plan, step: int) -> Problem:
    """The same problem with the hard needs that an earlier step of the plan breaks beginning in that step.

    What was agreed today about all steps cannot undo last week. A need that only holds in earlier steps is left out.
    """
    if step <= 1 or tuple(planned.step for planned in present.steps) != problem.steps:
        return problem
    needs = (_beginning(need, step) if _is_broken_before(need, problem, present, step) else need
             for need in problem.needs)  # fmt: skip
    return problem.model_copy(update={"needs": tuple(need for need in needs if need is not None)})


def _is_broken_before(need: AnyNeed, problem: Problem, present: Plan, step: int) -> bool:
    return need.is_hard and any(breach.step < step for breach in breaches_of(need, problem, present))


def _beginning(need: AnyNeed, step: int) -> AnyNeed | None:
    if need.last_step is not None and need.last_step < step:
        return None
    return need.model_copy(update={"first_step": max(need.first_step, step)})
