"""A change made by hand, tried on a plan at once: nothing is solved, only the plan is edited and judged."""

from __future__ import annotations

from collections.abc import Iterable

from planning.checks.judge import breaches_of
from planning.frozen import Frozen
from planning.needs import (
    AnyNeed,
    AvoidPlace,
    CoachAllLessons,
    CoachAtFirstLesson,
    HandNeed,
    KeepLesson,
    LeaveOutLesson,
    LessonPart,
    NeedId,
    SmallGroupFirst,
)
from planning.needs.environment import CLASSROOM
from planning.needs.hand import span_asked_for
from planning.plan import Plan, PlannedLesson, PlanStep, Reason, ReasonKind
from planning.plan_changes import Change, SlotChange
from planning.problem import Problem
from planning.setting import Setting
from planning.timetable import Lesson, WeekLabel


class ChangeCheck(Frozen):
    """What a change would break, taken by itself: before anything else is moved for its sake."""

    hard: tuple[NeedId, ...] = ()
    """Hard needs that the plan then no longer meets."""
    wishes: tuple[NeedId, ...] = ()
    """Wishes that it then meets less well."""
    clashes: tuple[SlotChange, ...] = ()
    """Lessons of the plan at the same hour: nobody is in two places at once."""

    @property
    def is_clear(self) -> bool:
        """Whether nothing speaks against it."""
        return not (self.hard or self.wishes or self.clashes)


def check_change(problem: Problem, plan: Plan, change: Iterable[HandNeed]) -> ChangeCheck:
    """Which needs the change breaks, and which lessons it clashes with. Quick enough to follow a finger."""
    needs = tuple(change)
    after = edited(problem, plan, needs)
    worse = [need for need in problem.needs if _amount(need, problem, after) > _amount(need, problem, plan)]
    return ChangeCheck(
        hard=tuple(need.id for need in worse if need.is_hard),
        wishes=tuple(need.id for need in worse if need.is_wish),
        clashes=_clashes(after, needs),
    )


def _amount(need: AnyNeed, problem: Problem, plan: Plan) -> int:
    return sum(max(1, breach.amount) for breach in breaches_of(need, problem, plan))


def edited(problem: Problem, plan: Plan, change: Iterable[HandNeed]) -> Plan:
    """The plan with just that done to it, whether it then keeps its promises or not."""
    steps = plan.steps
    for need in change:
        steps = tuple(_edited(problem, step, need) for step in steps)
    return plan.model_copy(update={"steps": steps})


def _edited(problem: Problem, step: PlanStep, need: HandNeed) -> PlanStep:
    lessons = [
        changed for lesson in step.lessons
        if (changed := _changed(lesson, need, step.number)) is not None
    ]  # fmt: skip
    if isinstance(need, KeepLesson):
        there = {lesson.occasion for lesson in lessons}
        for occasion in problem.timetable.occasions:
            holds = occasion.week in step.step.week_labels and need.holds_in(step.number, occasion.week)
            if holds and occasion.lesson.id == need.lesson.id and occasion.id not in there:
                lessons.append(_new(problem, step.number, occasion.week, occasion.lesson, need))
    return step.model_copy(update={"lessons": tuple(lessons)})


def _changed(lesson: PlannedLesson, need: HandNeed, step: int) -> PlannedLesson | None:
    """The lesson as the need has it; None when it is left out."""
    if lesson.lesson.id != need.lesson.id or not need.holds_in(step, lesson.week):
        return lesson
    if isinstance(need, LeaveOutLesson):
        return None
    update: dict[str, object] = {}
    if (span := span_asked_for(need, lesson.lesson)) is not None:
        update |= {"start": span[0], "end": span[1]}
    if not isinstance(need, LessonPart):
        update |= {} if need.setting is None else {"setting": need.setting}
        update |= {} if need.with_coach is None else {"with_coach": need.with_coach}
    return lesson.model_copy(update=update)


def _new(problem: Problem, step: int, week: WeekLabel, lesson: Lesson, kept: KeepLesson) -> PlannedLesson:
    """A lesson that is taken up: in the small room and with the coach where something asks for it."""
    holding = [one for one in problem.needs if one.holds_in(step, week)]
    small = any(
        isinstance(need, SmallGroupFirst) or (isinstance(need, AvoidPlace) and CLASSROOM in need.places)
        for need in holding
    )
    coach = any(isinstance(need, CoachAllLessons | CoachAtFirstLesson) for need in holding)
    plain = PlannedLesson(
        lesson=lesson,
        week=week,
        start=lesson.start,
        end=lesson.end,
        setting=Setting.SMALL_ROOM if small else Setting.CLASSROOM,
        with_coach=coach,
        reasons=(Reason(kind=ReasonKind.SETTLED),),
    )
    return _changed(plain, kept, step) or plain


def _clashes(plan: Plan, change: tuple[HandNeed, ...]) -> tuple[SlotChange, ...]:
    kept = {need.lesson.id for need in change if isinstance(need, KeepLesson)}
    return tuple(
        SlotChange(
            step=step.number, week=b.week, lesson=b.lesson, change=Change.GONE, start=b.start, end=b.end
        )
        for step in plan.steps
        for a in step.lessons
        for b in step.lessons
        if a.lesson.id in kept and b.lesson.id not in kept and _at_once(a, b)
    )  # fmt: skip


def _at_once(a: PlannedLesson, b: PlannedLesson) -> bool:
    return a.week == b.week and a.lesson.weekday == b.lesson.weekday and a.start < b.end and b.start < a.end
