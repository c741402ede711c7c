"""Hand-over: while a student or guardian holds the screen, nothing else opens until the coach's code is given.

Alone the app serves one computer, so it holds for the whole of it: a new tab or a reloaded page is handed over too. In
a municipality it holds for the coach's session, in all its tabs.
A forgotten code is solved by closing the program and starting it again, or by logging in anew.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from casework.cases import CaseId
from ui.components.questionnaire.turns import Turn
from ui.server.edge import the_edge
from ui.server.who import session_key

_ROUNDS = 200_000
SHORTEST_CODE = 4
"""Characters of the code at least."""
FREE_TRIES = 5
"""Wrong codes before one has to wait."""
WAIT_SECONDS = 30
_MOST_LEFT = 1000


@dataclass
class Handover:
    """Whose turn it is. `case` is the open case while the student holds the screen, else None."""

    clock: Callable[[], float] = time.monotonic
    case: CaseId | None = None
    turn: Turn = Turn.ALONE
    """Who has the screen: the student alone, or the guardians with their own form."""
    _salt: bytes = b""
    _code: bytes = b""
    _wrong: int = 0
    _wait_until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def give(self, case: CaseId, code: str, turn: Turn = Turn.ALONE) -> None:
        """Lock the app to the questions of that one in that case."""
        with self._lock:
            self._salt = secrets.token_bytes(16)
            self._code = self._stretched(code)
            self.case, self.turn, self._wrong = case, turn, 0

    def take_back(self, code: str) -> bool:
        """Open again with the coach's code; False when it is wrong, or when it is too early to try again."""
        with self._lock:
            if self.seconds_to_wait() > 0:
                return False
            if hmac.compare_digest(self._stretched(code), self._code):
                self.case, self._salt, self._code = None, b"", b""
                return True
            self._wrong += 1
            if self._wrong >= FREE_TRIES:
                self._wait_until = self.clock() + WAIT_SECONDS
            return False

    def seconds_to_wait(self) -> int:
        """How long until the next try."""
        return max(0, round(self._wait_until - self.clock()))

    def _stretched(self, code: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", code.encode(), self._salt, _ROUNDS)


@dataclass
class Handovers:
    """Every screen that is handed over, by its session. `whose` gives the session of the tab that runs."""

    whose: Callable[[], str]
    _by_session: dict[str, Handover] = field(default_factory=dict)
    _left: dict[str, None] = field(default_factory=dict)
    """Sessions that ended while somebody else held the screen, the latest last."""

    @property
    def case(self) -> CaseId | None:
        """The case that is open on this screen while somebody else holds it."""
        return self._own().case

    @property
    def turn(self) -> Turn:
        """Who holds it."""
        return self._own().turn

    def give(self, case: CaseId, code: str, turn: Turn = Turn.ALONE) -> None:
        """Hand over this screen."""
        self._own().give(case, code, turn)

    def take_back(self, code: str) -> bool:
        """Take it back with the coach's code."""
        return self._own().take_back(code)

    def seconds_to_wait(self) -> int:
        """How long until the next try."""
        return self._own().seconds_to_wait()

    def end(self, session: str) -> None:
        """The session has ended. That it was handed over is remembered: whoever comes next proves who they are anew."""
        if self.holds(session):
            self._left[session] = None
            for oldest in list(self._left)[:-_MOST_LEFT]:
                del self._left[oldest]
        self._by_session.pop(session, None)

    def holds(self, session: str) -> bool:
        """Whether somebody else holds the screen of that session, or did when it ended."""
        held = self._by_session.get(session)
        return session in self._left or (held is not None and held.case is not None)

    def _own(self) -> Handover:
        return self._by_session.setdefault(self.whose(), Handover())


def _this_screen() -> str:
    return session_key() if the_edge().is_service else ""


HANDOVER = Handovers(_this_screen)
