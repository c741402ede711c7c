"""What each step of a plan means in practice: what is new, which support, when to go on, and the bad day's version."""

from __future__ import annotations

from planning.frozen import Frozen
from planning.needs import AnyNeed, MorningHelp, PlaceLadder, Support
from planning.plan import Plan, PlannedContact, PlannedLesson
from planning.problem import Problem
from planning.smaller_days import BadDay, bad_days

OCCASIONS_IN_WINDOW = 3
"""How many valid planned occasions a step decision looks at (`method.md` §5.4; our default, not evidence)."""

DONE_PERCENT = 80
"""Share of the planned minutes that counts as done (`method.md` §5.4; our default, not evidence)."""


class StepStory(Frozen):
    """One step in practice."""

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
    bad_days: tuple[BadDay, ...]
    """The smaller version of every day with lessons, and of every dated contact."""
    is_last: bool
    is_whole: bool
    """Whether nothing of the ordinary timetable is left out."""

    @property
    def bad_day(self) -> tuple[PlannedLesson, ...]:
        """What is left of the lessons on bad days; a day that is left without any has a contact."""
        return tuple(day.lesson for day in self.bad_days if day.lesson)


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
                # A proposal that has been sent keeps of its needs only those that may be read by whoever gets it.
                released=tuple(problem.needs_by_id[i] for i in planned.released if i in problem.needs_by_id),
                holding=tuple(n for n in holding if n.is_hard),
                support=tuple(n for n in holding if isinstance(n, Support | MorningHelp | PlaceLadder)),
                contacts=planned.contacts,
                bad_days=bad_days(problem, plan, planned),
                is_last=planned is plan.last,
                is_whole=not planned.left_out and not any(lesson.is_part for lesson in planned.lessons),
            )
        )
        before = planned.mean_minutes
    return tuple(stories)
