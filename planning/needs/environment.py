"""Needs about where: rooms and places, and how many others are there."""

from __future__ import annotations

from typing import ClassVar, Literal

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


class StartElsewhere(NeedBase):
    """Teaching begins somewhere else than at school, at one of these places."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["start_elsewhere"] = "start_elsewhere"
    places: tuple[str, ...]
    """Places by their box at question PL5 («library»)."""
