"""What a step changes of the five dimensions, and where it is more than was agreed, why that is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain

from planning.dimensions import Dimension, fine, leap, raised, state_of, support_level
from planning.frozen import Frozen
from planning.needs import (
    AnyNeed,
    CoachAllLessons,
    CoachAtFirstLesson,
    FullRestore,
    MinLessonsPerWeek,
    MinMinutesPerWeek,
    RequireSubject,
    Support,
)
from planning.needs.base import NeedId
from planning.plan import Plan, PlanStep
from planning.problem import Problem


class ChangeKind(StrEnum):
    """How a step is beside the one before it."""

    START = "start"
    """It is the first."""
    LESSONS_BEGIN = "lessons_begin"
    """It is the first with lessons after one without."""
    RAISES = "raises"
    """Some dimension is higher."""
    MORE = "more"
    """No dimension is higher, but there is a little more time."""
    OTHER = "other"
    """As much, but not the same lessons."""
    SAME = "same"
    LESS = "less"


class LeapReasonKind(StrEnum):
    """Why a step changes more at once than was agreed."""

    GOAL = "goal"
    """A goal holds from that step."""
    LIMIT_ENDS = "limit_ends"
    """A limit held until the step before."""
    SUPPORT_ENDS = "support_ends"
    """Somebody was there until the step before."""
    PACE = "pace"
    """Without it the steps would not be enough to come as far as the plan is to come."""


class LeapReason(Frozen):
    """One reason, with the need behind it where there is one."""

    kind: LeapReasonKind
    need: NeedId | None = None


class StepChange(Frozen):
    """What a step changes. Place stands for the people that come with it."""

    number: int
    kind: ChangeKind
    counted: tuple[Dimension, ...] = ()
    """What rises, of that which rises level by level."""
    beside: tuple[Dimension, ...] = ()
    """What rises besides, where nothing was ticked as hard."""
    reasons: tuple[LeapReason, ...] = ()
    """Why it is more than was agreed; none where it is not."""

    @property
    def raises(self) -> tuple[Dimension, ...]:
        """All that rises, in its fixed order."""
        return tuple(d for d in Dimension if d in self.counted or d in self.beside)


def changes_of(problem: Problem, plan: Plan) -> tuple[StepChange, ...]:
    """What every step of the plan changes, in order."""
    before = chain([None], plan.steps)
    return tuple(change_in(problem, earlier, step) for earlier, step in zip(before, plan.steps, strict=False))


def change_in(problem: Problem, before: PlanStep | None, after: PlanStep) -> StepChange:
    """What a step changes after the one before it."""
    if before is None:
        return StepChange(number=after.number, kind=ChangeKind.START)
    if after.lessons and not before.lessons:
        return StepChange(number=after.number, kind=ChangeKind.LESSONS_BEGIN)
    rises = raised(state_of(problem, before), state_of(problem, after))
    told = tuple(d for d in rises if d is not Dimension.PEOPLE or Dimension.PLACE not in rises)
    # Without lessons there is nothing to pass in one go: every change is told as one.
    hard = fine(problem) if after.lessons else frozenset(Dimension)
    return StepChange(
        number=after.number,
        kind=ChangeKind.RAISES if told else _unraised(before, after),
        counted=tuple(d for d in told if d in hard),
        beside=tuple(d for d in told if d not in hard),
        reasons=tuple(_why(problem, after.number)) if leap(problem, before, after) else (),
    )


def _unraised(before: PlanStep, after: PlanStep) -> ChangeKind:
    if before.mean_minutes != after.mean_minutes:
        return ChangeKind.MORE if after.mean_minutes > before.mean_minutes else ChangeKind.LESS
    return ChangeKind.SAME if _attended(before) == _attended(after) else ChangeKind.OTHER


def _attended(planned: PlanStep) -> set[tuple[str, int, int]]:
    return {(lesson.occasion, lesson.start, lesson.end) for lesson in planned.lessons}


_GOALS = (FullRestore, MinLessonsPerWeek, MinMinutesPerWeek, RequireSubject)


def _why(problem: Problem, step: int) -> Iterator[LeapReason]:
    """The goals that begin and what has ended; the pace alone where nothing has."""
    found = [*_goals(problem, step), *_ended(problem, step)]
    yield from found or [LeapReason(kind=LeapReasonKind.PACE)]


def _goals(problem: Problem, step: int) -> Iterator[LeapReason]:
    for need in problem.hard_needs():
        if isinstance(need, _GOALS) and need.first_step == step:
            yield LeapReason(kind=LeapReasonKind.GOAL, need=need.id)


def _ended(problem: Problem, step: int) -> Iterator[LeapReason]:
    falls = support_level(problem, step - 1) < support_level(problem, step)
    for need in problem.needs:
        if need.last_step != step - 1:
            continue
        if _is_support(need):
            if falls:
                yield LeapReason(kind=LeapReasonKind.SUPPORT_ENDS, need=need.id)
        elif need.is_hard:
            yield LeapReason(kind=LeapReasonKind.LIMIT_ENDS, need=need.id)


def _is_support(need: AnyNeed) -> bool:
    return isinstance(need, CoachAllLessons | CoachAtFirstLesson | Support)
