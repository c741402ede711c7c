"""The objective's tiers, from the weightiest: no sum of lower gains outweighs one higher loss."""

from __future__ import annotations

from enum import IntEnum

from planning.needs import NeedBase, Strength


class Tier(IntEnum):
    """What is made small, in falling weight (`docs/architecture.md`, «The plan's order of care»)."""

    REMOVED = 0
    """Lessons that were taken up and are not in the next step: what has been reached is kept."""
    EMPTY = 1
    """Weeks without any lesson."""
    TOO_FAST = 2
    """Minutes above the gentle line's ceiling."""
    IMPORTANT = 3
    """Wishes among the three that the student marked as most important."""
    WISH_3 = 4
    WISH_2 = 5
    WISH_1 = 6
    SHORTFALL = 7
    """Minutes below the gentle line to the whole timetable."""
    ELIGIBILITY = 8
    """Lessons of subjects that keep upper secondary school within reach, not yet taken up."""
    GROWTH = 9
    """The largest rise, and the minutes above the line."""
    STABILITY = 10
    """Lessons that are there in one of a step's weeks and not in the other."""
    SHAPE = 11
    """Gaps and school days, the longest day, liked lessons not yet taken up."""


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
