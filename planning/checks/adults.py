"""When a plan meets the needs about adults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import AttendedWeek, attended_weeks
from planning.encounters import at_the_door
from planning.items import Carrier, ItemKind
from planning.needs import (
    AdultNeed,
    AvoidTeacher,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    CoachMinutes,
    OnlyTeachers,
    RequireTeacherShare,
    TrustedAdult,
)
from planning.outcomes import Breach
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


def bars(need: AdultNeed, visit: Visit, problem: Problem) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case AvoidTeacher():
            near = (visit.lesson, *at_the_door(problem.timetable, visit, need.doorway_minutes))
            return any(not set(need.teachers).isdisjoint(lesson.teachers) for lesson in near)
        case OnlyTeachers() | TrustedAdult():
            return set(need.teachers).isdisjoint(visit.lesson.teachers)
        case RequireTeacherShare():
            return visit.lesson.subject not in need.subjects and set(need.teachers).isdisjoint(visit.lesson.teachers)
        case CoachAtFirstLesson() | CoachAllLessons() | CoachAvailability() | CoachMinutes():
            return False
        case _:
            assert_never(need)


def breaches(need: AdultNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need.

    A trusted adult is a wish about each week: one lesson with them meets it.
    """
    if isinstance(need, CoachMinutes):
        yield from _beyond_minutes(need, problem, plan)
        return
    with_coach = {(s.number, lesson.occasion) for s in plan.steps for lesson in s.lessons if lesson.with_coach}
    for week in attended_weeks(problem, plan, need):
        match need:
            case AvoidTeacher() | OnlyTeachers() | RequireTeacherShare():
                bad = tuple(v for v in week.visits if bars(need, v, problem))
            case TrustedAdult():
                bad = week.visits if all(bars(need, v, problem) for v in week.visits) else ()
            case CoachAllLessons():
                bad = tuple(v for v in week.visits if (v.step, _occasion(v)) not in with_coach)
            case CoachAtFirstLesson():
                bad = tuple(v for v in _firsts(week) if (v.step, _occasion(v)) not in with_coach)
            case CoachAvailability():
                accompanied = [v for v in week.visits if (v.step, _occasion(v)) in with_coach]
                firsts = _firsts(week)
                bad = tuple(v for v in accompanied if not _coach_can(v, problem, is_first=v in firsts))
            case _:
                assert_never(need)
        if bad:
            yield week.breach(bad, len(bad))


def _beyond_minutes(need: CoachMinutes, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Weeks in which lessons and items together take more of the coach's time than there is."""
    for week in attended_weeks(problem, plan, need):
        planned = plan.steps[week.step - 1]
        spent = sum(coach_minutes(problem, planned, week.week))
        if spent > need.minutes:
            yield week.breach(amount=spent - need.minutes)


def coach_minutes(problem: Problem, planned: PlanStep, week: WeekLabel) -> Iterator[int]:
    """What each lesson and item of that week takes of the coach's minutes: all of a lesson stayed at, or a meeting."""
    held = [need for need in problem.needs if need.holds_in(planned.number, week)]
    stays = any(isinstance(need, CoachAllLessons) for need in held)
    for lesson in planned.in_week(week):
        if lesson.with_coach:
            yield lesson.lesson.minutes if stays else problem.coach.meeting_minutes(lesson.lesson)
    for item in planned.items_in(week):
        is_meeting = item.kind is ItemKind.MEET_AT_ARRIVAL
        if item.carrier is Carrier.COACH and not is_meeting:
            yield item.minutes


def _occasion(visit: Visit) -> str:
    return PlannedLesson(lesson=visit.lesson, week=visit.week, start=visit.start, end=visit.end).occasion


def _firsts(week: AttendedWeek) -> list[Visit]:
    return [visit for _, day in week.days() for visit in day if visit.start == day[0].start]


def _coach_can(visit: Visit, problem: Problem, *, is_first: bool) -> bool:
    """Whether the coach's hours allow what is promised there: to stay, to meet, or both; one of them if neither is."""
    promised = [need for need in problem.needs if need.is_hard and need.holds_in(visit.step, visit.week)]
    must_stay = any(isinstance(need, CoachAllLessons) for need in promised)
    must_meet = is_first and any(isinstance(need, CoachAtFirstLesson) for need in promised)
    can_stay = problem.coach.can_stay(visit.lesson, visit.week)
    can_meet = problem.coach.can_meet(visit.lesson, visit.week)
    if must_stay or must_meet:
        return (can_stay or not must_stay) and (can_meet or not must_meet)
    return can_stay or can_meet
