"""When a plan meets the needs about friends and about students whom it is hard to meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import attended_weeks
from planning.encounters import at_the_door
from planning.needs import AvoidGroup, FriendNeed, WithFriend
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import Lesson
from planning.visits import Visit


def shares_group(need: WithFriend, visit: Visit) -> bool:
    """Whether the lesson is one that the friend's group has too. No group ticked: the whole class counts."""
    return not need.groups or _has_group(visit.lesson, need.groups)


def bars(need: FriendNeed, visit: Visit, problem: Problem) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case WithFriend():
            return False
        case AvoidGroup():
            near = (visit.lesson, *at_the_door(problem.timetable, visit, need.doorway_minutes))
            return any(_has_group(lesson, need.groups) for lesson in near)
        case _:
            assert_never(need)


def breaches(need: FriendNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks with lessons but none that is shared with the friend; lessons with a group to keep away from."""
    for week in attended_weeks(problem, plan, need):
        match need:
            case WithFriend():
                bad = () if any(shares_group(need, v) for v in week.visits) else week.visits
                amount = 1
            case AvoidGroup():
                bad = tuple(v for v in week.visits if bars(need, v, problem))
                amount = len(bad)
            case _:
                assert_never(need)
        if bad:
            yield week.breach(bad, amount)


def _has_group(lesson: Lesson, groups: tuple[str, ...]) -> bool:
    return not {*lesson.groups, lesson.part_of_group}.isdisjoint(groups)
