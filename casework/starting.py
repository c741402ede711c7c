"""When the ladder begins without lessons, «at first» means from the first step that has some."""

from __future__ import annotations

from collections.abc import Iterable

from planning.needs import (
    AnyNeed,
    BeginWith,
    CoachAllLessons,
    CoachAtFirstLesson,
    MaxDays,
    MaxLessonsPerDay,
    MaxLessonsPerWeek,
    MaxVisitMinutes,
    NoLessonsYet,
    PreferredTimes,
    SmallGroupFirst,
    StartElsewhere,
    TrustedAdult,
)
from questionnaire.answers import AnswerSheet

ABOUT_THE_BEGINNING = (
    BeginWith,
    CoachAllLessons,
    CoachAtFirstLesson,
    MaxDays,
    MaxLessonsPerDay,
    MaxLessonsPerWeek,
    MaxVisitMinutes,
    PreferredTimes,
    SmallGroupFirst,
    TrustedAdult,
)
"""Needs that speak of how school is met at first: how long, how often, with what and with whom."""


def from_first_lesson(needs: Iterable[AnyNeed], sheet: AnswerSheet, steps: int) -> tuple[AnyNeed, ...]:
    """The needs with those about the beginning moved to the first of the `steps` with lessons.

    Steps that were agreed beside an answer are left as they are.
    """
    given = tuple(needs)
    waiting = _steps_without_lessons(given)
    return tuple(_moved(need, waiting, sheet) if need.first_step + waiting <= steps else need for need in given)


def _steps_without_lessons(needs: tuple[AnyNeed, ...]) -> int:
    """How many steps at the start have no lessons by the student's own answers."""
    bars = [n for n in needs if isinstance(n, NoLessonsYet | StartElsewhere) and n.is_hard and not n.weeks]
    step = 1
    while any(need.last_step is not None and need.holds_in(step) for need in bars):
        step += 1
    return step - 1


def _moved(need: AnyNeed, waiting: int, sheet: AnswerSheet) -> AnyNeed:
    answer = sheet.of(need.origin.ref)
    agreed = answer is not None and (answer.first_step is not None or answer.last_step is not None)
    if not waiting or agreed or not isinstance(need, ABOUT_THE_BEGINNING):
        return need
    last = None if need.last_step is None else need.last_step + waiting
    return need.model_copy(update={"first_step": need.first_step + waiting, "last_step": last})
