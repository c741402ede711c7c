"""Goals and pace as rows: each reads as the sentence of the need that it becomes, can be added and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, assert_never

from pydantic import ValidationError

from casework.facts import Amount, FullReturn, Goals, Growth, SubjectMinimum
from casework.goals import goal_needs
from casework.time_facts import Span
from wording.language import tr
from wording.needs import say_need


class GoalKind(StrEnum):
    """What can be agreed about goal and pace on the screen. A case file can hold more, and those are shown too."""

    LEAST_LESSONS = "least_lessons"
    MOST_LESSONS = "most_lessons"
    GROWTH = "growth"
    SUBJECT = "subject"
    FULL_RETURN = "full_return"
    NOTHING_REMOVED = "nothing_removed"
    COACH_FIRST = "coach_first"
    COACH_EVERY = "coach_every"

    @property
    def has_number(self) -> bool:
        """Whether lessons are counted."""
        return self in (GoalKind.LEAST_LESSONS, GoalKind.MOST_LESSONS, GoalKind.GROWTH, GoalKind.SUBJECT)

    @property
    def has_first_step(self) -> bool:
        """Whether it begins at some step."""
        return self not in (GoalKind.GROWTH, GoalKind.NOTHING_REMOVED)

    @property
    def has_last_step(self) -> bool:
        """Whether it can end at some step."""
        return self.has_first_step and self is not GoalKind.FULL_RETURN

    @property
    def has_subjects(self) -> bool:
        """Whether subjects are named."""
        return self in (GoalKind.SUBJECT, GoalKind.FULL_RETURN)


class GoalEntry(NamedTuple):
    """What was chosen for a new goal; what does not belong to its kind is not looked at."""

    kind: GoalKind
    number: int = 1
    first_step: int = 1
    last_step: int = 1
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotAGoal:
    """What was chosen cannot be a goal, and what to do about it."""

    message: str


class GoalRow(NamedTuple):
    """One goal that has been agreed. `place` is where it stands in a field that holds several, else None."""

    field: str
    place: int | None
    text: str


def goal_name(kind: GoalKind) -> str:
    """What a kind of goal is called where it is chosen."""
    match kind:
        case GoalKind.LEAST_LESSONS:
            return tr("Minst så många lektioner i veckan")
        case GoalKind.MOST_LESSONS:
            return tr("Högst så många lektioner i veckan")
        case GoalKind.GROWTH:
            return tr("Högst så många fler lektioner för varje steg")
        case GoalKind.SUBJECT:
            return tr("Minst så många lektioner i ett ämne")
        case GoalKind.FULL_RETURN:
            return tr("Hela schemat tillbaka från ett steg")
        case GoalKind.NOTHING_REMOVED:
            return tr("Det som har börjat ligger kvar")
        case GoalKind.COACH_FIRST:
            return tr("Coachen med på dagens första lektion")
        case GoalKind.COACH_EVERY:
            return tr("Coachen med på varje lektion")
        case _:
            assert_never(kind)


def goal_rows(goals: Goals) -> tuple[GoalRow, ...]:
    """Every goal that has been agreed, as sentences."""
    return tuple(GoalRow(field, place, _sentence(alone)) for field, place, alone in _parts(goals))


def _parts(goals: Goals) -> Iterator[tuple[str, int | None, Goals]]:
    """Each goal by its field and place, as goals that hold nothing else."""
    for field in Goals.model_fields:
        value = getattr(goals, field)
        if isinstance(value, tuple):
            yield from ((field, place, Goals(**{field: (one,)})) for place, one in enumerate(value))
        elif value != getattr(Goals(), field):
            yield field, None, Goals(**{field: value})


def _sentence(alone: Goals) -> str:
    return "; ".join(say_need(need) for need in goal_needs(alone))


def without_goal(goals: Goals, row: GoalRow) -> Goals:
    """The goals without that row; unchanged when it is no longer there."""
    if row not in goal_rows(goals):
        return goals
    value = getattr(goals, row.field)
    left = getattr(Goals(), row.field)
    if row.place is not None:
        left = (*value[: row.place], *value[row.place + 1 :])
    return goals.model_copy(update={row.field: left})


def with_goal(goals: Goals, entry: GoalEntry, steps: int) -> Goals | NotAGoal:
    """The goals with one more. `steps` is how many steps the ladder has: a goal to the last one has no end."""
    if entry.kind.has_last_step and entry.last_step < entry.first_step:
        return NotAGoal(tr("Sista steget kommer före det första. Välj ett senare."))
    if entry.kind is GoalKind.SUBJECT and not entry.subjects:
        return NotAGoal(tr("Välj minst ett ämne."))
    try:
        field, value = _made(goals, entry, steps)
    except ValidationError:
        return NotAGoal(tr("Det går inte att ha som mål. Pröva ett annat antal eller andra steg."))
    before = getattr(goals, field)
    if isinstance(before, tuple):
        if value in before:
            return NotAGoal(tr("Det målet finns redan."))
        value = (*before, value)
    return goals.model_copy(update={field: value})


def _made(goals: Goals, entry: GoalEntry, steps: int) -> tuple[str, Any]:
    """The field that the goal stands in, and the goal."""
    ends = entry.kind.has_last_step and entry.last_step < steps
    span: dict[str, Any] = {"first_step": entry.first_step, "last_step": entry.last_step if ends else None}
    match entry.kind:
        case GoalKind.LEAST_LESSONS:
            return "lessons_per_week", Amount(least=entry.number, **span)
        case GoalKind.MOST_LESSONS:
            return "lessons_per_week", Amount(most=entry.number, **span)
        case GoalKind.GROWTH:
            return "growth_per_step", Growth(lessons=entry.number, minutes=goals.growth_per_step.minutes)
        case GoalKind.SUBJECT:
            return "subject_minimum", SubjectMinimum(subjects=entry.subjects, least=entry.number, **span)
        case GoalKind.FULL_RETURN:
            return "full_return", FullReturn(from_step=entry.first_step, except_subjects=entry.subjects)
        case GoalKind.NOTHING_REMOVED:
            return "nothing_removed", True
        case GoalKind.COACH_FIRST:
            return "coach_at_first_lesson", Span(**span)
        case GoalKind.COACH_EVERY:
            return "coach_at_every_lesson", Span(**span)
        case _:
            assert_never(entry.kind)
