"""The tables of the versions before Alembic, 1 to 4: each only added tables, so that what is missing is made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = None

_VERSIONED = (
    "facts", "timetables", "handled_alerts", "summary_marks", "plans", "documents", "answer_rounds", "unsafe_settings",
    "done_tasks", "hand_changes", "decisions",
)  # fmt: skip
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes what is not there yet."""
    op.create_table("schema_version", sa.Column("version", sa.Integer, primary_key=True), if_not_exists=True)
    op.create_table(
        "cases",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "answer_events",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("case_id", sa.String(36), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("stored_at", _MOMENT, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_answer_events_case_id", "answer_events", ["case_id"], if_not_exists=True)
    for name in _VERSIONED:
        op.create_table(
            name,
            sa.Column("case_id", sa.String(36), sa.ForeignKey("cases.id"), primary_key=True),
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("at", _MOMENT, nullable=False),
            sa.Column("content", sa.LargeBinary, nullable=False),
            if_not_exists=True,
        )
    version = sa.table("schema_version", sa.column("version"))
    op.execute(sa.delete(version))
    op.execute(sa.insert(version).values(version=4))
