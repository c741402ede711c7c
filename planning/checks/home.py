"""When a plan meets the needs about the morning: they move no lesson, so every plan does."""

from __future__ import annotations

from collections.abc import Iterator

from planning.needs import HomeNeed
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem


def breaches(need: HomeNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:  # noqa: ARG001 - one shape for all topics
    """Nothing in a plan can break help with the morning."""
    return iter(())
