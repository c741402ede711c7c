"""A checked copy of a case file, taken while others may go on writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from planning.errors import CaseFileError
from storage.engine import engine_at, make_private_file, outside_transactions, transaction

_LOCK = ".las"


def back_up(engine: Engine, target: Path) -> None:
    """Writes the copy beside its place, checks it, and only then puts it there: an older copy stays until that moment.

    Raises `CaseFileError` when the target is the case file itself, cannot be written, or the copy does not hold.
    A database server has its own backups: `CaseFileError` too.
    """
    if engine.dialect.name != "sqlite":
        raise CaseFileError("backup-is-the-servers")
    target = target.resolve()
    if target == Path(engine.url.database or "").resolve():
        raise CaseFileError("backup-onto-itself", file=target.name)
    part = target.with_name(target.name + ".part")
    try:
        copy_into(engine, part)
        _check_copy(part)
        put_in_place(part, target)
    except OSError as error:
        raise CaseFileError("file-cannot-be-reached", file=target.name) from error
    finally:
        part.unlink(missing_ok=True)


def check_sound(connection: Connection, file: str) -> None:
    """Raises `CaseFileError` when the file's own structure does not hold together. A server watches its own."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]
    if broken or connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise CaseFileError("file-is-damaged", file=file)


def copy_into(engine: Engine, part: Path) -> None:
    """VACUUM INTO: one consistent state, taken in one step, however much is being written meanwhile."""
    part.unlink(missing_ok=True)
    # The copy keeps the file's own permissions only if it is made before SQLite makes it.
    make_private_file(part)
    with outside_transactions(engine) as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(part),))


def _check_copy(part: Path) -> None:
    copy = engine_at(part)
    try:
        with transaction(copy, writes=False) as connection:
            check_sound(connection, part.name)
    finally:
        copy.dispose()


def put_in_place(part: Path, target: Path) -> None:
    """Makes the copy durable, then gives it its name."""
    durable(part)
    part.replace(target)
    if os.name == "posix":
        # The new name is durable when its folder is; Windows has no such step.
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def durable(file: Path) -> None:
    """Waits until the disk has what was written."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One process at a time copies there; the lock goes with its holder, however that ends.

    Raises `CaseFileError("file-is-busy")` while another does.
    """
    engine = engine_at(folder / _LOCK)
    try:
        with transaction(engine):
            yield
    finally:
        engine.dispose()
