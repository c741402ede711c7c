"""How the row rules lie in the database: nothing that could let two of them combine, or be passed by."""

from __future__ import annotations

from storage.columns import metadata
from storage.row_permits import ADDED_BY, SHOWN_BY
from storage.row_rules import GRANTS, RULED
from tests.storage.postgres_server import Place, as_admin, place

__all__ = ["place"]


def test_no_two_permissive_rules_can_be_combined(place: Place) -> None:
    """One for each table and command, and none for all commands at once."""
    query = "SELECT tablename, cmd, count(*) FROM pg_policies WHERE permissive = 'PERMISSIVE' GROUP BY 1, 2"
    found = as_admin(query, place.name)
    assert [row for row in found if row[2] != 1 or row[1] == "ALL"] == []
    ruled = {"cases", *RULED, "case_people", "break_glass"}
    assert {row[0] for row in found} == ruled
    forced = as_admin("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity", place.name)
    assert {row[0] for row in forced} == ruled


def test_every_table_is_ruled_or_named(place: Place) -> None:
    """A new table is closed to the app until somebody has thought of it; one of a case has rules."""
    assert set(metadata.tables) | {"alembic_version"} == set(GRANTS)
    with_case = {name for name, rows in metadata.tables.items() if "case_id" in rows.c} - {"audit"}
    assert {"cases", *with_case} == set(SHOWN_BY) == set(ADDED_BY)


def test_a_view_asks_the_rules_of_whoever_looks(place: Place) -> None:
    """A view that ran as its owner would show everybody everything; today there is none."""
    views = as_admin(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') "
        "AND n.nspname IN ('public', 'row_rules') "
        "AND NOT coalesce(c.reloptions::text LIKE '%security_invoker=true%', false)",
        place.name,
    )
    assert views == []


def test_functions_that_see_past_the_rules_look_names_up_nowhere_else(place: Place) -> None:
    """Each has a fixed search path and belongs to the role that is made for it; the app cannot make others there."""
    loose = as_admin(
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'row_rules' AND (pg_get_userbyid(p.proowner) <> 'stegvis_rules' OR (p.prosecdef AND "
        "NOT coalesce(p.proconfig::text LIKE '%search_path=pg_catalog, pg_temp%', false)))",
        place.name,
    )
    assert loose == []
    makers = as_admin(
        "SELECT rolname FROM pg_roles WHERE rolname IN ('stegvis_app', 'stegvis_rules') "
        "AND (has_schema_privilege(rolname, 'row_rules', 'CREATE') "
        "OR has_schema_privilege(rolname, 'public', 'CREATE'))",
        place.name,
    )
    assert makers == []
