"""The keeping of cases: nouns in, nouns out, each group of acts in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from planning.errors import Bug, CaseFileError
from questionnaire.answers import AnswerEvent, EventId
from storage.backup import back_up, check_sound
from storage.engine import engine_at, transaction
from storage.records import CaseId, CaseRow, Kept, Record
from storage.schema import OF_A_CASE, answer_events, cases, make_ready

T = TypeVar("T")

EVENTS: Record[AnswerEvent] = Record(answer_events, AnswerEvent)


class CaseStore:
    """A case file (or database), opened. `where` is a path, or a URL for a database server.

    Raises `CaseFileError` when it cannot be opened, is newer than this program, or is not a case file.
    """

    def __init__(self, where: Path | str) -> None:
        self._engine: Engine = engine_at(where)
        self.file = Path(self._engine.url.database or "").name
        make_ready(self._engine, self.file)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """What is stored, as one unchanging state."""
        with transaction(self._engine, writes=False) as connection:
            yield Reader(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Acts that are stored together or not at all; durable when the block has been left."""
        with transaction(self._engine) as connection:
            yield Writer(connection)

    def backup_to(self, target: Path) -> None:
        """Writes a checked copy of the whole file, while others may go on writing. Raises `CaseFileError`."""
        back_up(self._engine, target)

    def check(self) -> None:
        """Raises `CaseFileError` when the file's structure does not hold together."""
        with transaction(self._engine, writes=False) as connection:
            check_sound(connection, self.file)

    def close(self) -> None:
        """Lets go of the file. The store may be used again; it then opens anew."""
        self._engine.dispose()


class Reader:
    """Reads what is stored, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cases(self) -> tuple[CaseRow, ...]:
        """Every case, the one changed last first."""
        rows = self._connection.execute(select(cases).order_by(cases.c.changed_at.desc(), cases.c.id))
        return tuple(_case_row(row) for row in rows)

    def case(self, case_id: CaseId) -> CaseRow:
        """That case. Raises `CaseFileError` when there is none."""
        row = self._connection.execute(select(cases).where(cases.c.id == case_id)).one_or_none()
        return _the_case(row, case_id)

    def events(self, case_id: CaseId) -> tuple[AnswerEvent, ...]:
        """Every answer event of the case, in no order that matters."""
        columns = (answer_events.c.id, answer_events.c.content)
        rows = self._connection.execute(
            select(*columns).where(answer_events.c.case_id == case_id).order_by(answer_events.c.id)
        )
        return tuple(EVENTS.noun(row.content, case_id, row.id) for row in rows)

    def latest(self, record: Record[T], case_id: CaseId) -> Kept[T] | None:
        """The newest of that kind, None before the first."""
        return next(iter(self._kept(record, case_id, newest_only=True)), None)

    def every(self, record: Record[T], case_id: CaseId) -> tuple[Kept[T], ...]:
        """All of that kind, in the order they were kept."""
        return self._kept(record, case_id)

    def _kept(self, record: Record[T], case_id: CaseId, *, newest_only: bool = False) -> tuple[Kept[T], ...]:
        table = record.table
        order = table.c.number.desc() if newest_only else table.c.number
        query = select(table).where(table.c.case_id == case_id).order_by(order)
        rows = self._connection.execute(query.limit(1) if newest_only else query)
        return tuple(
            Kept(number=row.number, at=row.at, noun=record.noun(row.content, case_id, row.number)) for row in rows
        )


class Writer(Reader):
    """Reads and writes inside one transaction."""

    def add_case(self, case_id: CaseId, at: dt.datetime) -> None:
        """A new case with nothing in it."""
        self._connection.execute(insert(cases).values(id=case_id, created_at=at, changed_at=at, revision=0))

    def hold(self, case_id: CaseId) -> CaseRow:
        """The case, kept from changing elsewhere until this transaction ends. Raises `CaseFileError`.

        Comes first in every change: SQLite holds the whole file already, a database server holds this row.
        """
        query = select(cases).where(cases.c.id == case_id).with_for_update()
        return _the_case(self._connection.execute(query).one_or_none(), case_id)

    def note_change(self, case_id: CaseId, at: dt.datetime, *, moves_plan: bool) -> None:
        """Notes that the case has changed. `moves_plan`: whether a plan depends on what changed."""
        values = {"changed_at": at, "revision": cases.c.revision + int(moves_plan)}
        self._connection.execute(update(cases).where(cases.c.id == case_id).values(values))

    def add(self, record: Record[T], case_id: CaseId, noun: T, at: dt.datetime) -> int:
        """Keeps the noun as the newest of its kind; its number."""
        table = record.table
        highest = select(func.max(table.c.number)).where(table.c.case_id == case_id)
        number = (self._connection.execute(highest).scalar_one() or 0) + 1
        self._connection.execute(
            insert(table).values(case_id=case_id, number=number, at=at, content=record.content(noun))
        )
        return number

    def add_events(self, case_id: CaseId, events: Sequence[AnswerEvent], at: dt.datetime) -> tuple[EventId, ...]:
        """Stores those of the events that are not stored yet; the ids of those that were new.

        Raises `Bug` when an id is already taken by another event: acknowledging it would lose an answer.
        """
        by_id = {event.id: event for event in events}
        known = self._stored(case_id, tuple(by_id))
        if any(known.get(event.id, by_id[event.id]) != event for event in events):
            raise Bug("event-id-used-twice", case=case_id)
        new = [event for id_, event in by_id.items() if id_ not in known]
        if new:
            once = self._insert(answer_events).on_conflict_do_nothing(index_elements=[answer_events.c.id])
            self._connection.execute(
                once,
                [{"id": e.id, "case_id": case_id, "stored_at": at, "content": EVENTS.content(e)} for e in new],
            )
        return tuple(event.id for event in new)

    def erase(self, case_id: CaseId) -> None:
        """Removes everything of the case; the file's `secure_delete` overwrites it. Raises `CaseFileError`."""
        self.hold(case_id)
        for table in OF_A_CASE:
            self._connection.execute(delete(table).where(table.c.case_id == case_id))
        self._connection.execute(delete(cases).where(cases.c.id == case_id))

    def _stored(self, case_id: CaseId, ids: tuple[EventId, ...]) -> dict[EventId, AnswerEvent]:
        """Those of the ids that are stored already. One stored in another case is a `Bug`."""
        rows = self._connection.execute(select(answer_events).where(answer_events.c.id.in_(ids))).all()
        if any(row.case_id != case_id for row in rows):
            raise Bug("event-id-used-twice", case=case_id)
        return {EventId(row.id): EVENTS.noun(row.content, case_id, row.id) for row in rows}

    def _insert(self, table: Any) -> Any:
        """The dialect's own insert, which knows ON CONFLICT DO NOTHING."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        return dialect.insert(table)


def _case_row(row: Any) -> CaseRow:
    return CaseRow(id=CaseId(row.id), created_at=row.created_at, changed_at=row.changed_at, revision=row.revision)


def _the_case(row: Any, case_id: CaseId) -> CaseRow:
    if row is None:
        raise CaseFileError("no-such-case", case=case_id)
    return _case_row(row)
