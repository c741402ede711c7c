"""People, log, course and protection; and everything that was kept in plain is sealed, each case with its own key."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import context, op

from storage.columns import Moment
from storage.keys import Keys
from storage.records import CaseId
from storage.sealing import place, seal

revision = "0005"
down_revision = "0004"

_VERSIONED = (
    "facts", "timetables", "handled_alerts", "summary_marks", "plans", "documents", "answer_rounds", "unsafe_settings",
    "done_tasks", "hand_changes", "decisions",
)  # fmt: skip
_MOMENT = sa.DateTime(timezone=True)
_ID = sa.String(36)


def upgrade() -> None:
    """Adds the tables, and seals."""
    for column in (
        sa.Column("state", sa.String(32), nullable=False, server_default="mapping"),
        sa.Column("unit", _ID, nullable=False, server_default=""),
        sa.Column("is_protected", sa.Boolean, nullable=False, server_default=sa.false()),
    ):
        op.add_column("cases", column)
    for name in (*_VERSIONED, "answer_events"):
        op.add_column(name, sa.Column("by", _ID, nullable=False, server_default="alone"))
    _make_moves_and_log()
    _make_people()
    _make_case_people()
    _seal_all(context.config.attributes["keys"])
    version = sa.table("schema_version", sa.column("version"))
    op.execute(sa.update(version).values(version=5))


def _make_moves_and_log() -> None:
    op.create_table(
        "moves",
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by", _ID, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column(
            "number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False
        ),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", _ID, nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("case_id", _ID, nullable=True),
        sa.Column("content", sa.LargeBinary, nullable=True),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_audit_case_id", "audit", ["case_id"])
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
            )


def _make_people() -> None:
    op.create_table(
        "users",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("issuer", sa.String(255), nullable=False),
        sa.Column("subject", sa.String(255), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("issuer", "subject"),
    )
    op.create_table(
        "units",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "memberships",
        sa.Column("user_id", _ID, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("role", sa.String(32), primary_key=True),
        sa.Column("unit", _ID, primary_key=True),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("user_id", _ID, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("proved_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
    )
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])


def _make_case_people() -> None:
    op.create_table(
        "case_people",
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("user_id", _ID, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("role", sa.String(32), primary_key=True),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("is_blocked", sa.Boolean, nullable=False),
    )
    op.create_table(
        "break_glass",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("case_id", _ID, sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("user_id", _ID, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("second_user", _ID, nullable=True),
        sa.Column("reviewed_at", _MOMENT, nullable=True),
        sa.Column("reviewed_by", _ID, nullable=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_break_glass_case_id", "break_glass", ["case_id"])


def _seal_all(keys: Keys) -> None:
    """Seals every row; `secure_delete` overwrites what stood there. A key from an attempt that failed is used."""
    connection = op.get_bind()
    made = keys.every()
    cases = sa.table("cases", sa.column("id"), sa.column("created_at", Moment))
    for case_id, created_at in connection.execute(sa.select(cases.c.id, cases.c.created_at)).all():
        key = made.get(CaseId(case_id)) or keys.make_for(CaseId(case_id), created_at)
        for name in _VERSIONED:
            table = sa.table(name, *map(sa.column, ("case_id", "number", "content")))
            _seal_rows(connection, table, "number", case_id, key)
        events = sa.table("answer_events", *map(sa.column, ("case_id", "id", "content")))
        _seal_rows(connection, events, "id", case_id, key)


def _seal_rows(connection: sa.Connection, table: Any, row: str, case_id: str, key: Any) -> None:
    mine = table.c.case_id == case_id
    for number, content in connection.execute(sa.select(table.c[row], table.c.content).where(mine)).all():
        sealed = seal(key, content, place(table.name, number))
        connection.execute(sa.update(table).where(mine, table.c[row] == number).values(content=sealed))
