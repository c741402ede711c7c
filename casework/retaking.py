"""What taking in another timetable would change: of the week, and of the plan that was made of the one in hand."""

from __future__ import annotations

from casework.case import Case
from planning.frozen import Frozen
from planning.needs import HandNeed
from planning.outcomes import Found
from planning.timetable import Timetable
from planning.week_difference import WeekDifference, difference


class Retaking(Frozen):
    """The difference; how many lessons of the plan it touches, and how many changes by hand lose their lesson."""

    difference: WeekDifference
    has_plan: bool = False
    touched: int = 0
    changes: int = 0


def retaking(case: Case, timetable: Timetable) -> Retaking | None:
    """What would change if that timetable were taken in; None while there is none in hand. Nothing is kept."""
    if case.timetable is None:
        return None
    plan = case.plan.outcome.plan if case.plan is not None and isinstance(case.plan.outcome, Found) else None
    after = {lesson.id: lesson for lesson in timetable.lessons}
    planned = {} if plan is None else {one.lesson.id: one.lesson for step in plan.steps for one in step.lessons}
    lost = [
        change
        for change in case.changes
        if any(isinstance(need, HandNeed) and need.lesson.id not in after for need in change.needs)
    ]
    return Retaking(
        difference=difference(case.timetable, timetable),
        has_plan=plan is not None,
        touched=sum(after.get(lesson.id) != lesson for lesson in planned.values()),
        changes=len(lost),
    )
