"""Sessions: through which browser somebody acts, and for how long.

A browser holds a random secret in a cookie that no script can read; the table holds its hash. A session ends when it is
ended, when nobody has been there for a while, and at the latest ten hours after it began. What this process remembers
of a session is asked for anew after half a second, so that an end made in another process is noticed at the next click.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from casework import now as clock
from casework.unlocking import Places, Safe, the_safe
from planning.errors import BadInput, NotAllowed
from planning.frozen import Frozen
from storage.actor import ALONE, Actor, UserId
from storage.audit import Act, Outcome
from storage.session_table import (
    SessionRow,
    add_session,
    end_session,
    end_sessions,
    forget_sessions,
    note_session_seen,
    session_of,
    sessions_in_use,
    sessions_that_begin,
)
from storage.store import CaseStore

IDLE, ABSOLUTE = "STEGVIS_IDLE_MINUTES", "STEGVIS_LONGEST_HOURS"
IDLE_ALONE, IDLE_SERVICE = dt.timedelta(minutes=5), dt.timedelta(minutes=15)
LONGEST = dt.timedelta(hours=10)
"""A long working day (security.md §6, as the two before)."""
PROOF_LASTS = dt.timedelta(minutes=10)
"""How long a proof is fresh enough for a decision."""
SEEN_EVERY = dt.timedelta(seconds=30)
"""That somebody is there is written at most so often."""
REMEMBERED_SECONDS = 0.5
KEPT_FOR = dt.timedelta(days=7)
"""How long a session that is over stays in the table (our default)."""
_SHORT = 16
"""Hexadecimal signs of a session's id that stand in the log."""


class Limits(Frozen):
    """How long a session lives."""

    idle: dt.timedelta
    longest: dt.timedelta = LONGEST

    @classmethod
    def of(cls, environ: Mapping[str, str], *, is_service: bool) -> Limits:
        """As the environment says; whole minutes (`STEGVIS_IDLE_MINUTES`) and hours. Raises `BadInput`."""
        idle = IDLE_SERVICE if is_service else IDLE_ALONE
        return cls(
            idle=dt.timedelta(minutes=_number(environ, IDLE, round(idle.total_seconds() / 60), most=600)),
            longest=dt.timedelta(hours=_number(environ, ABSOLUTE, round(LONGEST.total_seconds() / 3600), most=24)),
        )


class Session(Frozen):
    """Somebody's session, as it stands now."""

    id: str
    """The hash of the browser's secret."""
    actor: Actor
    proved_at: dt.datetime
    created_at: dt.datetime


@dataclass
class Sessions:
    """The sessions of an installation. Every act needs the safe open; raises `NotAllowed` otherwise."""

    safe: Safe
    limits: Limits
    monotonic: Callable[[], float] = time.monotonic
    _known: dict[str, tuple[float, Session | None]] = field(default_factory=dict)
    _seen: dict[str, dt.datetime] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, user: UserId) -> str:
        """A new session of somebody who has just proved who they are; the secret for their browser."""
        secret, at = secrets.token_urlsafe(32), clock.now()
        row = SessionRow(id=hashed(secret), user=user, created_at=at, seen_at=at, proved_at=at)
        store = self._store().acting(self._actor(user, row.id))
        with store.writing() as writer:
            forget_sessions(writer, at - KEPT_FOR)
            add_session(writer, row)
            writer.note_act(Act(action="log_in"), at)
        return secret

    def find(self, secret: str) -> Session | None:
        """The session that the secret opens; None when it opens none, any longer. Raises nothing for a locked safe."""
        return self.by_id(hashed(secret)) if secret and self.is_reachable() else None

    def by_id(self, session_id: str) -> Session | None:
        """The session with that id, while it lives."""
        known = self._known.get(session_id)
        now = self.monotonic()
        if known is not None and known[0] > now:
            return known[1]
        with self._store().reading() as reader:
            row = session_of(reader, session_id)
        found = self._session(row) if row is not None and self._lives(row, clock.now()) else None
        with self._lock:
            self._known = {key: told for key, told in self._known.items() if told[0] > now}
            self._known[session_id] = (now + REMEMBERED_SECONDS, found)
        return found

    def note_seen(self, session: Session) -> None:
        """Somebody is there. Written at most every half minute."""
        at = clock.now()
        with self._lock:
            last = self._seen.get(session.id)
            if last is not None and last <= at < last + SEEN_EVERY:
                return
            self._seen[session.id] = at
        with self._store().writing() as writer:
            note_session_seen(writer, session.id, at)

    def end(self, session: Session) -> None:
        """Ends one session, in every tab and every process."""
        at = clock.now()
        with self._store().acting(session.actor).writing() as writer:
            if end_session(writer, session.id, at):
                writer.note_act(Act(action="log_out"), at)
        self._forget()

    def end_all(self, user: UserId | None = None) -> None:
        """Ends all of somebody's sessions, or everybody's."""
        at = clock.now()
        with self._store().writing() as writer:
            if end_sessions(writer, at, user):
                writer.note_act(Act(action="log_out"), at)
        self._forget()

    def living(self) -> frozenset[str]:
        """The ids of every session that lives."""
        now = clock.now()
        with self._store().reading() as reader:
            return frozenset(row.id for row in sessions_in_use(reader) if self._lives(row, now))

    def note_denied(self) -> None:
        """Somebody has knocked whom nobody here knows, or with a wrong secret."""
        if not self.safe.is_open:
            return
        with self._store().writing() as writer:
            writer.note_act(Act(action="log_in", outcome=Outcome.DENIED), clock.now())

    def is_reachable(self) -> bool:
        """Whether there is a table to look in: the keys are open, or can be opened without asking anybody."""
        return self.safe.is_open or self.safe.places.secret is not None

    def _lives(self, row: SessionRow, now: dt.datetime) -> bool:
        if row.ended_at is not None or row.is_user_active is False:
            return False
        if self.safe.places.is_service and row.is_user_active is None:
            return False
        seen = max(row.seen_at, self._seen.get(row.id, row.seen_at))
        return row.created_at <= now < row.created_at + self.limits.longest and now < seen + self.limits.idle

    def _session(self, row: SessionRow) -> Session:
        actor = self._actor(row.user, row.id)
        return Session(id=row.id, actor=actor, proved_at=row.proved_at, created_at=row.created_at)

    def _actor(self, user: UserId, session_id: str) -> Actor:
        short = session_id[:_SHORT]
        if self.safe.places.is_service:
            return Actor(user=user, session=short)
        return ALONE.model_copy(update={"session": short})

    def _store(self) -> CaseStore:
        return self.safe.store()

    def _forget(self) -> None:
        with self._lock:
            self._known.clear()


def hashed(secret: str) -> str:
    """What the table knows a session by. The secret is 256 random bits, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def require_recent_proof(store: CaseStore) -> None:
    """Raises `NotAllowed("prove_again")` unless whoever acts has proved who they are within ten minutes.

    For a decision. The coach who works alone decides nothing, and is not asked.
    """
    actor, at = store.actor, clock.now()
    if actor.is_alone:
        return
    with store.reading() as reader:
        rows = sessions_that_begin(reader, actor.session, actor.user) if len(actor.session) == _SHORT else ()
    if not any(row.ended_at is None and row.proved_at <= at < row.proved_at + PROOF_LASTS for row in rows):
        raise NotAllowed("prove_again", minutes=round(PROOF_LASTS.total_seconds() / 60))


_SESSIONS: dict[Places, Sessions] = {}


def the_sessions() -> Sessions:
    """The sessions of this installation, as the environment places it."""
    safe = the_safe()
    if safe.places not in _SESSIONS:
        _SESSIONS[safe.places] = Sessions(safe, Limits.of(os.environ, is_service=safe.places.is_service))
    return _SESSIONS[safe.places]


def _number(environ: Mapping[str, str], name: str, default: int, *, most: int) -> int:
    given = environ.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit()) or not 1 <= int(given) <= most:
        raise BadInput("setting_unusable", field=name, most=most)
    return int(given)
