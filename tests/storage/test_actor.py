"""Who acts: ids that say nothing, never a name."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from storage.actor import ALONE, SYSTEM, Actor, UserId


def test_the_coach_who_is_alone_and_the_program_are_two() -> None:
    """Only the former is alone with every case."""
    assert (ALONE.is_alone, SYSTEM.is_alone) == (True, False)
    assert ALONE.user != SYSTEM.user


def test_an_actor_is_somebody() -> None:
    """Nobody acts without an id, or with one that does not fit the log's column."""
    for user in ("", "x" * 37):
        with pytest.raises(ValidationError):
            Actor(user=UserId(user))
    with pytest.raises(ValidationError):
        Actor(user=UserId("u"), session="x" * 65)
