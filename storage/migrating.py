"""Which files are opened, and how an older one becomes one of this version: whole, or not at all."""

from __future__ import annotations

import datetime as dt
import os
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, delete, inspect, text

from planning.errors import CaseFileError
from storage import row_rules
from storage.actor import SYSTEM
from storage.encrypted_backup import COPIES, ENDING, write_backup
from storage.engine import acting, engine_at, transaction
from storage.keys import Keys
from storage.preparing import are_roles_made, refuse_strong_role
from storage.schema import cases

OWNER = "STEGVIS_DATABASE_OWNER"
"""Names the URL of the role that owns the tables of a database server, and migrates."""
_LOCK = 7_305_002
"""Of PostgreSQL: one at a time migrates."""
_FOLDER = Path(__file__).parent / "migrations"


@cache
def _scripts() -> ScriptDirectory:
    """The migrations, read once: they are the program's own."""
    return ScriptDirectory.from_config(_config())


def newest_version() -> str:
    """Of the tables, as this program knows them."""
    head = _scripts().get_current_head()
    assert head is not None
    return head


def make_ready(engine: Engine, file: str, keys: Keys) -> None:
    """Makes the tables in an empty file and brings an older one up, in one transaction.

    Raises `CaseFileError` when it is newer than this program or holds something else.
    """
    if engine.dialect.name == "postgresql":
        _make_server_ready(engine, file, keys)
        return
    newest = newest_version()
    with transaction(engine, writes=False) as connection:
        found = found_version(connection, file)
    if found == newest:
        return
    if found is not None:
        _back_up_before(engine, file, found, keys)
    with transaction(engine) as connection:
        # Another process may have done it while this one waited for the lock.
        if found_version(connection, file) != newest:
            bring_up(connection, keys)


def _back_up_before(engine: Engine, file: str, found: str, keys: Keys) -> None:
    """An encrypted copy of the file as it was. A database server has its own. Raises `CaseFileError`."""
    if engine.dialect.name != "sqlite":
        return
    place = Path(engine.url.database or "")
    changed = dt.datetime.fromtimestamp(place.stat().st_mtime, dt.UTC)
    write_backup(engine, keys, place.parent / COPIES / f"{Path(file).stem}-version-{found}{ENDING}", changed)


def migrate(owner: str, keys: Keys) -> None:
    """Brings a server's database up and lays its row rules, as the tables' owner, in one transaction.

    Raises `CaseFileError` when nobody has prepared it, or it is newer than this program.
    """
    engine = engine_at(owner)
    with transaction(engine) as connection:
        # One at a time: the others find it done, however long it takes.
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if not are_roles_made(connection):
            raise CaseFileError("database-not-prepared")
        found = found_version(connection, engine.url.database or "")
        if found != newest_version():
            bring_up(connection, keys)
        if not row_rules.are_laid(connection):
            row_rules.lay(connection)
    engine.dispose()


def _make_server_ready(engine: Engine, file: str, keys: Keys) -> None:
    """The app's own role changes no tables: an owner does, where the environment names one."""
    owner = os.environ.get(OWNER)
    if not _is_server_ready(engine, file):
        if not owner:
            raise CaseFileError("database-not-migrated", file=file, known=newest_version())
        migrate(owner, keys)
    with transaction(engine, writes=False) as connection:
        refuse_strong_role(connection)
    _clear_erased(engine, keys)


def _is_server_ready(engine: Engine, file: str) -> bool:
    with transaction(engine, writes=False) as connection:
        return found_version(connection, file) == newest_version() and row_rules.are_laid(connection)


def _clear_erased(engine: Engine, keys: Keys) -> None:
    """Removes what a copy that was put back still has of cases that were erased since, as the program itself."""
    erased = keys.erased()
    if not erased:
        return
    with transaction(engine) as connection:
        acting(connection, SYSTEM)
        connection.execute(delete(cases).where(cases.c.id.in_(erased)))


def bring_up(connection: Connection, keys: Keys, to: str = "head") -> None:
    """Runs the migrations that are missing, in the transaction that the connection is in."""
    config = _config()
    config.attributes.update(connection=connection, keys=keys)
    command.upgrade(config, to)


def found_version(connection: Connection, file: str) -> str | None:
    """The file's version, None when it is empty. `CaseFileError` when it is newer, or some other program's."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    known = {script.revision for script in _scripts().walk_revisions()}
    if "alembic_version" in names:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if found in known:
            return str(found)
    elif "schema_version" in names:
        number = connection.execute(text("SELECT version FROM schema_version")).scalar_one_or_none()
        if number is not None and number < int(min(known)):
            return f"{number:04d}"
        found = None if number is None else f"{number:04d}"
        if found in known:
            return found
    else:
        found = None
    if found is None:
        raise CaseFileError("not-a-case-file", file=file)
    raise CaseFileError("newer-case-file", file=file, found=found, known=newest_version())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config
