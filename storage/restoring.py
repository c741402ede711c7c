"""Putting a backup back: checked first, the present file kept aside, and nothing erased comes back with it."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.anchors import ANCHOR_FILE, Anchors
from storage.audit import ChainBreak, verify
from storage.backup import durable, put_in_place
from storage.encrypted_backup import Contents, look_through, open_backup
from storage.engine import BUSY_MILLISECONDS, engine_at, make_private_file, transaction
from storage.keys import Keys
from storage.records import CaseId
from storage.sealing import KEY_BYTES, Key


class Restored(Frozen):
    """What was put back."""

    contents: Contents
    aside: Path | None
    """Where the file lies that was there before; None where there was none."""
    lost_after: dt.datetime | None
    """What was kept after that moment is not in the copy; None where nothing is lost."""


def put_back(backup: Path, keys: Keys, target: Path, at: dt.datetime, *, is_forced: bool = False) -> Restored:
    """Puts the backup in the case file's place. Raises `CaseFileError`, and then everything is as it was.

    A copy whose log does not hold, by itself or against the anchors, is put back only when it `is_forced`.
    """
    anchors = Anchors(target.with_name(ANCHOR_FILE))
    opened = target.with_name(f"{target.name}.restored.part")
    try:
        contents = open_backup(backup, keys, opened)
        broken = chain_break(opened, anchors)
        if broken is not None and not is_forced:
            raise CaseFileError("backup-log-broken", file=backup.name, number=broken.number, reason=broken.reason)
        present = _present(target, keys, at)
        aside = _put_aside(target, at)
        _replace(opened, target)
    except OSError as error:
        raise CaseFileError("file-cannot-be-reached", file=target.name) from error
    finally:
        opened.unlink(missing_ok=True)
    anchors.add(contents.head, at, is_restored=True)
    is_same = present is not None and present.head == contents.head
    return Restored(contents=contents, aside=aside, lost_after=None if is_same or aside is None else contents.made_at)


def chain_break(file: Path, anchors: Anchors) -> ChainBreak | None:
    """Where the log of a file that is not in use does not hold, by itself or against those anchors it reaches."""
    engine = engine_at(file)
    try:
        with transaction(engine, writes=False) as connection:
            if not engine.dialect.has_table(connection, "audit"):
                return None
            reached = _reached(connection.exec_driver_sql("SELECT max(number) FROM audit").scalar(), anchors)
            return verify(connection, reached)
    finally:
        engine.dispose()


def put_keys_back(copy: Path, target: Path, erased: Mapping[CaseId, dt.datetime]) -> None:
    """Puts a copy of the key store where none is, without the keys of what has been erased. Raises `CaseFileError`."""
    if target.exists() and target.stat().st_size:
        raise CaseFileError("keys-are-there", file=target.name)
    part = target.with_name(f"{target.name}.part")
    try:
        make_private_file(part)
        part.write_bytes(copy.read_bytes())
        clear_keys(part, erased)
        put_in_place(part, target)
    except OSError as error:
        raise CaseFileError("file-cannot-be-reached", file=copy.name) from error
    finally:
        part.unlink(missing_ok=True)


def clear_keys(copy: Path, erased: Mapping[CaseId, dt.datetime]) -> int:
    """Destroys in a copy of the key store the keys of cases erased since; how many. Raises `CaseFileError`."""
    engine = engine_at(copy)
    try:
        # Destroying needs no key.
        keys = Keys(engine, Key(bytes(KEY_BYTES)))
        lacking = erased.keys() - keys.erased().keys()
        for case_id in sorted(lacking):
            keys.destroy(case_id, erased[case_id])
        return len(lacking)
    finally:
        engine.dispose()



def _reached(newest: int | None, anchors: Anchors) -> dict[int, bytes]:
    """Those anchors that an older copy can be held against."""
    return {number: hash_ for number, hash_ in anchors.standing().items() if number <= (newest or 0)}


def _present(target: Path, keys: Keys, at: dt.datetime) -> Contents | None:
    """What the present file holds; None where it cannot be read. Reading rolls back what a crash left half done."""
    if not target.exists():
        return None
    try:
        return look_through(target, keys, at)
    except CaseFileError:
        return None


def _put_aside(target: Path, at: dt.datetime) -> Path | None:
    """A copy of the present file, as it is, beside it."""
    if not target.exists() or not target.stat().st_size:
        return None
    aside = target.with_name(f"{target.stem}-undanlagd-{at.astimezone(dt.UTC):%Y%m%dT%H%M%S%fZ}{target.suffix}")
    make_private_file(aside)
    with target.open("rb") as source, aside.open("wb") as kept:
        shutil.copyfileobj(source, kept)
    durable(aside)
    return aside


def _replace(opened: Path, target: Path) -> None:
    """Through SQLite, in one transaction, so that whoever has the file open meets the old one whole or the new one.

    A file that SQLite cannot read any more is replaced by name.
    """
    if target.exists() and target.stat().st_size:
        try:
            with (
                closing(sqlite3.connect(opened)) as source,
                closing(sqlite3.connect(target, timeout=BUSY_MILLISECONDS / 1000)) as present,
            ):
                present.execute("PRAGMA synchronous = FULL")
                present.execute("PRAGMA secure_delete = ON")
                source.backup(present)
        except sqlite3.DatabaseError:
            _drop_journal(target)
        else:
            return
    durable(opened)
    put_in_place(opened, target)


def _drop_journal(target: Path) -> None:
    """Of the damaged file: SQLite would play it back into the new one."""
    target.with_name(target.name + "-journal").unlink(missing_ok=True)
