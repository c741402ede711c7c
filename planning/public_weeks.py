"""A step's weeks as others may read them: by their numbers, where the plan tells two homes apart (`method.md` E12).

Which week a child lives where is for the coach alone. What differs between the homes is told by the weeks of the
almanac that it comes in, and what does not differ is told once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from planning.homes import home_in, without_home
from planning.needs import AnyNeed
from planning.plan import PlannedLesson, PlanStep
from planning.problem import Problem
from planning.smaller_days import BadDay
from planning.stories import StepStory
from planning.timetable import WeekLabel, iso_week


def without_homes(problem: Problem, mondays: Sequence[dt.date], story: StepStory) -> StepStory:
    """The story of a step of those weeks without any home; the same where the plan knows of none."""
    if not _tells_homes(problem):
        return story
    weeks = _weeks(problem, mondays)
    days = (
        BadDay(week=lesson.week, weekday=lesson.lesson.weekday, lesson=lesson)
        for lesson in _lessons(weeks, [day.lesson for day in story.bad_days if day.lesson])
    )
    contacts = (day.model_copy(update={"week": iso_week(day.date)}) for day in story.bad_days if day.date)
    return story.model_copy(
        update={
            "new": tuple(_lessons(weeks, story.new)),
            "bad_days": (*days, *contacts),
            "holding": tuple(_needs(weeks, story.holding)),
            "support": tuple(_needs(weeks, story.support)),
            "released": tuple(need.model_copy(update={"weeks": ()}) for need in story.released),
        }
    )


def public_lessons(problem: Problem, planned: PlanStep) -> tuple[PlannedLesson, ...]:
    """The step's lessons, week by week in the order of the clock, without any home."""
    if not _tells_homes(problem):
        return tuple(lesson for week in planned.step.week_labels for lesson in planned.in_week(week))
    told = _lessons(_weeks(problem, planned.step.mondays), planned.lessons)
    return tuple(sorted(told, key=lambda one: (one.week, one.lesson.weekday, one.start, one.end)))


def _tells_homes(problem: Problem) -> bool:
    return any(map(home_in, problem.timetable.week_labels))


def _weeks(problem: Problem, mondays: Sequence[dt.date]) -> dict[dt.date, WeekLabel]:
    return {monday: problem.calendar.week_label(problem.timetable, monday) for monday in mondays}


def public_labels(labels: Sequence[WeekLabel]) -> tuple[WeekLabel, ...]:
    """The school's own labels of those weeks, each once."""
    return tuple(dict.fromkeys(without_home(label) for label in labels))


def _lessons(weeks: dict[dt.date, WeekLabel], lessons: Sequence[PlannedLesson]) -> Iterator[PlannedLesson]:
    """The lessons once where every week of the step has them, otherwise for each of the almanac's weeks."""
    ordered = sorted(lessons, key=_what)
    for _, same in groupby(ordered, key=_what):
        alike = list(same)
        labels = {lesson.week for lesson in alike}
        if labels >= set(weeks.values()):
            yield _in_week(alike[0], "")
        else:
            yield from (_in_week(alike[0], iso_week(monday)) for monday, label in weeks.items() if label in labels)


def _what(planned: PlannedLesson) -> tuple[int, int, int, str, str, bool]:
    """What a reader sees of it."""
    return (
        planned.lesson.weekday, planned.start, planned.end, planned.lesson.subject, planned.setting, planned.with_coach,
    )  # fmt: skip


def _in_week(planned: PlannedLesson, week: WeekLabel) -> PlannedLesson:
    return planned.model_copy(update={"week": week, "lesson": planned.lesson.model_copy(update={"week": week})})


def _needs(weeks: dict[dt.date, WeekLabel], needs: Sequence[AnyNeed]) -> Iterator[AnyNeed]:
    """The needs that hold in some week of the step, by the almanac's weeks where not in all of them."""
    for need in needs:
        held = [iso_week(monday) for monday, label in weeks.items() if not need.weeks or label in need.weeks]
        if held:
            yield need.model_copy(update={"weeks": tuple(held) if len(held) < len(weeks) else ()})
