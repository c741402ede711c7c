"""Needs about times as constraints."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import assert_never

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
from planning.pace import ROOM_MINUTES, half_step
from planning.visits import Visit
from scheduler.model import Model, Posting, Week


def post(need: TimeNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        for choice in week.choices:
            if _rules_out(need, choice.visit):
                posting.never_together(choice.taken)
        _post_week(need, posting, week)


def _rules_out(need: TimeNeed, visit: Visit) -> bool:
    """Whether a single visit is against the need."""
    match need:
        case EarliestStart(time=time, eases_minutes_per_step=eases, first_step=first):
            return visit.start < time - eases * (visit.step - first)
        case LatestEnd(time=time):
            return time < visit.end
        case BlockedTime(weekdays=weekdays, start=start, end=end):
            return visit.lesson.weekday in (weekdays or Weekday) and max(start, visit.start) < min(end, visit.end)
        case DaysOff(weekdays=weekdays):
            return visit.lesson.weekday in weekdays
        case DatesExcluded(dates=dates):
            return visit.lesson.date is not None and visit.lesson.date in dates
        case PreferredTimes(stretches=stretches):
            return all(visit.start < start or end < visit.end for start, end in stretches)
        case NoLessonsYet():
            return True
        case LessonEdges():
            late, early = visit.start - visit.lesson.start, visit.lesson.end - visit.end
            is_cut = need.span_of(visit.lesson) != (visit.lesson.start, visit.lesson.end)
            return is_cut and (late < need.minutes_late or early < need.minutes_early)
        case _:
            return False


def _post_week(need: TimeNeed, posting: Posting, week: Week) -> None:  # noqa: C901 - one short case for each kind
    match need:
        case NotPresentDuring():
            _post_absence(need, posting, week)
        case MaxVisitMinutes():
            _post_visit_length(need, posting, week)
        case MaxDays():
            posting.at_most([(1, posting.model.at_school(week, day)) for day in week.days], need.n_in(week.step))
        case RestDayBetween():
            for day, following in pairwise(sorted(week.days)):
                if following == day + 1:
                    at_school = posting.model.at_school
                    posting.never_together(at_school(week, day), at_school(week, following))
        case MaxLessonsPerDay():
            for choices in week.days.values():
                posting.at_most([(1, choice.taken) for choice in choices], need.n_in(week.step))
        case MaxLessonsPerWeek():
            posting.at_most(week.lesson_count, need.n)
        case MinLessonsPerWeek():
            posting.at_least(week.lesson_count, need.n)
        case MaxMinutesPerWeek():
            posting.at_most(week.minutes, need.minutes)
        case MinMinutesPerWeek():
            posting.at_least(week.minutes, need.minutes)
        case MaxGrowth() | MaxGrowthMinutes():
            _post_growth(need, posting, week)
        case HalfSteps():
            _post_half_step(posting, week)
        case (
            EarliestStart() | LatestEnd() | BlockedTime() | DaysOff() | DatesExcluded() | PreferredTimes()
            | NoLessonsYet() | LessonEdges()
        ):
            pass
        case _:
            assert_never(need)


def _post_absence(need: NotPresentDuring, posting: Posting, week: Week) -> None:
    """Nobody is there in between who comes before its end and leaves after its beginning."""
    for weekday, choices in week.days.items():
        if weekday not in (need.weekdays or Weekday):
            continue
        comes = [c for c in choices if c.visit.start < need.end]
        leaves = [c for c in choices if c.visit.end > need.start]
        for first in comes:
            for last in leaves:
                posting.never_together(*{first.taken.index: first.taken, last.taken.index: last.taken}.values())


def _post_visit_length(need: MaxVisitMinutes, posting: Posting, week: Week) -> None:
    bound = need.minutes_in(week.step)
    for choices in week.days.values():
        for choice in choices:
            if choice.visit.minutes > bound:
                posting.never_together(choice.taken)
        for one, other in combinations(choices, 2):
            span = max(one.visit.end, other.visit.end) - min(one.visit.start, other.visit.start)
            if one.visit.lesson.id != other.visit.lesson.id and span > bound:
                posting.never_together(one.taken, other.taken)


def _post_growth(need: MaxGrowth | MaxGrowthMinutes, posting: Posting, week: Week) -> None:
    before = posting.model.week_before(week)
    if before is None:
        return
    if isinstance(need, MaxGrowth):
        terms, earlier, bound = week.lesson_count, before.lesson_count, need.n
    else:
        terms, earlier, bound = week.minutes, before.minutes, need.minutes
    posting.at_most([*terms, *((-weight, literal) for weight, literal in earlier)], bound)


def _post_half_step(posting: Posting, week: Week) -> None:
    """Lessons beyond half of what the line rises are counted begun: within a lesson nothing is gained by weighing."""
    before = posting.model.week_before(week)
    earlier = [(-minutes, taken) for minutes, taken in before.minutes] if before else []
    bound = half_step(posting.model.problem, week.label)[week.step - 1]
    posting.at_most([*week.minutes, *earlier], bound, unit=ROOM_MINUTES)
