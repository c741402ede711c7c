"""Users and roles are an administrator's; who is named for a case is a coordinator's."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework import people
from casework.sessions import Limits, Sessions
from casework.unlocking import Places, Safe
from planning.access import Relation, Role
from planning.errors import BadInput
from storage.actor import SYSTEM, UserId
from storage.store import CaseStore
from tests.casework.staffed import HERE, Staffed, acts, told
from tests.opened_store import QUICK, key_file

ISSUER = "https://login.example"


@pytest.fixture
def staffed(tmp_path: Path) -> Staffed:
    """An installation with nobody in it yet."""
    return Staffed(tmp_path)


def system(staffed: Staffed) -> CaseStore:
    """The program itself, at the server."""
    return staffed.store.acting(SYSTEM)


def test_the_first_administrator_comes_from_the_server_and_lets_others_in(staffed: Staffed) -> None:
    """After that an administrator does it in the app; each act is in the log."""
    first = people.add_user(system(staffed), ISSUER, "sub-1", "Admin Exempel")
    people.give_role(system(staffed), first, Role.ADMINISTRATOR)
    admin = staffed.store.acting(SYSTEM.model_copy(update={"user": first, "session": "s"}))
    unit = people.add_unit(admin, "Påhittade skolan")
    coach = people.add_user(admin, ISSUER, "sub-2", "Coach Exempel")
    people.give_role(admin, coach, Role.COACH, unit)
    people.give_role(admin, coach, Role.COACH, unit)

    known = {user.id: user for user in people.list_users(admin)}
    assert known[coach].name == "Coach Exempel"
    assert known[coach].roles == ((Role.COACH, unit),)
    assert [each.name for each in people.list_units(admin)] == ["Påhittade skolan"]
    assert (first, "manage_users", "done") in acts(staffed.log())


def test_names_are_not_readable_in_the_file(staffed: Staffed, tmp_path: Path) -> None:
    """They are sealed with a key of the installation's."""
    people.add_user(system(staffed), ISSUER, "sub-1", "Coach Exempel")
    people.add_unit(system(staffed), "Påhittade skolan")
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert b"Coach Exempel" not in written
    assert "Påhittade".encode() not in written


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_manages_users(staffed: Staffed, role: Role) -> None:
    """Neither to look nor to change; the attempt is in the log."""
    other = staffed.somebody(role)
    user = other.actor.user

    assert told(people.list_users, other) == "not_yours_to_do"
    assert told(people.add_user, other, ISSUER, "x", "Y") == "not_yours_to_do"
    assert told(people.give_role, other, user, Role.ADMINISTRATOR) == "not_yours_to_do"
    assert (user, "manage_users", "denied") in acts(staffed.log())


def test_somebody_who_is_stopped_has_no_session_left(staffed: Staffed, tmp_path: Path) -> None:
    """From the next click on, in every process."""
    user = staffed.somebody(Role.COACH).actor.user
    database = f"sqlite:///{tmp_path / 'staffed.stegvis'}"
    places = Places(tmp_path, database, tmp_path / "nycklar.stegvis", key_file(tmp_path), is_service=True)
    sessions = Sessions(Safe(places, QUICK), Limits.of({}, is_service=True), monotonic=iter(range(99)).__next__)
    secret = sessions.begin(user)
    assert sessions.find(secret) is not None
    people.set_active(system(staffed), user, is_active=False)
    assert sessions.find(secret) is None
    people.set_active(system(staffed), user, is_active=True)

    assert sessions.find(secret) is None


def test_the_same_person_is_there_once(staffed: Staffed) -> None:
    """By issuer and subject; the same subject at another provider is somebody else."""
    people.add_user(system(staffed), ISSUER, "sub-1", "Test")
    assert told(people.add_user, system(staffed), ISSUER, "sub-1", "Test") == "user_is_there"
    assert told(people.add_user, system(staffed), "https://other.example", "sub-1", "Test") == ""


@pytest.mark.parametrize(("issuer", "subject", "name"), [("", "s", "n"), ("i", " ", "n"), ("i", "s", "x" * 101)])
def test_what_cannot_be_a_user_is_refused(staffed: Staffed, issuer: str, subject: str, name: str) -> None:
    """With the field that is wrong."""
    with pytest.raises(BadInput, match="text_unusable"):
        people.add_user(system(staffed), issuer, subject, name)


def test_a_coordinator_names_people_for_a_case_with_a_role_that_they_have(staffed: Staffed) -> None:
    """Once more changes nothing; a role that somebody has not is not given by naming them."""
    coordinator, coach = staffed.somebody(Role.COORDINATOR), staffed.somebody(Role.COACH)
    case_id = staffed.case()
    for _ in range(2):
        people.name_for_case(coordinator, case_id, coach.actor.user, Role.COACH)

    (named,) = people.named_for(coach, case_id)
    assert (named.user, named.relation) == (coach.actor.user, Relation.ASSIGNED)
    assert told(people.name_for_case, coordinator, case_id, coach.actor.user, Role.PRINCIPAL) == "role_not_held"
    assert told(people.name_for_case, coach, case_id, coach.actor.user, Role.COACH) == "not_yours_to_do"
    people.let_go(coordinator, case_id, coach.actor.user, Role.COACH)
    assert told(people.named_for, coach, case_id) == "no-such-case"
    assert told(people.let_go, coordinator, case_id, coach.actor.user, Role.COACH) == "not_named"


def test_an_administrator_never_meets_a_case(staffed: Staffed) -> None:
    """Naming people for it is not theirs either."""
    admin = staffed.somebody(Role.ADMINISTRATOR, unit=HERE)
    case_id = staffed.case()

    assert told(people.name_for_case, admin, case_id, UserId("x"), Role.COACH) == "no-such-case"
