"""Needs about when, in words."""

from __future__ import annotations

from typing import assert_never

from planning.clock import MINUTES_PER_DAY
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
from wording.clock import hours_text, short_date, written_span, written_time
from wording.language import tr, trn
from wording.phrases import Said, and_list, every_weekday, or_list

_Hours = EarliestStart | LatestEnd | BlockedTime | NotPresentDuring | PreferredTimes
_Days = DaysOff | DatesExcluded | MaxDays | RestDayBetween
_PerDay = MaxVisitMinutes | MaxLessonsPerDay
_PerWeek = MaxLessonsPerWeek | MinLessonsPerWeek | MaxMinutesPerWeek | MinMinutesPerWeek
_Pace = MaxGrowth | MaxGrowthMinutes | NoLessonsYet | HalfSteps


def say_times(need: TimeNeed) -> Said:
    """The need in words."""
    match need:
        case EarliestStart() | LatestEnd() | BlockedTime() | NotPresentDuring() | PreferredTimes():
            return _hours(need)
        case DaysOff() | DatesExcluded() | MaxDays() | RestDayBetween():
            return _days(need)
        case MaxVisitMinutes() | MaxLessonsPerDay():
            return _per_day(need)
        case LessonEdges():
            return _edges(need)
        case MaxLessonsPerWeek() | MinLessonsPerWeek() | MaxMinutesPerWeek() | MinMinutesPerWeek():
            return _per_week(need)
        case MaxGrowth() | MaxGrowthMinutes() | NoLessonsYet() | HalfSteps():
            return _pace(need)
        case _:
            assert_never(need)


def _hours(need: _Hours) -> Said:
    match need:
        case EarliestStart():
            return _earliest_start(need)
        case LatestEnd(time=time):
            end = written_time(time)
            full, easy = tr("Ingen lektion slutar efter {time}", time=end), tr("Inte efter {time}", time=end)
            said = Said(full, easy, tr("Skoldagen slutar tidigare"))
        case BlockedTime(weekdays=weekdays, start=start, end=end):
            days, span = every_weekday(weekdays), written_span(start, end)
            full = tr("Ingen lektion {days} {span}, den tiden är upptagen", days=days, span=span)
            easy = tr("Upptaget {days} {span}", days=days, span=span)
            said = Said(full, easy, tr("Några tider i veckan är upptagna"))
        case NotPresentDuring(weekdays=weekdays, start=start, end=end):
            days, span = every_weekday(weekdays), written_span(start, end)
            full = tr("Inte i skolan {days} {span}, varken på lektion eller mellan två", days=days, span=span)
            easy = tr("Inte i skolan {days} {span}", days=days, span=span)
            said = Said(full, easy, tr("Skoldagarna har anpassade tider"))
        case PreferredTimes(stretches=stretches):
            spans = or_list([_stretch(start, end) for start, end in stretches])
            full, easy = tr("Helst lektioner {spans}", spans=spans), tr("Helst {spans}", spans=spans)
            said = Said(full, easy, tr("Lektionernas tider är anpassade"))
        case _:
            assert_never(need)
    return said


def _stretch(start: int, end: int) -> str:
    """«före 11.00», «efter 13.00», «11.00–13.00»: nobody says that a morning begins at midnight."""
    if start == 0 and end < MINUTES_PER_DAY:
        return tr("före {time}", time=written_time(end))
    if end == MINUTES_PER_DAY and start > 0:
        return tr("efter {time}", time=written_time(start))
    return written_span(start, end)


def _earliest_start(need: EarliestStart) -> Said:
    time = written_time(need.time)
    easy, neutral = tr("Inte före {time}", time=time), tr("Skoldagen börjar senare")
    if need.eases_minutes_per_step:
        eases = hours_text(need.eases_minutes_per_step)
        full = tr("Ingen lektion före {time}, sedan {eases} tidigare för varje steg", time=time, eases=eases)
        return Said(full, easy, neutral)
    return Said(tr("Ingen lektion före {time}", time=time), easy, neutral)


def _days(need: _Days) -> Said:
    match need:
        case DaysOff(weekdays=weekdays):
            days = every_weekday(weekdays)
            full, easy = tr("Ingen lektion {days}", days=days), tr("Inte {days}", days=days)
            said = Said(full, easy, tr("Några veckodagar är utan lektioner"))
        case DatesExcluded(dates=dates):
            days = and_list([short_date(date) for date in dates])
            full, easy = tr("Ingen lektion {days}", days=days), tr("Inte {days}", days=days)
            said = Said(full, easy, tr("Några datum är utan lektioner"))
        case MaxDays(n=n, growth_per_step=growth):
            easy = trn("Högst {n} dag i veckan", "Högst {n} dagar i veckan", n)
            more = trn("sedan {n} dag till för varje steg", "sedan {n} dagar till för varje steg", growth)
            said = Said(f"{easy}, {more}" if growth else easy, easy, tr("Antalet skoldagar ökar steg för steg"))
        case RestDayBetween():
            full, easy = tr("Aldrig två skoldagar i rad"), tr("En dag emellan")
            said = Said(full, easy, tr("Skoldagarna är utspridda över veckan"))
        case _:
            assert_never(need)
    return said


def _per_day(need: _PerDay) -> Said:
    neutral = tr("Skoldagarna är korta först och blir längre")
    match need:
        case MaxVisitMinutes(minutes=minutes):
            easy = tr("Högst {time} per dag", time=hours_text(minutes))
            full = tr("Högst {time} i skolan per dag", time=hours_text(minutes))
            grows = need.growth_percent or need.growth_minutes
            more = tr("sedan lite längre för varje steg")
        case MaxLessonsPerDay(n=n, growth_per_step=grows):
            full = easy = trn("Högst {n} lektion om dagen", "Högst {n} lektioner om dagen", n)
            more = trn("sedan {n} lektion till för varje steg", "sedan {n} lektioner till för varje steg", grows)
        case _:
            assert_never(need)
    return Said(f"{full}, {more}" if grows else full, easy, neutral)


def _edges(need: LessonEdges) -> Said:
    late, early = hours_text(need.minutes_late), hours_text(need.minutes_early)
    if need.minutes_late and need.minutes_early:
        full = tr("Kommer in {late} efter de andra och går {early} före, enligt plan", late=late, early=early)
        easy = tr("Kommer lite senare och går lite före")
    elif need.minutes_early:
        full = tr("Går {early} före de andra, enligt plan", early=early)
        easy = tr("Går lite före")
    else:
        full = tr("Kommer in {late} efter de andra, enligt plan", late=late)
        easy = tr("Kommer lite senare")
    return Said(full, easy, full)


def _per_week(need: _PerWeek) -> Said:
    match need:
        case MaxLessonsPerWeek(n=n):
            full = trn("Högst {n} lektion i veckan", "Högst {n} lektioner i veckan", n)
        case MinLessonsPerWeek(n=n):
            full = trn("Minst {n} lektion i veckan", "Minst {n} lektioner i veckan", n)
        case MaxMinutesPerWeek(minutes=minutes):
            full = tr("Högst {time} lektionstid i veckan", time=hours_text(minutes))
        case MinMinutesPerWeek(minutes=minutes):
            full = tr("Minst {time} lektionstid i veckan", time=hours_text(minutes))
        case _:
            assert_never(need)
    return Said(full, full, tr("Antalet lektioner är bestämt för varje steg"))


def _pace(need: _Pace) -> Said:
    calm = tr("Veckan växer i lugn takt")
    match need:
        case MaxGrowth(n=n):
            full = trn(
                "Högst {n} lektion mer i veckan än i steget före",
                "Högst {n} lektioner mer i veckan än i steget före",
                n,
            )
            said = Said(full, trn("Högst {n} lektion till per steg", "Högst {n} lektioner till per steg", n), calm)
        case MaxGrowthMinutes(minutes=minutes):
            more = hours_text(minutes)
            full = tr("Högst {more} mer lektionstid i veckan än i steget före", more=more)
            said = Said(full, tr("Högst {more} till per steg", more=more), calm)
        case NoLessonsYet():
            said = Said(tr("Inga lektioner än, kontakt och små besök kommer först"), tr("Inga lektioner än"))
        case HalfSteps():
            said = Said(tr("Lugnare tempo: halva steg"), tr("Halva steg"))
        case _:
            assert_never(need)
    return said
