"""Needs about other students. Others are only ever named by the group they share, or by a code."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planning.needs.base import Disclosure, NeedBase


class WithFriend(NeedBase):
    """Lessons shared with a friend's group come early. No group ticked: every lesson with the class counts."""

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    kind: Literal["with_friend"] = "with_friend"
    groups: tuple[str, ...] = ()
    """Groups, as the timetable writes them; empty for the whole class."""


class AvoidGroup(NeedBase):
    """No lesson that is shared with one of these groups, and no meeting them in the doorway of the same room."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["avoid_group"] = "avoid_group"
    groups: tuple[str, ...]
    """Groups, as the timetable writes them."""
    doorway_minutes: int = Field(default=0, ge=0, le=60)
    """A lesson that ends or begins within so many minutes of one of theirs in the same room is avoided too; 0: none."""
