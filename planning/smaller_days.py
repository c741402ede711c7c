"""Smaller versions of a planned day: the one for a bad day, and the one of the step before.

Nothing of a smaller day is more than the day itself, and no hard need that speaks of a single day is broken by it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planning.checks.judge import breaches_of
from planning.clock import Weekday
from planning.frozen import Frozen
from planning.items import ItemKind
from planning.needs import (
    AnyNeed,
    FullRestore,
    HalfSteps,
    KeepLesson,
    LessonPart,
    MaxGrowth,
    MaxGrowthMinutes,
    MinLessonsPerWeek,
    MinMinutesPerWeek,
    NeedId,
    NoRemoval,
    RequireSubject,
    Support,
    SupportKind,
)
from planning.plan import Plan, PlannedContact, PlannedLesson, PlanStep, Setting
from planning.problem import Problem, remembering
from planning.timetable import WeekLabel, monday_of
from planning.visits import series_of

LEAST_MINUTES = 15
"""The shortest part of a lesson that a day is made smaller to («första 15 min av lektion», `method.md` §5.3)."""

_NOT_OF_A_DAY = (
    MinLessonsPerWeek, MinMinutesPerWeek, RequireSubject, FullRestore, NoRemoval, KeepLesson, LessonPart,
    MaxGrowth, MaxGrowthMinutes, HalfSteps,
)  # fmt: skip
"""Needs that one smaller day cannot break: those that ask the week for more, and those that bound how it grows."""


class BadDay(Frozen):
    """The smaller version of one day (`features.md` F33): a part of its lessons, or else a contact.

    It counts as partly done, never as not done. `date` is set where the day is a dated contact.
    """

    week: WeekLabel
    weekday: Weekday
    date: dt.date | None = None
    lesson: PlannedLesson | None = None
    contact: PlannedContact | None = None


def bad_days(problem: Problem, plan: Plan, planned: PlanStep) -> tuple[BadDay, ...]:
    """One for every day of the step with lessons, week by week, and one for every dated contact."""
    return _bad_days_of(problem, plan.steps, planned.number)


@remembering
def _bad_days_of(problem: Problem, steps: tuple[PlanStep, ...], number: int) -> tuple[BadDay, ...]:
    plan = Plan(steps=steps, proven=False)
    planned = next(step for step in steps if step.number == number)
    of_lessons = (
        BadDay(week=week, weekday=weekday, lesson=bad_day_of(problem, plan, planned, day))
        for week in planned.step.week_labels
        for weekday, day in _by_weekday(planned.in_week(week))
    )
    of_contacts = (
        BadDay(
            week=problem.calendar.week_label(problem.timetable, monday_of(contact.date)),
            weekday=Weekday(contact.date.weekday()),
            date=contact.date,
            contact=smaller_contact(problem, planned.number, contact),
        )
        for contact in planned.contacts
    )
    return (*of_lessons, *of_contacts)


def _by_weekday(lessons: Sequence[PlannedLesson]) -> Iterator[tuple[Weekday, tuple[PlannedLesson, ...]]]:
    for weekday in sorted({planned.lesson.weekday for planned in lessons}):
        yield weekday, tuple(planned for planned in lessons if planned.lesson.weekday == weekday)


def bad_day_of(
    problem: Problem, plan: Plan, planned: PlanStep, day: Sequence[PlannedLesson]
) -> PlannedLesson | None:
    """One lesson of the day, the best known; of a day with one lesson half of it; None when that is too little to part.

    `day` are the lessons of one day in the order of the clock.
    """
    if len(day) > 1:
        ways = sorted(day, key=lambda lesson: (lesson.is_new, lesson.start))
    else:
        ways = list(_halves(day[0])) if day else []
    return next((way for way in ways if _breaks_nothing(problem, plan, planned, (way,), day)), None)


def _halves(planned: PlannedLesson) -> Iterator[PlannedLesson]:
    """Its first half, or else its last: on the five-minute grid and never below a quarter of an hour."""
    half = max(LEAST_MINUTES, planned.minutes // 2 // 5 * 5)
    if half < planned.minutes:
        yield planned.model_copy(update={"end": planned.start + half})
        yield planned.model_copy(update={"start": planned.end - half})


def smaller_contact(problem: Problem, step: int, contact: PlannedContact) -> PlannedContact:
    """A text message instead; where texts are not wanted, or it is one already, the same as an invitation."""
    asked = (need for need in problem.needs if isinstance(need, Support) and need.holds_in(step))
    no_texts = any(need.item is SupportKind.CONTACT_OTHER_WAY for need in asked)
    if no_texts or contact.kind is ItemKind.TEXT:
        return contact.model_copy(update={"is_invitation": True})
    return contact.model_copy(update={"kind": ItemKind.TEXT, "place": "", "end": None, "is_invitation": False})


def one_step_smaller(
    problem: Problem, plan: Plan, planned: PlanStep, day: Sequence[PlannedLesson]
) -> tuple[PlannedLesson, ...]:
    """The day as the nearest step before that had less of it; where none had anything, the one for a bad day.

    `day` are the lessons of one day in the order of the clock. It stays as it is when nothing smaller keeps every hard
    need: it is never empty.
    """
    whole = sum(lesson.minutes for lesson in day)
    for before in reversed(plan.steps[: planned.number - 1]):
        known = {series_of(lesson.lesson, lesson.week): lesson for lesson in before.lessons}
        part = tuple(
            _as_before(lesson, known[series])
            for lesson in day
            if (series := series_of(lesson.lesson, lesson.week)) in known
        )
        minutes = sum(lesson.minutes for lesson in part)
        if 0 < minutes < whole and _breaks_nothing(problem, plan, planned, part, day):
            return part
    smallest = bad_day_of(problem, plan, planned, day)
    return (smallest,) if smallest else tuple(day)


def _as_before(lesson: PlannedLesson, earlier: PlannedLesson) -> PlannedLesson:
    """The lesson no longer, and with no less around it, than in the earlier step."""
    begins_later = earlier.start > earlier.lesson.start
    start, end = lesson.start, lesson.end
    if earlier.minutes < lesson.minutes:
        start, end = (end - earlier.minutes, end) if begins_later else (start, start + earlier.minutes)
    in_small_room = Setting.SMALL_ROOM in (lesson.setting, earlier.setting)
    return lesson.model_copy(
        update={
            "start": start,
            "end": end,
            "setting": Setting.SMALL_ROOM if in_small_room else lesson.setting,
            "with_coach": lesson.with_coach or earlier.with_coach,
            "is_new": False,
        }
    )


def _breaks_nothing(
    problem: Problem, plan: Plan, planned: PlanStep, part: Sequence[PlannedLesson], day: Sequence[PlannedLesson]
) -> bool:
    """Whether the part of the day, as the day's only lessons, breaks no hard need that the whole day keeps."""
    broken = broken_by_day(problem, plan, planned, part)
    return not broken or broken <= broken_by_day(problem, plan, planned, day)


def broken_by_day(problem: Problem, plan: Plan, planned: PlanStep, day: Sequence[PlannedLesson]) -> set[NeedId]:
    """The hard needs that those lessons break as one day of the step; needs about whole weeks are not asked."""
    week = day[0].week
    alone = planned.model_copy(update={"lessons": tuple(day)})
    # With the steps before it, since some needs look back; a smaller day says nothing of the steps after it.
    tried = plan.model_copy(update={"steps": (*plan.steps[: planned.number - 1], alone)})
    return {
        need.id
        for need in _judged(problem, planned.number, week)
        for breach in breaches_of(need, problem, tried)
        if breach.step == planned.number and breach.week == week
    }


def _judged(problem: Problem, step: int, week: WeekLabel) -> Iterator[AnyNeed]:
    holding = (need for need in problem.hard_needs() if need.holds_in(step, week))
    return (need for need in holding if not isinstance(need, _NOT_OF_A_DAY))
