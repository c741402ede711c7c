"""Why each lesson stands in the plan, and why each subject that is left out is left out.

Read off the finished plan and the needs alone, so that the same plan always has the same reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from planning.checks.friends import shares_group
from planning.checks.judge import bars, breaches_of
from planning.dimensions import with_states
from planning.needs import (
    AnyNeed,
    BeginWith,
    CoachAllLessons,
    CoachAtFirstLesson,
    FullRestore,
    KeepEligibility,
    KeepLesson,
    LessonPart,
    LessonSetting,
    OnlySubjects,
    OnlyTeachers,
    PreferredTimes,
    RequireSubject,
    SafeRoom,
    TrustedAdult,
    WithFriend,
)
from planning.pace import ends_half_way, goal_minutes, line
from planning.plan import LeftOut, Plan, PlannedLesson, PlanStep, Reason, ReasonKind, Setting
from planning.problem import Problem
from planning.small_ladders import with_rungs
from planning.timetable import Lesson, WeekLabel
from planning.visits import Visit, series_of

ONLY_PREFER = (TrustedAdult, SafeRoom)
"""Wishes that some lesson of a week be of a kind: they keep no other lesson out."""


def explained(problem: Problem, plan: Plan) -> Plan:
    """The same plan with a reason on every lesson, on every subject left out, and the limits each step releases."""
    steps: list[PlanStep] = []
    for planned in plan.steps:
        before = steps[-1] if steps else None
        steps.append(
            planned.model_copy(
                update={
                    "lessons": tuple(_with_reasons(problem, planned, before, lesson) for lesson in planned.lessons),
                    "left_out": tuple(_left_out(problem, plan, planned, before)),
                    "released": tuple(n.id for n in problem.hard_needs() if n.last_step == planned.number - 1),
                }
            )
        )
    return with_rungs(problem, with_states(problem, plan.model_copy(update={"steps": tuple(steps)})))


def _with_reasons(problem: Problem, planned: PlanStep, before: PlanStep | None, lesson: PlannedLesson) -> PlannedLesson:
    visit = Visit.of(planned.number, lesson)
    earlier = _same_before(lesson, before)
    is_kept = earlier is not None and (earlier.minutes, earlier.setting) == (lesson.minutes, lesson.setting)
    favours = ((need, _settled(need, visit) or _favours(problem, need, visit, lesson)) for need in problem.needs)
    found = [Reason(kind=kind, need=need.id) for need, kind in favours if kind]
    if not is_kept:
        found.extend(_released(problem, visit))
    if is_kept:
        found.append(Reason(kind=ReasonKind.KEPT))
    elif not found:
        found.append(Reason(kind=ReasonKind.NEXT_IN_CALM_PACE))
    return lesson.model_copy(update={"is_new": not is_kept, "reasons": tuple(found)})


def _same_before(lesson: PlannedLesson, before: PlanStep | None) -> PlannedLesson | None:
    """The same lesson in the step before, if it was there."""
    if before is None:
        return None
    series = series_of(lesson.lesson, lesson.week)
    return next((other for other in before.lessons if series_of(other.lesson, other.week) == series), None)


def _settled(need: AnyNeed, visit: Visit) -> ReasonKind | None:
    """The reason that a lesson has which was settled by hand."""
    about_it = isinstance(need, KeepLesson | LessonSetting | LessonPart) and need.lesson.id == visit.lesson.id
    return ReasonKind.SETTLED if about_it and need.holds_in(visit.step, visit.week) else None


def _favours(problem: Problem, need: AnyNeed, visit: Visit, lesson: PlannedLesson) -> ReasonKind | None:
    """The kind of reason that this need is for that lesson, if it is one."""
    subject, teachers = visit.lesson.subject, set(visit.lesson.teachers)
    holds = need.holds_in(visit.step, visit.week)
    match need:
        case BeginWith() if subject in need.subjects and need.first_step <= visit.step:
            return ReasonKind.WISHED_SUBJECT
        case OnlySubjects() if holds and subject in need.subjects:
            return ReasonKind.WISHED_SUBJECT
        case PreferredTimes() if holds and not bars(need, visit, problem):
            return ReasonKind.WISHED_TIME
        case TrustedAdult() | OnlyTeachers() if holds and not teachers.isdisjoint(need.teachers):
            return ReasonKind.TRUSTED_ADULT
        case SafeRoom() if holds and not set(need.rooms).isdisjoint(visit.lesson.rooms):
            return ReasonKind.SAFE_ROOM
        case WithFriend() if holds and need.groups and shares_group(need, visit):
            return ReasonKind.FRIEND
        case CoachAtFirstLesson() | CoachAllLessons() if holds and lesson.with_coach:
            return ReasonKind.COACH_CAN_BE_THERE
        case RequireSubject() if holds and subject in need.subjects:
            return ReasonKind.GOAL
        case FullRestore() if holds and subject not in need.except_subjects:
            return ReasonKind.GOAL
        case KeepEligibility() if holds and subject in need.subjects:
            return ReasonKind.ELIGIBILITY
        case _:
            return None


def _released(problem: Problem, visit: Visit) -> Iterator[Reason]:
    """The limits that kept the lesson out in the step before and are over. One that only eases is a matter of pace."""
    then = visit.model_copy(update={"step": visit.step - 1})
    for need in problem.hard_needs():
        is_over = not need.holds_in(visit.step, visit.week)
        if visit.step > 1 and is_over and bars(need, then, problem):
            yield Reason(kind=ReasonKind.LIMIT_RELEASED, need=need.id)


def _left_out(problem: Problem, plan: Plan, planned: PlanStep, before: PlanStep | None) -> Iterator[LeftOut]:
    """Every subject with lessons that the step does not take up, week by week."""
    is_last = planned.number == plan.last.number
    for week in problem.steps[planned.number - 1].week_labels:
        missing = _missing_lessons(problem, planned, week)
        for subject in sorted({lesson.subject for lesson in missing}):
            lessons = [lesson for lesson in missing if lesson.subject == subject]
            reasons = [
                reason
                for lesson in lessons
                for reason in _why_left_out(problem, planned, before, week, lesson)
                or (is_last and (*_in_the_way(problem, plan, week, lesson), *_calmed(problem, week)))
                or (Reason(kind=ReasonKind.PACE),)
            ]
            yield LeftOut(
                subject=subject,
                week=week,
                lessons=len(lessons),
                minutes=sum(lesson.minutes for lesson in lessons),
                reasons=tuple(dict.fromkeys(reasons)),
            )


def _missing_lessons(problem: Problem, planned: PlanStep, week: WeekLabel) -> list[Lesson]:
    attended = {lesson.lesson.id: lesson for lesson in planned.in_week(week)}
    ordinary = [o.lesson for o in problem.timetable.occasions if o.week == week]
    parallel = [lesson.lesson for lesson in attended.values()]
    return [
        lesson for lesson in ordinary
        if lesson.id not in attended and not any(lesson.overlaps(other) for other in parallel)
    ]


def _in_the_way(problem: Problem, plan: Plan, week: WeekLabel, lesson: Lesson) -> Iterator[Reason]:
    """The limits that would break if the last step took the lesson up too: those that no single lesson is against.

    It is tried in the small room and with the coach where the coach is asked for, so that only what truly stands in
    the way is named.
    """
    step = plan.last.number
    asked = any(isinstance(n, CoachAllLessons | CoachAtFirstLesson) and n.holds_in(step, week) for n in problem.needs)
    more = PlannedLesson(
        lesson=lesson, week=week, start=lesson.start, end=lesson.end, setting=Setting.SMALL_ROOM, with_coach=asked
    )
    fuller = plan.last.model_copy(update={"lessons": (*plan.last.lessons, more)})
    tried = plan.model_copy(update={"steps": (*plan.steps[:-1], fuller)})
    for need in problem.hard_needs():
        if next(breaches_of(need, problem, tried), None) is not None:
            yield Reason(kind=ReasonKind.LIMIT_HOLDS, need=need.id)


def _calmed(problem: Problem, week: WeekLabel) -> Iterator[Reason]:
    """The half steps that end the ladder before the whole week: there is no later step for what is left out."""
    calm = ends_half_way(problem, week)
    if calm and line(problem, week)[-1] < goal_minutes(problem, week):
        yield Reason(kind=ReasonKind.LIMIT_HOLDS, need=calm.id)


def _eases(problem: Problem, need: AnyNeed, visit: Visit) -> bool:
    """Whether the need goes on holding but lets the lesson in at some later step: a matter of pace."""
    later = (step.number for step in problem.steps[visit.step :] if need.holds_in(step.number, visit.week))
    return any(not _keeps_out(problem, need, visit, step) for step in later)


def _keeps_out(problem: Problem, need: AnyNeed, visit: Visit, step: int) -> bool:
    """Whether the need keeps that whole visit out of the step. Asked step by step of the same lesson, so remembered."""
    key = ("keeps_out", need.id, step, visit.week, visit.lesson.id)
    if key not in problem.remembered:
        there = visit if step == visit.step else visit.model_copy(update={"step": step})
        problem.remembered[key] = bars(need, there, problem)
    return bool(problem.remembered[key])


def _why_left_out(
    problem: Problem, planned: PlanStep, before: PlanStep | None, week: WeekLabel, lesson: Lesson
) -> tuple[Reason, ...]:
    """The limits that keep this lesson out by themselves, and whether it was there before; nothing for the pace."""
    had = {series_of(lesson.lesson, lesson.week) for lesson in before.lessons} if before else set()
    visit = Visit(step=planned.number, week=week, lesson=lesson, start=lesson.start, end=lesson.end)
    against = [
        n for n in problem.needs if _keeps_out(problem, n, visit, visit.step) and not _eases(problem, n, visit)
    ]
    barring = [n for n in against if n.is_hard] or [n for n in against if not isinstance(n, ONLY_PREFER)]
    moved = (Reason(kind=ReasonKind.MOVED_BY_LIMIT),) if series_of(lesson, week) in had else ()
    return (*(Reason(kind=ReasonKind.LIMIT_HOLDS, need=need.id) for need in barring), *moved)
