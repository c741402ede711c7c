"""Needs about other students. Others are only ever named by the group they share, or by a code."""

from __future__ import annotations

from typing import ClassVar, Literal

from planning.needs.base import Disclosure, NeedBase


class WithFriend(NeedBase):
    """Lessons shared with a friend's group come early. No group ticked: every lesson with the class counts."""

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    kind: Literal["with_friend"] = "with_friend"
    groups: tuple[str, ...] = ()
    """Groups, as the timetable writes them; empty for the whole class."""
