"""The objective's tiers, from the weightiest: no sum of lower gains outweighs one higher loss."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from planning.needs import NeedBase, Strength


class Tier(IntEnum):
    """What is made small, in falling weight (`docs/adr/0006-order-of-care.md`)."""

    DISTANCE = 0
    """Where a plan is made anew: what is no longer as it was (`scheduler.replanning`)."""
    REMOVED = 1
    """Lessons that were taken up and are not in the next step: what has been reached is kept."""
    EMPTY = 2
    """Weeks without any lesson."""
    TORN = 3
    """Days with a long wait where the timetable has lessons: nobody should come, wait for hours and stay on."""
    STABILITY = 4
    """Lessons that are there in one of a step's weeks and not in the other, where nothing tells the weeks apart: what
    can be relied on goes before the exact pace."""
    TOO_FAST = 5
    """Time above the gentle line's ceiling."""
    TOO_SLOW = 6
    """Time below its floor. Between floor and ceiling the wishes choose: which lessons, not whether there are any; a
    ladder that waits for every wish leaps when the wishes end."""
    LEAPS = 7
    """Dimensions beyond the one (or the two that the student ticked) that a step raises: `planning.dimensions`."""
    IMPORTANT = 8
    """Wishes among the three that the student marked as most important."""
    WISH_3 = 9
    WISH_2 = 10
    WISH_1 = 11
    SHORTFALL = 12
    """Time below the gentle line to the whole timetable."""
    ELIGIBILITY = 13
    """Lessons of subjects that keep upper secondary school within reach, not yet taken up."""
    GROWTH = 14
    """Time that a step rises more steeply than the gentle line."""
    PROMISED = 15
    """Items that lessons leave no time for: help that was promised and is not there."""
    LIKENESS = 16
    """The same where something holds in one of the weeks only: then each week has its own pace first."""
    SHAPE = 17
    """Separate stretches of lessons, days too long, liked lessons not yet taken up. The nearest step first: it will be
    lived as planned, while later ones are planned anew before they come."""
    PLACED = 18
    """Items that get no time beside each other, the lessons being settled."""
    ITEM_SHAPE = 19
    """Items at odd hours: far from the lessons of the day, all on one day, elsewhere than in the step before."""


class Rank(NamedTuple):
    """Where a loss counts: its tier and, within a tier that takes the nearest week first, the step and its week."""

    tier: Tier
    step: int = 0
    week: str = ""

    @property
    def name(self) -> str:
        """«wish_3», «shape 1», «shape 1 A»."""
        return " ".join(part for part in (self.tier.name.lower(), str(self.step or ""), self.week) if part)


def tier_of(need: NeedBase) -> Tier:
    """The tier that a wish's losses count in."""
    if need.most_important:
        return Tier.IMPORTANT
    match need.strength:
        case Strength.WISH_3:
            return Tier.WISH_3
        case Strength.WISH_2:
            return Tier.WISH_2
        case _:
            return Tier.WISH_1
