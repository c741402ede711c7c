"""Guessing is slow, and a right try makes the next ones free again."""

from __future__ import annotations

import pytest

from casework.slowing import FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, Tries
from planning.errors import NotAllowed


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        """What the clock says."""
        return self.now


def test_five_tries_are_free_and_the_waits_grow_to_five_minutes() -> None:
    """So many guesses a day are no guesses at all."""
    clock = Clock()
    tries = Tries(clock=clock)
    for _ in range(FREE_TRIES):
        tries.begin()
    waits = []
    for _ in range(6):
        with pytest.raises(NotAllowed, match="wait_to_try"):
            tries.begin()
        waits.append(tries.seconds_to_wait())
        clock.now += waits[-1]
        tries.begin()

    assert waits == [FIRST_WAIT, 60, 120, 240, LONGEST_WAIT, LONGEST_WAIT]


def test_tries_at_the_same_time_are_counted_too() -> None:
    """Each counts from its beginning, right or wrong."""
    tries = Tries(clock=Clock())
    begun = 0
    for _ in range(20):
        try:
            tries.begin()
        except NotAllowed:
            break
        begun += 1

    assert begun == FREE_TRIES


def test_a_right_try_makes_the_next_ones_free() -> None:
    """Whoever opens every morning never waits."""
    tries = Tries(clock=Clock())
    for _ in range(20):
        tries.begin()
        tries.right()

    assert tries.seconds_to_wait() == 0
