"""How somebody stands to a case: each branch of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from planning.access import Relation, Role
from storage.actor import ALONE, SYSTEM, Actor, UserId
from storage.people import break_glass, case_people, memberships, users
from storage.records import CaseId, Standing
from storage.store import CaseStore
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")
ME = Actor(user=UserId("me"))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """Two cases, at two units, and one user without any role."""
    made = opened_store(tmp_path / "cases.stegvis", ME)
    with made.writing() as writer:
        writer.add_case(ONE, AT, state="mapping", unit="unit-1")
        writer.add_case(OTHER, AT, state="mapping", unit="unit-2")
        writer._connection.execute(
            insert(users).values(id="me", issuer="i", subject="me", created_at=AT, is_active=True, content=b"x")
        )
    return made


def hold(store: CaseStore, role: Role, unit: str = "") -> None:
    """I have that role there."""
    with store.writing() as writer:
        writer._connection.execute(insert(memberships).values(user_id="me", role=role.value, unit=unit))


def named(store: CaseStore, role: Role, relation: Relation, *, is_blocked: bool = False) -> None:
    """I am named for the first case."""
    with store.writing() as writer:
        writer._connection.execute(
            insert(case_people).values(
                case_id=ONE, user_id="me", role=role.value, relation=relation.value, is_blocked=is_blocked
            )
        )


def broken(store: CaseStore, until: dt.timedelta, *, user: str = "me") -> None:
    """The first case is opened in an emergency."""
    with store.writing() as writer:
        writer._connection.execute(
            insert(break_glass).values(
                id=f"glass-{until}", case_id=ONE, user_id=user, at=AT, until=AT + until, content=b"x"
            )
        )


def standings(store: CaseStore, actor: Actor = ME, now: dt.datetime = AT) -> dict[CaseId, Standing]:
    """How that one stands to both."""
    with store.acting(actor).reading() as reader:
        return reader.standings(reader.cases(), now)


def test_the_coach_who_is_alone_is_named_for_every_case(store: CaseStore) -> None:
    """As coach, coordinator and administrator; nobody alone is a rektor."""
    roles = {(role, Relation.ASSIGNED) for role in (Role.COACH, Role.COORDINATOR, Role.ADMINISTRATOR)}
    assert standings(store, ALONE) == {ONE: roles, OTHER: roles}


def test_the_program_itself_stands_to_all(store: CaseStore) -> None:
    """As nothing but itself."""
    system = {(Role.SYSTEM, Relation.ASSIGNED)}
    assert standings(store, SYSTEM) == {ONE: system, OTHER: system}


def test_somebody_without_roles_stands_to_nothing(store: CaseStore) -> None:
    """Nor does somebody whom nobody knows."""
    assert standings(store) == {ONE: frozenset(), OTHER: frozenset()}
    assert standings(store, Actor(user=UserId("nobody"))) == {ONE: frozenset(), OTHER: frozenset()}


def test_a_role_at_the_unit_is_a_relation_to_its_cases(store: CaseStore) -> None:
    """And none to those of another unit."""
    hold(store, Role.COACH, "unit-1")
    assert standings(store) == {
        ONE: {(Role.COACH, Relation.SAME_UNIT)},
        OTHER: {(Role.COACH, Relation.NONE)},
    }


def test_a_role_of_the_whole_installation_is_no_relation_to_a_case(store: CaseStore) -> None:
    """Whoever watches over all of it stands to no single student."""
    hold(store, Role.DATA_PROTECTION_OFFICER)
    none = {(Role.DATA_PROTECTION_OFFICER, Relation.NONE)}
    assert standings(store) == {ONE: none, OTHER: none}


def test_a_case_without_a_unit_belongs_to_nobody_s_unit(store: CaseStore) -> None:
    """Also where a role is held at no unit."""
    with store.writing() as writer:
        writer.add_case(CaseId("case-loose"), AT, state="mapping")
    hold(store, Role.COACH)
    assert standings(store)[CaseId("case-loose")] == {(Role.COACH, Relation.NONE)}


def test_being_named_is_a_relation_in_that_role(store: CaseStore) -> None:
    """Beside what the unit gives."""
    hold(store, Role.COACH, "unit-1")
    hold(store, Role.COORDINATOR, "unit-1")
    named(store, Role.COACH, Relation.ASSIGNED)
    assert standings(store)[ONE] == {
        (Role.COACH, Relation.ASSIGNED), (Role.COACH, Relation.SAME_UNIT), (Role.COORDINATOR, Relation.SAME_UNIT),
    }  # fmt: skip


def test_being_named_in_a_role_that_one_no_longer_has_is_nothing(store: CaseStore) -> None:
    """Rights do not outlive the role that gave them."""
    hold(store, Role.MENTOR, "unit-2")
    named(store, Role.COACH, Relation.ASSIGNED)
    assert standings(store)[ONE] == {(Role.MENTOR, Relation.NONE)}


def test_somebody_who_has_been_put_away_stands_to_nothing(store: CaseStore) -> None:
    """Whatever roles and names are left."""
    hold(store, Role.COACH, "unit-1")
    named(store, Role.COACH, Relation.ASSIGNED)
    with store.writing() as writer:
        writer._connection.execute(update(users).values(is_active=False))
    assert standings(store) == {ONE: frozenset(), OTHER: frozenset()}
    with store.reading() as reader:
        assert reader.roles() == frozenset()


def test_from_whom_something_is_kept_the_case_is_not_there(store: CaseStore) -> None:
    """In whatever other way they stand to it as well: by their unit, by name, or in an emergency."""
    hold(store, Role.GUARDIAN)
    hold(store, Role.COACH, "unit-1")
    named(store, Role.GUARDIAN, Relation.GUARDIAN_OF, is_blocked=True)
    named(store, Role.COACH, Relation.ASSIGNED)
    broken(store, dt.timedelta(hours=1))
    assert standings(store)[ONE] == {(Role.GUARDIAN, Relation.NONE), (Role.COACH, Relation.NONE)}


@pytest.mark.parametrize(
    ("after", "is_open"),
    [(-1, False), (0, True), (59, True), (60, False), (61, False)],
)
def test_an_emergency_lasts_until_its_end(store: CaseStore, after: int, is_open: bool) -> None:  # noqa: FBT001  a parameter of the test
    """From the minute it begins, and not a minute longer; in every role that one has."""
    hold(store, Role.COACH, "unit-2")
    broken(store, dt.timedelta(hours=1))
    relation = Relation.BREAK_GLASS if is_open else Relation.NONE
    assert standings(store, now=AT + dt.timedelta(minutes=after))[ONE] == {(Role.COACH, relation)}


def test_an_emergency_is_that_person_s_alone(store: CaseStore) -> None:
    """Another's opens nothing for me, and mine opens no other case."""
    hold(store, Role.COACH, "unit-9")
    with store.writing() as writer:
        writer._connection.execute(
            insert(users).values(id="you", issuer="i", subject="you", created_at=AT, is_active=True, content=b"x")
        )
    broken(store, dt.timedelta(hours=1), user="you")
    assert standings(store) == {ONE: {(Role.COACH, Relation.NONE)}, OTHER: {(Role.COACH, Relation.NONE)}}
    broken(store, dt.timedelta(minutes=30))
    assert standings(store)[OTHER] == {(Role.COACH, Relation.NONE)}


def test_roles_are_told_with_their_units(store: CaseStore) -> None:
    """«» is the whole installation."""
    hold(store, Role.COACH, "unit-1")
    hold(store, Role.ADMINISTRATOR)
    with store.reading() as reader:
        assert reader.roles() == {(Role.COACH, "unit-1"), (Role.ADMINISTRATOR, "")}
