"""Learning beside the class's lessons: one to one at a place to begin at, help with what was missed, at a distance."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind, item_catalogue
from planning.needs import (
    AnyNeed,
    AvoidSubject,
    AvoidTeacher,
    BeginWith,
    MaxLessonsPerDay,
    MaxVisitMinutes,
    NoLessonsYet,
    RideNeeded,
    StartElsewhere,
    Support,
    SupportKind,
    WeeklyItem,
)
from planning.offers.base import SCHOOL_WEEK, Anchor, DayWindow, Offer, OnDays, each_day, holding, offer_of
from planning.offers.calm_hours import at_calm_hours
from planning.problem import Problem
from planning.timetable import Lesson, WeekLabel

AFTERNOON = (13 * 60, 16 * 60)
"""When there is help at school with what was missed. Our default."""

MORNING_TO_AFTERNOON = (10 * 60, 15 * 60)
"""When there is teaching at a place to begin at. Our default."""

LIBRARY, AT_HOME = "library", "at_home"
"""Places by their box at question PL5."""

FIRST_DECISION = 2
"""The first step with what takes a decision of its own: the rektor's decision point is week 3 (`method.md` §5.5)."""


def learning_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What there is to learn in that week beside the class's lessons, and what the coach has written in."""
    held = tuple(holding(problem, step, week))
    may_speak_of_school = not any(isinstance(need, NoLessonsYet) for need in held)
    for need in held:
        match need:
            case StartElsewhere() if may_speak_of_school:
                yield from _at_the_stopover(need, problem, step, week)
            case Support(item=SupportKind.CATCH_UP) if step > 1:
                yield from _homework(need, held)
            case Support(item=SupportKind.LESSON_FROM_HOME) if FIRST_DECISION <= step < len(problem.steps):
                yield from _from_home(need, problem, step, week)
            case WeeklyItem():
                yield _written_in(need, problem)
            case _:
                pass


def _at_the_stopover(need: StartElsewhere, problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """A lesson of one's own in a subject that the student would begin with; a while at the library without one."""
    liked = next((n.subjects[0] for n in problem.needs if isinstance(n, BeginWith) and n.subjects), "")
    hours = at_calm_hours(problem, step, week, each_day(*MORNING_TO_AFTERNOON))
    away = [place for place in need.places if place != AT_HOME]
    if liked:
        place = next(iter([*away, *need.places]), "")
        yield offer_of(
            ItemKind.ONE_TO_ONE_STOPOVER, need, Anchor.FREE, a_week=1, windows=hours, place=place, subject=liked
        )
    elif LIBRARY in away:
        yield offer_of(
            ItemKind.LIBRARY_TIME, need, Anchor.FREE, a_week=1, windows=hours, place=LIBRARY, person=problem.coach.name
        )


def _homework(need: Support, held: tuple[AnyNeed, ...]) -> Iterator[Offer]:
    """Help with a subject that is no longer waited with, on a day with lessons, when nothing bounds the day.

    A student who is driven home is driven at the ride's time.
    """
    bound = (MaxVisitMinutes, MaxLessonsPerDay, RideNeeded)
    waiting = {subject for n in held if isinstance(n, AvoidSubject) for subject in n.subjects}
    subjects = [subject for subject in need.choices if subject not in waiting]
    if subjects and not any(isinstance(n, bound) and n.is_hard for n in held):
        yield offer_of(
            ItemKind.HOMEWORK_TIME, need, Anchor.FREE, a_week=1, windows=each_day(*AFTERNOON), subject=subjects[0],
            on_days=OnDays.WITH_LESSONS,
        )  # fmt: skip


def _from_home(need: Support, problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """The first minutes of one of the class's lessons, followed from home: none that is waited with or avoided."""
    minutes = item_catalogue()[ItemKind.DISTANCE_TIME].minutes
    held = tuple(holding(problem, step, week))
    begins, ends = MORNING_TO_AFTERNOON
    lessons = [o.lesson for o in problem.timetable.occasions if o.week == week and begins <= o.lesson.start < ends]
    windows = at_calm_hours(
        problem, step, week,
        [_first_minutes(lesson, minutes) for lesson in lessons if lesson.minutes >= minutes and _goes(lesson, held)],
    )  # fmt: skip
    if windows:
        yield offer_of(ItemKind.DISTANCE_TIME, need, Anchor.FREE, a_week=1, windows=windows, place=AT_HOME)


def _first_minutes(lesson: Lesson, minutes: int) -> DayWindow:
    return DayWindow(weekday=lesson.weekday, start=lesson.start, end=lesson.start + minutes)


def _goes(lesson: Lesson, held: tuple[AnyNeed, ...]) -> bool:
    """Whether the student has not said no to its subject or its teacher."""
    subjects = {subject for n in held if isinstance(n, AvoidSubject) for subject in n.subjects}
    teachers = {teacher for n in held if isinstance(n, AvoidTeacher) for teacher in n.teachers}
    return lesson.subject not in subjects and teachers.isdisjoint(lesson.teachers)


def _written_in(need: WeeklyItem, problem: Problem) -> Offer:
    windows = tuple(DayWindow(weekday=day, start=need.start, end=need.end) for day in need.weekdays or SCHOOL_WEEK)
    carrier = need.carrier or item_catalogue()[need.item].carrier
    by_coach = carrier in (Carrier.COACH, Carrier.COACH_REMOTE)
    fields: dict[str, object] = {"minutes": need.minutes} if need.minutes else {}
    return offer_of(
        need.item, need, Anchor.FREE, a_week=need.times_a_week, windows=windows, carrier=carrier, place=need.place,
        person=need.person or (problem.coach.name if by_coach else ""), subject=need.subject, **fields,
    )  # fmt: skip
