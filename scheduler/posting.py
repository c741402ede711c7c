"""Puts a whole problem into a model: the table of contents of everything a plan must and should do."""

from __future__ import annotations

from itertools import combinations
from typing import assert_never

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
from planning.problem import Problem
from scheduler.items import add_asked_items
from scheduler.model import Model
from scheduler.rules import adults, breaks, environment, friends, hand, home, subjects, support, times, travel


def model_of(problem: Problem, *, switchable: bool = False) -> Model:
    """The model of a problem, without its objective. With `switchable` every hard need can be turned off."""
    model = Model(problem, switchable=switchable)
    _one_place_at_a_time(model)
    add_asked_items(model)
    for need in problem.needs:
        post(need, model)
    return model


def _one_place_at_a_time(model: Model) -> None:
    """Of lessons that clash on the clock at most one is attended."""
    for week in model.weeks.values():
        for choices in week.days.values():
            for one, other in combinations(choices, 2):
                clash = one.visit.start < other.visit.end and other.visit.start < one.visit.end
                if clash and one.visit.lesson.id != other.visit.lesson.id:
                    model.cp.add_bool_or(one.taken.negated(), other.taken.negated())


def post(need: AnyNeed, model: Model) -> None:
    """Put one need into the model."""
    match need:
        case (
            EarliestStart() | LatestEnd() | BlockedTime() | NotPresentDuring() | DaysOff() | DatesExcluded() | MaxDays()
            | RestDayBetween() | MaxVisitMinutes() | MaxLessonsPerDay() | MaxLessonsPerWeek() | MinLessonsPerWeek()
            | MaxMinutesPerWeek() | MinMinutesPerWeek() | MaxGrowth() | MaxGrowthMinutes() | PreferredTimes()
            | NoLessonsYet() | HalfSteps() | LessonEdges()
        ):
            times.post(need, model)
        case (
            BeginWith() | AvoidSubject() | OnlySubjects() | RequireSubject() | KeepEligibility() | FullRestore()
            | NoRemoval()
        ):
            subjects.post(need, model)
        case (
            AvoidTeacher() | OnlyTeachers() | TrustedAdult() | RequireTeacherShare() | CoachAtFirstLesson()
            | CoachAllLessons() | CoachAvailability() | CoachMinutes()
        ):
            adults.post(need, model)
        case AvoidRoom() | AvoidPlace() | SafeRoom() | SmallGroupFirst() | StartElsewhere() | PlaceLadder():
            environment.post(need, model)
        case MaxIdleGap() | RestBetweenLessons() | LunchElsewhere():
            breaks.post(need, model)
        case RideNeeded() | TravelTimes():
            travel.post(need, model)
        case WithFriend() | AvoidGroup():
            friends.post(need, model)
        case MorningHelp():
            home.post(need, model)
        case KeepLesson() | LeaveOutLesson() | LessonSetting() | LessonPart():
            hand.post(need, model)
        case Support() | WeeklyItem():
            support.post(need, model)
        case _:
            assert_never(need)
