"""Getting in: with a passphrase where one coach works alone, with proof from a provider in a municipality.

What is given here is a session's secret, for one browser.
"""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass, field

from casework import now as clock
from casework.anchoring import anchor_at_once
from casework.sessions import Sessions, the_sessions
from casework.slowing import Tries
from casework.unlocking import Places, Safe
from planning.errors import NotAllowed
from storage.actor import ALONE, THE_ONE_COACH
from storage.sealing import Key, NotTheSeal, key_for, seal, unseal
from storage.store import CaseStore
from storage.user_table import user_called

DEMO = "STEGVIS_DEMO"
"""Set: an invented student whose case is half done."""
_PENDING = "pending log-in"


@dataclass
class Door:
    """The way in, and the tries at it."""

    sessions: Sessions
    tries: Tries = field(default_factory=Tries)

    @property
    def safe(self) -> Safe:
        """What is behind it."""
        return self.sessions.safe

    @property
    def asks_nothing(self) -> bool:
        """Alone with a key file, or in a showing: whoever sits at the computer comes in."""
        return not self.safe.places.is_service and (self.safe.places.secret is not None or bool(os.environ.get(DEMO)))

    def set_up(self, passphrase: str) -> tuple[str, str]:
        """The first time: (recovery key, session's secret). Raises `BadInput`, `NotAllowed`."""
        self._alone_with_passphrase()
        recovery = self.safe.set_up(passphrase)
        return recovery, self.sessions.begin(THE_ONE_COACH)

    def unlock(self, passphrase: str) -> str:
        """A session's secret. Raises `NotAllowed`: wrong, or too early to try again."""
        self._alone_with_passphrase()
        self.tries.begin()
        if self.safe.is_open:
            if not self.safe.has_passphrase(passphrase):
                self.sessions.note_denied()
                raise NotAllowed("wrong_secret")
        else:
            self.safe.unlock(passphrase)
            # A session that outlived the keys, over a restart, opens nothing: its browser gives the passphrase too.
            self.sessions.end_all()
        self.tries.right()
        return self.sessions.begin(THE_ONE_COACH)

    def recover(self, recovery_key: str, passphrase: str) -> tuple[str, str]:
        """With the printed key: (the new recovery key, a session's secret). Raises `BadInput`, `NotAllowed`."""
        self._alone_with_passphrase()
        self.tries.begin()
        fresh = self.safe.recover(recovery_key, passphrase)
        self.tries.right()
        self.sessions.end_all()
        return fresh, self.sessions.begin(THE_ONE_COACH)

    def walk_in(self) -> str:
        """A session's secret, where nothing is asked. Raises `NotAllowed` elsewhere."""
        if not self.asks_nothing:
            raise NotAllowed("locked")
        self.open_for_showing()
        return self.sessions.begin(THE_ONE_COACH)

    def open_for_showing(self) -> CaseStore:
        """The store of a showing, under keys that end with it; as the one coach uses it."""
        if self.safe.places.secret is None:
            self.safe.open_for_showing()
        return self.safe.store().acting(ALONE)

    def let_in(self, issuer: str, subject: str, *, instead_of: str = "") -> str:
        """A session's secret for one whose identity has been proved; the session that they had before ends.

        Raises `NotAllowed("nobody_known")`.
        """
        with self.safe.store().reading() as reader:
            user = user_called(reader, issuer, subject)
        if user is None or not user.is_active:
            self.sessions.note_denied()
            raise NotAllowed("nobody_known")
        before = self.sessions.by_id(instead_of) if instead_of else None
        if before is not None:
            self.sessions.end(before)
        return self.sessions.begin(user.id)

    def sealed_up(self, text: str) -> str:
        """Something that a browser keeps for us for a while and cannot read or change."""
        sealed = seal(self._key(), text.encode(), f"{_PENDING}|{int(clock.now().timestamp())}")
        return f"{int(clock.now().timestamp())}.{base64.urlsafe_b64encode(sealed).decode()}"

    def unsealed(self, kept: str, seconds: int) -> str:
        """What was sealed up, at most so long ago. Raises `ValueError` otherwise."""
        at, _, sealed = kept.partition(".")
        now = clock.now().timestamp()
        if not (at.isascii() and at.isdigit()) or not int(at) <= now < int(at) + seconds:
            raise ValueError("too old")
        try:
            return unseal(self._key(), base64.urlsafe_b64decode(sealed), f"{_PENDING}|{at}").decode()
        except NotTheSeal:
            raise ValueError("not ours") from None

    def _key(self) -> Key:
        return key_for("log-in", self.safe.store().keys.installation)

    def lock(self) -> None:
        """Alone: ends every session and lets go of the keys."""
        if self.safe.is_open:
            self.sessions.end_all()
        if not self.asks_nothing:
            anchor_at_once(self.safe)
            self.safe.lock()

    def _alone_with_passphrase(self) -> None:
        if self.safe.places.is_service or self.asks_nothing:
            raise NotAllowed("no_passphrase_here")


_DOORS: dict[Places, Door] = {}


def the_door() -> Door:
    """The door of this process."""
    sessions = the_sessions()
    return _DOORS.setdefault(sessions.safe.places, Door(sessions))
