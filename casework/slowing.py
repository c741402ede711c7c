"""Guessing is made slow: a few free tries, and then a wait that grows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from planning.errors import NotAllowed

FREE_TRIES = 5
"""Wrong tries before one has to wait."""
FIRST_WAIT, LONGEST_WAIT = 30, 300
"""Seconds (our defaults): each further wrong try doubles the wait, up to five minutes."""


@dataclass
class Tries:
    """The tries at one door. `clock` gives seconds that only grow."""

    clock: Callable[[], float] = time.monotonic
    _wrong: int = 0
    _wait_until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """Before a try. Raises `NotAllowed("wait_to_try")` while it is too early; counts the try as a wrong one.

        It counts from the beginning, so that many tries at once are not all free.
        """
        with self._lock:
            wait = self.seconds_to_wait()
            if wait:
                raise NotAllowed("wait_to_try", seconds=wait)
            self._wrong += 1
            if self._wrong >= FREE_TRIES:
                grown = FIRST_WAIT * 2 ** min(self._wrong - FREE_TRIES, 10)
                self._wait_until = self.clock() + min(grown, LONGEST_WAIT)

    def right(self) -> None:
        """The try was right: the next ones are free again."""
        with self._lock:
            self._wrong, self._wait_until = 0, 0.0

    def seconds_to_wait(self) -> int:
        """How long until the next try."""
        return max(0, round(self._wait_until - self.clock()))
