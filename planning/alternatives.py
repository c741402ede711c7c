"""Other plans to choose among: as good where it matters, and different where it shows (`features.md` F20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from planning.answers_why import Worse
from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.plan import Plan, PlanStep
from planning.plan_changes import Change, SlotChange, changes_between
from planning.timetable import WeekLabel

LEAST_DIFFERENT = 2
"""Lessons that two plans on offer differ in at least, within the steps where it matters (`features.md` F20)."""

STEPS_THAT_MATTER = 2
"""How many of the first steps with lessons a choice is about: later ones are planned anew before they come."""


class Axis(StrEnum):
    """What an alternative does differently in the first steps."""

    FEWER_DAYS = "fewer_days"
    LATER_START = "later_start"
    OTHER_SUBJECTS = "other_subjects"
    WITH_COACH = "with_coach"
    MORE_DAYS = "more_days"
    EARLIER_END = "earlier_end"


class Alternative(Frozen):
    """Another plan, what it does differently, and what it costs."""

    axis: Axis
    now: int
    then: int
    """What the axis comes to in the plan and here: days, a time of day, or lessons."""
    subjects: tuple[str, ...]
    """The subjects of its first step with lessons, in the order of the clock."""
    changes: tuple[SlotChange, ...]
    """What differs from the plan in the steps that matter."""
    worse: tuple[Worse, ...] = ()
    """Wishes that it meets less well; empty: none."""
    plan: Plan
    """It has passed every check. What is not a lesson gets its hours when it is chosen."""


class WhyNone(StrEnum):
    """Why there is nothing to choose among."""

    NO_LESSONS = "no_lessons"
    """The plan has none yet."""
    ONE_WAY = "one_way"
    """Every other plan keeps fewer of the wishes, or differs too little to be a choice."""
    OUT_OF_TIME = "out_of_time"
    STOPPED = "stopped"
    """Somebody did not want to wait."""


class Alternatives(Frozen):
    """One or two further plans, or why there are none."""

    found: tuple[Alternative, ...] = ()
    why_none: WhyNone | None = None


def first_steps(plan: Plan) -> tuple[int, ...]:
    """The numbers of the first steps with lessons: where a choice matters."""
    return tuple(step.number for step in plan.steps if step.lessons)[:STEPS_THAT_MATTER]


class StepShape(Frozen):
    """What can be felt of a step: which days, when it begins and ends, what, and with whom."""

    days: tuple[WeekdayField, ...] = ()
    subjects: tuple[str, ...] = ()
    """In the order of the week."""
    begins: ClockTime | None = None
    """When the earliest lesson of any day begins."""
    ends: ClockTime | None = None
    """When the latest one ends."""
    lessons: int = 0
    with_coach: int = 0
    """So many of the lessons the coach is at."""


def shape_of(step: PlanStep) -> StepShape:
    """The shape of the step, over all its weeks."""
    ordered = sorted(step.lessons, key=lambda one: (one.lesson.weekday, one.start, one.lesson.id))
    return StepShape(
        days=tuple(dict.fromkeys(one.lesson.weekday for one in ordered)),
        subjects=tuple(dict.fromkeys(one.lesson.subject for one in ordered)),
        begins=min((one.start for one in ordered), default=None),
        ends=max((one.end for one in ordered), default=None),
        lessons=len(ordered),
        with_coach=sum(one.with_coach for one in ordered),
    )


def weeks_that_differ(plans: Sequence[Plan], steps: Iterable[int]) -> tuple[tuple[int, WeekLabel], ...]:
    """The weeks to draw beside each other: the first week of the first step, and every other in which the plans differ.

    Within the steps given; each as the step's number and the week's label.
    """
    first, *others = plans
    changed = {
        (change.step, change.week)
        for other in others
        for change in changes_between(first, other)
    }
    numbers = tuple(steps)
    weeks = [(number, label) for number in numbers for label in first.steps[number - 1].step.week_labels]
    return tuple(week for week in weeks if week in changed) or tuple(weeks[:1])


def are_a_choice(one: Plan, other: Plan, steps: tuple[int, ...]) -> bool:
    """Whether the two differ enough within those steps; another part of the same lesson counts."""
    changes = [change for change in changes_between(one, other) if change.step in steps]
    return len(changes) >= LEAST_DIFFERENT and any(change.change is not Change.OTHERWISE for change in changes)
