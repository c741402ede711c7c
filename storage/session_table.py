"""Keeping of sessions: who may act through which browser, since when, and until when.

The table holds a hash of what the browser holds: whoever reads it can open nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import delete, insert, select, update

from planning.frozen import Frozen
from storage.actor import UserId
from storage.people import sessions, users
from storage.reading import Reader
from storage.writing import Writer


class SessionRow(Frozen):
    """One session as it is kept."""

    id: str
    user: UserId
    created_at: dt.datetime
    seen_at: dt.datetime
    proved_at: dt.datetime
    ended_at: dt.datetime | None = None
    is_user_active: bool | None = None
    """None: nobody in the table of users, as for the one coach who works alone."""


def add_session(writer: Writer, row: SessionRow) -> None:
    """Keeps a new session."""
    values = row.model_dump(exclude={"user", "is_user_active"})
    writer.run(insert(sessions).values(user_id=row.user, **values))


def session_of(reader: Reader, session_id: str) -> SessionRow | None:
    """That session, ended or not."""
    return next(iter(_rows(reader, sessions.c.id == session_id)), None)


def sessions_that_begin(reader: Reader, prefix: str, user: UserId) -> tuple[SessionRow, ...]:
    """The user's sessions by the beginning of their ids, which the log knows them by. The prefix is hexadecimal."""
    return _rows(reader, sessions.c.id.startswith(prefix, autoescape=True) & (sessions.c.user_id == user))


def sessions_in_use(reader: Reader) -> tuple[SessionRow, ...]:
    """Every session that nobody has ended."""
    return _rows(reader, sessions.c.ended_at.is_(None))


def note_session_seen(writer: Writer, session_id: str, at: dt.datetime) -> None:
    """Somebody was there at that moment. It is never moved back, and an ended session stays ended."""
    mine = (sessions.c.id == session_id) & sessions.c.ended_at.is_(None) & (sessions.c.seen_at < at)
    writer.run(update(sessions).where(mine).values(seen_at=at))


def end_session(writer: Writer, session_id: str, at: dt.datetime) -> bool:
    """Ends it; False when it was ended already, or is not there."""
    mine = (sessions.c.id == session_id) & sessions.c.ended_at.is_(None)
    return bool(writer.run(update(sessions).where(mine).values(ended_at=at)).rowcount)


def end_sessions(writer: Writer, at: dt.datetime, user: UserId | None = None) -> int:
    """Ends all of somebody's sessions, or everybody's; how many they were."""
    still = sessions.c.ended_at.is_(None)
    mine = still if user is None else still & (sessions.c.user_id == user)
    return int(writer.run(update(sessions).where(mine).values(ended_at=at)).rowcount)


def forget_sessions(writer: Writer, before: dt.datetime) -> None:
    """Removes what began before that: the log keeps that it was there."""
    writer.run(delete(sessions).where(sessions.c.created_at < before))


def _rows(reader: Reader, condition: Any) -> tuple[SessionRow, ...]:
    joined = sessions.outerjoin(users, users.c.id == sessions.c.user_id)
    found = reader.run(select(sessions, users.c.is_active).select_from(joined).where(condition)).all()
    return tuple(
        SessionRow(
            id=row.id, user=UserId(row.user_id), created_at=row.created_at, seen_at=row.seen_at,
            proved_at=row.proved_at, ended_at=row.ended_at, is_user_active=row.is_active,
        )
        for row in found
    )  # fmt: skip
