"""The tables of a case file.

What is said about a student stands only in `content` columns: a noun as UTF-8 JSON, sealed with the case's own key. All
other columns are opaque ids, numbers, times, and words of our own. Tables of versions share one shape and are only ever
added to; erasing a case is the one act that removes rows. `storage.people` and `storage.audit` hold the tables of who
may what and of who did what.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table

from storage.columns import Moment, metadata

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))
"""Kept in step with the migrations, so that an older Stegvis sees that a file is too new for it."""

cases = Table(
    "cases",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    # Counts the changes that a plan depends on, so that a plan knows whether it is still of today.
    Column("revision", Integer, nullable=False),
    # What permissions and the database's own row rules ask of a case (`planning.workflow`, `casework.permissions`).
    Column("state", String(32), nullable=False),
    Column("unit", String(36), nullable=False),
    Column("is_protected", Boolean, nullable=False),
)


def _case_id(*, is_key: bool) -> Column[str]:
    return Column("case_id", String(36), ForeignKey("cases.id"), primary_key=is_key, nullable=False, index=not is_key)


def _versions(name: str) -> Table:
    """A table of numbered versions or notes of a case, from 1."""
    return Table(
        name,
        metadata,
        _case_id(is_key=True),
        Column("number", Integer, primary_key=True),
        Column("at", Moment, nullable=False),
        # The user who kept it, by an id that tells nothing.
        Column("by", String(36), nullable=False),
        Column("content", LargeBinary, nullable=False),
    )


answer_events = Table(
    "answer_events",
    metadata,
    # Made where the answer was given: the same event sent again meets this key and is stored once.
    Column("id", String(64), primary_key=True),
    _case_id(is_key=False),
    Column("stored_at", Moment, nullable=False),
    Column("by", String(36), nullable=False),
    Column("content", LargeBinary, nullable=False),
)
facts = _versions("facts")
timetables = _versions("timetables")
handled_alerts = _versions("handled_alerts")
summary_marks = _versions("summary_marks")
plans = _versions("plans")
documents = _versions("documents")
answer_rounds = _versions("answer_rounds")
unsafe_settings = _versions("unsafe_settings")
done_tasks = _versions("done_tasks")
hand_changes = _versions("hand_changes")
decisions = _versions("decisions")
moves = _versions("moves")
proposals = _versions("proposals")
answer_drafts = _versions("answer_drafts")

OF_A_CASE = (
    answer_events, facts, timetables, handled_alerts, summary_marks, plans, documents, answer_rounds, unsafe_settings,
    done_tasks, hand_changes, decisions, moves, proposals, answer_drafts,
)  # fmt: skip
"""Every table that holds what is kept of a case."""
