"""A copy is whole, checked, and never in the way of the one before it."""

from __future__ import annotations

import datetime as dt
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from planning.errors import CaseFileError
from storage import backup, engine
from storage.backup import alone_in
from storage.records import CaseId
from storage.store import CaseStore
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


def add_case(store: CaseStore, name: str) -> None:
    """One more case."""
    with store.writing() as writer:
        writer.add_case(CaseId(name), AT, state="mapping")


def case_ids(file: Path) -> set[str]:
    """The cases in that file."""
    with closing(sqlite3.connect(file)) as connection:
        return {id_ for (id_,) in connection.execute("SELECT id FROM cases")}


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with one case."""
    made = opened_store(tmp_path / "cases.stegvis")
    add_case(made, "first")
    return made


def test_a_copy_opens_as_the_file_does(store: CaseStore, tmp_path: Path) -> None:
    """It holds what the file held, is its owner's alone, and leaves nothing beside it."""
    store.backup_to(tmp_path / "copies" / "copy.stegvis")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.stegvis"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "copies" / "copy.stegvis").stat().st_mode) == 0o600
    assert case_ids(tmp_path / "copies" / "copy.stegvis") == {"first"}


def test_a_copy_taken_while_others_write_is_whole(store: CaseStore, tmp_path: Path) -> None:
    """It holds one state: every case from the first to some last one."""
    def write_many() -> None:
        for number in range(60):
            add_case(store, f"{number:02d}")

    writer = threading.Thread(target=write_many)
    writer.start()
    for copy in range(5):
        store.backup_to(tmp_path / f"{copy}.stegvis")
    writer.join()
    for copy in range(5):
        found = sorted(case_ids(tmp_path / f"{copy}.stegvis") - {"first"})
        assert found == [f"{number:02d}" for number in range(len(found))]


def test_a_copy_that_does_not_hold_leaves_the_one_before_it(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older copy is replaced only by one that has been checked."""
    target = tmp_path / "copy.stegvis"
    store.backup_to(target)
    before = target.read_bytes()
    add_case(store, "second")
    copy = backup.copy_into

    def copy_and_damage(*arguments: object) -> None:
        copy(*arguments)  # type: ignore[arg-type]  # the arguments are handed on as they came
        part = target.with_name(target.name + ".part")
        whole = part.read_bytes()
        part.write_bytes(whole[: len(whole) // 2])

    monkeypatch.setattr(backup, "copy_into", copy_and_damage)
    with pytest.raises(CaseFileError) as told:
        store.backup_to(target)
    assert told.value.code == "file-is-damaged"
    assert target.read_bytes() == before
    assert not target.with_name(target.name + ".part").exists()


def test_a_file_is_not_copied_onto_itself(store: CaseStore, tmp_path: Path) -> None:
    """The case file is never the place of its own copy, by whatever spelling."""
    with pytest.raises(CaseFileError, match="backup-onto-itself"):
        store.backup_to(tmp_path / "." / "cases.stegvis")
    assert case_ids(tmp_path / "cases.stegvis") == {"first"}


def test_damage_in_the_structure_is_found(store: CaseStore, tmp_path: Path) -> None:
    """A file whose pages do not hang together is told as damaged."""
    store.close()
    file = tmp_path / "cases.stegvis"
    whole = bytearray(file.read_bytes())
    whole[4096:8192] = b"\xff" * 4096
    file.write_bytes(whole)
    with pytest.raises(CaseFileError) as told:
        opened_store(file).check()
    assert told.value.code == "file-is-damaged"


def test_one_process_at_a_time_copies(tmp_path: Path) -> None:
    """The lock goes with its holder, also one that is killed in the middle."""
    script = (
        "import sys, os; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from storage.backup import alone_in\n"
        "with alone_in(Path(sys.argv[2])):\n"
        "    print('in', flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    root = Path(__file__).parents[2]
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(root), str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"in\n"

    def come_in() -> str:
        try:
            with alone_in(tmp_path):
                return "in"
        except CaseFileError as error:
            return error.code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "PRAGMAS", ("PRAGMA busy_timeout = 50",))
        assert come_in() == "file-is-busy"
    holder.kill()
    holder.wait()
    assert come_in() == "in"
