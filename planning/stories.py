"""What each step of a plan means in practice: what is new, which support, when to go on, and the bad day's version."""

from __future__ import annotations

from itertools import groupby

from planning.frozen import Frozen
from planning.needs import AnyNeed, MorningHelp, PlaceLadder, Support
from planning.plan import Plan, PlannedContact, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel

OCCASIONS_IN_WINDOW = 3
"""How many valid planned occasions a step decision looks at (`method.md` §5.4; our default, not evidence)."""

DONE_PERCENT = 80
"""Share of the planned minutes that counts as done (`method.md` §5.4; our default, not evidence)."""

CONTACTS_PER_WEEK = 2
"""Least contacts a week while absent (Lancashire guidance, `method.md` §1.1)."""


class StepStory(Frozen):
    """One step in practice. `bad_day` holds the smaller version of each day: one lesson, the best known."""

    number: int
    minutes: int
    """Teaching minutes a week, on average."""
    minutes_before: int
    full_minutes: int
    """Teaching minutes of the whole ordinary week, on average."""
    new: tuple[PlannedLesson, ...]
    released: tuple[AnyNeed, ...]
    holding: tuple[AnyNeed, ...]
    """Hard needs that hold during the step."""
    support: tuple[AnyNeed, ...]
    """Support that is arranged during the step."""
    contacts: tuple[PlannedContact, ...]
    bad_day: tuple[PlannedLesson, ...]
    is_last: bool
    is_whole: bool
    """Whether nothing of the ordinary timetable is left out."""


def easiest_of_each_day(step: PlanStep, week: WeekLabel) -> tuple[PlannedLesson, ...]:
    """One lesson of every day in weeks with that label: the first that is known already, otherwise the first."""
    days = groupby(step.in_week(week), key=lambda planned: planned.lesson.weekday)
    return tuple(min(lessons, key=lambda planned: (planned.is_new, planned.start)) for _, lessons in days)


def tell(problem: Problem, plan: Plan) -> tuple[StepStory, ...]:
    """The story of every step, in order."""
    stories = []
    before = 0
    for planned in plan.steps:
        labels = planned.step.week_labels
        holding = [n for n in problem.needs if n.holds_in(planned.number)]
        full = round(sum(problem.timetable.minutes_per_week(w) for w in labels) / len(labels)) if labels else 0
        stories.append(
            StepStory(
                number=planned.number,
                minutes=planned.mean_minutes,
                minutes_before=before,
                full_minutes=full,
                new=tuple(lesson for lesson in planned.lessons if lesson.is_new),
                released=tuple(problem.needs_by_id[i] for i in planned.released),
                holding=tuple(n for n in holding if n.is_hard),
                support=tuple(n for n in holding if isinstance(n, Support | MorningHelp | PlaceLadder)),
                contacts=planned.contacts,
                bad_day=tuple(lesson for week in labels for lesson in easiest_of_each_day(planned, week)),
                is_last=planned is plan.last,
                is_whole=not planned.left_out and not any(lesson.is_part for lesson in planned.lessons),
            )
        )
        before = planned.mean_minutes
    return tuple(stories)
