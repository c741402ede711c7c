"""Room is held aside while there is plenty, and given back once when there is none."""

from __future__ import annotations

import shutil
import stat
import sys
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from planning.errors import CaseFileError
from storage import ballast
from storage.ballast import has_ballast, keep_ballast, release_ballast
from wording.errors import say_error

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024  the shape that shutil answers with


def say_free(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    """The disk says that this much is free, in bytes."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(2**40, 2**40 - free, free))


def test_room_is_held_aside_and_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """16 MB lie there, their owner's alone, until they are asked for, and nothing else is left behind."""
    say_free(monkeypatch, ballast.ROOM_NEEDED)
    assert keep_ballast(tmp_path)
    (held,) = tmp_path.iterdir()
    assert held.stat().st_size == 16 * 2**20
    if sys.platform != "win32":
        assert stat.S_IMODE(held.stat().st_mode) == 0o600
        assert held.stat().st_blocks * 512 >= 16 * 2**20, "a sparse file holds no room"
    assert has_ballast(tmp_path)
    assert release_ballast(tmp_path)
    assert not has_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_none_is_taken_from_a_disk_that_has_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below one free gigabyte nothing is held aside."""
    say_free(monkeypatch, ballast.ROOM_NEEDED - 1)
    assert not keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_held_already_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start finds it, also when the disk has filled up since; one that was cut short is made whole."""
    say_free(monkeypatch, ballast.ROOM_NEEDED)
    keep_ballast(tmp_path)
    (held,) = tmp_path.iterdir()
    before = held.stat().st_mtime_ns
    say_free(monkeypatch, 0)
    assert keep_ballast(tmp_path)
    assert held.stat().st_mtime_ns == before
    held.write_bytes(b"half")
    say_free(monkeypatch, ballast.ROOM_NEEDED)
    assert keep_ballast(tmp_path)
    assert held.stat().st_size == 16 * 2**20


def test_one_of_several_is_told_that_there_was_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two saves that meet the full disk at once do not both count on the same room."""
    monkeypatch.setattr(ballast, "BYTES", ballast._PIECE)
    say_free(monkeypatch, ballast.ROOM_NEEDED)
    keep_ballast(tmp_path)
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(release_ballast, [tmp_path] * 8)) == 1


def test_a_disk_that_cannot_be_written_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no room can be held the app goes on without it, and leaves no half of it behind."""
    assert not keep_ballast(tmp_path / "nowhere")
    assert not release_ballast(tmp_path / "nowhere")
    say_free(monkeypatch, ballast.ROOM_NEEDED)

    def full(_file: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(ballast.os, "fsync", full)
    assert not keep_ballast(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_save_in_the_room_held_aside_is_told_calmly() -> None:
    """The reader is told first that it is saved, and then what to do."""
    said = say_error(CaseFileError("disk-nearly-full"))
    assert "är sparat" in said
    assert "Frigör plats" in said
