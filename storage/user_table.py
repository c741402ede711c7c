"""Keeping of those who use the installation: who they are elsewhere, what they are called, their roles and units.

Names are sealed with the installation's own key; the other columns are ids and words of our own.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import delete, insert, select, update

from planning.access import Relation, Role
from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage.actor import UserId
from storage.people import case_people, memberships, units, users
from storage.reading import Reader
from storage.records import CaseId
from storage.sealing import NotTheSeal, place, seal, unseal
from storage.writing import Writer

_PEOPLE = "people"
"""What their names are sealed for."""


class User(Frozen):
    """Somebody who may log in."""

    id: UserId
    issuer: str
    """Who proves that it is them: the address of an OpenID provider."""
    subject: str
    """What that provider calls them. Never changes, unlike a name or an address of mail."""
    name: str
    created_at: dt.datetime
    is_active: bool
    roles: tuple[tuple[Role, str], ...] = ()
    """Each with its unit; «» for the whole installation."""


class Unit(Frozen):
    """A school unit."""

    id: str
    name: str


class CasePerson(Frozen):
    """Somebody who is named for a case."""

    user: UserId
    role: Role
    relation: Relation
    is_blocked: bool
    """Something must be kept from them: for them the case is not there."""


def add_user(writer: Writer, user: User) -> None:
    """Keeps somebody new, without their roles."""
    sealed = _sealed(writer, users.name, user.id, user.name)
    values = user.model_dump(exclude={"name", "roles"})
    writer.run(insert(users).values(content=sealed, **values))


def user_called(reader: Reader, issuer: str, subject: str) -> User | None:
    """Whom that provider knows by that subject."""
    return next(iter(_users(reader, (users.c.issuer == issuer) & (users.c.subject == subject))), None)


def user_of(reader: Reader, user: UserId) -> User | None:
    """That user."""
    return next(iter(_users(reader, users.c.id == user)), None)


def every_user(reader: Reader) -> tuple[User, ...]:
    """Everybody, by the time they came."""
    return _users(reader, users.c.id.is_not(None))


def set_user_active(writer: Writer, user: UserId, *, is_active: bool) -> None:
    """Whether they may log in."""
    writer.run(update(users).where(users.c.id == user).values(is_active=is_active))


def give_role(writer: Writer, user: UserId, role: Role, unit: str) -> None:
    """A role at a unit; once more changes nothing."""
    if not writer.run(select(memberships.c.role).where(_held(user, role, unit))).first():
        writer.run(insert(memberships).values(user_id=user, role=role.value, unit=unit))


def take_role(writer: Writer, user: UserId, role: Role, unit: str) -> None:
    """They have that role no longer."""
    writer.run(delete(memberships).where(_held(user, role, unit)))


def add_unit(writer: Writer, unit: Unit) -> None:
    """A new school unit."""
    writer.run(insert(units).values(id=unit.id, content=_sealed(writer, units.name, unit.id, unit.name)))


def every_unit(reader: Reader) -> tuple[Unit, ...]:
    """The school units."""
    found = reader.run(select(units)).all()
    return tuple(Unit(id=row.id, name=_opened(reader, units.name, row.id, row.content)) for row in found)


def people_of(reader: Reader, case_id: CaseId) -> tuple[CasePerson, ...]:
    """Those who are named for the case."""
    query = select(case_people).where(case_people.c.case_id == case_id).order_by(case_people.c.user_id)
    found = reader.run(query).all()
    return tuple(
        CasePerson(
            user=UserId(row.user_id), role=Role(row.role), relation=Relation(row.relation), is_blocked=row.is_blocked
        )
        for row in found
    )


def let_go(writer: Writer, case_id: CaseId, user: UserId, role: Role) -> bool:
    """They are named for the case no longer; False when they were not."""
    return bool(writer.run(delete(case_people).where(_named(case_id, user, role))).rowcount)


def set_blocked(writer: Writer, case_id: CaseId, user: UserId, role: Role, *, is_blocked: bool) -> None:
    """Keeps the case from somebody in that role, or no longer."""
    writer.run(update(case_people).where(_named(case_id, user, role)).values(is_blocked=is_blocked))


def _named(case_id: CaseId, user: UserId, role: Role) -> Any:
    named = case_people.c
    return (named.case_id == case_id) & (named.user_id == user) & (named.role == role.value)


def _held(user: UserId, role: Role, unit: str) -> Any:
    held = memberships.c
    return (held.user_id == user) & (held.role == role.value) & (held.unit == unit)


def _users(reader: Reader, condition: Any) -> tuple[User, ...]:
    found = reader.run(select(users).where(condition).order_by(users.c.created_at, users.c.id)).all()
    held: dict[str, list[tuple[Role, str]]] = {}
    for row in reader.run(select(memberships).order_by(memberships.c.role, memberships.c.unit)).all():
        held.setdefault(row.user_id, []).append((Role(row.role), row.unit))
    return tuple(
        User(
            id=UserId(row.id), issuer=row.issuer, subject=row.subject, created_at=row.created_at,
            is_active=row.is_active, name=_opened(reader, users.name, row.id, row.content),
            roles=tuple(held.get(row.id, ())),
        )
        for row in found
    )  # fmt: skip


def _sealed(writer: Writer, table: str, row: str, name: str) -> bytes:
    return seal(writer.key_for(_PEOPLE), name.encode(), place(table, row))


def _opened(reader: Reader, table: str, row: str, sealed: bytes) -> str:
    if not sealed:
        return ""
    try:
        return unseal(reader.key_for(_PEOPLE), sealed, place(table, row)).decode()
    except NotTheSeal:
        raise CaseFileError("sealed-row-damaged", part=table, row=row) from None
