"""Copies and the log from the command line: each says in a line what it came to."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from casework.backup_copies import key_copies
from casework.unlocking import CASE_FILE, Places, Safe, the_safe
from storage.anchors import ANCHOR_FILE
from storage.encrypted_backup import COPIES
from tests.command_line import Run, expect_one_line, runner
from tests.opened_store import QUICK


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands on a folder with one case."""
    made = runner(tmp_path, monkeypatch, capsys)
    made("case", "new", "--name", "Kim")
    return made


@pytest.fixture
def copy(run: Run, tmp_path: Path) -> Path:
    """A copy that has been made."""
    said = run("backup", "make")
    assert said.status == 0
    return tmp_path / "kept" / COPIES / said.last.removeprefix("Kopian är gjord: ")


def test_a_copy_is_listed_checked_and_put_back(run: Run, copy: Path) -> None:
    """And what is lost is told by day and time."""
    assert run("backup", "list").last.startswith(f"{copy.name}  gjord ")
    assert run("backup", "check", copy).last == "Kopian är hel: 1 ärende, 2 rader i loggen."
    run("case", "new", "--name", "Bo")
    said = run("backup", "restore", copy)
    assert said.status == 0
    assert said.out.startswith("Kopian är återställd. Det som sparades efter klockan ")
    assert "undanlagd" in said.last
    assert "Bo" not in run("case", "list").out
    assert run("backup", "list").status == 0


def test_without_copies_it_says_so(run: Run) -> None:
    """Nothing to list is no fault."""
    said = run("backup", "list")
    assert (said.status, said.last) == (0, "Det finns inga kopior än.")


def test_a_damaged_copy_is_one_line(run: Run, copy: Path) -> None:
    """Whether it is checked or was to be put back; so is one that is none."""
    copy.write_bytes(copy.read_bytes()[:-1])
    expect_one_line(run("backup", "check", copy), copy.name, "skadad")
    expect_one_line(run("backup", "restore", copy), copy.name, "skadad")
    other = copy.with_name("other")
    other.write_text("no backup", encoding="utf-8")
    expect_one_line(run("backup", "restore", other), "other", "inte en säkerhetskopia")


def test_a_new_computer_takes_the_printed_key(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read from standard input, so that no history of commands keeps it."""
    old = Safe(Places.of({"STEGVIS_DATA": str(tmp_path / "old")}), QUICK)
    printed = old.set_up("en lång fras för prov")
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path / "old"))
    monkeypatch.delenv("STEGVIS_KEY_FILE")
    the_safe().unlock("en lång fras för prov")
    from casework.app_verbs import the_store  # noqa: PLC0415  the folder is set just above
    from casework.backups import make_backup  # noqa: PLC0415  the folder is set just above

    made = make_backup(the_store())
    (key_copy,) = key_copies(old.places)
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path / "new"))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{printed}\n"))
    said = run("backup", "restore", made.file, "--keys", key_copy.file)
    assert (said.status, said.last) == (0, "Kopian är återställd. Inget är borta."), said
    assert printed not in said.out


def test_a_log_that_holds_says_where_it_stands(run: Run) -> None:
    """With the sign that documents bear."""
    said = run("audit", "verify")
    assert said.status == 0
    assert said.last.startswith("Loggen håller ihop: ")


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE audit SET actor = 'nobody' WHERE number = 1", "Rad 1 i loggen är ändrad."),
        ("DELETE FROM audit WHERE number = 1", "Rad 1 saknas i loggen."),
    ],
)
def test_a_log_that_was_changed_says_where(run: Run, tmp_path: Path, sql: str, says: str) -> None:
    """And the status is that of bad input."""
    run("case", "list")
    with closing(sqlite3.connect(tmp_path / "kept" / CASE_FILE, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("DROP TRIGGER audit_no_delete")
        connection.execute(sql)
    said = run("audit", "verify")
    assert (said.status, said.last) == (2, says)


def test_a_log_whose_end_was_cut_off_says_since_when_it_was_whole(run: Run, tmp_path: Path) -> None:
    """By what is written down apart from it."""
    (tmp_path / "kept" / ANCHOR_FILE).write_text(
        f"2026-11-23T08:10:00+00:00 99 {'07' * 32}\n", encoding="utf-8"
    )
    said = run("audit", "verify")
    assert said.status == 2
    assert said.last == "De senaste raderna i loggen är bortklippta: rad 99 fanns."
