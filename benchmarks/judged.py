"""Other ways to a plan, judged as ours is: completed with the items, passed by the checks, and its losses counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

from benchmarks.stepwise import Taken, choices_of
from planning.checks.judge import broken_promises
from planning.plan import Plan
from planning.problem import Problem
from scheduler import planner
from scheduler.model import Model
from scheduler.posting import model_of
from scheduler.solving import Effort


@contextmanager
def _only(taken: Taken) -> Iterator[None]:
    """While this lasts the planner can choose no other lessons."""

    def fixed(problem: Problem) -> Model:
        model = model_of(problem)
        for name, choice in choices_of(model):
            model.cp.add(choice.taken == int(name in taken))
        return model

    with patch.object(planner, "model_of", fixed):
        yield


def judged(problem: Problem, taken: Taken | None) -> Plan | None:
    """The plan with just those lessons, its tiers counted; None when it keeps not every promise, or there is none."""
    if taken is None:
        return None
    with _only(taken):
        plan = planner._best_plan(problem, Effort())  # noqa: SLF001 - without the conflict, which nobody asks for
    return plan if isinstance(plan, Plan) and broken_promises(problem, plan) == () else None


def is_worse(theirs: Mapping[str, int], ours: Mapping[str, int]) -> bool | None:
    """Whether their losses weigh more, by the first tier in which the two differ; None when they differ in none.

    Tiers after the first week's shape are not asked: that week's lessons are then settled, and which of equally good
    ones they are decides what is left for the rest.
    """
    for name in ours:
        if theirs.get(name, 0) != ours[name]:
            return theirs.get(name, 0) > ours[name]
        if name.startswith("shape"):
            break
    return None
