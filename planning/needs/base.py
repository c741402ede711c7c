"""What every need has: where it came from, how strongly it holds, in which steps, and how far it may be told."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NewType

from planning.frozen import Frozen
from planning.timetable import WeekLabel

NeedId = NewType("NeedId", str)


class Strength(StrEnum):
    """How strongly a need holds (`method.md` §4.2). Hard ones are constraints, wishes are lexicographic classes."""

    FRAME = "frame"
    """A fact of school, law, travel or the coach's working hours."""
    HARD = "hard"
    """H0: not negotiable in this plan."""
    HARD_NOW = "hard_now"
    """H1: holds until its release step."""
    WISH_3 = "wish_3"
    WISH_2 = "wish_2"
    WISH_1 = "wish_1"
    SUPPORT = "support"
    """Something that is arranged around the lessons; it moves none of them."""

    @property
    def is_hard(self) -> bool:
        """Whether a plan must meet it."""
        return self in (Strength.FRAME, Strength.HARD, Strength.HARD_NOW)

    @property
    def is_wish(self) -> bool:
        """Whether a plan meets it as far as it can."""
        return self in (Strength.WISH_3, Strength.WISH_2, Strength.WISH_1)


class Source(StrEnum):
    """Where a need came from."""

    ANSWER = "answer"
    GOAL = "goal"
    COACH = "coach"
    TRAVEL = "travel"
    CALENDAR = "calendar"
    DEFAULT = "default"
    HAND = "hand"
    """A change that was made by hand in a plan."""


class Respondent(StrEnum):
    """Who said it. What an adult filled in for the student counts half (`method.md` E10)."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    COACH = "coach"
    SCHOOL = "school"


class Origin(Frozen):
    """What gave rise to a need. `ref` is the question id («SO1»), or the field of the case («goals.full_restore»)."""

    source: Source
    ref: str
    by: Respondent = Respondent.STUDENT


CARE = Origin(source=Source.COACH, ref="coach.care", by=Respondent.COACH)
"""Where a need comes from that nobody is told the cause of: a private answer, or what is kept out of harm's way."""


class Disclosure(StrEnum):
    """How far the public proposal may tell a need (`architecture.md`, «A rule's life»)."""

    OPEN = "open"
    """Its sentence may be printed."""
    NEUTRAL = "neutral"
    """Only a sentence that does not tell why."""
    CLOSED = "closed"
    """Nothing but its effect on the week."""


class NeedBase(Frozen):
    """The fields that all needs share. Steps are counted from 1; `last_step` None means to the end of the plan."""

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL

    id: NeedId
    origin: Origin
    strength: Strength
    """How strongly it holds."""
    first_step: int = 1
    """The first step that it holds in, counted from 1."""
    last_step: int | None = None
    """The last step that it holds in; null to the end of the plan."""
    weeks: tuple[WeekLabel, ...] = ()
    """Week labels it holds in; empty for all."""
    not_in: tuple[int, ...] = ()
    """Steps in between in which it does not hold: given up there for a reason that was written down."""
    most_important: bool = False
    """One of the three things the student marked as most important."""

    def holds_in(self, step: int, week: WeekLabel | None = None) -> bool:
        """Whether it holds in that step (and, when given, in that week of the timetable)."""
        in_step = self.first_step <= step and (self.last_step is None or step <= self.last_step)
        return in_step and step not in self.not_in and (week is None or not self.weeks or week in self.weeks)

    @property
    def is_hard(self) -> bool:
        """Whether a plan must meet it."""
        return self.strength.is_hard

    @property
    def is_wish(self) -> bool:
        """Whether a plan meets it as far as it can."""
        return self.strength.is_wish
