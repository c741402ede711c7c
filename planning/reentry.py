"""Coming back after a lov or an illness: the first occasions are one step smaller (`method.md` §5.4 R2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from planning.plan import Plan
from planning.planned_day import NotThatDay, PlannedDay, Smaller, WhyNot, ordinary_days
from planning.problem import Problem
from planning.smaller_days import one_step_smaller

CLOSED_DAYS = 5
"""From so many closed school days in a row the way back is smaller; a lov from Monday to Friday is five (R2)."""

SICK_DAYS = 3
"""From so many days ill the way back is smaller (R2); whoever keeps count asks for it with `after_illness`."""

SMALLER_OCCASIONS = 2
"""How many days with lessons are smaller. R2 says the first one or two; the more careful is our default."""


def eased_after_lov(problem: Problem, plan: Plan, days: Sequence[PlannedDay]) -> tuple[PlannedDay, ...]:
    """The days with the first occasions after every lov smaller. A lov before the plan's first occasion is none."""
    if not days:
        return ()
    eased = tuple(days)
    begun = next((day.date for day in days if day.has_something), None)
    for gap in problem.calendar.gaps(days[0].date, days[-1].date, CLOSED_DAYS):
        if begun is not None and begun < gap.first:
            eased = _eased(problem, plan, eased, gap.back, Smaller(after=gap.name))
    return eased


def eased_after_illness(
    problem: Problem, plan: Plan, days: Sequence[PlannedDay], back: Iterable[dt.date]
) -> tuple[PlannedDay, ...]:
    """The days with the first occasions from each of those dates smaller."""
    eased = tuple(days)
    for first in sorted(back):
        eased = _eased(problem, plan, eased, first, Smaller(after_illness=True))
    return eased


def after_illness(problem: Problem, plan: Plan, first_day_back: dt.date) -> tuple[PlannedDay, ...]:
    """The first occasions from that day on, smaller: for somebody who has been ill for `SICK_DAYS` days or more."""
    days = eased_after_lov(problem, plan, ordinary_days(problem, plan))
    eased = eased_after_illness(problem, plan, days, (first_day_back,))
    return tuple(day for day in eased if day.date >= first_day_back and day.lessons)[:SMALLER_OCCASIONS]


def _eased(
    problem: Problem, plan: Plan, days: tuple[PlannedDay, ...], back: dt.date, smaller: Smaller
) -> tuple[PlannedDay, ...]:
    occasions = [day.date for day in days if day.date >= back and day.lessons][:SMALLER_OCCASIONS]
    return tuple(_smaller(problem, plan, day, smaller) if day.date in occasions else day for day in days)


def _smaller(problem: Problem, plan: Plan, day: PlannedDay, smaller: Smaller) -> PlannedDay:
    """The day one step smaller; as it is when it is smaller already, or when nothing smaller is possible."""
    if day.smaller is not None:
        return day
    lessons = one_step_smaller(problem, plan, plan.steps[day.step - 1], day.lessons)
    if lessons == day.lessons:
        return day
    kept = {lesson.occasion for lesson in lessons}
    left_out = (NotThatDay(lesson=one, why=WhyNot.SMALLER_DAY) for one in day.lessons if one.occasion not in kept)
    items = tuple(item for item in day.items if not item.is_new)
    return day.model_copy(
        update={"lessons": lessons, "items": items, "left_out": (*day.left_out, *left_out), "smaller": smaller}
    )
