"""When a plan meets the needs about the morning: they move no lesson, but waking up has its time every school day."""

from __future__ import annotations

from collections.abc import Iterator

from planning.checks.items import missing
from planning.needs import HomeNeed
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem


def breaches(need: HomeNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks with a school day that the help with the morning is not planned on."""
    return missing(need, problem, plan)
