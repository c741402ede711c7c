"""When a plan meets the needs about support: what is to be there every week has its place in the week."""

from __future__ import annotations

from collections.abc import Iterator

from planning.checks.items import missing
from planning.needs import SupportNeed
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem


def breaches(need: SupportNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks in which something that the need asks for is not there. Support without items is never broken."""
    return missing(need, problem, plan)
