"""Answers to «why not this lesson?»: what stands in its way, or what would give way for it."""

from __future__ import annotations

from enum import StrEnum

from planning.clock import WeekdayField
from planning.frozen import Frozen
from planning.needs.base import NeedId
from planning.plan import Plan
from planning.plan_changes import SlotChange


class Concern(StrEnum):
    """What a plan cares for beyond its hard needs, in falling weight (`docs/adr/0006-order-of-care.md`)."""

    DISTANCE = "distance"
    REMOVED = "removed"
    EMPTY = "empty"
    TORN = "torn"
    STABILITY = "stability"
    TOO_FAST = "too_fast"
    TOO_SLOW = "too_slow"
    LEAPS = "leaps"
    IMPORTANT = "important"
    WISH_3 = "wish_3"
    WISH_2 = "wish_2"
    WISH_1 = "wish_1"
    SHORTFALL = "shortfall"
    ELIGIBILITY = "eligibility"
    GROWTH = "growth"
    PROMISED = "promised"
    LIKENESS = "likeness"
    SHAPE = "shape"
    PLACED = "placed"
    ITEM_SHAPE = "item_shape"


WISHES = (Concern.IMPORTANT, Concern.WISH_3, Concern.WISH_2, Concern.WISH_1)
"""The concerns that are wishes of somebody's."""


class Worse(Frozen):
    """One concern that would be met less well: what it comes to now and then, in its own unit. Lower is better."""

    concern: Concern
    now: int
    then: int
    needs: tuple[NeedId, ...] = ()
    """Of a wish's concern: the wishes that would be met less well."""


class InTheWay(Frozen):
    """The fewest hard needs that together keep the lesson out."""

    needs: tuple[NeedId, ...]
    also: tuple[NeedId, ...] = ()
    """Other hard needs each of which keeps it out alone too."""


class WouldGiveWay(Frozen):
    """The lesson can be there: what would be worse, the weightiest first, and what would move in that step."""

    worse: tuple[Worse, ...]
    changes: tuple[SlotChange, ...]
    """The other lessons of that step that would be added, gone or attended otherwise."""
    plan: Plan
    """A plan with the lesson there; it has passed every check."""
    weekday: WeekdayField | None = None
    """The weekday of the lesson asked for."""
    longer_day: int = 0
    """Minutes by which that day, from its first lesson to its last, would be longer."""


class NothingAgainst(Frozen):
    """The lesson can be there and nothing would be worse: the plan is as it is because it was to stay as it was."""

    changes: tuple[SlotChange, ...]
    plan: Plan


class AlreadyThere(Frozen):
    """The plan has the lesson in that step."""


class NotToldInTime(Frozen):
    """The effort ran out before the answer was known."""


WhyNot = InTheWay | WouldGiveWay | NothingAgainst | AlreadyThere | NotToldInTime
