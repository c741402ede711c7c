"""How much teaching a plan holds and how much it leaves out, subject by subject, step by step, and summed up.

Method. Every school day of the plan's own weeks is counted by itself: the lessons of that day in the class timetable
(by the label of the week in a rotation, by the date in a dated timetable), and the lessons that the plan has that day,
each by the minutes attended. Days without school count on neither side. What is lost is the time of the student's own
lessons in which the plan has no lesson at all. Lessons of other students are not the student's own: a lesson that no
step takes up, and that lies for half its time or more (our default) beside lessons that some step does take up, is
taken to be the other half of a divided class.

Teaching is what teachers lead (skollagen 1 kap. 3 §). Only lessons of the timetable count: meetings, rests, rides,
time with the coach and 1:1 time are not lessons and never count, whoever leads them. A lesson that the coach comes
along to is still the teacher's.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import assert_never

from planning.frozen import Frozen
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.setting import Setting
from planning.timetable import Lesson, Occasion, OccasionId, WeekLabel


class Minutes(Frozen):
    """Minutes of teaching: in the student's ordinary timetable, and in the plan."""

    ordinary: int = 0
    planned: int = 0

    @property
    def lost(self) -> int:
        """Minutes that the plan leaves out; never below zero."""
        return self.ordinary - self.planned

    def __add__(self, other: Minutes) -> Minutes:
        return Minutes(ordinary=self.ordinary + other.ordinary, planned=self.planned + other.planned)


BySubject = Mapping[str, Minutes]
"""Minutes by the subject's name in the timetable."""


class TeachingStep(Frozen):
    """The teaching of one step. `total` counts time once, also where subjects lie side by side."""

    step: int
    first_day: dt.date
    last_day: dt.date
    days: tuple[dt.date, ...]
    """The days with school."""
    subjects: BySubject
    total: Minutes
    weeks_unknown: tuple[dt.date, ...] = ()
    """Mondays of weeks with school that a dated timetable has no lessons for: nothing is counted there."""


class Teaching(Frozen):
    """The teaching of a plan, step by step and summed up."""

    steps: tuple[TeachingStep, ...]
    side_by_side: tuple[str, ...] = ()
    """Subjects that lie at the same time in what was taken for the student's own week: it could be only one of them."""

    @cached_property
    def cumulated(self) -> tuple[BySubject, ...]:
        """At the end of each step, what has been summed up until then."""
        return tuple(accumulate((step.subjects for step in self.steps), added))

    @cached_property
    def cumulated_total(self) -> tuple[Minutes, ...]:
        """The same of all teaching, time counted once."""
        return tuple(accumulate(step.total for step in self.steps))

    @property
    def subjects(self) -> tuple[str, ...]:
        """Every subject counted, in alphabetical order."""
        return tuple(sorted({name for step in self.steps for name in step.subjects}))

    @property
    def days(self) -> tuple[dt.date, ...]:
        """All days with school in the plan's weeks."""
        return tuple(day for step in self.steps for day in step.days)


def added(some: BySubject, more: BySubject) -> BySubject:
    """The minutes of both, subject by subject."""
    return {name: some.get(name, Minutes()) + more.get(name, Minutes()) for name in sorted({*some, *more})}


def counts_as_teaching(setting: Setting) -> bool:
    """Whether a lesson met there is led by a teacher: a small room is a group of its own (skollagen 3 kap. 11 §)."""
    match setting:
        case Setting.SMALL_ROOM | Setting.CLASSROOM:
            return True
        case _:
            assert_never(setting)


def teaching_of(problem: Problem, plan: Plan) -> Teaching:
    """The teaching of a plan over its real weeks."""
    own = _own_occasions(problem, plan)
    return Teaching(steps=tuple(_step(problem, step, own) for step in plan.steps), side_by_side=_side_by_side(own))


def _own_occasions(problem: Problem, plan: Plan) -> tuple[Occasion, ...]:
    """The student's own lessons: all, but for those that the plan shows to be another half of the class's."""
    taken = {planned.occasion for step in plan.steps for planned in step.lessons}
    by_day: dict[tuple[object, ...], list[Occasion]] = defaultdict(list)
    for occasion in problem.timetable.occasions:
        by_day[_day_key(occasion)].append(occasion)
    return tuple(o for o in problem.timetable.occasions if not _is_another_half(o, by_day[_day_key(o)], taken))


def _day_key(occasion: Occasion) -> tuple[object, ...]:
    return (occasion.week, occasion.lesson.weekday, occasion.lesson.date)


def _is_another_half(occasion: Occasion, that_day: Iterable[Occasion], taken: set[OccasionId]) -> bool:
    if occasion.id in taken:
        return False
    beside = _minutes(other.lesson for other in that_day if other.id in taken)
    return 2 * len(beside & _minutes([occasion.lesson])) >= occasion.lesson.minutes


def _minutes(lessons: Iterable[Lesson]) -> frozenset[int]:
    """The minutes of the day that the lessons fill."""
    return frozenset(minute for lesson in lessons for minute in range(lesson.start, lesson.end))


def _side_by_side(own: Iterable[Occasion]) -> tuple[str, ...]:
    by_day: dict[tuple[object, ...], list[Lesson]] = defaultdict(list)
    for occasion in own:
        by_day[_day_key(occasion)].append(occasion.lesson)
    shared = {
        name
        for lessons in by_day.values()
        for one in lessons
        for other in lessons
        if one.subject != other.subject and one.overlaps(other)
        for name in (one.subject, other.subject)
    }
    return tuple(sorted(shared))


class _Day(Frozen):
    """One school day: its label, weekday, and date where the timetable is dated."""

    week: WeekLabel
    weekday: int
    date: dt.date | None

    def has(self, lesson: Lesson, week: WeekLabel) -> bool:
        """Whether a lesson of weeks with that label comes that day."""
        return week == self.week and lesson.weekday == self.weekday and lesson.date in (None, self.date)


def _step(problem: Problem, planned: PlanStep, own: tuple[Occasion, ...]) -> TeachingStep:
    days = tuple(day for monday in planned.step.mondays for day in problem.calendar.open_days(monday))
    subjects: BySubject = {}
    total = Minutes()
    for kind, number in Counter(_kinds(problem, days)).items():
        of_day, in_all = _of_day(kind, planned.lessons, own)
        subjects = added(subjects, {name: _times(minutes, number) for name, minutes in of_day.items()})
        total += _times(in_all, number)
    return TeachingStep(
        step=planned.number,
        first_day=planned.step.first_day,
        last_day=planned.step.last_day,
        days=days,
        subjects=subjects,
        total=total,
        weeks_unknown=tuple(_weeks_unknown(problem, planned)),
    )


def _kinds(problem: Problem, days: Iterable[dt.date]) -> Iterator[_Day]:
    """The days as the timetable tells them apart: in a weekly one all Mondays of A are alike."""
    for day in days:
        label = problem.calendar.week_label(problem.timetable, day - dt.timedelta(days=day.weekday()))
        yield _Day(week=label, weekday=day.weekday(), date=day if problem.timetable.is_dated else None)


def _weeks_unknown(problem: Problem, planned: PlanStep) -> Iterator[dt.date]:
    for monday in planned.step.mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        if label not in problem.timetable.week_labels and problem.calendar.open_days(monday):
            yield monday


def _times(minutes: Minutes, number: int) -> Minutes:
    return Minutes(ordinary=minutes.ordinary * number, planned=minutes.planned * number)


def _of_day(
    day: _Day, planned: Iterable[PlannedLesson], own: Iterable[Occasion]
) -> tuple[dict[str, Minutes], Minutes]:
    """One day's minutes by subject, and in all. What another lesson of the plan replaces is neither had nor lost."""
    ordinary = _by_subject((o.lesson.subject, o.lesson.start, o.lesson.end) for o in own if day.has(o.lesson, o.week))
    attended = _by_subject(
        (p.lesson.subject, p.start, p.end)
        for p in planned
        if day.has(p.lesson, p.week) and counts_as_teaching(p.setting)
    )
    at_school = frozenset[int]().union(*attended.values())
    of_day = {}
    for name in sorted({*ordinary, *attended}):
        had = attended.get(name, frozenset())
        of_day[name] = Minutes(ordinary=len(had) + len(ordinary.get(name, frozenset()) - at_school), planned=len(had))
    whole = at_school.union(*ordinary.values())
    return of_day, Minutes(ordinary=len(whole), planned=len(at_school))


def _by_subject(spans: Iterable[tuple[str, int, int]]) -> dict[str, frozenset[int]]:
    """The minutes of the day that each subject fills; lessons of the same subject side by side count once."""
    found: dict[str, frozenset[int]] = {}
    for name, start, end in spans:
        found[name] = found.get(name, frozenset()) | frozenset(range(start, end))
    return found
