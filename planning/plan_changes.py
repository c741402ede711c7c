"""What differs between two plans of the same ladder: the lessons that are there in one and not in the other."""

from __future__ import annotations

from enum import StrEnum

from planning.clock import ClockTime
from planning.frozen import Frozen
from planning.plan import Plan, PlannedLesson
from planning.timetable import Lesson, OccasionId, WeekLabel

Slot = tuple[int, OccasionId]
"""A step and an occasion of the timetable."""


class Change(StrEnum):
    """What happens to a lesson from one plan to another."""

    ADDED = "added"
    GONE = "gone"
    OTHERWISE = "otherwise"
    """It is there in both, in another part."""


class SlotChange(Frozen):
    """One lesson of one step that differs. `start`–`end` is the part that is attended, then where it is gone."""

    step: int
    week: WeekLabel
    lesson: Lesson
    change: Change
    start: ClockTime
    end: ClockTime


def attended(plan: Plan) -> dict[Slot, PlannedLesson]:
    """Every lesson of the plan, by step and occasion."""
    return {(step.number, lesson.occasion): lesson for step in plan.steps for lesson in step.lessons}


def changes_between(before: Plan, after: Plan) -> tuple[SlotChange, ...]:
    """Where the two attend different lessons or different parts, in the order of the steps and the clock."""
    then, now = attended(before), attended(after)
    changed = [
        _change(slot[0], then.get(slot), now.get(slot)) for slot in {**then, **now}
    ]
    found = [change for change in changed if change is not None]
    return tuple(sorted(found, key=lambda c: (c.step, c.week, c.lesson.weekday, c.start, c.end, c.lesson.id)))


def _change(step: int, then: PlannedLesson | None, now: PlannedLesson | None) -> SlotChange | None:
    shown = now or then
    assert shown is not None
    if then is None:
        change = Change.ADDED
    elif now is None:
        change = Change.GONE
    elif (then.start, then.end) != (now.start, now.end):
        change = Change.OTHERWISE
    else:
        return None
    return SlotChange(
        step=step, week=shown.week, lesson=shown.lesson, change=change, start=shown.start, end=shown.end
    )
