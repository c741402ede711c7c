"""Writing, inside one transaction: what is sealed, numbered, and logged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from planning.access import Relation, Role
from planning.errors import Bug
from questionnaire.answers import AnswerEvent, EventId
from storage.audit import Act, add_row
from storage.people import break_glass, case_people
from storage.reading import EVENTS, Reader, the_case
from storage.records import CaseId, CaseRow, Record
from storage.schema import OF_A_CASE, answer_events, cases

T = TypeVar("T")


class Writer(Reader):
    """Reads and writes inside one transaction."""

    def add_case(self, case_id: CaseId, at: dt.datetime, *, state: str, unit: str = "") -> None:
        """A new case with nothing in it, and a key of its own."""
        self._key_of[case_id] = self._keys.make_for(case_id, at)
        self._connection.execute(
            insert(cases).values(
                id=case_id, created_at=at, changed_at=at, revision=0, state=state, unit=unit, is_protected=False
            )
        )

    def name(self, case_id: CaseId, user: str, role: Role, relation: Relation) -> None:
        """Names somebody for the case."""
        self._connection.execute(
            insert(case_people).values(
                case_id=case_id, user_id=user, role=role.value, relation=relation.value, is_blocked=False
            )
        )

    def hold(self, case_id: CaseId) -> CaseRow:
        """The case, kept from changing elsewhere until this transaction ends. Raises `CaseFileError`.

        Comes first in every change: SQLite holds the whole file already, a database server holds this row.
        """
        query = select(cases).where(cases.c.id == case_id).with_for_update()
        return the_case(self._connection.execute(query).one_or_none(), case_id)

    def note_change(self, case_id: CaseId, at: dt.datetime, *, moves_plan: bool) -> None:
        """Notes that the case has changed. `moves_plan`: whether a plan depends on what changed."""
        values = {"changed_at": at, "revision": cases.c.revision + int(moves_plan)}
        self._connection.execute(update(cases).where(cases.c.id == case_id).values(values))

    def set_state(self, case_id: CaseId, state: str) -> None:
        """Where the case stands in its course."""
        self._connection.execute(update(cases).where(cases.c.id == case_id).values(state=state))

    def set_protected(self, case_id: CaseId, *, is_protected: bool) -> None:
        """Whether the student's identity is protected."""
        self._connection.execute(update(cases).where(cases.c.id == case_id).values(is_protected=is_protected))

    def note_act(self, act: Act, at: dt.datetime) -> int:
        """Adds to the log, in this transaction; the row's number."""
        return add_row(self._connection, self.actor, act, at)

    def add(self, record: Record[T], case_id: CaseId, noun: T, at: dt.datetime) -> int:
        """Keeps the noun as the newest of its kind; its number."""
        table = record.table
        highest = select(func.max(table.c.number)).where(table.c.case_id == case_id)
        number = (self._connection.execute(highest).scalar_one() or 0) + 1
        content = record.sealed(noun, self.key_of(case_id), number)
        self._connection.execute(
            insert(table).values(case_id=case_id, number=number, at=at, by=self.actor.user, content=content)
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
            key = self.key_of(case_id)
            once = self._insert(answer_events).on_conflict_do_nothing(index_elements=[answer_events.c.id])
            self._connection.execute(
                once,
                [
                    {
                        "id": e.id, "case_id": case_id, "stored_at": at, "by": self.actor.user,
                        "content": EVENTS.sealed(e, key, e.id),
                    }
                    for e in new
                ],
            )
        return tuple(event.id for event in new)

    def erase(self, case_id: CaseId, at: dt.datetime) -> None:
        """Removes everything of the case and destroys its key. Raises `CaseFileError`.

        The key goes last: when it cannot be destroyed nothing is removed, and when the transaction fails after that,
        the key store's ledger has the rest removed the next time that the file is opened.
        """
        self.hold(case_id)
        remove(self._connection, case_id)
        self._keys.destroy(case_id, at)

    def _stored(self, case_id: CaseId, ids: tuple[EventId, ...]) -> dict[EventId, AnswerEvent]:
        """Those of the ids that are stored already. One stored in another case is a `Bug`."""
        rows = self._connection.execute(select(answer_events).where(answer_events.c.id.in_(ids))).all()
        if any(row.case_id != case_id for row in rows):
            raise Bug("event-id-used-twice", case=case_id)
        if not rows:
            return {}
        key = self.key_of(case_id)
        return {EventId(row.id): EVENTS.noun(row.content, key, case_id, row.id) for row in rows}

    def _insert(self, table: Any) -> Any:
        """The dialect's own insert, which knows ON CONFLICT DO NOTHING."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        return dialect.insert(table)


def remove(connection: Connection, case_id: CaseId) -> None:
    """Removes every row of the case; the file's `secure_delete` overwrites them. What the log says of it stays."""
    for table in (*OF_A_CASE, break_glass):
        connection.execute(delete(table).where(table.c.case_id == case_id))
    of_people = delete(case_people).where(case_people.c.case_id == case_id)
    of_case = delete(cases).where(cases.c.id == case_id)
    if connection.dialect.name == "postgresql":
        # Both at once: whoever is named for the case could not remove it any more once the names are gone.
        connection.execute(of_case.add_cte(of_people.returning(case_people.c.case_id).cte("named")))
        return
    connection.execute(of_people)
    connection.execute(of_case)
