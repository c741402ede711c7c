"""How a case file is opened, and what a transaction promises."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from planning.errors import Bug, CaseFileError
from storage.engine import engine_at, transaction

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """A file with one table of numbers."""
    made = engine_at(tmp_path / "numbers.stegvis")
    with transaction(made) as connection:
        connection.execute(text("CREATE TABLE numbers (n INTEGER PRIMARY KEY)"))
    return made


def numbers(engine: Engine) -> list[int]:
    """What is stored."""
    with transaction(engine, writes=False) as connection:
        return list(connection.execute(text("SELECT n FROM numbers ORDER BY n")).scalars())


def add(engine: Engine, number: int) -> None:
    """One number in a transaction of its own."""
    with transaction(engine) as connection:
        connection.execute(text("INSERT INTO numbers VALUES (:n)"), {"n": number})


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_has_the_settings_that_keep_answers_safe(engine: Engine, pragma: str, value: object) -> None:
    """The pragmas hold on the connection that the work is done on."""
    with transaction(engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_new_file_and_its_journal_are_their_owners_alone(tmp_path: Path) -> None:
    """Nobody else on the machine can read the file, its journal or its folder."""
    engine = engine_at(tmp_path / "cases" / "new.stegvis")
    with transaction(engine) as connection:
        connection.execute(text("CREATE TABLE t (x)"))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "cases").iterdir()}
    assert modes == {"new.stegvis": 0o600, "new.stegvis-journal": 0o600}
    assert stat.S_IMODE((tmp_path / "cases").stat().st_mode) == 0o700


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_whatever_interrupts_a_transaction_leaves_nothing_of_it(
    engine: Engine, interruption: type[BaseException]
) -> None:
    """Half a save is taken back, and the lock with it, also when the interruption is no ordinary error."""
    def interrupted() -> None:
        with transaction(engine) as connection:
            connection.execute(text("INSERT INTO numbers VALUES (1)"))
            raise interruption

    with pytest.raises(interruption):
        interrupted()
    add(engine, 2)
    assert numbers(engine) == [2]


def test_a_process_has_one_engine_for_a_file(engine: Engine, tmp_path: Path) -> None:
    """Opening the same file again by another spelling, or as a URL, gives the same engine."""
    assert engine_at(str(tmp_path / "." / "numbers.stegvis")) is engine
    assert engine_at(f"sqlite:///{tmp_path / 'numbers.stegvis'}") is engine


def test_a_read_sees_one_state_throughout(engine: Engine) -> None:
    """What another thread wants to store meanwhile waits until the reader is done, and is then there."""
    with transaction(engine, writes=False) as connection:
        query = text("SELECT count(*) FROM numbers")
        before = connection.execute(query).scalar_one()
        other = threading.Thread(target=add, args=(engine, 1))
        other.start()
        other.join(0.2)
        assert connection.execute(query).scalar_one() == before == 0
    other.join(5)
    assert numbers(engine) == [1]


def test_two_processes_write_to_the_same_file_without_failing(engine: Engine, tmp_path: Path) -> None:
    """Each read-and-add of both is there: nobody is refused, nothing is overwritten."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from sqlalchemy import text\n"
        "from storage.engine import engine_at, transaction\n"
        "engine = engine_at(sys.argv[2])\n"
        "for _ in range(40):\n"
        "    with transaction(engine) as connection:\n"
        "        n = connection.execute(text('SELECT coalesce(max(n), 0) + 1 FROM numbers')).scalar_one()\n"
        "        connection.execute(text('INSERT INTO numbers VALUES (:n)'), {'n': n})\n"
    )
    arguments = [sys.executable, "-c", script, str(ROOT), str(tmp_path / "numbers.stegvis")]
    both = [subprocess.Popen(arguments) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert numbers(engine) == list(range(1, 81))


def test_a_file_that_stays_busy_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time-out the reader is told that the file is busy, and nothing has been stored."""
    monkeypatch.setattr("storage.engine.PRAGMAS", ("PRAGMA busy_timeout = 50",))
    engine = engine_at(tmp_path / "busy.stegvis")
    with transaction(engine) as connection:
        connection.execute(text("CREATE TABLE numbers (n INTEGER PRIMARY KEY)"))
    other = sqlite3.connect(tmp_path / "busy.stegvis", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CaseFileError) as told:
        add(engine, 1)
    other.close()
    assert told.value.code == "file-is-busy"
    assert numbers(engine) == []


def test_a_full_disk_is_told_as_such_and_what_was_stored_stays(engine: Engine) -> None:
    """When the file cannot grow, the save fails whole, in plain terms."""
    add(engine, 1)
    with transaction(engine) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    def save() -> None:
        with transaction(engine) as connection:
            connection.execute(text("INSERT INTO numbers VALUES (2)"))
            connection.execute(text("CREATE TABLE more (x)"))

    with pytest.raises(CaseFileError) as told:
        save()
    assert told.value.code == "disk-is-full"
    assert numbers(engine) == [1]


def test_what_the_program_did_wrong_is_not_blamed_on_the_file(engine: Engine) -> None:
    """A broken rule of the tables is a bug of the program's own."""
    add(engine, 1)
    with pytest.raises(Bug):
        add(engine, 1)


def test_a_place_that_cannot_be_reached_is_told_as_such(tmp_path: Path) -> None:
    """A folder in the place of the file, or a file in the place of the folder, is one clear error."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in (tmp_path, tmp_path / "file" / "new.stegvis"):
        with pytest.raises(CaseFileError) as told:
            engine_at(place)
        assert told.value.code == "file-cannot-be-reached"


def test_what_was_said_does_not_travel_with_an_error(engine: Engine) -> None:
    """The values of a failing statement stand in no error text."""
    with pytest.raises(Bug) as told, transaction(engine) as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:x)"), {"x": "Test Testsson"})
    assert "Testsson" not in f"{told.value!r} {told.value.__cause__}"
