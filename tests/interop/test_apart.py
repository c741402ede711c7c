"""A file can end the process that reads it, and nothing else: the app says a sentence, and reads the next."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from interop import apart
from interop.apart import Readers
from interop.apart_limits import CPU_SECONDS
from planning.errors import BadInput
from wording.errors import say_error

if sys.platform != "win32":
    import resource

MODULE = "tests.interop.hostile_process"
JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
WITH_LIMITS = pytest.mark.skipif(sys.platform != "linux", reason="only Linux obeys every limit")


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """One process at a time, as patient as the app."""
    kept = Readers(MODULE)
    yield kept
    kept.close()


def read(readers: Readers, task: str, arguments: bytes = b"", content: bytes = b"") -> dict[str, Any]:
    """What the task comes to."""
    return readers.read(task, arguments, content, "klass.csv", JSON)


def seconds_of(act: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.monotonic()
    act()
    return time.monotonic() - began


@contextlib.contextmanager
def one_under_way(readers: Readers, folder: Path) -> Iterator[threading.Thread]:
    """While a file is being read, which ends with this."""
    read(readers, "echo")
    thread = threading.Thread(target=read, args=(readers, "wait_for", bytes(folder / "go on")))
    thread.start()
    while readers.processes():  # until it is no longer idle
        time.sleep(0.01)
    yield thread
    (folder / "go on").touch()
    thread.join()


def refused(readers: Readers, task: str, arguments: bytes = b"") -> BadInput:
    """What is said instead; the next file is read as if nothing had been."""
    with pytest.raises(BadInput) as told:
        read(readers, task, arguments)
    assert read(readers, "echo", b"next")["said"] == "next"
    assert say_error(told.value).startswith("klass.csv")
    assert "(" not in say_error(told.value)
    return told.value


def test_a_good_file_is_read_by_a_process_that_goes_on(readers: Readers) -> None:
    """Another process than this one, and the same for the next file, however large."""
    first = read(readers, "echo", "åäö".encode(), b"x" * 5_000_000)
    assert (first["said"], first["size"]) == ("åäö", 5_000_000)
    assert first["pid"] != os.getpid()
    assert read(readers, "echo")["pid"] == first["pid"]


def test_a_refusal_comes_over_as_it_was(readers: Readers) -> None:
    """Code and data, texts and numbers; the file is called what the app calls it."""
    error = refused(readers, "refuse")
    assert error.code == "headings_missing"
    assert error.data == {
        "file": "klass.csv", "field": "start", "missing": ("start", "3"), "most": 60, "half": "?",
    }  # fmt: skip


@WITH_LIMITS
def test_one_that_takes_a_gigabyte_is_ended(readers: Readers) -> None:
    """The app's own memory is untouched."""
    assert refused(readers, "allocate").code == "file_too_heavy"


@WITH_LIMITS
def test_one_that_computes_for_ever_is_ended() -> None:
    """By the system, when its seconds of computing are over, however patient the clock is."""
    readers = Readers(MODULE, seconds=3600)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert refused(readers, "loop").code == "file_too_slow"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    readers.close()
    assert CPU_SECONDS - 1 <= after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime < CPU_SECONDS + 5


@pytest.mark.parametrize("task", ["sleep", "loop"])
def test_one_that_is_late_is_ended_by_the_clock(task: str) -> None:
    """Whatever it does, and where the system watches nothing."""
    readers = Readers(MODULE, seconds=2)
    try:
        assert refused(readers, task).code == "file_too_slow"
    finally:
        readers.close()


@pytest.mark.parametrize("task", ["connect", "look_up", "start"])
def test_one_that_reaches_out_is_ended(readers: Readers, task: str) -> None:
    """Nobody is spoken with, nothing is started."""
    assert refused(readers, task).code == "file_reaches_out"


def test_nothing_is_written_beside_the_folder(readers: Readers, tmp_path: Path) -> None:
    """A file elsewhere is neither made nor emptied."""
    kept = tmp_path / "kept"
    kept.write_bytes(b"what stood there")
    for place in (kept, tmp_path / "new"):
        assert refused(readers, "write", str(place).encode()).code == "file_reaches_out"
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("kept", b"what stood there")]


def test_its_own_folder_is_all_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may write there, the folder goes with the process, and no address or key of the app is passed on."""
    monkeypatch.setenv("STEGVIS_DATABASE", "postgresql://hemlig")
    readers = Readers(MODULE)
    said = read(readers, "write_at_home")
    folder = Path(said["at"]).parent
    assert folder.is_dir()
    assert not [name for name in said["secrets"] if name.startswith("STEGVIS")]
    readers.close()
    assert not folder.exists()


@pytest.mark.parametrize("task", ["die", "leave", "break", "lie_as_text", "recurse"])
def test_one_that_breaks_the_reader_is_told_of(readers: Readers, task: str) -> None:
    """A crash, a silent end, an unlisted exception or an answer of another form: one sentence, without its words."""
    if task == "lie_as_text":
        with pytest.raises(BadInput) as told:
            readers.read("lie", b"", b"", "klass.csv", TypeAdapter(dict[str, str]))
        error = told.value
    else:
        error = refused(readers, task)
    assert error.code == "file_stops_reader"
    assert "Testsson" not in str(error)


@WITH_LIMITS
def test_one_that_has_grown_makes_room(readers: Readers) -> None:
    """Its answer counts, and the next file has a new process with all of its memory."""
    before = read(readers, "echo")["pid"]
    assert read(readers, "swell")["size"] == 300 * 2**20
    assert read(readers, "echo")["pid"] != before


def test_a_warm_reader_answers_at_once() -> None:
    """What has loaded while nobody waited reads a small file before anybody notices."""
    readers = Readers(MODULE)
    readers.warm()
    (process,) = readers.processes()
    assert read(readers, "echo")["pid"] == process
    assert min(seconds_of(lambda: read(readers, "echo")) for _ in range(5)) < 0.1
    readers.close()
    assert readers.processes() == ()


def test_files_wait_for_each_other_and_not_for_ever(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With one process the second file waits; when that takes too long it is told so."""
    monkeypatch.setattr(apart, "PATIENCE_SECONDS", 0.2)
    readers = Readers(MODULE)
    with one_under_way(readers, tmp_path), pytest.raises(BadInput) as told:
        read(readers, "echo")
    assert told.value.code == "reader_busy"
    readers.close()


def test_two_files_are_read_at_once_where_there_are_two(tmp_path: Path) -> None:
    """One that takes its time is nobody else's wait."""
    readers = Readers(MODULE, at_most=2, seconds=60)
    with one_under_way(readers, tmp_path) as first:
        assert read(readers, "echo", b"meanwhile")["said"] == "meanwhile"
        assert first.is_alive()
    assert len(readers.processes()) == 2
    readers.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_one_that_was_killed_while_it_waited_is_followed_by_another(readers: Readers) -> None:
    """As when the computer runs out of memory between two files."""
    (process,) = {read(readers, "echo")["pid"]}
    os.kill(process, signal.SIGKILL)
    while process in readers.processes():
        time.sleep(0.01)
    assert read(readers, "echo")["pid"] != process


def test_a_program_that_cannot_start_is_no_hanging_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither when it ends at once nor when it never gets ready."""
    readers = Readers("tests.interop.no_such_module")
    with pytest.raises(BadInput) as told:
        read(readers, "echo")
    assert told.value.code == "file_stops_reader"
    readers.close()
    monkeypatch.setattr(apart, "START_SECONDS", 0.01)
    slow = Readers(MODULE)
    with pytest.raises(BadInput) as late:
        read(slow, "echo")
    assert late.value.code == "file_too_slow"
    slow.close()
