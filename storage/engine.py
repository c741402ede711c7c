"""The one way to a case file: how it is opened, and the two kinds of transaction.

Embedded SQLite by default; a PostgreSQL URL takes the same road without the pragmas.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DatabaseError, OperationalError

from planning.errors import Bug, CaseFileError, PlanningError
from storage.actor import Actor

BUSY_MILLISECONDS = 5000
"""How long a write waits for another process that writes (our default)."""

PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    # Not WAL: the SQLite that comes with Python can damage a file in WAL mode when two connections write.
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is erased is overwritten in the file, not only unlinked.
    "PRAGMA secure_delete = ON",
    # Sorted or temporary rows stay in memory and never reach a file of their own.
    "PRAGMA temp_store = MEMORY",
)

_SERVER_SETTINGS: Mapping[str, object] = {
    "connect_timeout": 5,
    # Who waits for a row or a table is told, as with a file; nothing is left half done by somebody who went away.
    "options": f"-c lock_timeout={BUSY_MILLISECONDS} -c idle_in_transaction_session_timeout=60000",
}
"""Seconds until a server counts as out of reach, and milliseconds (our defaults)."""

_BEGIN = "stegvis_begin"

# SQLite's result codes (sqlite.org/rescode.html), by the code that the reader is told.
_TROUBLES = {
    5: "file-is-busy",
    6: "file-is-busy",
    8: "file-is-read-only",
    10: "file-cannot-be-reached",
    11: "file-is-damaged",
    13: "disk-is-full",
    14: "file-cannot-be-reached",
    26: "not-a-case-file",
}


# PostgreSQL's own codes (its appendix A), whole or by their class, which are the first two signs.
_SERVER_TROUBLES = {
    "55P03": "file-is-busy",
    "40": "file-is-busy",
    "53100": "disk-is-full",
    "53": "database-unavailable",
    "57": "database-unavailable",
    "58": "database-unavailable",
    "08": "database-unavailable",
    "25006": "file-is-read-only",
}


def engine_at(where: Path | str) -> Engine:
    """The process's one engine for that file (a path) or database (a URL). A new file is readable by its owner only.

    Raises `CaseFileError` when the file cannot be reached.
    """
    url = make_url(where) if isinstance(where, str) and "://" in where else URL.create("sqlite", database=str(where))
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "").resolve()
        make_private_file(path)
        url = url.set(database=str(path))
    elif url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return _engine(url, os.getpid())


def make_private_file(path: Path) -> None:
    """Creates the file and its folder, where missing, for their owner alone (as with umask 077).

    SQLite gives the journal beside it the same permissions.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        code = "disk-is-full" if error.errno == errno.ENOSPC else "file-cannot-be-reached"
        raise CaseFileError(code, file=path.name) from error


@contextmanager
def transaction(engine: Engine, *, writes: bool = True) -> Iterator[Connection]:
    """A connection inside one transaction: committed at the end, rolled back on anything that is raised.

    A write takes the file's write lock at once, so that it waits for others instead of failing half-way. A read sees
    one state of the file throughout. When this returns, what was written is durable. Raises `CaseFileError`.
    """
    with _told_in_codes(), engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.execution_options(**{_BEGIN: "IMMEDIATE" if writes else "DEFERRED"})
        elif not writes:
            # The row rules ask for it: a transaction that only reads is shown less (`storage.row_rules`).
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        # `begin()` rolls back on BaseException too: a page that is interrupted leaves nothing half saved.
        with connection.begin():
            yield connection


def acting(connection: Connection, actor: Actor) -> None:
    """Tells a database server who acts until this transaction ends: its own row rules ask for it."""
    if connection.dialect.name == "postgresql":
        # Only for the transaction: on a connection that is lent on, the next one would act as somebody else.
        connection.execute(text("SELECT set_config('app.user', :user, true)"), {"user": actor.user})


@contextmanager
def outside_transactions(engine: Engine) -> Iterator[Connection]:
    """A connection for the few commands that cannot stand in a transaction. Raises `CaseFileError`."""
    with _told_in_codes(), engine.connect() as connection:
        yield connection.execution_options(**{_BEGIN: None})


@contextmanager
def _told_in_codes() -> Iterator[None]:
    """Turns the driver's breakage into `CaseFileError` with a code that the reader can be told."""
    try:
        yield
    except DatabaseError as error:
        raise _told(error) from error
    except UnicodeDecodeError:
        # The driver's own words about a damaged row held what lies in it.
        raise CaseFileError("file-is-damaged") from None


@lru_cache(maxsize=16)
def _engine(url: URL, _process: int) -> Engine:
    """The engine of that URL. The process id keeps a forked child from using its parent's connections."""
    is_server = url.get_backend_name() == "postgresql"
    # A connection that broke while it lay unused is noticed before it is lent, and another is made.
    of_server = {"pool_pre_ping": True, "connect_args": _SERVER_SETTINGS} if is_server else {}
    # Values stay out of error texts and logs: they are what a student has said.
    engine = create_engine(url, hide_parameters=True, **of_server)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    """Sets the pragmas and takes the beginning of transactions out of the driver's hands."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get(_BEGIN, "IMMEDIATE")
    if how is not None:
        connection.exec_driver_sql(f"BEGIN {how}")


def _told(error: DatabaseError) -> PlanningError:
    """The breakage as a code that the reader can be told; what is not one of those is the program's own fault."""
    # The low byte is the primary result code, whatever extended code it carries.
    result = getattr(error.orig, "sqlite_errorcode", None)
    if result is None:
        return _told_by_server(error)
    code = _TROUBLES.get(result & 0xFF)
    return CaseFileError(code) if code else Bug("storage-refused", result=result)


def _told_by_server(error: DatabaseError) -> PlanningError:
    """The same for a database server. Without a code of its own there was nobody to ask."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return CaseFileError("database-unavailable") if isinstance(error, OperationalError) else Bug("storage-refused")
    code = _SERVER_TROUBLES.get(state) or _SERVER_TROUBLES.get(state[:2])
    return CaseFileError(code) if code else Bug("storage-refused", result=state)
