"""The hours that are left for a contact or a lesson of one's own: after waking, not on hard days, around lunch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planning.needs import DaysOff, EarliestStart
from planning.offers.barred import barring_needs
from planning.offers.base import DayWindow
from planning.problem import Problem
from planning.timetable import LessonKind, WeekLabel

EATING_MINUTES = 25
"""How long one who eats is left to eat. Our default."""


def at_calm_hours(
    problem: Problem, step: int, week: WeekLabel, windows: Iterable[DayWindow], *, is_meal: bool = False
) -> tuple[DayWindow, ...]:
    """What is left of the windows once the student has woken, been left in peace on hard days, and had lunch.

    A meal need not keep clear of lunch.

    Before the earliest hour that was agreed for lessons nobody else comes either. On a day that is hard nothing is
    asked for if it can be helped (as `planning.contacts` has it).
    """
    held = barring_needs(problem, step, week)
    earliest = max((need.time_in(step) for need in held if isinstance(need, EarliestStart)), default=0)
    hard = {day for need in held if isinstance(need, DaysOff) for day in need.weekdays}
    awake = [part for window in windows for part in _from(window, earliest)]
    calm = [window for window in awake if window.weekday not in hard] or awake
    return tuple(calm) if is_meal else tuple(p for window in calm for p in _around_lunch(problem, week, window))


def _from(window: DayWindow, earliest: int) -> Iterator[DayWindow]:
    if window.end > earliest:
        yield window.model_copy(update={"start": max(window.start, earliest)})


def _around_lunch(problem: Problem, week: WeekLabel, window: DayWindow) -> Iterator[DayWindow]:
    """The window before and after the student eats, on a day whose lunch stands in the timetable."""
    start = window.start
    lunches = sorted(
        (row.start, min(row.end, row.start + EATING_MINUTES)) for row in problem.timetable.lessons
        if row.kind is LessonKind.LUNCH and row.weekday == window.weekday and row.week in ("", week)
    )
    for begins, ends in lunches:
        if start < begins < window.end:
            yield window.model_copy(update={"start": start, "end": begins})
        start = max(start, min(ends, window.end))
    if start < window.end:
        yield window.model_copy(update={"start": start})
