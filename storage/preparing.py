"""Roles of a database server: one owns the tables and migrates, one is the app's and can neither change nor pass by
the rules. Both log in; what they may stands with two roles that do not.
"""

from __future__ import annotations

from sqlalchemy import URL, Connection, make_url, text
from sqlalchemy.exc import ArgumentError

from planning.errors import BadInput, CaseFileError
from storage.engine import engine_at, outside_transactions
from storage.row_rules import APP, RULES

_LOCK = 7_305_003


def prepare(admin: str, owner: str, app: str) -> None:
    """Makes what is missing of roles and database, as a superuser, with the passwords that the two URLs hold.

    Once more changes nothing but the passwords. Raises `BadInput` for a URL that cannot be used, `CaseFileError`.
    """
    admins, owners, apps = (_server_url(url) for url in (admin, owner, app))
    if owners.username == apps.username or owners.database != apps.database:
        raise BadInput("database-roles-alike", field="STEGVIS_DATABASE")
    around = engine_at(admins.render_as_string(hide_password=False))
    within = engine_at(admins.set(database=owners.database).render_as_string(hide_password=False))
    try:
        with outside_transactions(around) as connection:
            _make_all(connection, owners, apps)
        with outside_transactions(within) as connection:
            _open_to(connection, owners)
    finally:
        # With the connections goes the lock that one of them holds.
        within.dispose()
        around.dispose()


def _make_all(connection: Connection, owners: URL, apps: URL) -> None:
    """Roles and database. Roles belong to the whole server: two who prepare at once would meet."""
    connection.execution_options(isolation_level="AUTOCOMMIT")
    connection.execute(text("SET lock_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
    _make_roles(connection, owners, apps)
    known = text("SELECT 1 FROM pg_database WHERE datname = :name")
    if not connection.execute(known, {"name": owners.database}).scalar():
        _run(connection, f"CREATE DATABASE {_name(owners.database)} OWNER {_name(owners.username)}")


def _open_to(connection: Connection, owners: URL) -> None:
    """The database, to the owner and the app alone."""
    connection.execution_options(isolation_level="AUTOCOMMIT")
    # Before PostgreSQL 15 anybody could make tables there.
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    _run(connection, f"GRANT USAGE, CREATE ON SCHEMA public TO {_name(owners.username)}")
    _run(connection, f"REVOKE ALL ON DATABASE {_name(owners.database)} FROM PUBLIC")
    _run(connection, f"GRANT CONNECT ON DATABASE {_name(owners.database)} TO {APP}")


def refuse_strong_role(connection: Connection) -> None:
    """Raises `CaseFileError` where the app's own role could pass the row rules by."""
    is_strong = connection.execute(
        text(
            "SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, :rules, 'MEMBER') OR EXISTS ("
            "SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relname = 'cases' AND pg_has_role(r.oid, c.relowner, 'MEMBER')) "
            "FROM pg_roles r WHERE r.rolname = current_user"
        ),
        {"rules": RULES},
    ).scalar()
    if is_strong:
        raise CaseFileError("database-role-too-strong")


def are_roles_made(connection: Connection) -> bool:
    """Whether the server has been prepared."""
    known = text("SELECT count(*) FROM pg_roles WHERE rolname = ANY (:names)")
    return connection.execute(known, {"names": [APP, RULES]}).scalar() == 2


def _make_roles(connection: Connection, owners: URL, apps: URL) -> None:
    for role, rights in ((APP, "NOLOGIN"), (RULES, "NOLOGIN BYPASSRLS")):
        _make_role(connection, role, rights)
    plain = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB"
    for url in (owners, apps):
        _make_role(connection, url.username or "", plain, url.password)
    # The owner hands functions over to the role that they run as.
    _run(connection, f"GRANT {RULES} TO {_name(owners.username)}")
    _run(connection, f"GRANT {APP} TO {_name(apps.username)}")


def _make_role(connection: Connection, role: str, rights: str, password: object = None) -> None:
    known = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": role}).scalar()
    secret = f" PASSWORD {_quoted(connection, _scrambled(connection, role, str(password)))}" if password else ""
    _run(connection, f"{'ALTER' if known else 'CREATE'} ROLE {_name(role)} {rights}{secret}")


def _scrambled(connection: Connection, role: str, password: str) -> str:
    """What the server keeps of a password: it is not sent itself, so that no log of statements can hold it."""
    raw = connection.connection.driver_connection
    assert raw is not None
    made: bytes = raw.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode("ascii")


def _server_url(given: str) -> URL:
    try:
        url = make_url(given)
    except ArgumentError:
        # Not what was given: it may hold a password.
        raise BadInput("database-url", field="STEGVIS_DATABASE") from None
    if url.get_backend_name() != "postgresql" or not (url.username and url.database):
        raise BadInput("database-url", field="STEGVIS_DATABASE")
    return url


def _name(name: str | None) -> str:
    return '"' + (name or "").replace('"', '""') + '"'


def _quoted(connection: Connection, value: str) -> str:
    return str(connection.execute(text("SELECT quote_literal(:value)"), {"value": value}).scalar_one())


def _run(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
