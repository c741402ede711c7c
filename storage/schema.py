"""The tables of a case file.

What is said about a student stands only in `content` columns: a noun as UTF-8 JSON, kept as bytes so that it can be
sealed in place. All other columns are opaque ids, numbers and times. Tables of versions share one shape and are only
ever added to; erasing a case is the one act that removes rows.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import Dialect

from planning.errors import CaseFileError
from storage.engine import transaction

VERSION = 4
"""Of these tables. A file with a higher one was written by a newer Stegvis."""


class Moment(TypeDecorator[dt.datetime]):
    """A moment, stored as UTC and read back with its time zone. A time without zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """The moment in UTC; `ValueError` when it has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """The moment with its zone, which SQLite does not keep."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))

cases = Table(
    "cases",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    # Counts the changes that a plan depends on, so that a plan knows whether it is still of today.
    Column("revision", Integer, nullable=False),
)


def _case_id(*, is_key: bool) -> Column[str]:
    return Column("case_id", String(36), ForeignKey("cases.id"), primary_key=is_key, nullable=False, index=not is_key)


def _versions(name: str) -> Table:
    """A table of numbered versions or notes of a case, from 1."""
    return Table(
        name,
        metadata,
        _case_id(is_key=True),
        Column("number", Integer, primary_key=True),
        Column("at", Moment, nullable=False),
        Column("content", LargeBinary, nullable=False),
    )


answer_events = Table(
    "answer_events",
    metadata,
    # Made where the answer was given: the same event sent again meets this key and is stored once.
    Column("id", String(64), primary_key=True),
    _case_id(is_key=False),
    Column("stored_at", Moment, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
facts = _versions("facts")
timetables = _versions("timetables")
handled_alerts = _versions("handled_alerts")
summary_marks = _versions("summary_marks")
plans = _versions("plans")
documents = _versions("documents")
answer_rounds = _versions("answer_rounds")
unsafe_settings = _versions("unsafe_settings")
done_tasks = _versions("done_tasks")
hand_changes = _versions("hand_changes")
decisions = _versions("decisions")

OF_A_CASE = (
    answer_events, facts, timetables, handled_alerts, summary_marks, plans, documents, answer_rounds, unsafe_settings,
    done_tasks, hand_changes, decisions,
)  # fmt: skip
"""Every table that holds something of a case; `tests/storage` holds it complete."""


def make_ready(engine: Engine, file: str) -> None:
    """Makes the tables in an empty file, and checks that the file is one that this version reads.

    Raises `CaseFileError` when it is newer than this program or holds something else.
    """
    with transaction(engine, writes=False) as connection:
        found = _found_version(connection, file)
    if found is None:
        with transaction(engine) as connection:
            # Another process may have made them while this one waited for the lock.
            found = _found_version(connection, file)
            if found is None:
                metadata.create_all(connection)
                connection.execute(insert(schema_version).values(version=VERSION))
                found = VERSION
    if found < VERSION:
        with transaction(engine) as connection:
            _bring_up(connection)
    if found > VERSION:
        raise CaseFileError("newer-case-file", file=file, found=found, known=VERSION)


def _bring_up(connection: Connection) -> None:
    """Makes an older file one of this version. So far every version has only added tables."""
    metadata.create_all(connection)
    connection.execute(update(schema_version).values(version=VERSION))


def _found_version(connection: Connection, file: str) -> int | None:
    """The file's version, None when it is empty. `CaseFileError` when it belongs to some other program."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    version: int | None = None
    if schema_version.name in names:
        version = connection.execute(select(schema_version.c.version)).scalar_one_or_none()
    if version is None:
        raise CaseFileError("not-a-case-file", file=file)
    return version
