"""Who uses the installation, what they are there, and who is named for a case.

Users and roles are an administrator's, who never meets a student. At the server itself, where the key file lies, the
program acts in their place (`cli.py users`): that is how the first administrator comes to be.
"""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager
from uuid import uuid4

from casework.guarded import changing, looking, verb
from casework.overseeing import held_standing, overseeing
from casework.permissions import may_any
from planning.access import Action, Phase, Relation, Role
from planning.errors import BadInput, NotAllowed
from storage.actor import SYSTEM, UserId
from storage.reading import Reader
from storage.records import CaseId
from storage.session_table import end_sessions
from storage.store import CaseStore
from storage.user_table import CasePerson, Unit, User, every_unit, every_user, people_of, set_user_active, user_called
from storage.user_table import add_unit as keep_unit
from storage.user_table import add_user as keep_user
from storage.user_table import give_role as keep_role
from storage.user_table import let_go as keep_let_go
from storage.user_table import take_role as keep_no_role
from storage.user_table import user_of as kept_user
from storage.writing import Writer

LONGEST_NAME = 100
LONGEST_IDENTITY = 255
_NAMED_AS = {
    Role.STUDENT: Relation.SELF,
    Role.GUARDIAN: Relation.GUARDIAN_OF,
    Role.COACH: Relation.ASSIGNED,
    Role.COORDINATOR: Relation.ASSIGNED,
    Role.MENTOR: Relation.ASSIGNED,
    Role.PRINCIPAL: Relation.ASSIGNED,
}
"""How somebody stands to a case that they are named for; the others are never named for one."""


@verb(Action.MANAGE_USERS)
def add_user(store: CaseStore, issuer: str, subject: str, name: str) -> UserId:
    """Somebody who may log in from now on, with no role yet. Raises `BadInput` or `NotAllowed`."""
    for field, text, most in (("issuer", issuer, LONGEST_IDENTITY), ("subject", subject, LONGEST_IDENTITY)):
        _check(field, text, most)
    _check("name", name, LONGEST_NAME)
    with _managing(store) as (writer, at):
        if user_called(writer, issuer, subject) is not None:
            raise NotAllowed("user_is_there")
        user = User(
            id=UserId(str(uuid4())), issuer=issuer, subject=subject, name=name.strip(), created_at=at, is_active=True
        )
        keep_user(writer, user)
        return user.id


@verb(Action.MANAGE_USERS)
def list_users(store: CaseStore) -> tuple[User, ...]:
    """Everybody who may log in, or could once."""
    with _managing(store) as (writer, _at):
        return every_user(writer)


@verb(Action.MANAGE_USERS)
def give_role(store: CaseStore, user: UserId, role: Role, unit: str = "") -> None:
    """A role, at a unit or in the whole installation. Raises `BadInput` or `NotAllowed`."""
    with _managing(store) as (writer, _at):
        _that(writer, user)
        if role is Role.SYSTEM:
            raise BadInput("role_not_given", field=role.value)
        if unit and unit not in {each.id for each in every_unit(writer)}:
            raise BadInput("unit_unknown", field="unit")
        keep_role(writer, user, role, unit)


@verb(Action.MANAGE_USERS)
def take_role(store: CaseStore, user: UserId, role: Role, unit: str = "") -> None:
    """They have that role no longer; it holds from their next click. Raises `NotAllowed`."""
    with _managing(store) as (writer, _at):
        _that(writer, user)
        keep_no_role(writer, user, role, unit)


@verb(Action.MANAGE_USERS)
def set_active(store: CaseStore, user: UserId, *, is_active: bool) -> None:
    """Lets somebody in again, or no longer: then their sessions end with it. Raises `NotAllowed`."""
    with _managing(store) as (writer, at):
        _that(writer, user)
        set_user_active(writer, user, is_active=is_active)
        if not is_active:
            end_sessions(writer, at, user)


@verb(Action.MANAGE_USERS)
def add_unit(store: CaseStore, name: str) -> str:
    """A new school unit; its id. Raises `BadInput` or `NotAllowed`."""
    _check("name", name, LONGEST_NAME)
    with _managing(store) as (writer, _at):
        unit = Unit(id=str(uuid4()), name=name.strip())
        keep_unit(writer, unit)
        return unit.id


@verb(Action.MANAGE_USERS)
def list_units(store: CaseStore) -> tuple[Unit, ...]:
    """The school units."""
    with _managing(store) as (writer, _at):
        return every_unit(writer)


@verb(Action.ASSIGN)
def name_for_case(store: CaseStore, case_id: CaseId, user: UserId, role: Role) -> None:
    """Names somebody who has that role for the case; once more changes nothing. Raises `BadInput` or `NotAllowed`."""
    with changing(store, case_id) as (writer, _row, _at):
        known = _that(writer, user)
        if role not in _NAMED_AS or role not in {held for held, _ in known.roles}:
            raise BadInput("role_not_held", field="role")
        if not any((person.user, person.role) == (user, role) for person in people_of(writer, case_id)):
            writer.name(case_id, user, role, _NAMED_AS[role])


@verb(Action.ASSIGN)
def let_go(store: CaseStore, case_id: CaseId, user: UserId, role: Role) -> None:
    """They are named for the case no longer. Raises `NotAllowed`."""
    with changing(store, case_id) as (writer, _row, _at):
        if not keep_let_go(writer, case_id, user, role):
            raise NotAllowed("not_named")


@verb(Action.SEE_CASE)
def named_for(store: CaseStore, case_id: CaseId) -> tuple[CasePerson, ...]:
    """Those who are named for the case."""
    with looking(store, case_id) as (reader, _row):
        return people_of(reader, case_id)


def _managing(store: CaseStore) -> AbstractContextManager[tuple[Writer, dt.datetime]]:
    """For an administrator, or the program itself at the server; checked and logged. Raises `NotAllowed`."""
    return overseeing(store, may=_may_manage)


def _may_manage(reader: Reader) -> bool:
    standing = held_standing(reader)
    return reader.actor == SYSTEM or may_any(standing, Action.MANAGE_USERS, Phase.MAPPING, is_protected=False)


def _that(writer: Writer, user: UserId) -> User:
    found = kept_user(writer, user)
    if found is None:
        raise NotAllowed("no_such_user")
    return found


def _check(field: str, text: str, most: int) -> None:
    if not text.strip() or len(text) > most or not text.isprintable():
        raise BadInput("text_unusable", field=field, most=most)
