"""The log of who has read and done what: only ever added to, each row holding the one before by its hash.

A row is written in the same transaction as what it tells of. It holds ids and words of our own; a detail that is about
somebody is sealed with the case's key, and the chain is made over the sealed bytes, so that it holds after an erasure.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    String,
    Table,
    insert,
    select,
    text,
)

from planning.frozen import Frozen
from storage.actor import Actor
from storage.columns import Moment, metadata
from storage.records import CaseId

audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(36), nullable=False),
    Column("session", String(64), nullable=False),
    Column("action", String(32), nullable=False),
    Column("outcome", String(16), nullable=False),
    # No foreign key: the row stays when the case is erased.
    Column("case_id", String(36), nullable=True, index=True),
    Column("content", LargeBinary, nullable=True),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
_LOCK = 7_305_001
"""Of PostgreSQL: one writer at a time adds to the chain."""
_START = bytes(32)


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"
    DENIED = "denied"
    DOUBLED = "doubled"
    """The second row that a protected identity leaves for whoever watches over such cases."""


class Act(Frozen):
    """What is to be logged. `content` is sealed already, by whoever knows the case's key."""

    action: str
    outcome: Outcome = Outcome.DONE
    case_id: CaseId | None = None
    content: bytes | None = None


class LoggedAct(Frozen):
    """A row of the log, as it is read."""

    number: int
    at: dt.datetime
    actor: str
    session: str
    action: str
    outcome: Outcome
    case_id: str | None
    has_detail: bool
    hash: bytes


class Head(Frozen):
    """The newest row: what the whole log can be held against later."""

    number: int
    hash: bytes

    @property
    def printed(self) -> str:
        """«1042·9f3a51c0d2e47b18» as it stands on documents."""
        return f"{self.number}·{self.hash.hex()[:16]}"


class ChainBreak(Frozen):
    """The first place where the log does not hold together."""

    number: int
    reason: str
    """«gap», «changed» or «cut»."""


def head_of(connection: Connection) -> Head:
    """The newest row; number 0 before the first."""
    row = connection.execute(select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)).first()
    return Head(number=row.number, hash=row.hash) if row else Head(number=0, hash=_START)


def add_row(connection: Connection, actor: Actor, act: Act, at: dt.datetime) -> int:
    """Adds to the log in the transaction that the connection is in; the row's number."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    head = head_of(connection)
    row: dict[str, Any] = {
        "number": head.number + 1,
        "at": at.astimezone(dt.UTC),
        "actor": actor.user,
        "session": actor.session,
        "action": act.action,
        "outcome": act.outcome.value,
        "case_id": act.case_id,
        "content": act.content,
        "previous": head.hash,
    }
    connection.execute(insert(audit).values(**row, hash=_hash(row)))
    return head.number + 1


def rows_of(
    connection: Connection, case_id: CaseId | None = None, *, before: int | None = None, most: int | None = None
) -> Iterator[LoggedAct]:
    """The log, or a case's part of it, the newest first; from before that number, at most so many."""
    query = select(audit).order_by(audit.c.number.desc())
    if case_id is not None:
        query = query.where(audit.c.case_id == case_id)
    if before is not None:
        query = query.where(audit.c.number < before)
    for row in connection.execute(query.limit(most)):
        yield LoggedAct(
            number=row.number, at=row.at, actor=row.actor, session=row.session, action=row.action,
            outcome=Outcome(row.outcome), case_id=row.case_id, has_detail=row.content is not None, hash=row.hash,
        )  # fmt: skip


def verify(connection: Connection, anchors: dict[int, bytes] | None = None) -> ChainBreak | None:
    """The first place where the log does not hold, None when it does.

    `anchors` are rows' hashes kept elsewhere, by their number: only they can show that the newest rows were cut off.
    """
    previous, expected = _START, 1
    known = dict(anchors or {})
    for row in connection.execute(select(audit).order_by(audit.c.number)):
        if row.number != expected:
            return ChainBreak(number=expected, reason="gap")
        is_told = known.pop(row.number, row.hash) == row.hash
        if row.previous != previous or _hash(dict(row._mapping)) != row.hash or not is_told:  # noqa: SLF001  SQLAlchemy's public way
            return ChainBreak(number=row.number, reason="changed")
        previous, expected = row.hash, expected + 1
    return ChainBreak(number=min(known), reason="cut") if known else None


def _hash(row: dict[str, Any]) -> bytes:
    """Over every column but the hash, each with its length before it, so that nothing can move between them."""
    digest = hashlib.sha256()
    for name in ("number", "at", "actor", "session", "action", "outcome", "case_id", "content", "previous"):
        value = row[name]
        if value is None:
            digest.update(b"-")
            continue
        told = value if isinstance(value, bytes) else _told(value)
        digest.update(f"{len(told)}:".encode() + told)
    return digest.digest()


def _told(value: object) -> bytes:
    return (value.astimezone(dt.UTC).isoformat() if isinstance(value, dt.datetime) else str(value)).encode()
