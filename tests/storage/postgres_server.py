"""A database server for tests: the one that is named, else one of our own; and a database of one's own in it."""

from __future__ import annotations

import atexit
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import Connection, create_engine, make_url, text

from launch.postgres import NAMED, Server, get_binaries
from storage.actor import Actor
from storage.engine import engine_at
from storage.keys import Keys
from storage.migrating import OWNER, migrate
from storage.preparing import prepare
from storage.store import CaseStore
from tests.opened_store import opened_keys

TOLD = "there is no PostgreSQL on this computer, and none is named in STEGVIS_TEST_POSTGRES"


@dataclass(frozen=True)
class Place:
    """A database and the three who come to it."""

    admin: str
    owner: str
    app: str

    @property
    def name(self) -> str:
        """The database's own."""
        return str(make_url(self.app).database)

    def keys(self, folder: Path) -> Keys:
        """Keys beside the test."""
        return opened_keys(folder)

    def opened(self, folder: Path, actor: Actor) -> CaseStore:
        """The store as the app opens it; it may migrate."""
        with patch.dict(os.environ, {OWNER: self.owner}):
            return CaseStore(self.app, self.keys(folder), actor)


@lru_cache(maxsize=1)
def admin_url() -> str | None:
    """A superuser's URL, the same for the whole run; None where there is no server."""
    if os.environ.get(NAMED):
        return os.environ[NAMED]
    binaries = get_binaries(os.environ)
    if binaries is None:
        return None
    server = Server(binaries)
    atexit.register(server.remove)
    server.start()
    return server.url


def needed() -> str:
    """The same; skips the test with its reason, or fails it where nobody would read that it was skipped."""
    url = admin_url()
    if url is None:
        if os.environ.get("CI"):
            pytest.fail(TOLD)
        pytest.skip(TOLD)
    return url


def as_admin(statement: str, database: str | None = None) -> list[tuple[object, ...]]:
    """One statement as a superuser, outside any transaction; its rows."""
    url = make_url(needed()).set(drivername="postgresql+psycopg")
    engine = create_engine(url.set(database=database or url.database), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        done = connection.execute(text(statement))
        rows = [tuple(row) for row in done] if done.returns_rows else []
    engine.dispose()
    return rows


def place_at(admin: str, database: str, owner: tuple[str, str], app: tuple[str, str]) -> Place:
    """The URLs of that database."""
    url = make_url(admin).set(database=database)
    told = [url.set(username=name, password=secret) for name, secret in (owner, app)]
    return Place(*(one.render_as_string(hide_password=False) for one in (url, *told)))


@lru_cache(maxsize=1)
def _template() -> tuple[Place, tuple[str, str], tuple[str, str]]:
    """A database that has been migrated, for others to be copied from."""
    mark = secrets.token_hex(4)
    owner, app = (f"owner_{mark}", secrets.token_hex(8)), (f"app_{mark}", secrets.token_hex(8))
    place = place_at(needed(), f"template_{mark}", owner, app)
    prepare(needed(), place.owner, place.app)
    atexit.register(_forget, place, owner[0], app[0])
    return place, owner, app


@lru_cache(maxsize=1)
def _migrated(folder: Path) -> str:
    place = _template()[0]
    migrate(place.owner, opened_keys(folder))
    engine_at(place.owner).dispose()
    return place.name


def _forget(place: Place, *roles: str) -> None:
    """Leaves a server that is not ours as it was."""
    if os.environ.get(NAMED):
        as_admin(f'DROP DATABASE IF EXISTS "{place.name}" WITH (FORCE)')
        for role in roles:
            as_admin(f'DROP ROLE IF EXISTS "{role}"')


@contextmanager
def new_place(folder: Path, *, is_migrated: bool = True) -> Iterator[Place]:
    """A database of one's own that is gone afterwards."""
    _, owner, app = _template()
    name = f"stegvis_{secrets.token_hex(6)}"
    place = place_at(needed(), name, owner, app)
    if is_migrated:
        as_admin(f'CREATE DATABASE "{name}" TEMPLATE "{_migrated(_shared_folder(folder))}" OWNER "{owner[0]}"')
        as_admin(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
        as_admin(f'GRANT CONNECT ON DATABASE "{name}" TO stegvis_app')
    else:
        prepare(needed(), place.owner, place.app)
    try:
        yield place
    finally:
        for url in (place.app, place.owner):
            engine_at(url).dispose()
        as_admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@lru_cache(maxsize=1)
def _shared_folder(folder: Path) -> Path:
    return folder / "of-the-template"


@contextmanager
def past_the_rules(place: Place) -> Iterator[Connection]:
    """A transaction of a superuser: for what a test needs to be there."""
    engine = create_engine(make_url(place.admin).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A migrated database of one's own."""
    with new_place(tmp_path) as made:
        yield made
