"""When a plan meets the needs about subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from planning.checks.weeks import AttendedWeek, attended_weeks
from planning.needs import (
    AvoidSubject,
    BeginWith,
    FullRestore,
    KeepEligibility,
    NoRemoval,
    OnlySubjects,
    RequireSubject,
    SubjectNeed,
)
from planning.outcomes import Breach
from planning.plan import Plan
from planning.problem import Problem
from planning.timetable import Lesson
from planning.visits import Visit, series_of


def bars(need: SubjectNeed, visit: Visit) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case AvoidSubject():
            return visit.lesson.subject in need.subjects
        case FullRestore():
            return visit.lesson.subject in need.except_subjects
        case OnlySubjects() | BeginWith():
            return visit.lesson.subject not in need.subjects
        case RequireSubject() | KeepEligibility() | NoRemoval():
            return False
        case _:
            assert_never(need)


def breaches(need: SubjectNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need."""
    if isinstance(need, NoRemoval):
        yield from _removed(need, problem, plan)
        return
    for week in attended_weeks(problem, plan, need):
        match need:
            case AvoidSubject() | OnlySubjects() | BeginWith():
                amount = sum(bars(need, v) for v in week.visits)
            case RequireSubject():
                amount = max(0, need.min - sum(v.lesson.subject in need.subjects for v in week.visits))
            case KeepEligibility():
                amount = _missing(week, problem, lambda lesson: lesson.subject in need.subjects)
            case FullRestore():
                stays_out = sum(bars(need, v) for v in week.visits)
                amount = _missing(week, problem, lambda lesson: _is_to_be_back(need, lesson)) + stays_out
            case _:
                assert_never(need)
        if amount:
            yield week.breach(tuple(v for v in week.visits if bars(need, v)), amount)


def _is_to_be_back(need: FullRestore, lesson: Lesson) -> bool:
    return lesson.subject not in need.except_subjects and lesson.id not in need.except_lessons


def _missing(week: AttendedWeek, problem: Problem, is_wanted: Callable[[Lesson], bool]) -> int:
    """How many of the week's wanted lessons are neither attended whole nor replaced by a parallel one."""
    ordinary = [o.lesson for o in problem.timetable.occasions if o.week == week.week]
    wanted = [lesson for lesson in ordinary if is_wanted(lesson)]
    attended = [v.lesson for v in week.visits if v.minutes == v.lesson.minutes]
    ids = {lesson.id for lesson in attended}
    return sum(
        lesson.id not in ids and not any(lesson.overlaps(other) for other in attended) for lesson in wanted
    )


def _removed(need: NoRemoval, problem: Problem, plan: Plan) -> Iterator[Breach]:
    weeks = list(attended_weeks(problem, plan))
    possible = {
        (step.number, series_of(o.lesson, o.week))
        for step in problem.steps
        for o in problem.timetable.occasions
        if o.week in step.week_labels
    }
    for week in weeks:
        if not need.holds_in(week.step, week.week):
            continue
        later: dict[object, int] = {}
        for other in weeks:
            if other.step == week.step + 1:
                for visit in other.visits:
                    key = series_of(visit.lesson, visit.week)
                    later[key] = max(later.get(key, 0), visit.minutes)
        gone = tuple(
            v for v in week.visits
            if (week.step + 1, series_of(v.lesson, v.week)) in possible
            and later.get(series_of(v.lesson, v.week), 0) < v.minutes
        )
        if gone:
            yield week.breach(gone, len(gone))
