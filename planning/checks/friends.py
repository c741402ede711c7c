"""When a plan meets the needs about friends."""

from __future__ import annotations

from collections.abc import Iterator

from planning.checks.weeks import attended_weeks
from planning.needs import FriendNeed
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.visits import Visit


def shares_group(need: FriendNeed, visit: Visit) -> bool:
    """Whether the lesson is one that the friend's group has too. No group ticked: the whole class counts."""
    groups = {*visit.lesson.groups, visit.lesson.part_of_group}
    return not need.groups or not groups.isdisjoint(need.groups)


def breaches(need: FriendNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks with lessons but none that is shared with the friend."""
    for week in attended_weeks(problem, plan, need):
        if week.visits and not any(shares_group(need, v) for v in week.visits):
            yield week.breach(week.visits)
