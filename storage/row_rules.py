"""The row rules of a database server, as SQL: who is shown and may add which rows, whatever the program asks for.

They are the third layer (security.md §6): they hold against the program's own mistakes, not against somebody who can
write SQL of their own, since whoever connects says who acts (`storage.engine.acting`). One permissive policy for each
table and command, so that two can never be combined into what neither allows. `docs/security/row-rules.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from sqlalchemy import Boolean, Column, Connection, MetaData, String, Table, delete, insert, select, text

from planning.workflow.states import FIRST, State, phase_of
from storage.people import OF_THE_CASE
from storage.row_functions import FUNCTIONS, SCHEMA
from storage.row_permits import permits, turns
from storage.schema import OF_A_CASE

APP, RULES = "stegvis_app", "stegvis_rules"
"""What the app's role may do is granted to the first. The second owns the functions, and alone sees past the rules."""

RULED = tuple(table.name for table in OF_A_CASE)
"""Tables of what is kept of a case."""
PEOPLE = tuple(table.name for table in OF_THE_CASE)

GRANTS: Mapping[str, str] = {
    "cases": "SELECT, INSERT, UPDATE, DELETE",
    **dict.fromkeys(RULED, "SELECT, INSERT, DELETE"),
    "case_people": "SELECT, INSERT, UPDATE, DELETE",
    "break_glass": "SELECT, INSERT, UPDATE, DELETE",
    "audit": "SELECT, INSERT",
    "users": "SELECT, INSERT, UPDATE",
    "units": "SELECT, INSERT, UPDATE",
    "memberships": "SELECT, INSERT, UPDATE, DELETE",
    "sessions": "SELECT, INSERT, UPDATE, DELETE",
    "schema_version": "SELECT",
    "alembic_version": "SELECT",
}
"""What the app may do with which table at all. A table that is not named here is closed to it."""

_tables = MetaData(schema=SCHEMA)
_permits = Table(
    "permits", _tables, *(Column(name, String(64), primary_key=True) for name in ("door", "role", "relation", "phase")),
    Column("is_protected", Boolean, primary_key=True),
)  # fmt: skip
_phases = Table("phases", _tables, Column("state", String(32), primary_key=True), Column("phase", String(32)))
_turns = Table("turns", _tables, *(Column(name, String(32), primary_key=True) for name in ("start", "end", "action")))
_laid = Table("laid", _tables, Column("fingerprint", String(64), primary_key=True))


def _shown(table: str) -> str:
    return f"ANY ((SELECT {SCHEMA}.shown('{table}'))::text[])"


def _open(door: str) -> str:
    return f"ANY ((SELECT {SCHEMA}.open('{door}'))::text[])"


_TOUCHED = f"ANY ((SELECT {SCHEMA}.touched())::text[])"
_ME = f"(SELECT {SCHEMA}.actor())"
_GONE = f"USING (case_id = {_open('do.erase')})"


def policies() -> Iterator[tuple[str, str, str]]:
    """Table, command and expression of every policy: one for each command that the app has at all."""
    is_new = f"state = '{FIRST.value}' AND NOT is_protected AND unit = ANY ((SELECT {SCHEMA}.units())::text[])"
    yield "cases", "SELECT", f"USING (id = {_shown('cases')})"
    yield "cases", "INSERT", f"WITH CHECK ({is_new})"
    # USING is what it takes to hold a case, which a look does too; what is changed is judged by CHECK and a trigger.
    changed = f"id = {_open('cases.add')} OR id = {_TOUCHED}"
    yield "cases", "UPDATE", f"USING (id = {_shown('cases')}) WITH CHECK ({changed})"
    yield "cases", "DELETE", f"USING (id = {_open('do.erase')})"
    for table in RULED:
        yield table, "SELECT", f"USING (case_id = {_shown(table)})"
        finished = f" OR case_id = {_TOUCHED}" if table == "facts" else ""
        yield table, "INSERT", f"WITH CHECK (case_id = {_open(table + '.add')}{finished})"
        yield table, "DELETE", _GONE
    yield from _of_people()
    yield from _of_emergencies()


def _of_people() -> Iterator[tuple[str, str, str]]:
    named = f"case_id = {_open('do.assign')}"
    kept_from = f"{named} OR case_id = {_open('do.set_protection')}"
    # Whoever plans in a case that they raise is named for it at once; nobody else names themselves.
    own = f"user_id = {_ME} AND role = 'coach' AND relation = 'assigned' AND {SCHEMA}.is_new_born(case_id)"
    yield "case_people", "SELECT", f"USING (user_id = {_ME} OR case_id = {_shown('case_people')})"
    yield "case_people", "INSERT", f"WITH CHECK ({named} OR ({own}))"
    yield "case_people", "UPDATE", f"USING ({kept_from}) WITH CHECK ({kept_from})"
    yield "case_people", "DELETE", f"USING ({named} OR case_id = {_open('do.erase')})"


def _of_emergencies() -> Iterator[tuple[str, str, str]]:
    watching = f"(SELECT {SCHEMA}.watches())"
    seen = f"user_id = {_ME} OR second_user = {_ME} OR case_id = {_shown('break_glass')} OR {watching}"
    # A protection that begins ends the emergencies of those who were alone, whoever begins it.
    changed = f"case_id = {_open('break_glass.add')} OR case_id = {_TOUCHED} OR {watching}"
    yield "break_glass", "SELECT", f"USING ({seen} OR case_id = {_TOUCHED})"
    yield "break_glass", "INSERT", f"WITH CHECK (user_id = {_ME} AND case_id = {_open('break_glass.add')})"
    yield "break_glass", "UPDATE", f"USING ({changed}) WITH CHECK ({changed})"
    yield "break_glass", "DELETE", _GONE


def fingerprint() -> str:
    """Of all that is laid: another one means that the database has rules of another version of the program."""
    said = (sorted(GRANTS.items()), list(policies()), FUNCTIONS, sorted(permits()), sorted(turns()))
    return hashlib.sha256(repr(said).encode()).hexdigest()


def are_laid(connection: Connection) -> bool:
    """Whether the database has these very rules."""
    if connection.execute(text("SELECT to_regclass(:name)"), {"name": f"{SCHEMA}.laid"}).scalar() is None:
        return False
    if not connection.execute(text("SELECT has_schema_privilege(:name, 'USAGE')"), {"name": SCHEMA}).scalar():
        return False
    return connection.execute(select(_laid.c.fingerprint)).scalar() == fingerprint()


def lay(connection: Connection) -> None:
    """Lays them anew, as the tables' owner, in the transaction that the connection is in."""
    _run(connection, f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    _run(connection, f"GRANT USAGE, CREATE ON SCHEMA {SCHEMA} TO {RULES}")
    _tables.create_all(connection)
    _fill(connection)
    _run(connection, f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {RULES}")
    _run(connection, f"GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {RULES}")
    for signature, body in FUNCTIONS.items():
        _run(connection, f"CREATE OR REPLACE FUNCTION {SCHEMA}.{signature} {body}")
        name = signature.split(" RETURNS ")[0].replace("VARIADIC doors ", "VARIADIC ")
        _run(connection, f"ALTER FUNCTION {SCHEMA}.{name} OWNER TO {RULES}")
        _run(connection, f"REVOKE ALL ON FUNCTION {SCHEMA}.{name} FROM PUBLIC")
        _run(connection, f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{name} TO {APP}")
    _run(connection, f"REVOKE CREATE ON SCHEMA {SCHEMA} FROM {RULES}")
    _rule(connection)
    _grant(connection)


def _fill(connection: Connection) -> None:
    rows = {
        _permits: [permit._asdict() for permit in sorted(permits())],
        _phases: [{"state": state.value, "phase": phase_of(state).value} for state in State],
        _turns: [turn._asdict() for turn in sorted(turns())],
        _laid: [{"fingerprint": fingerprint()}],
    }
    for table, given in rows.items():
        connection.execute(delete(table))
        connection.execute(insert(table), given)


def _rule(connection: Connection) -> None:
    """Policies and triggers: those that are there go, whoever made them."""
    known = "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'"
    for table, policy in connection.execute(text(known)).all():
        _run(connection, f'DROP POLICY "{policy}" ON public."{table}"')
    for table in ("cases", *RULED, *PEOPLE):
        _run(connection, f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY")
        _run(connection, f"ALTER TABLE public.{table} FORCE ROW LEVEL SECURITY")
    for table, command, expression in policies():
        name = f"{table}_{command.lower()}"
        _run(connection, f"CREATE POLICY {name} ON public.{table} AS PERMISSIVE FOR {command} TO PUBLIC {expression}")
    _run(connection, "DROP TRIGGER IF EXISTS guard_case ON public.cases")
    _run(
        connection,
        "CREATE TRIGGER guard_case BEFORE INSERT OR UPDATE ON public.cases "
        f"FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.guard_case()",
    )


def _grant(connection: Connection) -> None:
    _run(connection, f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {APP}")
    _run(connection, f"GRANT USAGE ON SCHEMA public, {SCHEMA} TO {APP}")
    _run(connection, f"GRANT SELECT ON {SCHEMA}.laid TO {APP}")
    for table, rights in GRANTS.items():
        _run(connection, f"GRANT {rights} ON public.{table} TO {APP}")


def _run(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
