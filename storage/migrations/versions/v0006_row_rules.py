"""On a database server: what erasing, finding and the log need there. The row rules themselves are laid afterwards.

They are laid anew whenever they have changed (`storage.row_rules`), once all tables are there. A file has none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_OF_A_CASE = (
    "answer_events", "facts", "timetables", "handled_alerts", "summary_marks", "plans", "documents", "answer_rounds",
    "unsafe_settings", "done_tasks", "hand_changes", "decisions", "moves", "case_people", "break_glass",
)  # fmt: skip


def upgrade() -> None:
    """Adds them."""
    if op.get_bind().dialect.name == "postgresql":
        _let_rows_go_with_their_case()
        for table, column in (("cases", "unit"), ("case_people", "user_id"), ("break_glass", "user_id")):
            op.create_index(f"ix_{table}_{column}", table, [column])
        _close_the_log()
    version = sa.table("schema_version", sa.column("version"))
    op.execute(sa.update(version).values(version=6))


def _let_rows_go_with_their_case() -> None:
    """Who may erase a case need not see its rows: they go with it, whatever the row rules show."""
    for table in _OF_A_CASE:
        op.drop_constraint(f"{table}_case_id_fkey", table, type_="foreignkey")
        op.create_foreign_key(f"{table}_case_id_fkey", table, "cases", ["case_id"], ["id"], ondelete="CASCADE")


def _close_the_log() -> None:
    """The app's role has no right to change the log; this stops its owner's mistakes too."""
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is only added to' USING ERRCODE = '42501'; END $$"
    )
    for act, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        name = f"audit_no_{act.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER {name} BEFORE {act} ON audit FOR EACH {each} EXECUTE FUNCTION refuse_change()")
