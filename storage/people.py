"""Who uses the installation, what they are there, and how they stand to each case. Alone there is nobody in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    Row,
    String,
    Table,
    UniqueConstraint,
    select,
)

from planning.access import Relation, Role
from storage.actor import Actor, UserId
from storage.columns import Moment, metadata
from storage.records import CaseId, CaseRow, Standing

users = Table(
    "users",
    metadata,
    Column("id", String(36), primary_key=True),
    # Who proves that it is them, and by which name there (OpenID Connect).
    Column("issuer", String(255), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("is_active", Boolean, nullable=False),
    # What they are called; sealed with the installation's own key.
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("issuer", "subject"),
)
units = Table(
    "units",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
memberships = Table(
    "memberships",
    metadata,
    Column("user_id", String(36), ForeignKey("users.id"), primary_key=True),
    Column("role", String(32), primary_key=True),
    # Empty: of the whole installation.
    Column("unit", String(36), primary_key=True),
)
case_people = Table(
    "case_people",
    metadata,
    Column("case_id", String(36), ForeignKey("cases.id"), primary_key=True),
    Column("user_id", String(36), ForeignKey("users.id"), primary_key=True),
    Column("role", String(32), primary_key=True),
    Column("relation", String(16), nullable=False),
    # Something must be kept from this guardian: for them the case is not there.
    Column("is_blocked", Boolean, nullable=False),
)
sessions = Table(
    "sessions",
    metadata,
    # A hash of the secret that the browser holds: whoever reads the table can open nothing.
    Column("id", String(64), primary_key=True),
    Column("user_id", String(36), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    # When they last proved who they are: a decision asks for it anew.
    Column("proved_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=True),
)
break_glass = Table(
    "break_glass",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("case_id", String(36), ForeignKey("cases.id"), nullable=False, index=True),
    Column("user_id", String(36), ForeignKey("users.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    # A protected identity needs a second person before anything is shown.
    Column("second_user", String(36), nullable=True),
    Column("reviewed_at", Moment, nullable=True),
    Column("reviewed_by", String(36), nullable=True),
    # The reason, sealed with the case's key.
    Column("content", LargeBinary, nullable=False),
)

OF_THE_CASE = (case_people, break_glass)
"""Tables of people that hold rows of a case."""

_ALONE: Standing = frozenset((role, Relation.ASSIGNED) for role in (Role.COACH, Role.COORDINATOR, Role.ADMINISTRATOR))


def standings(
    connection: Connection, actor: Actor, rows: Iterable[CaseRow], now: dt.datetime
) -> dict[CaseId, Standing]:
    """How the actor stands to each of those cases: each role of theirs with the relations that it gives."""
    cases = tuple(rows)
    if actor.is_alone:
        return {case.id: _ALONE for case in cases}
    if actor.user == UserId("system"):
        return {case.id: frozenset({(Role.SYSTEM, Relation.ASSIGNED)}) for case in cases}
    held = held_roles(connection, actor.user)
    named: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(select(case_people).where(case_people.c.user_id == actor.user)):
        named.setdefault(row.case_id, []).append(row)
    open_glass = select(break_glass.c.case_id).where(
        break_glass.c.user_id == actor.user, break_glass.c.at <= now, break_glass.c.until > now
    )
    broken = frozenset(connection.execute(open_glass).scalars())
    return {case.id: _standing(case, held, named.get(case.id, ()), is_broken=case.id in broken) for case in cases}


def held_roles(connection: Connection, user: UserId) -> frozenset[tuple[Role, str]]:
    """The roles of somebody who is still active, each with its unit («» for the whole installation)."""
    query = (
        select(memberships.c.role, memberships.c.unit)
        .join(users, users.c.id == memberships.c.user_id)
        .where(memberships.c.user_id == user, users.c.is_active)
    )
    return frozenset((Role(row.role), row.unit) for row in connection.execute(query))


def _standing(
    case: CaseRow, held: frozenset[tuple[Role, str]], named: Iterable[Row[Any]], *, is_broken: bool
) -> Standing:
    """`named`: as what the actor is named for this very case."""
    roles = frozenset(role for role, _ in held)
    nothing = frozenset((role, Relation.NONE) for role in roles)
    if any(row.is_blocked for row in named):
        return nothing
    found = {(Role(row.role), Relation(row.relation)) for row in named if Role(row.role) in roles}
    found |= {(role, Relation.SAME_UNIT) for role, unit in held if case.unit and unit == case.unit}
    if is_broken:
        found |= {(role, Relation.BREAK_GLASS) for role in roles}
    return frozenset(found) or nothing
