"""What the tables hold, and where what is said of a student may stand."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import LargeBinary
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from storage.audit import audit
from storage.columns import metadata
from storage.migrating import newest_version
from storage.people import OF_THE_CASE
from storage.schema import OF_A_CASE
from tests.opened_store import opened_store

ROOT = Path(__file__).parents[2]
OUTSIDE_SEALS = {"previous", "hash"}
"""Bytes that are not sealed: the log's chain."""


def test_a_new_file_is_made_ready_and_opens_again(tmp_path: Path) -> None:
    """The version stands in the file once, however often it is opened, for this program and for older ones."""
    file = tmp_path / "a.stegvis"
    for _ in range(3):
        opened_store(file).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest_version(),)]
        ((version,),) = connection.execute("SELECT version FROM schema_version").fetchall()
    # Before there was a log the version was 4, and a program of that time refuses a higher one.
    assert version > 4


def test_two_processes_may_make_the_same_file_at_once(tmp_path: Path) -> None:
    """Whichever comes second finds it made."""
    opened_store(tmp_path / "other" / "keys-are-made-here.stegvis")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from storage.actor import ALONE\n"
        "from storage.store import CaseStore\n"
        "from tests.opened_store import opened_keys\n"
        "CaseStore(Path(sys.argv[2]), opened_keys(Path(sys.argv[3])), ALONE)"
    )
    arguments = [sys.executable, "-c", script, str(ROOT), str(tmp_path / "a.stegvis"), str(tmp_path / "other")]
    all_of_them = [subprocess.Popen(arguments) for _ in range(3)]
    assert [process.wait(60) for process in all_of_them] == [0, 0, 0]
    assert opened_store(tmp_path / "a.stegvis").check() is None


def test_every_table_of_a_case_is_known_to_erasing() -> None:
    """A table with a case's id that erasing does not know would keep what should be gone; the log alone stays."""
    with_case = {table for table in metadata.tables.values() if "case_id" in table.columns}
    assert with_case == {*OF_A_CASE, *OF_THE_CASE, audit}


def test_what_is_said_of_a_student_stands_only_in_content() -> None:
    """Every other column holds an opaque id, a number, a time, or a word of our own: a new one is thought over."""
    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    ids = {"id", "case_id", "user_id", "unit", "actor", "session", "second_user", "reviewed_by", "by"}
    times = {"created_at", "changed_at", "stored_at", "at", "seen_at", "proved_at", "ended_at", "until", "reviewed_at"}
    numbers = {"number", "version", "revision"}
    words = {"state", "role", "relation", "action", "outcome", "is_protected", "is_blocked", "is_active"}
    of_log_in = {"issuer", "subject"}
    assert columns == ids | times | numbers | words | of_log_in | OUTSIDE_SEALS | {"content"}


def test_all_bytes_are_sealed_but_the_log_s_chain() -> None:
    """A column of bytes with another name would be one that nobody seals."""
    found = {c.name for t in metadata.tables.values() for c in t.columns if isinstance(c.type, LargeBinary)}
    assert found == OUTSIDE_SEALS | {"content"}


def test_the_tables_can_be_made_on_a_database_server_too() -> None:
    """PostgreSQL has a type for every column: content as bytes, moments with their zone."""
    server = postgresql.dialect()
    said = {name: str(CreateTable(table).compile(dialect=server)) for name, table in metadata.tables.items()}
    assert "content BYTEA NOT NULL" in said["answer_events"]
    assert "stored_at TIMESTAMP WITH TIME ZONE NOT NULL" in said["answer_events"]
    assert "PRIMARY KEY (case_id, number)" in said["plans"]
    assert "number BIGINT NOT NULL" in said["audit"]
