"""When a plan meets the needs about rooms and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import attended_weeks
from planning.needs import (
    AvoidPlace,
    AvoidRoom,
    EnvironmentNeed,
    PlaceLadder,
    SafeRoom,
    SmallGroupFirst,
    StartElsewhere,
)
from planning.needs.environment import CLASSROOM
from planning.outcomes import Breach
from planning.plan import Plan, Setting
from planning.problem import Problem
from planning.visits import Visit, series_of


def bars(need: EnvironmentNeed, visit: Visit, problem: Problem) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case AvoidRoom():
            return not set(need.rooms).isdisjoint(visit.lesson.rooms)
        case AvoidPlace():
            uses = (problem.places[place] for place in need.places if place in problem.places)
            return any(use.is_used_by(visit.lesson) for use in uses)
        case SafeRoom():
            return set(need.rooms).isdisjoint(visit.lesson.rooms)
        case StartElsewhere():
            return True
        case SmallGroupFirst() | PlaceLadder():
            return False
        case _:
            assert_never(need)


def breaches(need: EnvironmentNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need. A safe room is a wish about each week: one lesson there meets it.

    The ladder into school shapes contacts (`planning.contacts`): no lesson can be against it.
    """
    if isinstance(need, SmallGroupFirst):
        yield from _straight_to_classroom(need, plan)
        return
    if isinstance(need, AvoidPlace) and CLASSROOM in need.places:
        yield from _in_classroom(need, plan)
    for week in attended_weeks(problem, plan, need):
        barred = tuple(v for v in week.visits if bars(need, v, problem))
        if isinstance(need, SafeRoom) and len(barred) < len(week.visits):
            continue
        if barred:
            yield week.breach(barred, len(barred))


def _in_classroom(need: AvoidPlace, plan: Plan) -> Iterator[Breach]:
    for planned in plan.steps:
        for lesson in planned.lessons:
            if need.holds_in(planned.number, lesson.week) and lesson.setting is Setting.CLASSROOM:
                yield Breach(step=planned.number, week=lesson.week, lessons=(lesson.lesson.id,), amount=1)


def _straight_to_classroom(need: SmallGroupFirst, plan: Plan) -> Iterator[Breach]:
    known: set[object] = set()
    for planned in plan.steps:
        for lesson in planned.lessons:
            is_new = series_of(lesson.lesson, lesson.week) not in known
            must = need.holds_in(planned.number, lesson.week) and is_new
            if must and lesson.setting is not Setting.SMALL_ROOM:
                yield Breach(step=planned.number, week=lesson.week, lessons=(lesson.lesson.id,), amount=1)
        known = {series_of(lesson.lesson, lesson.week) for lesson in planned.lessons}
