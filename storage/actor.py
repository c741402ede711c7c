"""Who acts: what the store, the database's own row rules and the log know of somebody. Never a name."""

from __future__ import annotations

from typing import NewType

from pydantic import Field

from planning.frozen import Frozen

UserId = NewType("UserId", str)

THE_ONE_COACH = UserId("alone")
"""Where one coach works alone on one computer."""


class Actor(Frozen):
    """Somebody who acts, through one session."""

    user: UserId = Field(min_length=1, max_length=36)
    session: str = Field(default="", max_length=64)
    """Names the session in the log; not the secret that opens it."""
    is_alone: bool = False
    """One coach on one computer, whose cases they all are."""


ALONE = Actor(user=THE_ONE_COACH, is_alone=True)
SYSTEM = Actor(user=UserId("system"))
"""The program itself: timers, backups, what happens at start."""
