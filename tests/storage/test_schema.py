"""Which files are opened, and which are refused with a clear word."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from planning.errors import CaseFileError
from storage.schema import OF_A_CASE, VERSION, metadata
from storage.store import CaseStore

ROOT = Path(__file__).parents[2]


def run(file: Path, sql: str) -> None:
    """One statement, past the program."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(sql)


def code_of_opening(file: Path) -> str:
    """What the reader is told when that file is opened."""
    with pytest.raises(CaseFileError) as told:
        CaseStore(file)
    return told.value.code


def test_a_new_file_is_made_ready_and_opens_again(tmp_path: Path) -> None:
    """The version stands in the file once, however often it is opened."""
    file = tmp_path / "a.stegvis"
    for _ in range(3):
        CaseStore(file).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version FROM schema_version").fetchall() == [(VERSION,)]


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    """A file of a later version is refused by both versions' numbers, and not a byte of it changes."""
    file = tmp_path / "a.stegvis"
    CaseStore(file).close()
    run(file, f"UPDATE schema_version SET version = {VERSION + 1}")
    before = file.read_bytes()
    with pytest.raises(CaseFileError) as told:
        CaseStore(file)
    assert (told.value.code, told.value.data) == (
        "newer-case-file", {"file": "a.stegvis", "found": VERSION + 1, "known": VERSION},
    )
    assert file.read_bytes() == before


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    """Neither a text, nor a database of somebody else's, is taken for a case file or written to."""
    (tmp_path / "text").write_text("Not a database, though long enough to be looked at. " * 40, encoding="utf-8")
    run(tmp_path / "other.db", "CREATE TABLE notes (x)")
    for name in ("text", "other.db"):
        before = (tmp_path / name).read_bytes()
        assert code_of_opening(tmp_path / name) == "not-a-case-file"
        assert (tmp_path / name).read_bytes() == before


def test_two_processes_may_make_the_same_file_at_once(tmp_path: Path) -> None:
    """Whichever comes second finds it made."""
    script = "import sys; sys.path.insert(0, sys.argv[1])\nfrom storage.store import CaseStore\nCaseStore(sys.argv[2])"
    arguments = [sys.executable, "-c", script, str(ROOT), str(tmp_path / "a.stegvis")]
    all_of_them = [subprocess.Popen(arguments) for _ in range(3)]
    assert [process.wait(60) for process in all_of_them] == [0, 0, 0]
    CaseStore(tmp_path / "a.stegvis").check()


def test_every_table_of_a_case_is_known_to_erasing() -> None:
    """A table with a case's id that erasing does not know would keep what should be gone."""
    with_case = {table for table in metadata.tables.values() if "case_id" in table.columns}
    assert with_case == set(OF_A_CASE)


def test_what_is_said_of_a_student_stands_only_in_content() -> None:
    """Every other column holds an opaque id, a number or a time, so that sealing `content` seals all."""
    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    assert columns == {
        "id", "case_id", "number", "version", "revision", "created_at", "changed_at", "stored_at", "at", "content",
    }


def test_the_tables_can_be_made_on_a_database_server_too() -> None:
    """PostgreSQL has a type for every column: content as bytes, moments with their zone."""
    server = postgresql.dialect()
    said = {name: str(CreateTable(table).compile(dialect=server)) for name, table in metadata.tables.items()}
    assert "content BYTEA NOT NULL" in said["answer_events"]
    assert "stored_at TIMESTAMP WITH TIME ZONE NOT NULL" in said["answer_events"]
    assert "PRIMARY KEY (case_id, number)" in said["plans"]
