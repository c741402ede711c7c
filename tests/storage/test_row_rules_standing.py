"""How somebody stands to a case, as the database reckons it: the same as the program does, and as narrowly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import delete, insert, select, update

from planning.access import Relation, Role
from planning.workflow.states import State
from storage.actor import Actor
from storage.engine import acting, engine_at, transaction
from storage.people import break_glass, case_people, memberships, standings, users
from storage.reading import case_row
from storage.schema import cases
from tests.storage.postgres_server import Place, new_place, past_the_rules
from tests.storage.postgres_world import EVERYBODY, FAR, Kept, Stands, as_somebody, fill, opening

NOW = dt.datetime.now(dt.UTC)
"""The server's own clock decides when an emergency ends."""
OPEN, PROTECTED = Kept(State.ACTIVE, is_protected=False), Kept(State.ACTIVE, is_protected=True)
GUARDIAN = Stands(Role.GUARDIAN, Relation.GUARDIAN_OF)
COACH = Stands(Role.COACH, Relation.ASSIGNED)
COLLEAGUE = Stands(Role.COACH, Relation.NONE)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A database with everybody and everything in it."""
    with new_place(tmp_path_factory.mktemp("world")) as place:
        fill(place)
        yield place


def found(place: Place, one: Stands) -> set[str]:
    """The cases that they find."""
    with as_somebody(place, one.user) as connection:
        return set(connection.execute(select(cases.c.id)).scalars())


def test_the_program_and_the_database_reckon_the_same_standing(world: Place) -> None:
    """For everybody: who stands in some relation to a case by the program's reckoning, and none else, may find it."""
    with past_the_rules(world) as connection:
        rows = [case_row(row) for row in connection.execute(select(cases))]
        reckoned = {one: standings(connection, Actor(user=one.user), rows, NOW) for one in EVERYBODY}
    for one in EVERYBODY:
        near = {id_ for id_, held in reckoned[one].items() if any(r is not Relation.NONE for _, r in held)}
        assert found(world, one) <= near, one


def test_a_guardian_from_whom_it_is_kept_does_not_find_the_case(world: Place) -> None:
    """That one, whatever else they are to it; the others they find as before."""
    mine = (case_people.c.case_id == OPEN.id) & (case_people.c.user_id == GUARDIAN.user)
    before = found(world, GUARDIAN)
    with past_the_rules(world) as connection:
        connection.execute(update(case_people).where(mine).values(is_blocked=True))
    assert found(world, GUARDIAN) == before - {OPEN.id}


def test_somebody_who_has_left_finds_nothing(world: Place) -> None:
    """From the moment that they are no longer active, or no longer have the role."""
    assert found(world, COACH)
    with past_the_rules(world) as connection:
        connection.execute(update(users).where(users.c.id == COACH.user).values(is_active=False))
    assert found(world, COACH) == set()
    with past_the_rules(world) as connection:
        connection.execute(update(users).where(users.c.id == COACH.user).values(is_active=True))
        connection.execute(delete(memberships).where(memberships.c.user_id == COACH.user))
    assert found(world, COACH) == set()


@pytest.mark.parametrize(
    ("kept", "given", "is_found"),
    [
        (OPEN, {"until": FAR, "second_user": None}, True),
        (OPEN, {"until": NOW - dt.timedelta(seconds=1)}, False),
        (PROTECTED, {"until": FAR, "second_user": None}, False),
        (PROTECTED, {"until": FAR, "second_user": "somebody"}, True),
    ],
    ids=["open", "over", "alone with a protected identity", "two with a protected identity"],
)
def test_an_emergency_opens_one_case_until_its_end(
    world: Place, kept: Kept, given: dict[str, object], *, is_found: bool
) -> None:
    """And a protected identity takes two people, whatever the program has written."""
    with past_the_rules(world) as connection:
        connection.execute(delete(break_glass).where(break_glass.c.user_id == COLLEAGUE.user))
        connection.execute(insert(break_glass).values(opening(kept.id, COLLEAGUE.user, "of-a-colleague", **given)))
    assert found(world, COLLEAGUE) == ({kept.id} if is_found else set())


def test_who_acts_is_forgotten_with_the_transaction(world: Place) -> None:
    """Also when it is taken back, and also what it had touched."""
    with transaction(engine_at(world.app)) as connection:
        acting(connection, Actor(user=Stands(Role.PRINCIPAL, Relation.ASSIGNED).user))
        ours = cases.c.id == Kept(State.PREPARED, is_protected=False).id
        connection.execute(update(cases).where(ours).values(state=State.RETURNED.value))
    with as_somebody(world, None, writes=True) as connection:
        assert connection.exec_driver_sql("SELECT row_rules.actor(), row_rules.touched()").one() == (None, [])
