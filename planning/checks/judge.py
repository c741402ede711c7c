"""The independent judge: does this plan keep every promise? It knows nothing of any solver.

Every plan passes here before anyone sees it: solved ones, ones made by hand, and stored ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, assert_never

from planning.checks import (
    adults,
    breaks,
    environment,
    friends,
    hand,
    home,
    structure,
    subjects,
    support,
    times,
    travel,
)
from planning.frozen import Frozen
from planning.needs import (
    AnyNeed,
    AvoidGroup,
    AvoidPlace,
    AvoidRoom,
    AvoidSubject,
    AvoidTeacher,
    BeginWith,
    BlockedTime,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    CoachMinutes,
    DatesExcluded,
    DaysOff,
    EarliestStart,
    FullRestore,
    HalfSteps,
    KeepEligibility,
    KeepLesson,
    LatestEnd,
    LeaveOutLesson,
    LessonEdges,
    LessonPart,
    LessonSetting,
    LunchElsewhere,
    MaxDays,
    MaxGrowth,
    MaxGrowthMinutes,
    MaxIdleGap,
    MaxLessonsPerDay,
    MaxLessonsPerWeek,
    MaxMinutesPerWeek,
    MaxVisitMinutes,
    MinLessonsPerWeek,
    MinMinutesPerWeek,
    MorningHelp,
    Need,
    NoLessonsYet,
    NoRemoval,
    NotPresentDuring,
    OnlySubjects,
    OnlyTeachers,
    PlaceLadder,
    PreferredTimes,
    RequireSubject,
    RequireTeacherShare,
    RestBetweenLessons,
    RestDayBetween,
    RideNeeded,
    SafeRoom,
    SmallGroupFirst,
    StartElsewhere,
    Support,
    TravelTimes,
    TrustedAdult,
    WeeklyItem,
    WithFriend,
)
from planning.outcomes import Breach, Met, NotMet, PartlyMet, Verdict
from planning.plan import Plan
from planning.problem import Problem
from planning.visits import Visit


class _Checks(NamedTuple):
    """What one need's topic says about it: whether it rules a visit out, and where a plan does not meet it."""

    bars: Callable[[Visit], bool]
    breaches: Callable[[Plan], Iterator[Breach]]


def _never(visit: Visit) -> bool:  # noqa: ARG001 - the shape of `bars`
    return False


def _checks_of(need: AnyNeed, problem: Problem) -> _Checks:
    """The checks of the need's topic."""
    match need:
        case (
            EarliestStart() | LatestEnd() | BlockedTime() | NotPresentDuring() | DaysOff() | DatesExcluded() | MaxDays()
            | RestDayBetween() | MaxVisitMinutes() | MaxLessonsPerDay() | MaxLessonsPerWeek() | MinLessonsPerWeek()
            | MaxMinutesPerWeek() | MinMinutesPerWeek() | MaxGrowth() | MaxGrowthMinutes() | PreferredTimes()
            | NoLessonsYet() | HalfSteps() | LessonEdges()
        ):
            return _Checks(lambda v: times.bars(need, v), lambda p: times.breaches(need, problem, p))
        case (
            BeginWith() | AvoidSubject() | OnlySubjects() | RequireSubject() | KeepEligibility() | FullRestore()
            | NoRemoval()
        ):
            return _Checks(lambda v: subjects.bars(need, v), lambda p: subjects.breaches(need, problem, p))
        case (
            AvoidTeacher() | OnlyTeachers() | TrustedAdult() | RequireTeacherShare() | CoachAtFirstLesson()
            | CoachAllLessons() | CoachAvailability() | CoachMinutes()
        ):
            return _Checks(lambda v: adults.bars(need, v, problem), lambda p: adults.breaches(need, problem, p))
        case AvoidRoom() | AvoidPlace() | SafeRoom() | SmallGroupFirst() | StartElsewhere() | PlaceLadder():
            return _Checks(
                lambda v: environment.bars(need, v, problem), lambda p: environment.breaches(need, problem, p)
            )
        case RideNeeded() | TravelTimes():
            return _Checks(lambda v: travel.bars(need, v, problem), lambda p: travel.breaches(need, problem, p))
        case MaxIdleGap() | RestBetweenLessons() | LunchElsewhere():
            return _Checks(_never, lambda p: breaks.breaches(need, problem, p))
        case WithFriend() | AvoidGroup():
            return _Checks(lambda v: friends.bars(need, v, problem), lambda p: friends.breaches(need, problem, p))
        case MorningHelp():
            return _Checks(_never, lambda p: home.breaches(need, problem, p))
        case KeepLesson() | LeaveOutLesson() | LessonSetting() | LessonPart():
            return _Checks(lambda v: hand.bars(need, v), lambda p: hand.breaches(need, problem, p))
        case Support() | WeeklyItem():
            return _Checks(_never, lambda p: support.breaches(need, problem, p))
        case _:
            assert_never(need)


def breaches_of(need: AnyNeed, problem: Problem, plan: Plan) -> Iterator[Breach]:
    """Where the plan does not meet the need."""
    return _checks_of(need, problem).breaches(plan)


def bars(need: AnyNeed, visit: Visit, problem: Problem) -> bool:
    """Whether the need holds there and by itself rules the visit out."""
    return need.holds_in(visit.step, visit.week) and _checks_of(need, problem).bars(visit)


class Judgement(Frozen):
    """The verdict on one need."""

    need: Need
    verdict: Verdict


def judge(problem: Problem, plan: Plan) -> tuple[Judgement, ...]:
    """The verdict on every need, in the problem's order."""
    return tuple(Judgement(need=need, verdict=_verdict(need, problem, plan)) for need in problem.needs)


def _verdict(need: AnyNeed, problem: Problem, plan: Plan) -> Verdict:
    found = tuple(breaches_of(need, problem, plan))
    if not found:
        return Met()
    return NotMet(breaches=found) if need.is_hard else PartlyMet(breaches=found)


def broken_promises(problem: Problem, plan: Plan) -> tuple[str, ...]:
    """What makes the plan unfit to be shown: codes of structural faults, and ids of hard needs that are not met."""
    if tuple(planned.step for planned in plan.steps) != problem.steps:
        return (structure.OTHER_STEPS,)
    hard = [j.need.id for j in judge(problem, plan) if isinstance(j.verdict, NotMet)]
    return (*structure.faults(problem, plan), *hard)
