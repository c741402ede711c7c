"""A database server is made ready and brought up from the command line, by those whose business it is."""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path

import pytest

from casework import database_commands
from casework.database_commands import ADMIN, bring_up, make_roles
from casework.unlocking import DATABASE
from planning.errors import BadInput, CaseFileError
from storage.actor import SYSTEM
from storage.migrating import OWNER
from storage.store import CaseStore
from tests.opened_store import opened_keys, ready_folder
from tests.storage.postgres_server import as_admin, needed, place_at


@pytest.mark.parametrize("missing", [ADMIN, OWNER, DATABASE])
def test_whoever_is_not_named_is_asked_for(missing: str) -> None:
    """The variable that is missing is told by its name, and nothing is tried."""
    environ = {name: "postgresql://somebody@nowhere.example/x" for name in (ADMIN, OWNER, DATABASE) if name != missing}
    with pytest.raises(BadInput) as told:
        make_roles(environ, print)
    assert told.value.data["field"] == missing


@pytest.mark.parametrize(
    ("owner", "app", "code"),
    [
        ("postgresql://one@x.example/a", "postgresql://one@x.example/a", "database-roles-alike"),
        ("postgresql://one@x.example/a", "postgresql://two@x.example/b", "database-roles-alike"),
        ("cases.stegvis", "postgresql://two@x.example/b", "database-url"),
        ("postgresql://x.example/a", "postgresql://two@x.example/a", "database-url"),
    ],
)
def test_roles_that_cannot_keep_apart_are_refused(owner: str, app: str, code: str) -> None:
    """The app never shares a role with the owner, nor a database with another."""
    with pytest.raises(BadInput) as told:
        make_roles({ADMIN: "postgresql://root@x.example/postgres", OWNER: owner, DATABASE: app}, print)
    assert told.value.code == code


def test_a_server_is_prepared_migrated_and_used(tmp_path: Path) -> None:
    """Each command may be run again; what was not prepared is not migrated; then the app opens it by its own role."""
    mark, said = secrets.token_hex(4), []
    place = place_at(needed(), f"cli_{mark}", (f"cli_owner_{mark}", "one"), (f"cli_app_{mark}", "two"))
    environ = {ADMIN: needed(), OWNER: place.owner, DATABASE: place.app, **ready_folder(tmp_path)}
    try:
        with pytest.raises(CaseFileError, match="database-unavailable"):
            bring_up(environ, print)
        for command in (make_roles, make_roles, bring_up, bring_up):
            command(environ, said.append)
        assert len(said) == 4
        assert CaseStore(place.app, opened_keys(tmp_path), SYSTEM).check() is None
    finally:
        as_admin(f'DROP DATABASE IF EXISTS "{place.name}" WITH (FORCE)')
        for role in (f"cli_owner_{mark}", f"cli_app_{mark}"):
            as_admin(f'DROP ROLE IF EXISTS "{role}"')


def test_the_command_line_knows_both() -> None:
    """`database prepare` and `database migrate`."""
    parser = argparse.ArgumentParser()
    database_commands.register(parser, print)
    for verb in ("prepare", "migrate"):
        assert callable(parser.parse_args([verb]).run)
