"""What opens when a limit no longer holds, told without why and without who, so that every document may print it."""

from __future__ import annotations

from planning.needs import (
    AnyNeed,
    AvoidPlace,
    AvoidRoom,
    AvoidSubject,
    BlockedTime,
    DaysOff,
    EarliestStart,
    LatestEnd,
    LunchElsewhere,
    MaxDays,
    MaxIdleGap,
    MaxLessonsPerDay,
    MaxLessonsPerWeek,
    MaxMinutesPerWeek,
    MaxVisitMinutes,
    NoLessonsYet,
    NotPresentDuring,
    OnlySubjects,
    RestBetweenLessons,
    RestDayBetween,
)
from wording.clock import written_time
from wording.language import tr
from wording.phrases import every_weekday


def say_release(need: AnyNeed) -> str | None:
    """«Från och med nu kan lektioner före 09.30 komma.» None when ending the need opens nothing that can be told."""
    opened = _hours(need) or _amounts(need) or _contents(need)
    return tr("Från och med nu kan {things} komma.", things=opened) if opened else None


def _hours(need: AnyNeed) -> str | None:
    match need:
        case EarliestStart():
            bound = need.time_in(need.last_step or need.first_step)
            return tr("lektioner före {time}", time=written_time(bound))
        case LatestEnd(time=time):
            return tr("lektioner efter {time}", time=written_time(time))
        case DaysOff(weekdays=weekdays):
            return tr("lektioner {days}", days=every_weekday(weekdays))
        case BlockedTime() | NotPresentDuring() | LunchElsewhere() | MaxIdleGap() | RestBetweenLessons():
            return tr("lektioner på fler tider")
        case _:
            return None


def _amounts(need: AnyNeed) -> str | None:
    match need:
        case MaxDays() | RestDayBetween():
            return tr("fler skoldagar")
        case MaxVisitMinutes() | MaxLessonsPerDay():
            return tr("längre skoldagar")
        case MaxLessonsPerWeek() | MaxMinutesPerWeek():
            return tr("fler lektioner i veckan")
        case NoLessonsYet():
            return tr("de första lektionerna")
        case _:
            return None


def _contents(need: AnyNeed) -> str | None:
    match need:
        case AvoidSubject() | OnlySubjects():
            return tr("fler ämnen")
        case AvoidRoom() | AvoidPlace():
            return tr("fler lokaler")
        case _:
            return None
