"""Where a lesson is met."""

from __future__ import annotations

from enum import StrEnum


class Setting(StrEnum):
    """Where a lesson is met."""

    SMALL_ROOM = "small_room"
    CLASSROOM = "classroom"
