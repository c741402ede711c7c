"""A backup: a checked copy of the case file, encrypted whole with a key worked out from the installation's.

The file is a short head and then pieces, each sealed to its place: which backup, which number, whether it is the last.
A piece that is changed, missing, moved, or taken from another backup is seen, and so is an end that was cut off. The
first piece tells what the copy holds.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pydantic import AwareDatetime, ValidationError
from sqlalchemy import Connection, Engine, func, select

from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.audit import ChainBreak, Head, audit, head_of, verify
from storage.backup import check_sound, copy_into, durable, put_in_place
from storage.engine import engine_at, make_private_file, transaction
from storage.keys import Keys
from storage.records import CaseId
from storage.schema import OF_A_CASE, answer_events, cases, schema_version
from storage.sealing import KEY_BYTES, Key, NotTheSeal, key_for, place, seal, unseal

COPIES = "kopior"
"""The folder of the copies, beside the case file."""
ENDING = ".kopia"
PIECE = 2**20
"""Bytes of the copy in one sealed piece (our default)."""
_SEAL = 29
"""Bytes that a seal adds."""
_MAGIC = b"Stegvis-kopia 1\n"
_ID_BYTES = 16
_NO_LOG = Head(number=0, hash=bytes(KEY_BYTES))


class DamagedRow(Frozen):
    """A row whose seal does not hold; the same damage stood in the file that was copied."""

    table: str
    case_id: str
    row: str


class Contents(Frozen):
    """What a backup says of itself."""

    made_at: AwareDatetime
    version: str
    """Of the tables."""
    log_rows: int
    log_hash: str
    """Of the log's newest row, in hex."""
    rows: dict[str, int]
    """By table."""
    newest: AwareDatetime | None
    """When the case that was changed last was changed."""
    erased: dict[str, AwareDatetime] = {}
    """The ledger of erased cases, as it was."""
    damaged: tuple[DamagedRow, ...] = ()
    broken: ChainBreak | None = None
    """Where the log does not hold."""

    @property
    def head(self) -> Head:
        """The log's newest row."""
        return Head(number=self.log_rows, hash=bytes.fromhex(self.log_hash))

    @property
    def is_whole(self) -> bool:
        """Whether all in it can be read, and its log holds."""
        return not self.damaged and self.broken is None


def write_backup(engine: Engine, keys: Keys, target: Path, at: dt.datetime) -> Contents:
    """Copies, checks, encrypts, makes durable, and only then gives it its name. Raises `CaseFileError`.

    What is damaged in the file itself is copied and told of: the other cases are worth a copy too.
    """
    if engine.dialect.name != "sqlite":
        raise CaseFileError("backup-is-the-servers")
    plain, part = (target.with_name(f"{target.name}.{kind}.part") for kind in ("sqlite", "sealed"))
    try:
        before = _head(engine)
        copy_into(engine, plain)
        contents = look_through(plain, keys, at)
        _check_not_older(plain, before)
        make_private_file(part)
        with plain.open("rb") as source, part.open("wb") as sealed:
            _seal_all(source, sealed, contents, _key(keys))
        durable(part)
        read_contents(part, keys)
        put_in_place(part, target)
    except OSError as error:
        raise CaseFileError("file-cannot-be-reached", file=target.name) from error
    finally:
        for leftover in (plain, part, plain.with_name(plain.name + "-journal")):
            leftover.unlink(missing_ok=True)
    return contents


def read_contents(file: Path, keys: Keys) -> Contents:
    """What the backup says of itself, from its first piece. Raises `CaseFileError`."""
    with _opened(file) as source:
        first = next(_pieces(source, _key(keys), file.name))
    try:
        return Contents.model_validate_json(first)
    except ValidationError:
        raise CaseFileError("backup-damaged", file=file.name) from None


def open_backup(file: Path, keys: Keys, target: Path) -> Contents:
    """Decrypts the backup into that file, checked to the last byte. Raises `CaseFileError`, and leaves no file."""
    contents = read_contents(file, keys)
    make_private_file(target)
    try:
        with _opened(file) as source, target.open("wb") as plain:
            pieces = _pieces(source, _key(keys), file.name)
            next(pieces)
            for piece in pieces:
                plain.write(piece)
        durable(target)
        _check_same(look_through(target, keys, contents.made_at), contents, file.name)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise CaseFileError("file-cannot-be-reached", file=target.name) from error
    except CaseFileError:
        target.unlink(missing_ok=True)
        raise
    return contents


def _check_same(found: Contents, told: Contents, file: str) -> None:
    if (found.rows, found.head) != (told.rows, told.head):
        raise CaseFileError("backup-damaged", file=file)


def look_through(file: Path, keys: Keys, at: dt.datetime) -> Contents:
    """Checks a case file that is not in use: its structure, its log, and whether what is newest opens.

    Raises `CaseFileError` for a structure that does not hold, or another program's file.
    """
    engine = engine_at(file)
    try:
        with transaction(engine, writes=False) as connection:
            check_sound(connection, file.name)
            return _looked_through(connection, file.name, keys, at)
    finally:
        engine.dispose()


def _looked_through(connection: Connection, file: str, keys: Keys, at: dt.datetime) -> Contents:
    tables = _tables_in(connection)
    version = _version(connection, tables)
    if version is None:
        raise CaseFileError("not-a-case-file", file=file)
    is_logged = audit.name in tables
    head = head_of(connection) if is_logged else _NO_LOG
    return Contents(
        made_at=at,
        version=version,
        log_rows=head.number,
        log_hash=head.hash.hex(),
        rows={name: _count(connection, name) for name in sorted(tables)},
        newest=connection.execute(select(func.max(cases.c.changed_at))).scalar(),
        erased=dict(keys.erased()),
        # Before everything was sealed there was no log, and nothing to open.
        damaged=tuple(_damaged(connection, keys)) if is_logged else (),
        broken=verify(connection) if is_logged else None,
    )


def _damaged(connection: Connection, keys: Keys) -> Iterator[DamagedRow]:
    """The newest row of each kind, of every case, that does not open."""
    known = keys.every()
    for case_id in connection.execute(select(cases.c.id)).scalars():
        for table in OF_A_CASE:
            is_events = table is answer_events
            row, order = (table.c.id, table.c.stored_at) if is_events else (table.c.number, table.c.number)
            query = select(row, table.c.content).where(table.c.case_id == case_id).order_by(order.desc()).limit(1)
            newest = connection.execute(query).one_or_none()
            if newest is not None and not _opens(known.get(CaseId(case_id)), newest[1], place(table.name, newest[0])):
                yield DamagedRow(table=table.name, case_id=case_id, row=str(newest[0]))


def _opens(key: Key | None, sealed: bytes, where: str) -> bool:
    if key is None:
        return False
    try:
        unseal(key, sealed, where)
    except NotTheSeal:
        return False
    return True


def _check_not_older(plain: Path, before: Head) -> None:
    """The log of the copy reaches at least as far as the file's did when the copying began, over the same row."""
    engine = engine_at(plain)
    try:
        with transaction(engine, writes=False) as connection:
            if before.number and audit.name in _tables_in(connection):
                there = connection.execute(select(audit.c.hash).where(audit.c.number == before.number)).scalar()
                if there != before.hash:
                    raise CaseFileError("backup-damaged", file=plain.name)
    finally:
        engine.dispose()


def _head(engine: Engine) -> Head:
    with transaction(engine, writes=False) as connection:
        return head_of(connection) if audit.name in _tables_in(connection) else _NO_LOG


def _version(connection: Connection, tables: frozenset[str]) -> str | None:
    """Of the tables, as the file says; None for another program's file."""
    if not {cases.name, schema_version.name} <= tables:
        return None
    found = connection.execute(select(schema_version.c.version)).scalar_one_or_none()
    return None if found is None else f"{found:04d}"


def _tables_in(connection: Connection) -> frozenset[str]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    return frozenset(name for name in names if not name.startswith("sqlite_"))


def _count(connection: Connection, table: str) -> int:
    quoted = connection.dialect.identifier_preparer.quote(table)
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {quoted}").scalar_one())  # noqa: S608  a name of ours


def _key(keys: Keys) -> Key:
    return key_for("backup", keys.installation)


def _seal_all(source: BinaryIO, target: BinaryIO, contents: Contents, key: Key) -> None:
    backup = secrets.token_bytes(_ID_BYTES)
    first = contents.model_dump_json().encode()
    target.write(_MAGIC + backup)
    sealed = seal(key, first, _place(backup, 0, is_last=False))
    target.write(len(sealed).to_bytes(4, "big") + sealed)
    number, piece = 1, source.read(PIECE)
    while True:
        following = source.read(PIECE)
        target.write(seal(key, piece, _place(backup, number, is_last=not following)))
        if not following:
            return
        number, piece = number + 1, following


def _pieces(source: BinaryIO, key: Key, file: str) -> Iterator[bytes]:
    """What was sealed, piece by piece: what the backup says of itself, then the copy. Raises `CaseFileError`."""
    head = source.read(len(_MAGIC) + _ID_BYTES)
    if len(head) < len(_MAGIC) + _ID_BYTES or not head.startswith(_MAGIC):
        raise CaseFileError("not-a-backup", file=file)
    backup = head[len(_MAGIC) :]
    size = int.from_bytes(source.read(4), "big")
    number, piece, is_last = 0, source.read(min(size, PIECE * 64)), False
    while True:
        following = b"" if is_last else source.read(PIECE + _SEAL)
        is_last = number > 0 and not following
        try:
            yield unseal(key, piece, _place(backup, number, is_last=is_last))
        except NotTheSeal:
            # With the first piece it may as well be the keys that are other ones.
            code = "backup-of-other-keys" if number == 0 else "backup-damaged"
            raise CaseFileError(code, file=file) from None
        if is_last:
            return
        number, piece = number + 1, following


def _place(backup: bytes, number: int, *, is_last: bool) -> str:
    return place(f"backup {backup.hex()}", number, "last" if is_last else "piece")


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise CaseFileError("file-cannot-be-reached", file=file.name) from error


def remove_leftovers(folder: Path) -> None:
    """Removes what an interrupted copying has left. Only while no other copying is going on there."""
    for leftover in folder.glob("*.part*"):
        leftover.unlink(missing_ok=True)

