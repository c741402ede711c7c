"""What a step changes of the five dimensions, and where it is more than was agreed, why that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import chain

from planning.dimensions import Dimension, fine, keeps_apart, leap, raised, state_of, support_level
from planning.frozen import Frozen
from planning.needs import AnyNeed, MinLessonsPerWeek, MinMinutesPerWeek
from planning.needs.base import CARE, Disclosure, NeedId
from planning.plan import Plan, PlanStep, ReasonKind
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


def public_change(problem: Problem, change: StepChange) -> StepChange:
    """The same without what was ticked and what it rests on, and without what rests on a need that is not told."""
    told = (
        reason.kind for reason in change.reasons
        if reason.need is None or _may_be_told(problem.needs_by_id[reason.need])
    )
    reasons = tuple(LeapReason(kind=kind) for kind in dict.fromkeys(told))
    return change.model_copy(update={"counted": change.raises, "beside": (), "reasons": reasons})


def _may_be_told(need: AnyNeed) -> bool:
    return need.disclosure is not Disclosure.CLOSED and need.origin.ref != CARE.ref


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
    counted = tuple(d for d in told if d in hard)
    return StepChange(
        number=after.number,
        kind=ChangeKind.RAISES if told else _unraised(before, after),
        counted=counted,
        beside=tuple(d for d in told if d not in hard),
        reasons=tuple(_why(problem, after, counted)) if leap(problem, before, after) else (),
    )


def _unraised(before: PlanStep, after: PlanStep) -> ChangeKind:
    if before.mean_minutes != after.mean_minutes:
        return ChangeKind.MORE if after.mean_minutes > before.mean_minutes else ChangeKind.LESS
    return ChangeKind.SAME if _attended(before) == _attended(after) else ChangeKind.OTHER


def _attended(planned: PlanStep) -> set[tuple[str, int, int]]:
    return {(lesson.occasion, lesson.start, lesson.end) for lesson in planned.lessons}


def _why(problem: Problem, after: PlanStep, counted: Collection[Dimension]) -> Iterator[LeapReason]:
    """Goals that begin, support that ends and limits that end, where they made the step so; otherwise the pace.

    The reasons of the lessons that are new tell which they are.
    """
    new = {(reason.kind, reason.need) for lesson in after.lessons if lesson.is_new for reason in lesson.reasons}
    found = [*_goals(problem, after.number, new)]
    if Dimension.SUPPORT in counted:
        found += _support_ends(problem, after.number)
    found += _limits_end(problem, after.number, new, in_class=Dimension.PLACE in counted)
    yield from found or [LeapReason(kind=LeapReasonKind.PACE)]


Reasons = Collection[tuple[ReasonKind, NeedId | None]]


def _goals(problem: Problem, step: int, new: Reasons) -> Iterator[LeapReason]:
    for need in problem.hard_needs():
        asks_for_more = isinstance(need, MinLessonsPerWeek | MinMinutesPerWeek)
        if need.first_step == step and (asks_for_more or (ReasonKind.GOAL, need.id) in new):
            yield LeapReason(kind=LeapReasonKind.GOAL, need=need.id)


def _support_ends(problem: Problem, step: int) -> Iterator[LeapReason]:
    """Those that lowered the level while they held."""
    for need in problem.needs:
        without = problem.model_copy(update={"needs": tuple(n for n in problem.needs if n is need)})
        if need.last_step == step - 1 and support_level(without, step - 1) < support_level(problem, step):
            yield LeapReason(kind=LeapReasonKind.SUPPORT_ENDS, need=need.id)


def _limits_end(problem: Problem, step: int, new: Reasons, *, in_class: bool) -> Iterator[LeapReason]:
    for need in problem.needs:
        opens = (ReasonKind.LIMIT_RELEASED, need.id) in new or (in_class and keeps_apart(need))
        if need.last_step == step - 1 and opens:
            yield LeapReason(kind=LeapReasonKind.LIMIT_ENDS, need=need.id)
