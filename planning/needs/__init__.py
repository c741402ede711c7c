"""The closed vocabulary in the middle.

Answers produce needs, checks define them, rules constrain them, wording says them.
"""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field, TypeAdapter

from planning.needs.adults import (
    AvoidTeacher,
    CoachAllLessons,
    CoachAtFirstLesson,
    CoachAvailability,
    CoachMinutes,
    OnlyTeachers,
    RequireTeacherShare,
    TrustedAdult,
)
from planning.needs.base import Disclosure, NeedBase, NeedId, Origin, Respondent, Source, Strength
from planning.needs.breaks import LunchElsewhere, LunchPlan, MaxIdleGap, RestBetweenLessons
from planning.needs.environment import AvoidPlace, AvoidRoom, PlaceLadder, SafeRoom, SmallGroupFirst, StartElsewhere
from planning.needs.friends import AvoidGroup, WithFriend
from planning.needs.hand import HandNeed, KeepLesson, LeaveOutLesson, LessonPart, LessonSetting, NamedLesson
from planning.needs.home import MorningHelp
from planning.needs.subjects import (
    AvoidSubject,
    BeginWith,
    FullRestore,
    KeepEligibility,
    NoRemoval,
    OnlySubjects,
    RequireSubject,
)
from planning.needs.support import Support, SupportKind, WeeklyItem
from planning.needs.times import (
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
    Window,
)
from planning.needs.travel import RideNeeded, TravelTimes

TimeNeed = (
    EarliestStart | LatestEnd | BlockedTime | NotPresentDuring | DaysOff | DatesExcluded | MaxDays | RestDayBetween
    | MaxVisitMinutes | MaxLessonsPerDay | MaxLessonsPerWeek | MinLessonsPerWeek | MaxMinutesPerWeek
    | MinMinutesPerWeek | MaxGrowth | MaxGrowthMinutes | PreferredTimes | NoLessonsYet | HalfSteps | LessonEdges
)
SubjectNeed = BeginWith | AvoidSubject | OnlySubjects | RequireSubject | KeepEligibility | FullRestore | NoRemoval
AdultNeed = (
    AvoidTeacher | OnlyTeachers | TrustedAdult | RequireTeacherShare | CoachAtFirstLesson | CoachAllLessons
    | CoachAvailability | CoachMinutes
)
EnvironmentNeed = AvoidRoom | AvoidPlace | SafeRoom | SmallGroupFirst | StartElsewhere | PlaceLadder
BreakNeed = MaxIdleGap | RestBetweenLessons | LunchElsewhere
TravelNeed = RideNeeded | TravelTimes
FriendNeed = WithFriend | AvoidGroup
HomeNeed = MorningHelp
SupportNeed = Support | WeeklyItem

AnyNeed = (
    TimeNeed | SubjectNeed | AdultNeed | EnvironmentNeed | BreakNeed | TravelNeed | FriendNeed | HomeNeed | SupportNeed
    | HandNeed
)
Need = Annotated[AnyNeed, Field(discriminator="kind")]

NEED: TypeAdapter[AnyNeed] = TypeAdapter(Need)
"""Reads one need from data, by its `kind`."""

NEED_KINDS: dict[str, type[NeedBase]] = {cls.model_fields["kind"].default: cls for cls in get_args(AnyNeed)}
"""Every need class by its kind."""

__all__ = [
    "NEED", "NEED_KINDS", "AdultNeed", "AnyNeed", "AvoidGroup", "AvoidPlace", "AvoidRoom", "AvoidSubject",
    "AvoidTeacher", "BeginWith", "BlockedTime", "BreakNeed", "CoachAllLessons", "CoachAtFirstLesson",
    "CoachAvailability", "CoachMinutes", "DatesExcluded", "DaysOff", "Disclosure", "EarliestStart", "EnvironmentNeed",
    "FriendNeed",
    "FullRestore", "HalfSteps", "HandNeed", "HomeNeed", "KeepEligibility", "KeepLesson", "LatestEnd", "LeaveOutLesson",
    "LessonEdges", "LessonPart", "LessonSetting", "LunchElsewhere", "LunchPlan",
    "MaxDays", "MaxGrowth", "MaxGrowthMinutes", "MaxIdleGap", "MaxLessonsPerDay", "MaxLessonsPerWeek",
    "MaxMinutesPerWeek", "MaxVisitMinutes", "MinLessonsPerWeek", "MinMinutesPerWeek", "MorningHelp", "NamedLesson",
    "Need",
    "NeedBase", "NeedId", "NoLessonsYet", "NoRemoval", "NotPresentDuring", "OnlySubjects", "OnlyTeachers", "Origin",
    "PlaceLadder", "PreferredTimes", "RequireSubject", "RequireTeacherShare", "Respondent", "RestBetweenLessons",
    "RestDayBetween", "RideNeeded", "SafeRoom", "SmallGroupFirst", "Source", "StartElsewhere", "Strength",
    "SubjectNeed", "Support", "SupportKind", "SupportNeed", "TimeNeed", "TravelNeed", "TravelTimes", "TrustedAdult",
    "WeeklyItem", "Window", "WithFriend",
]
