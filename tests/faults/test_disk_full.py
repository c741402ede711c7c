"""A disk that fills up loses nothing: what was acknowledged is there, and what could not be saved is said calmly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from casework.cases import CaseId, open_case, record_answers
from planning.errors import CaseFileError, PlanningError
from storage import ballast, engine
from storage.ballast import has_ballast, keep_ballast
from tests.erasing import erase_case
from tests.faults.both_cores import shared_out
from tests.faults.disk import Disk
from tests.faults.opened import let_go, opened
from tests.faults.promises import Promises, Said, batches, judge
from tests.faults.test_power_cut import pragmas
from tests.faults.workload import Record, answer, new_case, record_as_the_app_does, record_swallowing
from wording.errors import say_error

FILE = "cases.stegvis"
KIB = 1024
STEP = 16 * KIB
SIZES = range(64 * KIB, 4096 * KIB + 1, STEP)
"""Bytes left on the disk."""
SMALLEST = 200
"""Bytes of an answer that are tried last, when nothing larger finds room."""

Make = Callable[[Path, int], Any]


def fill(file: Path, case_id: CaseId, room: int, heard: list[Said], record: Record) -> Counter[str]:
    """Answers, smaller and smaller, until not even a small one finds room: how many were refused, and how."""
    told: Counter[str] = Counter()
    size = room // 16
    store = opened(file)
    try:
        while size >= SMALLEST:
            given = batches(f"{size}", room, padding=size)
            size //= 4
            for batch in islice(given, 40):
                try:
                    answer(store, case_id, batch, heard.append, record)
                except CaseFileError as error:
                    told[error.code] += 1
                    break
                except PlanningError as error:
                    told[f"unclear: {error!r}"] += 1
                    break
    finally:
        let_go(store)
    return told


class Room:
    """Trials with a prepared case on a disk that has so much room, through the harness's own disk."""

    def __init__(self, folder: Path) -> None:
        self.prepared, self.folder, self.found = (folder / name for name in ("prepared", "disk", "found"))
        for made in (self.prepared, self.folder, self.found):
            made.mkdir(parents=True)
        self.before: list[Said] = []
        store = opened(self.prepared / FILE)
        self.case_id = new_case(store, self.before.append)
        let_go(store)
        self.disk = Disk(self.folder)

    def trial(self, room: int, record: Record) -> Counter[str]:
        """What is wrong after the disk has filled up, and how often a save was refused."""
        _fresh(self.prepared, self.folder)
        heard = list(self.before)
        with self.limited_to(room):
            told = fill(self.folder / FILE, self.case_id, room, heard, record)
        _fresh(self.folder, self.found)
        return told + judge(self.found / FILE, Promises.of(heard))

    @contextmanager
    def limited_to(self, room: int) -> Iterator[None]:
        """Inside, files may grow by so many bytes."""
        self.disk.room = room
        yield
        self.disk.room = None
        self.disk.log.clear()


def _fresh(source: Path, target: Path) -> None:
    for old in target.iterdir():
        old.unlink()
    for file in source.iterdir():
        shutil.copyfile(file, target / file.name)


def filled(folder: Path, sizes: range, record: Record) -> Counter[str]:
    """All those disks, filled up one after the other."""

    def some(part: int, parts: int) -> Counter[str]:
        room = Room(folder / str(part))
        wrong: Counter[str] = Counter()
        with room.disk.in_use():
            for size in sizes[part::parts]:
                wrong += room.trial(size, record)
                wrong["disks"] += 1
        return wrong

    return shared_out(some)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "sizes"),
    [("TRUNCATE", SIZES), ("DELETE", SIZES[::8]), ("PERSIST", SIZES[::8])],
    ids=["TRUNCATE", "DELETE", "PERSIST"],
)
def test_a_disk_of_any_size_fills_up_without_loss(
    quick_path: Path, mode: str, sizes: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    """64 kB to 4 MB in steps of 16 kB: acknowledged answers are there, and the rest was refused as «disk is full»."""
    monkeypatch.setattr(engine, "PRAGMAS", pragmas({"journal_mode": mode}))
    wrong = filled(quick_path, sizes, record_as_the_app_does)
    assert wrong.pop("disk-is-full") >= 2 * len(sizes)
    assert wrong == Counter(disks=len(sizes))


def test_the_harness_sees_a_full_disk_that_is_not_told_of(quick_path: Path) -> None:
    """A build that says «Sparat» all the same loses answers, so the test above can fail."""
    assert filled(quick_path, SIZES[::40], record_swallowing)["lost"] > 0


def test_a_full_disk_is_told_in_a_calm_sentence() -> None:
    """The reader is told what has happened and what to do, in Swedish."""
    said = say_error(CaseFileError("disk-is-full"))
    assert "Disken är full" in said
    assert "Frigör plats" in said


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 24 MB, in memory; skipped where this user may not make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not _mount(folder):
        pytest.skip("only root on Linux may make a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(folder: Path) -> bool:
    with suppress(OSError):
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], capture_output=True, check=False
        )
        return made.returncode == 0
    return False


def _stuff(folder: Path, name: str = "other") -> None:
    """Another program takes the last byte."""
    with suppress(OSError), (folder / name).open("wb", buffering=0) as other:
        while True:
            other.write(bytes(512))


@pytest.mark.slow
def test_room_held_aside_lets_a_full_disk_save_and_erase(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a real full disk the save takes the room held aside and goes through; without it the next is refused."""
    monkeypatch.setattr(ballast, "ROOM_NEEDED", ballast.BYTES)
    heard: list[Said] = []
    store = opened(small_disk / FILE)
    kept, unwanted = new_case(store, heard.append), new_case(store, heard.append)
    assert keep_ballast(small_disk)
    _stuff(small_disk)
    last, never = next(batches("last", 1)), next(batches("never", 1))
    assert set(record_answers(store, kept, last)) <= {event.id for event in open_case(store, kept).events}
    assert not has_ballast(small_disk)
    erase_case(store, unwanted)
    store.backup_to(small_disk / "copy.stegvis")
    _stuff(small_disk, "another")
    with pytest.raises(CaseFileError, match="disk-is-full"):
        record_answers(store, kept, never)
    let_go(store)
    (small_disk / "another").unlink()
    kept_promises = Promises.of([*heard, Said("answers", kept, last), Said("erasing", unwanted)])
    assert judge(small_disk / FILE, kept_promises) == Counter()
