"""A driver for SQLAlchemy that looks like the standard library's and writes through a disk of the tests' own.

The product's engine runs on it unchanged, with its own statements and pragmas. Errors are the standard library's,
with the result code that it would carry.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import apsw

if TYPE_CHECKING:
    from collections.abc import Iterator

paramstyle = "qmark"
sqlite_version_info = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))

_OPERATIONAL = {1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17}
"""Primary result codes that the standard library raises as `OperationalError`."""


class Driver:
    """What SQLAlchemy expects of a DB-API module; every connection is opened on the disk of that name."""

    paramstyle = paramstyle
    Binary = staticmethod(memoryview)
    sqlite_version_info = sqlite_version_info
    Error, DatabaseError, OperationalError = sqlite3.Error, sqlite3.DatabaseError, sqlite3.OperationalError
    IntegrityError, InterfaceError, DataError = sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.DataError
    InternalError, NotSupportedError = sqlite3.InternalError, sqlite3.NotSupportedError
    ProgrammingError = sqlite3.ProgrammingError

    def __init__(self, disk: str) -> None:
        self.disk = disk
        self.pragmas: list[str] = []
        """Every pragma that was set, in order, so that a test can compare them with the product's."""

    def connect(self, database: str, **_options: object) -> ApswConnection:
        """A connection on this disk."""
        with told_as_the_standard_library_does():
            return ApswConnection(apsw.Connection(database, vfs=self.disk), self.pragmas)


@contextmanager
def told_as_the_standard_library_does() -> Iterator[None]:
    """Raises the error that `sqlite3` would raise, with its result code."""
    try:
        yield
    except apsw.Error as error:
        code = getattr(error, "extendedresult", 0) or getattr(error, "result", 1)
        told = _class_of(code & 0xFF)(str(error))
        told.sqlite_errorcode = code
        raise told from error


def _class_of(primary: int) -> type[sqlite3.Error]:
    if primary in _OPERATIONAL:
        return sqlite3.OperationalError
    return sqlite3.IntegrityError if primary in {19, 20} else sqlite3.DatabaseError


class ApswConnection:
    """A connection; the beginning of transactions is always in the caller's hands."""

    def __init__(self, connection: apsw.Connection, pragmas: list[str]) -> None:
        self.connection = connection
        self.isolation_level: str | None = None
        self._pragmas = pragmas

    @property
    def in_transaction(self) -> bool:
        """Whether something has begun that is neither committed nor rolled back."""
        return self.connection.in_transaction

    def cursor(self) -> ApswCursor:
        """A new cursor."""
        return ApswCursor(self.connection, self._pragmas)

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> ApswCursor:
        """The standard library's shortcut."""
        return self.cursor().execute(sql, parameters)

    def commit(self) -> None:
        """Nothing where no transaction is open, as in the standard library."""
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        """Nothing where SQLite has already rolled back by itself, as in the standard library."""
        if self.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, name: str, count: int, function: Any, *, deterministic: bool = False) -> None:
        """A function for use in statements."""
        self.connection.create_scalar_function(name, function, count, deterministic=deterministic)

    def close(self) -> None:
        """Lets go of the file, whatever the disk says."""
        with told_as_the_standard_library_does():
            self.connection.close(True)  # noqa: FBT003  apsw takes it by position only


class ApswCursor:
    """A cursor that has read all its rows when `execute` returns."""

    def __init__(self, connection: apsw.Connection, pragmas: list[str]) -> None:
        self._connection = connection
        self._pragmas = pragmas
        self._rows: list[tuple[Any, ...]] = []
        self.description: tuple[tuple[Any, ...], ...] | None = None
        self.rowcount = -1
        self.arraysize = 1

    @property
    def lastrowid(self) -> int:
        """Of the latest insert."""
        return self._connection.last_insert_rowid()

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> ApswCursor:
        """Runs one statement to its end."""
        if sql.startswith("PRAGMA") and "=" in sql:
            self._pragmas.append(sql)
        cursor = self._connection.cursor()
        self.description = None
        cursor.exec_trace = self._notice
        with told_as_the_standard_library_does():
            self._rows = list(cursor.execute(sql, tuple(parameters)))
        self.rowcount = self._connection.changes() if self.description is None else -1
        return self

    def executemany(self, sql: str, many: Iterable[Sequence[object]]) -> ApswCursor:
        """Runs one statement for each set of parameters."""
        for parameters in many:
            self.execute(sql, parameters)
        return self

    def _notice(self, cursor: apsw.Cursor, _sql: str, _bindings: object) -> bool:
        described = cursor.get_description()
        self.description = tuple((name, None, None, None, None, None, None) for name, *_ in described) or None
        return True

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        """The next rows."""
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return self.fetchmany(len(self._rows))

    def close(self) -> None:
        """Nothing is held."""
        self._rows = []
