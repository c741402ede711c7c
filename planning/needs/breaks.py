"""Needs about the time between lessons: gaps and lunch."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from planning.clock import ClockTime
from planning.needs.base import Disclosure, NeedBase


class MaxIdleGap(NeedBase):
    """At most so many minutes between two lessons the same day."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["max_idle_gap"] = "max_idle_gap"
    minutes: int = Field(ge=0, le=480)
    """Most minutes between two lessons the same day; 0: none at all."""


class RestBetweenLessons(NeedBase):
    """A rest of at least so many minutes after every lesson, before the next one the same day.

    A gap that is such a rest is planned: `MaxIdleGap` counts only what goes beyond it.
    """

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["rest_between_lessons"] = "rest_between_lessons"
    minutes: int = Field(ge=5, le=120)
    """Least minutes between the end of a lesson and the beginning of the next."""


class LunchPlan(StrEnum):
    """What is done about lunch instead of the dining hall."""

    SMALL_ROOM = "small_room"
    WITH_COACH = "with_coach"
    HOME_BEFORE = "home_before"
    BEFORE_OTHERS = "before_others"
    UNDECIDED = "undecided"


class LunchElsewhere(NeedBase):
    """No lunch in the dining hall.

    With `HOME_BEFORE` and `UNDECIDED` no day may have lessons both before and after lunch; otherwise lunch is
    arranged at another place and the day may go on. `start` to `end` is when lunch is served.
    """

    kind: Literal["lunch_elsewhere"] = "lunch_elsewhere"
    how: LunchPlan = LunchPlan.UNDECIDED
    """What is done instead."""
    start: ClockTime = 11 * 60
    """When lunch begins to be served, time of day."""
    end: ClockTime = 12 * 60 + 30
    """When lunch is over, time of day."""

    @property
    def ends_the_day(self) -> bool:
        """Whether a day must lie wholly before or after lunch."""
        return self.how in (LunchPlan.HOME_BEFORE, LunchPlan.UNDECIDED)
