"""The weeks of a plan, as the checks walk through them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planning.clock import Weekday
from planning.frozen import Frozen
from planning.needs import NeedBase
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


class AttendedWeek(Frozen):
    """What is attended in weeks with one label of one step, in the order of the clock."""

    step: int
    week: WeekLabel
    visits: tuple[Visit, ...]

    @property
    def minutes(self) -> int:
        """Teaching minutes."""
        return sum(visit.minutes for visit in self.visits)

    def days(self) -> Iterator[tuple[Weekday, tuple[Visit, ...]]]:
        """The days with lessons, each with its visits in the order of the clock."""
        for weekday, visits in groupby(self.visits, key=lambda visit: visit.lesson.weekday):
            yield weekday, tuple(visits)

    def breach(self, visits: tuple[Visit, ...] = (), amount: int = 1) -> Breach:
        """A breach in this week."""
        return Breach(step=self.step, week=self.week, lessons=tuple(v.lesson.id for v in visits), amount=amount)


def attended_weeks(problem: Problem, plan: Plan, need: NeedBase | None = None) -> Iterator[AttendedWeek]:
    """Every step's weeks; with a need, only those that it holds in."""
    for planned in plan.steps:
        for week in problem.steps[planned.number - 1].week_labels:
            if need is None or need.holds_in(planned.number, week):
                visits = tuple(Visit.of(planned.number, lesson) for lesson in planned.in_week(week))
                yield AttendedWeek(step=planned.number, week=week, visits=visits)


def week_of(problem: Problem, plan: Plan, step: int, week: WeekLabel) -> AttendedWeek:
    """That one week of the plan."""
    return next(w for w in attended_weeks(problem, plan) if (w.step, w.week) == (step, week))
