"""The several small ladders beside the large one: the rungs of each, from the lowest (`features.md` F31)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from planning.frozen import Frozen


class SmallLadder(StrEnum):
    """What has a small ladder of its own (`method.md` §5.1: «matsal, raster, idrott = egna småstegar»)."""

    DINING_HALL = "dining_hall"
    CHANGING_ROOM = "changing_room"
    BUS = "bus"
    CLASSROOM = "classroom"


class Rung(StrEnum):
    """A rung of one of them."""

    EATS_ELSEWHERE = "eats_elsewhere"
    EATS_BEFORE_OTHERS = "eats_before_others"
    EATS_WITH_OTHERS = "eats_with_others"
    SPORT_WAITS = "sport_waits"
    SPORT_WITHOUT_CHANGING = "sport_without_changing"
    CHANGES_ALONE = "changes_alone"
    CHANGES_WITH_OTHERS = "changes_with_others"
    COMES_OTHERWISE = "comes_otherwise"
    """By a ride, or any way but the bus."""
    BUS_WITH_ADULT = "bus_with_adult"
    BUS_ALONE = "bus_alone"
    SMALL_ROOM = "small_room"
    SEES_OWN_SEAT = "sees_own_seat"
    """In the small room still, and once in the classroom while it is empty."""
    WITH_CLASS = "with_class"


RUNGS: Mapping[SmallLadder, tuple[Rung, ...]] = {
    SmallLadder.DINING_HALL: (Rung.EATS_ELSEWHERE, Rung.EATS_BEFORE_OTHERS, Rung.EATS_WITH_OTHERS),
    SmallLadder.CHANGING_ROOM: (
        Rung.SPORT_WAITS, Rung.SPORT_WITHOUT_CHANGING, Rung.CHANGES_ALONE, Rung.CHANGES_WITH_OTHERS,
    ),
    SmallLadder.BUS: (Rung.COMES_OTHERWISE, Rung.BUS_WITH_ADULT, Rung.BUS_ALONE),
    SmallLadder.CLASSROOM: (Rung.SMALL_ROOM, Rung.SEES_OWN_SEAT, Rung.WITH_CLASS),
}  # fmt: skip
"""The rungs of each ladder, from the lowest. Which they are is our default, after the items of `method.md` §5.3."""


class LadderRung(Frozen):
    """Where a step stands on one of the small ladders."""

    ladder: SmallLadder
    rung: Rung
    is_new: bool = False
    """Whether the step before stood on a lower one."""

    @property
    def is_top(self) -> bool:
        """Whether nothing is left to climb."""
        return self.rung is RUNGS[self.ladder][-1]
