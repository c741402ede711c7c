"""Needs about where: rooms and places, and how many others are there."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planning.needs.base import Disclosure, NeedBase


class AvoidRoom(NeedBase):
    """No lesson in these rooms."""

    kind: Literal["avoid_room"] = "avoid_room"
    rooms: tuple[str, ...]
    """Rooms, as the timetable writes them."""


CLASSROOM = "classroom"
"""The place «klassrummet»: while it is avoided, lessons are met in the small room."""


class AvoidPlace(NeedBase):
    """No lesson that takes the student to one of these places of the school (`Problem.places` says which do)."""

    kind: Literal["avoid_place"] = "avoid_place"
    places: tuple[str, ...]
    """Places by their box at question PL7 («dining_hall»), or rooms."""


class SafeRoom(NeedBase):
    """Lessons in rooms that feel all right come first."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["safe_room"] = "safe_room"
    rooms: tuple[str, ...]
    """Rooms, as the timetable writes them."""


class SmallGroupFirst(NeedBase):
    """A lesson that is new is met in a small room with few others before it is met in the classroom.

    The first step in which a lesson is taken up within the need's steps it is in the small room; from the next step
    on it may be in the classroom. Needs the rektor's decision when lasting (skollagen 3 kap. 11 §).
    """

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["small_group_first"] = "small_group_first"
    most: int | None = Field(default=None, ge=1, le=15)
    """How many students at most there, the student included; null: a few."""


class StartElsewhere(NeedBase):
    """Teaching begins somewhere else than at school, at one of these places."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["start_elsewhere"] = "start_elsewhere"
    places: tuple[str, ...]
    """Places by their box at question PL5 («library»)."""


PLACE_RUNGS = (
    "talk_with_coach", "go_out", "go_past_school", "enter_empty_school", "meet_adult", "be_at_lesson",
)  # fmt: skip
"""The rungs of the way into school, from the lowest (`method.md` PL1)."""


class PlaceLadder(NeedBase):
    """The way into school begins with what the student can do already; the next rung is the first thing to aim at.

    Shapes the contacts of steps without lessons; it moves no lesson.
    """

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    kind: Literal["place_ladder"] = "place_ladder"
    comfort: tuple[str, ...] = ()
    """Rungs of `PLACE_RUNGS` that the student can do already; none: contact at home comes first."""
    may_be_at_home: bool = True
    """Whether the coach may come home (question G12)."""

    @property
    def highest(self) -> str:
        """The highest rung that can be done already, «» when none can."""
        return next((rung for rung in reversed(PLACE_RUNGS) if rung in self.comfort), "")

    @property
    def next_rung(self) -> str:
        """The first rung above that, «» when the student is at the top."""
        above = PLACE_RUNGS.index(self.highest) + 1 if self.highest else 0
        return PLACE_RUNGS[above] if above < len(PLACE_RUNGS) else ""
