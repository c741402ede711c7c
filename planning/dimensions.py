"""The five dimensions of a step: place, time, subjects, people and support (`method.md` §5.1), and what a step raises.

Levels go from 0, where the student is safe, to 7, the whole ordinary week; support is counted the other way, from 0,
somebody beside, to 7, a check-in a week, so that its level too rises as the student needs less of it. The levels are
the method's; where a level begins in minutes or numbers of subjects is our default.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from planning.items import item_catalogue
from planning.needs import (
    AnyNeed,
    AvoidPlace,
    AvoidSubject,
    BeginWith,
    CoachAllLessons,
    CoachAtFirstLesson,
    OnlySubjects,
    SmallGroupFirst,
    Support,
    SupportKind,
)
from planning.needs.environment import CLASSROOM
from planning.pace import goal_minutes
from planning.plan import Plan, PlanStep, StepState
from planning.problem import Problem, remembering
from planning.setting import Setting
from planning.timetable import WeekLabel


class Dimension(StrEnum):
    """What a step can raise. Place and people rise together where a lesson moves from the small room to the class."""

    PLACE = "place"
    TIME = "time"
    SUBJECTS = "subjects"
    PEOPLE = "people"
    SUPPORT = "support"


SUBJECT_BOUNDS = (1, 3, 5)
"""More subjects than each of these are a level more (`method.md` §5.1: one, two or three, then more)."""

TOGETHER = 3
"""What it weighs when support falls just as place or people rise: more than any other two at once. Our default."""

FEW = 3
"""Most students in the smallest of the small rooms (`method.md` §5.1, people level 4)."""


TIME_LEVELS = 7
"""How many levels of time there are above none at all."""


@remembering
def time_bounds(problem: Problem, week: WeekLabel) -> tuple[int, ...]:
    """Minutes a week above which each level of time begins: from a quarter of an hour's visit to the whole week.

    0, 30 and 60 minutes are one visit or two; three and six lessons an hour long are one and two lessons a day on three
    days; then half the week, and all of it. In a week so short that half of it is less than those, they are in order
    all the same.
    """
    goal = goal_minutes(problem, week)
    return tuple(sorted((0, 30, 60, 180, 360, goal // 2, max(0, goal - 1))))


def time_level(problem: Problem, week: WeekLabel, minutes: int) -> int:
    """The level of so many minutes of lessons in a week with that label."""
    return sum(minutes > bound for bound in time_bounds(problem, week))


def subject_level(problem: Problem, subjects: int) -> int:
    """The level of so many subjects: 2 for the first, 6 for all that the timetable has."""
    if subjects == 0:
        return 0
    everything = len(problem.timetable.subjects)
    return 6 if subjects >= everything else 2 + sum(subjects > bound for bound in SUBJECT_BOUNDS)


@remembering
def support_level(problem: Problem, step: int) -> int:
    """How little support has been agreed for the step: 2 in the room, 5 at the door, 6 by text, 7 check-ins."""
    held = [need for need in problem.needs if need.holds_in(step)]
    if any(isinstance(need, CoachAllLessons) for need in held):
        return 2
    if any(isinstance(need, CoachAtFirstLesson) or _meets(need) for need in held):
        return 5
    texts = (isinstance(need, Support) and need.item is SupportKind.TEXT_MESSAGES for need in held)
    return 6 if any(texts) else 7


def _meets(need: AnyNeed) -> bool:
    return isinstance(need, Support) and need.item is SupportKind.MEET_AT_ARRIVAL


def state_of(problem: Problem, planned: PlanStep) -> StepState:
    """The step's level in each dimension."""
    labels = planned.step.week_labels
    subjects = {lesson.lesson.subject for lesson in planned.lessons}
    return StepState(
        place=_place(planned),
        time=max((time_level(problem, week, planned.minutes(week)) for week in labels), default=0),
        subjects=subject_level(problem, len(subjects)),
        people=_people(problem, planned),
        support=support_level(problem, planned.number),
    )


def _place(planned: PlanStep) -> int:
    """The highest place: 5 the small room, 7 the classroom; without lessons that of what is done instead."""
    if planned.lessons:
        return 7 if any(lesson.setting is Setting.CLASSROOM for lesson in planned.lessons) else 5
    catalogue = item_catalogue()
    kinds = [contact.kind for contact in planned.contacts if not contact.is_invitation]
    return max((catalogue[kind].place for kind in (*kinds, *(i.kind for i in planned.items))), default=0)


def _people(problem: Problem, planned: PlanStep) -> int:
    if not planned.lessons:
        catalogue = item_catalogue()
        kinds = [contact.kind for contact in planned.contacts if not contact.is_invitation]
        return max((catalogue[kind].people for kind in (*kinds, *(i.kind for i in planned.items))), default=0)
    in_class = [lesson for lesson in planned.lessons if lesson.setting is Setting.CLASSROOM]
    if in_class:
        return 6 if all(lesson.is_part for lesson in in_class) else 7
    return people_in_small_room(problem, planned.number)


@remembering
def people_in_small_room(problem: Problem, step: int) -> int:
    """The level of people in the small room in that step: 4 where it is for very few, otherwise 5."""
    most = [n.most for n in problem.needs if isinstance(n, SmallGroupFirst) and n.holds_in(step)]
    return 4 if any(number is not None and number <= FEW for number in most) else 5


def raised(before: StepState, after: StepState) -> tuple[Dimension, ...]:
    """The dimensions that are higher than in the step before, in their fixed order."""
    return tuple(d for d in Dimension if getattr(after, d) > getattr(before, d))


@remembering
def fine(problem: Problem) -> frozenset[Dimension]:
    """The dimensions that rise level by level: those where something was ticked as hard. Others are passed in one go.

    Time always does: nobody has a whole week from one day to the next.
    """
    found = {Dimension.TIME}
    if any(isinstance(need, AvoidSubject | BeginWith | OnlySubjects) for need in problem.needs):
        found.add(Dimension.SUBJECTS)
    if any(keeps_apart(need) for need in problem.needs):
        found |= {Dimension.PLACE, Dimension.PEOPLE}
    if any(support_level(problem, n) < support_level(problem, n + 1) for n in range(1, len(problem.steps))):
        found.add(Dimension.SUPPORT)
    return frozenset(found)


def keeps_apart(need: AnyNeed) -> bool:
    """Whether lessons are met away from the class while it holds."""
    return isinstance(need, SmallGroupFirst) or (isinstance(need, AvoidPlace) and CLASSROOM in need.places)


def moves(problem: Problem, before: StepState, after: StepState) -> int:
    """How many things a step changes at once, of those that rise level by level; place with people counts as one."""
    rises = set(raised(before, after)) & fine(problem)
    return len(rises - {Dimension.PEOPLE}) + (Dimension.PEOPLE in rises and Dimension.PLACE not in rises)


def leap(problem: Problem, before: PlanStep, after: PlanStep) -> int:
    """How far a step goes beyond what it may change: what is more than agreed, and support that falls meanwhile.

    A step after one without lessons is no leap: it begins everything. 0: it changes no more than was agreed.
    """
    if not before.lessons:
        return 0
    low, high = state_of(problem, before), state_of(problem, after)
    rises = set(raised(low, high)) & fine(problem)
    is_left = Dimension.SUPPORT in rises and not rises.isdisjoint({Dimension.PLACE, Dimension.PEOPLE})
    return max(0, moves(problem, low, high) - problem.rises_per_step) + is_left * TOGETHER


def leaps(problem: Problem, steps: Sequence[PlanStep]) -> int:
    """How far all the steps together go beyond what they may change."""
    return sum(leap(problem, before, after) for before, after in pairwise(steps))


def steps_that_leap(problem: Problem, steps: Sequence[PlanStep]) -> tuple[int, ...]:
    """The numbers of the steps that change more at once than the student has said yes to."""
    return tuple(after.number for before, after in pairwise(steps) if leap(problem, before, after))


def with_states(problem: Problem, plan: Plan) -> Plan:
    """The same plan with each step's state."""
    steps = tuple(planned.model_copy(update={"state": state_of(problem, planned)}) for planned in plan.steps)
    return plan.model_copy(update={"steps": steps})
