"""Case files as earlier versions of the program left them, made by their own SQL, with everything in plain."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

FIRST, SECOND = "case-first", "case-second"
MOMENT = "2026-09-01 07:30:00.000000"
CANARY = "Kanariefågel"
"""Stands in everything that is kept in these files."""

_OF_VERSION_1 = ("facts", "timetables", "handled_alerts", "summary_marks", "plans", "documents")
TABLES = {
    1: _OF_VERSION_1,
    2: (*_OF_VERSION_1, "answer_rounds", "unsafe_settings", "done_tasks"),
    3: (*_OF_VERSION_1, "answer_rounds", "unsafe_settings", "done_tasks", "hand_changes"),
    4: (*_OF_VERSION_1, "answer_rounds", "unsafe_settings", "done_tasks", "hand_changes", "decisions"),
}
"""The tables of numbered things, by version."""
_FIXED = """
CREATE TABLE schema_version (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE cases (id VARCHAR(36) NOT NULL, created_at DATETIME NOT NULL, changed_at DATETIME NOT NULL,
    revision INTEGER NOT NULL, PRIMARY KEY (id));
CREATE TABLE answer_events (id VARCHAR(64) NOT NULL, case_id VARCHAR(36) NOT NULL, stored_at DATETIME NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (id), FOREIGN KEY(case_id) REFERENCES cases (id));
CREATE INDEX ix_answer_events_case_id ON answer_events (case_id);
"""
_NUMBERED = """
CREATE TABLE {name} (case_id VARCHAR(36) NOT NULL, number INTEGER NOT NULL, at DATETIME NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (case_id, number), FOREIGN KEY(case_id) REFERENCES cases (id));
"""


def make_old_file(file: Path, version: int, facts: dict[str, list[bytes]], event: bytes) -> None:
    """A file of that version: each case with those facts, one event, and a row with a canary in every other table."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(_FIXED + "".join(_NUMBERED.format(name=name) for name in TABLES[version]))
        connection.execute("INSERT INTO schema_version VALUES (?)", (version,))
        for case_id, contents in facts.items():
            connection.execute("INSERT INTO cases VALUES (?, ?, ?, ?)", (case_id, MOMENT, MOMENT, 3))
            connection.execute(
                "INSERT INTO answer_events VALUES (?, ?, ?, ?)", (f"event-{case_id}", case_id, MOMENT, event)
            )
            for number, content in enumerate(contents, start=1):
                connection.execute("INSERT INTO facts VALUES (?, ?, ?, ?)", (case_id, number, MOMENT, content))
            for name in TABLES[version][1:]:
                other = f'{{"said": "{CANARY} {name}"}}'.encode()
                connection.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", (case_id, 1, MOMENT, other))
        connection.commit()


def plain_rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that stands in the file, table by table."""
    with closing(sqlite3.connect(file)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}
