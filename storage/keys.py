"""The key store: each case's own key, wrapped by the installation's key, and the ways to that one.

It is a file (or database) of its own beside the cases, with its own backups. A case whose key is destroyed here cannot
be read again, in no copy of the case file however old; its id stays in the ledger, so that an old copy that is put back
is cleared of it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from secrets import token_bytes

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
)

from planning.errors import CaseFileError, NotAllowed
from storage.backup import back_up
from storage.columns import Moment
from storage.engine import engine_at, transaction
from storage.records import CaseId
from storage.sealing import Key, NotTheSeal, new_key, place, seal, unseal
from storage.secrets import Stretch

KEY_FILE = "nycklar.stegvis"

_metadata = MetaData()
_ways = Table(
    "ways_in",
    _metadata,
    Column("kind", String(16), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("memory_kib", Integer, nullable=False),
    Column("passes", Integer, nullable=False),
    Column("lanes", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
_case_keys = Table(
    "case_keys",
    _metadata,
    Column("case_id", String(36), primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
_ledger = Table(
    "erased_cases",
    _metadata,
    Column("case_id", String(36), primary_key=True),
    Column("at", Moment, nullable=False),
)
_SALT_BYTES = 16


class WayIn(StrEnum):
    """What somebody opens the keys with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind of secret, not one
    RECOVERY = "recovery"
    FILE = "file"


class KeyStore:
    """The key store at that place. It holds nothing open: `opened` gives the keys."""

    def __init__(self, where: Path | str) -> None:
        self._engine: Engine = engine_at(where)
        self.file = Path(self._engine.url.database or "").name

    @property
    def is_made(self) -> bool:
        """Whether there is an installation key."""
        with transaction(self._engine, writes=False) as connection:
            return _is_there(connection) and connection.execute(select(_ways.c.kind)).first() is not None

    def ways(self) -> frozenset[WayIn]:
        """How it can be opened."""
        with transaction(self._engine, writes=False) as connection:
            if not _is_there(connection):
                return frozenset()
            return frozenset(WayIn(kind) for kind in connection.execute(select(_ways.c.kind)).scalars())

    def make(self, secrets: Iterable[tuple[WayIn, str]], stretch: Stretch | None = None) -> Keys:
        """The installation's key, made once, with these ways to it. Raises `NotAllowed` when there is one already."""
        installation = new_key()
        ways = [_way(kind, secret, installation, stretch or Stretch()) for kind, secret in secrets]
        with transaction(self._engine) as connection:
            _metadata.create_all(connection)
            if connection.execute(select(func.count()).select_from(_ways)).scalar_one():
                raise NotAllowed("keys_are_made")
            connection.execute(insert(_ways), ways)
        return Keys(self._engine, installation)

    def open(self, kind: WayIn, secret: str) -> Keys:
        """The keys. Raises `NotAllowed("wrong_secret")`; the secret is never in the error."""
        with transaction(self._engine, writes=False) as connection:
            row = None
            if _is_there(connection):
                row = connection.execute(select(_ways).where(_ways.c.kind == kind.value)).one_or_none()
        if row is None:
            raise NotAllowed("wrong_secret", way=kind.value)
        stretched = Stretch(memory_kib=row.memory_kib, passes=row.passes, lanes=row.lanes).key(secret, row.salt)
        try:
            return Keys(self._engine, Key(unseal(stretched, row.wrapped, place(_ways.name, kind.value, "wrapped"))))
        except NotTheSeal:
            raise NotAllowed("wrong_secret", way=kind.value) from None

    def backup_to(self, target: Path) -> None:
        """Writes a checked copy; it opens with the same secrets. Raises `CaseFileError`."""
        back_up(self._engine, target)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()


class Keys:
    """The opened keys. Whoever holds this can read every case; dropping it locks them."""

    def __init__(self, engine: Engine, installation: Key) -> None:
        self._engine = engine
        self.installation = installation

    def change_way(self, kind: WayIn, secret: str, stretch: Stretch | None = None) -> None:
        """Another passphrase or recovery key; the one before opens nothing from then on."""
        way = _way(kind, secret, self.installation, stretch or Stretch())
        with transaction(self._engine) as connection:
            connection.execute(delete(_ways).where(_ways.c.kind == kind.value))
            connection.execute(insert(_ways), [way])

    def make_for(self, case_id: CaseId, at: dt.datetime) -> Key:
        """A key for a new case, durable before anything is sealed with it."""
        key = new_key()
        wrapped = seal(self.installation, key, place(_case_keys.name, case_id, "wrapped"))
        with transaction(self._engine) as connection:
            connection.execute(insert(_case_keys).values(case_id=case_id, made_at=at, wrapped=wrapped))
        return key

    def of(self, case_id: CaseId) -> Key:
        """The case's key. Raises `CaseFileError`: erased, without a key, or a key store that does not fit."""
        with transaction(self._engine, writes=False) as connection:
            wrapped = connection.execute(select(_case_keys.c.wrapped).where(_case_keys.c.case_id == case_id)).scalar()
            is_erased = connection.execute(select(_ledger.c.at).where(_ledger.c.case_id == case_id)).first()
        if wrapped is None:
            raise CaseFileError("case-is-erased" if is_erased else "case-key-missing", case=case_id)
        return self._unwrapped(case_id, wrapped)

    def every(self) -> dict[CaseId, Key]:
        """The key of every case that has one and can be unwrapped; the others are told of when they are opened."""
        with transaction(self._engine, writes=False) as connection:
            rows = connection.execute(select(_case_keys.c.case_id, _case_keys.c.wrapped)).all()
        keys: dict[CaseId, Key] = {}
        for row in rows:
            try:
                keys[CaseId(row.case_id)] = self._unwrapped(CaseId(row.case_id), row.wrapped)
            except CaseFileError:
                continue
        return keys

    def destroy(self, case_id: CaseId, at: dt.datetime) -> None:
        """Destroys the case's key and writes its id into the ledger, together. Once more changes nothing."""
        with transaction(self._engine) as connection:
            connection.execute(delete(_case_keys).where(_case_keys.c.case_id == case_id))
            if connection.execute(select(_ledger.c.at).where(_ledger.c.case_id == case_id)).first() is None:
                connection.execute(insert(_ledger).values(case_id=case_id, at=at))

    def erased(self) -> dict[CaseId, dt.datetime]:
        """The ledger: the cases that have been erased, and when."""
        with transaction(self._engine, writes=False) as connection:
            return {CaseId(row.case_id): row.at for row in connection.execute(select(_ledger))}

    def _unwrapped(self, case_id: CaseId, wrapped: bytes) -> Key:
        try:
            return Key(unseal(self.installation, wrapped, place(_case_keys.name, case_id, "wrapped")))
        except NotTheSeal:
            raise CaseFileError("case-key-unreadable", case=case_id) from None


def _way(kind: WayIn, secret: str, installation: Key, stretch: Stretch) -> dict[str, object]:
    salt = token_bytes(_SALT_BYTES)
    wrapped = seal(stretch.key(secret, salt), installation, place(_ways.name, kind.value, "wrapped"))
    return {"kind": kind.value, "salt": salt, "wrapped": wrapped, **stretch.model_dump()}


def _is_there(connection: Connection) -> bool:
    return inspect(connection).has_table(_ways.name)
