"""The proposal as it left, for whoever answers it in the app, and what a rektor has written of an answer so far."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds the two; on a database server their rows go with their case, as all others do."""
    for name in ("proposals", "answer_drafts"):
        op.create_table(
            name,
            sa.Column(
                "case_id",
                sa.String(36),
                sa.ForeignKey("cases.id", name=f"{name}_case_id_fkey", ondelete=_ondelete()),
                primary_key=True,
            ),
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("by", sa.String(36), nullable=False),
            sa.Column("content", sa.LargeBinary, nullable=False),
        )
    version = sa.table("schema_version", sa.column("version"))
    op.execute(sa.update(version).values(version=7))


def _ondelete() -> str | None:
    return "CASCADE" if op.get_bind().dialect.name == "postgresql" else None
