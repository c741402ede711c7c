"""Reading what is stored, inside one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, select

from planning.access import Role
from planning.errors import CaseFileError
from questionnaire.answers import AnswerEvent, EventId
from storage.actor import Actor
from storage.audit import Head, LoggedAct, head_of, rows_of
from storage.keys import Keys
from storage.people import held_roles, standings
from storage.records import CaseId, CaseRow, Kept, Record, Standing
from storage.schema import answer_events, cases
from storage.sealing import Key, key_for

T = TypeVar("T")

EVENTS: Record[AnswerEvent] = Record(answer_events, AnswerEvent)


class Reader:
    """Reads what is stored, as the actor; who may is asked in `casework.guarded`."""

    def __init__(self, connection: Connection, keys: Keys, actor: Actor) -> None:
        self._connection = connection
        self._keys = keys
        self._key_of: dict[CaseId, Key] = {}
        self.actor = actor

    def cases(self) -> tuple[CaseRow, ...]:
        """Every case, the one changed last first."""
        rows = self._connection.execute(select(cases).order_by(cases.c.changed_at.desc(), cases.c.id))
        return tuple(case_row(row) for row in rows)

    def case(self, case_id: CaseId) -> CaseRow:
        """That case. Raises `CaseFileError` when there is none."""
        row = self._connection.execute(select(cases).where(cases.c.id == case_id)).one_or_none()
        return the_case(row, case_id)

    def standings(self, rows: Iterable[CaseRow], now: dt.datetime) -> dict[CaseId, Standing]:
        """How the actor stands to each of those cases."""
        return standings(self._connection, self.actor, rows, now)

    def roles(self) -> frozenset[tuple[Role, str]]:
        """The actor's roles, each with its unit."""
        return held_roles(self._connection, self.actor.user)

    def log(
        self, case_id: CaseId | None = None, *, before: int | None = None, most: int | None = None
    ) -> Iterator[LoggedAct]:
        """The log, or a case's part of it, the newest first."""
        return rows_of(self._connection, case_id, before=before, most=most)

    def head(self) -> Head:
        """The newest row of the log."""
        return head_of(self._connection)

    def events(self, case_id: CaseId) -> tuple[AnswerEvent, ...]:
        """Every answer event of the case, in no order that matters."""
        columns = (answer_events.c.id, answer_events.c.content)
        rows = self._connection.execute(
            select(*columns).where(answer_events.c.case_id == case_id).order_by(answer_events.c.id)
        ).all()
        return tuple(EVENTS.noun(row.content, self.key_of(case_id), case_id, row.id) for row in rows)

    def who_answered(self, case_id: CaseId) -> dict[EventId, str]:
        """Which user has sent each event."""
        query = select(answer_events.c.id, answer_events.c.by).where(answer_events.c.case_id == case_id)
        return {EventId(row.id): row.by for row in self._connection.execute(query)}

    def latest(self, record: Record[T], case_id: CaseId) -> Kept[T] | None:
        """The newest of that kind, None before the first."""
        return next(iter(self._kept(record, case_id, newest_only=True)), None)

    def every(self, record: Record[T], case_id: CaseId) -> tuple[Kept[T], ...]:
        """All of that kind, in the order they were kept."""
        return self._kept(record, case_id)

    def numbered(self, record: Record[T], case_id: CaseId, number: int) -> Kept[T] | None:
        """The one of that number, None where there is none: the others are not opened."""
        return next(iter(self._kept(record, case_id, number=number)), None)

    def run(self, statement: Executable) -> Any:
        """What that statement comes to, in this transaction: for the tables that stand beside those of cases."""
        return self._connection.execute(statement)

    def key_for(self, purpose: str) -> Key:
        """A key for what is kept of nobody's case, worked out from the installation's own."""
        return key_for(purpose, self._keys.installation)

    def key_of(self, case_id: CaseId) -> Key:
        """The case's own key. Raises `CaseFileError`."""
        if case_id not in self._key_of:
            self._key_of[case_id] = self._keys.of(case_id)
        return self._key_of[case_id]

    def _kept(
        self, record: Record[T], case_id: CaseId, *, newest_only: bool = False, number: int | None = None
    ) -> tuple[Kept[T], ...]:
        table = record.table
        order = table.c.number.desc() if newest_only else table.c.number
        query = select(table).where(table.c.case_id == case_id).order_by(order)
        if number is not None:
            query = query.where(table.c.number == number)
        rows = self._connection.execute(query.limit(1) if newest_only else query).all()
        return tuple(
            Kept(
                number=row.number,
                at=row.at,
                noun=record.noun(row.content, self.key_of(case_id), case_id, row.number),
                by=row.by,
            )
            for row in rows
        )


def case_row(row: Any) -> CaseRow:
    """A row of `cases` as the noun."""
    return CaseRow(
        id=CaseId(row.id), created_at=row.created_at, changed_at=row.changed_at, revision=row.revision,
        state=row.state, unit=row.unit, is_protected=row.is_protected,
    )  # fmt: skip


def the_case(row: Any, case_id: CaseId) -> CaseRow:
    """The same, `CaseFileError` where there is no row."""
    if row is None:
        raise CaseFileError("no-such-case", case=case_id)
    return case_row(row)
