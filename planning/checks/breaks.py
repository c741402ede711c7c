"""When a plan meets the needs about gaps, rest and lunch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from planning.checks.weeks import attended_weeks
from planning.needs import BreakNeed, LunchElsewhere, MaxIdleGap, RestBetweenLessons
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


def breaches(need: BreakNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need."""
    for week in attended_weeks(problem, plan, need):
        for _, visits in week.days():
            match need:
                case MaxIdleGap():
                    rest = planned_rest(problem, week.step, week.week)
                    for before, after in pairwise(visits):
                        if after.start - before.end - rest > need.minutes:
                            yield week.breach((before, after), 1)
                case RestBetweenLessons():
                    for before, after in pairwise(visits):
                        if after.start - before.end < need.minutes:
                            yield week.breach((before, after), 1)
                case LunchElsewhere():
                    if need.ends_the_day and _crosses_lunch(need, visits):
                        yield week.breach(visits)
                case _:
                    assert_never(need)


def planned_rest(problem: Problem, step: int, week: WeekLabel) -> int:
    """Minutes of every gap that are a rest which the plan must hold, and so no waiting (`method.md` RA3, SI4)."""
    rests = (need for need in problem.hard_needs() if isinstance(need, RestBetweenLessons))
    return max((need.minutes for need in rests if need.holds_in(step, week)), default=0)


def _crosses_lunch(need: LunchElsewhere, visits: tuple[Visit, ...]) -> bool:
    """Whether the day goes on from before lunch is over to after it has begun: somebody there would have to eat."""
    starts_before = min(v.start for v in visits) < need.start
    goes_on_after = max(v.end for v in visits) > need.end
    return starts_before and goes_on_after
