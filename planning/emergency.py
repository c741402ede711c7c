"""How far an emergency has come, in which somebody has opened a case that they are not named for."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """How far an emergency has come."""

    WAITING = "waiting"
    """For the second person."""
    LAPSED = "lapsed"
    """No second person came within the hour: nothing was shown."""
    OPEN = "open"
    TO_REVIEW = "to_review"
    OVERDUE = "overdue"
    """Nobody has looked at it within seven days: it stands first until somebody does."""
    REVIEWED = "reviewed"
