"""How much and how often: sizes of what is sent here, tries at the doors, and what one session may send in all."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

LARGEST_BODY = 16 * 1024
"""Bytes of a form; nothing else is sent here but through the page's socket (our default)."""
SOCKET_BYTES, SOCKET_SECONDS = 60 * 1024 * 1024, 600
"""What one session may send through its sockets in ten minutes: a dozen of the largest files (our default)."""
_MOST_CALLERS = 10_000


@dataclass
class Rate:
    """At most `most` in `seconds`, for each key (a caller's address, a session). Keys are forgotten when they rest."""

    most: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _taken: dict[str, deque[tuple[float, int]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def takes(self, key: str, amount: int = 1) -> bool:
        """Takes so much for the key; False when that is more than it may."""
        now = self.clock()
        with self._lock:
            if len(self._taken) > _MOST_CALLERS:
                self._taken = {each: taken for each, taken in self._taken.items() if taken[-1][0] > now - self.seconds}
            taken = self._taken.setdefault(key, deque())
            while taken and taken[0][0] <= now - self.seconds:
                taken.popleft()
            if sum(each for _, each in taken) + amount > self.most:
                return False
            taken.append((now, amount))
            return True


def rates() -> dict[str, Rate]:
    """By what is asked for (our defaults)."""
    return {
        "door": Rate(most=30, seconds=60),
        "download": Rate(most=120, seconds=60),
        "socket": Rate(most=SOCKET_BYTES, seconds=SOCKET_SECONDS),
    }
