"""When a plan meets the needs about the way to school and home."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import attended_weeks
from planning.needs import RideNeeded, TravelNeed, TravelTimes
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.visits import Visit


def bars(need: TravelNeed, visit: Visit, problem: Problem) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case RideNeeded():
            return not _has_ride(problem, (visit,))
        case TravelTimes():
            too_early = bool(need.arrivals) and visit.start < min(need.arrivals) + need.minutes_to_room
            too_late = bool(need.departures) and visit.end > max(need.departures) - need.minutes_to_room
            return too_early or too_late
        case _:
            assert_never(need)


def breaches(need: TravelNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need."""
    for week in attended_weeks(problem, plan, need):
        if barred := tuple(v for v in week.visits if bars(need, v, problem)):
            yield week.breach(barred, len(barred))
        if isinstance(need, RideNeeded):
            for _, visits in week.days():
                alone = any(bars(need, v, problem) for v in visits)
                if not alone and not _has_ride(problem, visits):
                    yield week.breach(visits)


def _has_ride(problem: Problem, visits: tuple[Visit, ...]) -> bool:
    """Whether one ride that weekday brings the student there in time and waits until the last lesson has ended."""
    first, last = min(v.start for v in visits), max(v.end for v in visits)
    return any(
        ride.weekday == visits[0].lesson.weekday
        and (not ride.weeks or visits[0].week in ride.weeks)
        and ride.arrives <= first
        and last <= ride.leaves
        for ride in problem.rides
    )
