"""When a plan meets the needs about adults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import attended_weeks
from planning.needs import (
    AdultNeed,
    AvoidTeacher,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    OnlyTeachers,
    RequireTeacherShare,
    TrustedAdult,
)
from planning.outcomes import Breach
from planning.plan import Plan, PlannedLesson
from planning.problem import Problem
from planning.visits import Visit


def bars(need: AdultNeed, visit: Visit) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case AvoidTeacher():
            return not set(need.teachers).isdisjoint(visit.lesson.teachers)
        case OnlyTeachers() | TrustedAdult():
            return set(need.teachers).isdisjoint(visit.lesson.teachers)
        case RequireTeacherShare():
            return visit.lesson.subject not in need.subjects and set(need.teachers).isdisjoint(visit.lesson.teachers)
        case CoachAtFirstLesson() | CoachAllLessons() | CoachAvailability():
            return False
        case _:
            assert_never(need)


def breaches(need: AdultNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need.

    A trusted adult is a wish about each week: one lesson with them meets it.
    """
    with_coach = {(s.number, lesson.occasion) for s in plan.steps for lesson in s.lessons if lesson.with_coach}
    for week in attended_weeks(problem, plan, need):
        match need:
            case AvoidTeacher() | OnlyTeachers() | RequireTeacherShare():
                bad = tuple(v for v in week.visits if bars(need, v))
            case TrustedAdult():
                bad = week.visits if all(bars(need, v) for v in week.visits) else ()
            case CoachAllLessons():
                bad = tuple(v for v in week.visits if (v.step, _occasion(v)) not in with_coach)
            case CoachAtFirstLesson():
                firsts = [v for _, day in week.days() for v in day if v.start == day[0].start]
                bad = tuple(v for v in firsts if (v.step, _occasion(v)) not in with_coach)
            case CoachAvailability():
                accompanied = [v for v in week.visits if (v.step, _occasion(v)) in with_coach]
                bad = tuple(v for v in accompanied if not _coach_can(v, problem))
            case _:
                assert_never(need)
        if bad:
            yield week.breach(bad, len(bad))


def _occasion(visit: Visit) -> str:
    return PlannedLesson(lesson=visit.lesson, week=visit.week, start=visit.start, end=visit.end).occasion


def _coach_can(visit: Visit, problem: Problem) -> bool:
    """Whether the coach's hours allow it: all of the lesson where the coach is at every one, otherwise to meet."""
    at_all = any(isinstance(n, CoachAllLessons) and n.holds_in(visit.step, visit.week) for n in problem.needs)
    can = problem.coach.can_stay if at_all else problem.coach.can_meet
    return can(visit.lesson, visit.week)
