"""The store of this process: where it is, how its keys are made, opened and locked again.

Alone: a case file and a key file in the folder that `STEGVIS_DATA` names, opened with a passphrase or the printed
recovery key. In a municipality: a database server (`STEGVIS_DATABASE`), a key store (`STEGVIS_KEYS`, else a file in the
data folder), opened with the secret in the file that `STEGVIS_KEY_FILE` names. A locked process holds no key.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from planning.errors import NotAllowed
from storage.actor import ALONE, SYSTEM, Actor
from storage.ballast import has_ballast, keep_ballast
from storage.keys import KEY_FILE, Keys, KeyStore, WayIn
from storage.secrets import (
    Stretch,
    check_passphrase,
    new_recovery_key,
    passphrase_given,
    recovery_key_given,
    secret_in,
)
from storage.store import CaseStore

CASE_FILE = "arenden.stegvis"
DATA, DATABASE, KEYS, SECRET = "STEGVIS_DATA", "STEGVIS_DATABASE", "STEGVIS_KEYS", "STEGVIS_KEY_FILE"


@dataclass(frozen=True)
class Places:
    """Where this installation keeps what."""

    folder: Path
    cases: Path | str
    keys: Path | str
    secret: Path | None
    is_service: bool

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Places:
        """As the environment says."""
        folder = Path(environ[DATA])
        database, secret = environ.get(DATABASE), environ.get(SECRET)
        return cls(
            folder=folder,
            cases=database or folder / CASE_FILE,
            keys=environ.get(KEYS) or folder / KEY_FILE,
            secret=Path(secret) if secret else None,
            is_service=bool(database),
        )


@dataclass
class Safe:
    """The installation's keys and store, open or locked."""

    places: Places
    stretch: Stretch = field(default_factory=Stretch)
    _store: CaseStore | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def is_open(self) -> bool:
        """Whether cases can be read."""
        return self._store is not None

    @property
    def is_set_up(self) -> bool:
        """Whether there are keys at all."""
        return self._keys_at().is_made

    def set_up(self, passphrase: str) -> str:
        """Makes the keys and opens; the recovery key, which is shown this once. Raises `BadInput`, `NotAllowed`."""
        chosen, recovery = check_passphrase(passphrase), new_recovery_key()
        ways = [(WayIn.PASSPHRASE, chosen), (WayIn.RECOVERY, recovery_key_given(recovery))]
        self._open_with(self._keys_at().make(ways, self.stretch))
        return recovery

    def unlock(self, passphrase: str) -> None:
        """Opens. Raises `NotAllowed("wrong_secret")`."""
        self._open_with(self._keys_at().open(WayIn.PASSPHRASE, passphrase_given(passphrase)))

    def recover(self, recovery_key: str, passphrase: str) -> str:
        """Opens with the printed key; a new passphrase and a new printed key hold from then on. Gives the latter."""
        chosen, fresh = check_passphrase(passphrase), new_recovery_key()
        keys = self._keys_at().open(WayIn.RECOVERY, recovery_key_given(recovery_key))
        keys.change_way(WayIn.PASSPHRASE, chosen, self.stretch)
        keys.change_way(WayIn.RECOVERY, recovery_key_given(fresh), self.stretch)
        self._open_with(keys)
        return fresh

    def has_recovery_key(self, recovery_key: str) -> bool:
        """Whether that is the printed key: its holder is the second person where an act needs two."""
        return self._opens(WayIn.RECOVERY, recovery_key_given(recovery_key))

    def has_passphrase(self, passphrase: str) -> bool:
        """Whether that is the passphrase: a browser that comes later proves itself with it."""
        return self._opens(WayIn.PASSPHRASE, passphrase_given(passphrase))

    def _opens(self, way: WayIn, secret: str) -> bool:
        try:
            self._keys_at().open(way, secret)
        except NotAllowed:
            return False
        return True

    def lock(self) -> None:
        """Lets go of the keys and of the file."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None

    def store(self) -> CaseStore:
        """The store, for the program itself. Raises `NotAllowed`: «locked» or «not_set_up»."""
        if self._store is None and self.places.secret is not None:
            self._open_with_file(secret_in(self.places.secret))
        if self._store is None:
            raise NotAllowed("locked" if self.is_set_up else "not_set_up")
        return self._store

    def open_for_showing(self) -> None:
        """Keys that nobody knows the way to: for a folder that is thrown away afterwards."""
        if not self.is_open:
            self._open_with_file(secrets.token_urlsafe(32))

    def _open_with_file(self, secret: str) -> None:
        store = self._keys_at()
        keys = store.open(WayIn.FILE, secret) if store.is_made else store.make([(WayIn.FILE, secret)], self.stretch)
        self._open_with(keys)

    def _open_with(self, keys: Keys) -> None:
        with self._lock:
            if self._store is None:
                self._store = CaseStore(self.places.cases, keys, SYSTEM)
                if self._holds_room:
                    keep_ballast(self.places.folder)

    @property
    def lacks_room(self) -> bool:
        """Whether the disk is so full that no room is held aside any more."""
        return self.is_open and self._holds_room and not has_ballast(self.places.folder)

    @property
    def _holds_room(self) -> bool:
        return not self.places.is_service and self.places.secret is None

    def _keys_at(self) -> KeyStore:
        self.places.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return KeyStore(self.places.keys)


_SAFES: dict[Places, Safe] = {}


def the_safe() -> Safe:
    """The safe of this process, as the environment places it."""
    places = Places.of(os.environ)
    return _SAFES.setdefault(places, Safe(places))


def _alone_or_nobody() -> Actor:
    if the_safe().places.is_service:
        raise NotAllowed("log_in_first")
    return ALONE


_WHO: list[Callable[[], Actor]] = [_alone_or_nobody]


def ask_who_acts(who: Callable[[], Actor]) -> None:
    """From now on `who` tells who acts; it raises `NotAllowed` when nobody has proved who they are."""
    _WHO[0] = who


def the_store() -> CaseStore:
    """The cases, for the one who acts now. Raises `NotAllowed`: locked, not set up, or not logged in."""
    actor = _WHO[0]()
    return the_safe().store().acting(actor)
