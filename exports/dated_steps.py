"""What happens on the dates of the step that is lived and of the next: small papers are made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from planning.days import days_of
from planning.frozen import Frozen
from planning.needs import AnyNeed, Disclosure, Support
from planning.needs.base import CARE
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.steps import DATED_STEPS
from wording.clock import short_date, week_span, weekday_name
from wording.phrases import upper_first


class DatedStep(Frozen):
    """A step that carries dates, and its days."""

    planned: PlanStep
    days: tuple[PlannedDay, ...]

    @property
    def weeks(self) -> str:
        """«v. 49–50»."""
        return week_span(self.planned.step.mondays[0], self.planned.step.mondays[-1])

    def open_on(self, weekday: int) -> tuple[dt.date, ...]:
        """Its dates with school that weekday."""
        return tuple(day.date for day in self.days if day.is_open and day.date.weekday() == weekday)


def dated_steps(problem: Problem, plan: Plan, current_step: int) -> tuple[DatedStep, ...]:
    """The step that is lived and the next."""
    days = days_of(problem, plan)
    return tuple(
        DatedStep(planned=step, days=tuple(day for day in days if day.step == step.number))
        for step in plan.steps
        if current_step <= step.number < current_step + DATED_STEPS
    )


def tellable_support(needs: Iterable[AnyNeed], steps: Iterable[int]) -> tuple[Support, ...]:
    """What is arranged in those steps, as far as others may know: nothing closed, nothing that was told alone."""
    numbers = tuple(steps)
    return tuple(
        need
        for need in needs
        if isinstance(need, Support)
        and need.disclosure is not Disclosure.CLOSED
        and need.origin.ref != CARE.ref
        and any(need.holds_in(number) for number in numbers)
    )


class Visit(Frozen):
    """A lesson that looks the same on each of its dates."""

    lesson: PlannedLesson
    dates: tuple[dt.date, ...]

    def day_in(self, step: DatedStep) -> tuple[str, ...]:
        """«Måndag»; with its dates where it does not come every such day with school: «Måndag», «30 nov»."""
        weekday = self.lesson.lesson.weekday
        name = upper_first(weekday_name(weekday))
        return (name,) if set(self.dates) >= set(step.open_on(weekday)) else (name, said_dates(self.dates))


def visits(step: DatedStep, lessons: Collection[str] | None = None) -> Iterator[Visit]:
    """The step's lessons, or those of these ids, each with the dates it looks the same on, in the order of the week."""
    met = [
        (_looks(lesson), day.date, lesson)
        for day in step.days
        for lesson in day.lessons
        if lessons is None or lesson.lesson.id in lessons
    ]
    met.sort(key=lambda one: (one[0], one[1]))
    for _, same in groupby(met, key=lambda one: one[0]):
        alike = list(same)
        yield Visit(lesson=alike[0][2], dates=tuple(dict.fromkeys(date for _, date, _ in alike)))


def _looks(one: PlannedLesson) -> tuple[int, int, int, str, str, bool, tuple[str, ...]]:
    lesson = one.lesson
    return lesson.weekday, one.start, one.end, lesson.subject, one.setting, one.with_coach, lesson.rooms


def said_dates(dates: Iterable[dt.date]) -> str:
    """«30 nov, 14 dec»."""
    return ", ".join(short_date(date).split(" ", 1)[-1] for date in dates)
