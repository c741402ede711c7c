"""A world for row rules: somebody in every role and relation, cases in every state, and their rows in every table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from planning.access import Relation, Role
from planning.workflow.states import State
from storage.actor import Actor, UserId
from storage.engine import acting, engine_at, transaction
from storage.people import break_glass, case_people, memberships, users
from storage.schema import OF_A_CASE, cases
from tests.storage.postgres_server import Place, past_the_rules

HERE, ELSEWHERE = "unit-here", "unit-elsewhere"
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
FAR = dt.datetime(2999, 1, 1, tzinfo=dt.UTC)
NAMED = (Relation.SELF, Relation.GUARDIAN_OF, Relation.ASSIGNED)
BYSTANDER = "bystander"
"""Somebody named for every case, whose own rows of people are looked for."""


@dataclass(frozen=True)
class Stands:
    """Somebody in one role, who stands so to every case."""

    role: Role
    relation: Relation

    @property
    def user(self) -> UserId:
        """Their id; the program itself has its own."""
        if (self.role, self.relation) == (Role.SYSTEM, Relation.ASSIGNED):
            return UserId("system")
        return UserId(f"{self.role}-{self.relation}"[:36])


@dataclass(frozen=True)
class Kept:
    """A case."""

    state: State
    is_protected: bool

    @property
    def id(self) -> str:
        """Tells what it is."""
        return f"{self.state}-{'protected' if self.is_protected else 'open'}"


EVERYBODY = tuple(Stands(role, relation) for role, relation in product(Role, Relation))
EVERY_CASE = tuple(Kept(state, is_protected) for state, is_protected in product(State, (False, True)))


def fill(place: Place) -> None:
    """Puts it all there."""
    with past_the_rules(place) as connection:
        people = [one.user for one in EVERYBODY] + [BYSTANDER]
        connection.execute(insert(users), [_user(user) for user in people])
        connection.execute(
            insert(memberships),
            [{"user_id": one.user, "role": one.role.value, "unit": _unit(one)} for one in EVERYBODY],
        )
        connection.execute(insert(cases), [_case(kept) for kept in EVERY_CASE])
        connection.execute(insert(case_people), list(_named()))
        connection.execute(insert(break_glass), list(_openings()))
        for table in OF_A_CASE:
            connection.execute(insert(table), [row_for(table.name, kept.id, 1) for kept in EVERY_CASE])


def row_for(table: str, case_id: str, number: int) -> dict[str, Any]:
    """A row of that table."""
    match table:
        case "answer_events":
            return {"id": f"{case_id}-{number}", "case_id": case_id, "stored_at": AT, "content": b"sealed"}
        case "case_people":
            return {
                "case_id": case_id, "user_id": BYSTANDER, "role": f"role-{number}", "relation": "assigned",
                "is_blocked": False,
            }  # fmt: skip
        case "moves" | "proposals" | "answer_drafts":
            return {"case_id": case_id, "number": number, "at": AT, "by": BYSTANDER, "content": b"sealed"}
        case _:
            return {"case_id": case_id, "number": number, "at": AT, "content": b"sealed"}


@contextmanager
def as_somebody(place: Place, user: str | None, *, writes: bool = False) -> Iterator[Connection]:
    """A transaction of the app's in which that user acts, which is taken back afterwards."""
    with transaction(engine_at(place.app), writes=writes) as connection:
        if user is not None:
            acting(connection, Actor(user=UserId(user)))
        yield connection
        connection.get_transaction().rollback()  # type: ignore[union-attr]  # it is in one


def is_let_in(connection: Connection, statement: Any) -> bool:
    """Whether the statement changes a row; it is taken back at once."""
    attempt = connection.begin_nested()
    try:
        return bool(connection.execute(statement).rowcount)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") != "42501":
            raise
        return False
    finally:
        attempt.rollback()


def _user(user: str) -> dict[str, Any]:
    return {
        "id": user, "issuer": "https://login.example", "subject": user, "created_at": AT, "is_active": True,
        "content": b"",
    }  # fmt: skip


def _unit(one: Stands) -> str:
    return HERE if one.relation is Relation.SAME_UNIT else ELSEWHERE


def _case(kept: Kept) -> dict[str, Any]:
    return {
        "id": kept.id, "created_at": AT, "changed_at": AT, "revision": 0, "state": kept.state.value, "unit": HERE,
        "is_protected": kept.is_protected,
    }  # fmt: skip


def _named() -> Iterator[dict[str, Any]]:
    for kept in EVERY_CASE:
        for one in EVERYBODY:
            if one.relation in NAMED and one.user != "system":
                yield {
                    "case_id": kept.id, "user_id": one.user, "role": one.role.value, "relation": one.relation.value,
                    "is_blocked": False,
                }  # fmt: skip
        yield row_for("case_people", kept.id, 0)


def _openings() -> Iterator[dict[str, Any]]:
    for kept in EVERY_CASE:
        for one in EVERYBODY:
            if one.relation is Relation.BREAK_GLASS:
                yield opening(kept.id, one.user, f"{EVERYBODY.index(one)}-{kept.id}")
        yield opening(kept.id, BYSTANDER, f"b-{kept.id}")


def opening(case_id: str, user: str, id_: str, **other: Any) -> dict[str, Any]:
    """An emergency with a second person, open for as long as the test runs."""
    return {
        "id": id_, "case_id": case_id, "user_id": user, "at": AT, "until": FAR, "second_user": "somebody",
        "reviewed_at": None, "reviewed_by": None, "content": b"sealed", **other,
    }  # fmt: skip
