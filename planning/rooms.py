"""The school's rooms that are good to know of: small, calm, or where to meet. Kept as a setting of the school."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from planning.frozen import Frozen

RoomName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
"""As the timetable writes it, or as people call it."""


class RoomUse(StrEnum):
    """What a room may be used for."""

    SMALL = "small"
    """Lessons for one or a few."""
    CALM = "calm"
    """A calm place to go to."""
    MEET = "meet"
    """Where coach and student meet."""


class Room(Frozen):
    """One room. Its name is its entry in the file."""

    place: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] = ""
    """Where it is: «hus B, en trappa upp»."""
    use: tuple[RoomUse, ...] = Field(min_length=1, max_length=len(RoomUse))
    seats: int | None = Field(default=None, ge=1, le=400)


Rooms = Mapping[str, Room]
"""By name."""
