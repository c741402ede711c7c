"""When a plan meets the needs about times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from planning.checks.weeks import AttendedWeek, attended_weeks, week_of
from planning.clock import Weekday
from planning.needs import (
    BlockedTime,
    DatesExcluded,
    DaysOff,
    EarliestStart,
    HalfSteps,
    LatestEnd,
    LessonEdges,
    MaxDays,
    MaxGrowth,
    MaxGrowthMinutes,
    MaxLessonsPerDay,
    MaxLessonsPerWeek,
    MaxMinutesPerWeek,
    MaxVisitMinutes,
    MinLessonsPerWeek,
    MinMinutesPerWeek,
    NoLessonsYet,
    NotPresentDuring,
    PreferredTimes,
    RestDayBetween,
    TimeNeed,
)
from planning.outcomes import Breach
from planning.pace import ROOM_MINUTES, half_step
from planning.plan import Plan
from planning.problem import Problem
from planning.visits import Visit


def bars(need: TimeNeed, visit: Visit) -> bool:
    """Whether the need by itself rules the visit out."""
    match need:
        case EarliestStart():
            return visit.start < need.time_in(visit.step)
        case LatestEnd():
            return visit.end > need.time
        case BlockedTime() | NotPresentDuring():
            return _on_day(need, visit.lesson.weekday) and visit.start < need.end and visit.end > need.start
        case DaysOff():
            return visit.lesson.weekday in need.weekdays
        case DatesExcluded():
            return visit.lesson.date in need.dates
        case PreferredTimes():
            return not any(start <= visit.start and visit.end <= end for start, end in need.stretches)
        case NoLessonsYet():
            return True
        case LessonEdges():
            first, last = need.span_of(visit.lesson)
            return visit.start < first or last < visit.end
        case MaxVisitMinutes():
            return visit.minutes > need.minutes_in(visit.step)
        case (
            MaxDays() | RestDayBetween() | MaxLessonsPerDay() | MaxLessonsPerWeek() | MinLessonsPerWeek()
            | MaxMinutesPerWeek() | MinMinutesPerWeek() | MaxGrowth() | MaxGrowthMinutes() | HalfSteps()
        ):
            return False
        case _:
            assert_never(need)


def _on_day(need: BlockedTime | NotPresentDuring, weekday: Weekday) -> bool:
    return not need.weekdays or weekday in need.weekdays


def breaches(need: TimeNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need."""
    for week in attended_weeks(problem, plan, need):
        if barred := tuple(v for v in week.visits if bars(need, v)):
            yield week.breach(barred, len(barred))
        match need:
            case HalfSteps():
                yield from _beyond_half_step(week, problem, plan)
            case MaxGrowth() | MaxGrowthMinutes():
                yield from _growth(need, week, problem, plan)
            case NotPresentDuring() | RestDayBetween() | MaxVisitMinutes() | MaxLessonsPerDay() | MaxDays():
                yield from _day_shapes(need, week)
            case MaxLessonsPerWeek() | MinLessonsPerWeek() | MaxMinutesPerWeek() | MinMinutesPerWeek():
                yield from _amounts(need, week)
            case (
                EarliestStart() | LatestEnd() | BlockedTime() | DaysOff() | DatesExcluded() | PreferredTimes()
                | NoLessonsYet() | LessonEdges()
            ):
                pass
            case _:
                assert_never(need)


def _amounts(
    need: MaxLessonsPerWeek | MinLessonsPerWeek | MaxMinutesPerWeek | MinMinutesPerWeek, week: AttendedWeek
) -> Iterator[Breach]:
    lessons, minutes = len(week.visits), week.minutes
    match need:
        case MaxLessonsPerWeek():
            excess = lessons - need.n
        case MinLessonsPerWeek():
            excess = need.n - lessons
        case MaxMinutesPerWeek():
            excess = minutes - need.minutes
        case MinMinutesPerWeek():
            excess = need.minutes - minutes
    if excess > 0:
        yield week.breach(amount=excess)


def _growth(need: MaxGrowth | MaxGrowthMinutes, week: AttendedWeek, problem: Problem, plan: Plan) -> Iterator[Breach]:
    before = problem.week_before(week.step, week.week)
    if before is None:
        return
    earlier = week_of(problem, plan, week.step - 1, before)
    if isinstance(need, MaxGrowth):
        excess = len(week.visits) - len(earlier.visits) - need.n
    else:
        excess = week.minutes - earlier.minutes - need.minutes
    if excess > 0:
        yield week.breach(amount=excess)


def _beyond_half_step(week: AttendedWeek, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """A rise of more than half of what the line rises, in begun lessons' rooms; the first step rises from nothing."""
    before = problem.week_before(week.step, week.week)
    earlier = 0 if before is None else week_of(problem, plan, week.step - 1, before).minutes
    excess = week.minutes - earlier - half_step(problem, week.week)[week.step - 1]
    if excess > 0:
        yield week.breach(amount=-(-excess // ROOM_MINUTES))


def _day_shapes(
    need: NotPresentDuring | RestDayBetween | MaxVisitMinutes | MaxLessonsPerDay | MaxDays, week: AttendedWeek
) -> Iterator[Breach]:
    days = dict(week.days())
    if isinstance(need, MaxDays):
        if len(days) > need.n_in(week.step):
            yield week.breach(amount=len(days) - need.n_in(week.step))
    elif isinstance(need, RestDayBetween):
        yield from (week.breach(visits) for weekday, visits in days.items() if weekday + 1 in days)
    elif isinstance(need, MaxLessonsPerDay):
        most = need.n_in(week.step)
        yield from (week.breach(visits, len(visits) - most) for visits in days.values() if len(visits) > most)
    else:
        for weekday, visits in days.items():
            if not any(bars(need, v) for v in visits) and (excess := _stays_too_long(need, week.step, weekday, visits)):
                yield week.breach(visits, excess)


def _stays_too_long(
    need: NotPresentDuring | MaxVisitMinutes, step: int, weekday: Weekday, visits: tuple[Visit, ...]
) -> int:
    """Minutes beyond what the need allows between the day's first start and its last end; 0 when it is met."""
    first, last = min(v.start for v in visits), max(v.end for v in visits)
    if isinstance(need, MaxVisitMinutes):
        return max(0, last - first - need.minutes_in(step))
    waits = _on_day(need, weekday) and first < need.end and last > need.start
    return min(last, need.end) - max(first, need.start) if waits else 0
