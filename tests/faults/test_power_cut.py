"""A power cut at any moment loses nothing that was acknowledged, and the file opens."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

import pytest

from storage import engine
from tests.faults.both_cores import shared_out
from tests.faults.disk import NAMELESS, Act, Disk
from tests.faults.old_file import old_file, old_promises
from tests.faults.opened import let_go, opened
from tests.faults.power_cut import cuts
from tests.faults.promises import Promises, judge
from tests.faults.workload import a_day

IMAGES = int(os.environ.get("STEGVIS_POWER_CUTS", "5000"))
"""In the test run; 200 000 in a long one."""
MIGRATIONS = IMAGES // 10
SEED = 20261124
FILE = "cases.stegvis"

WEAKENED = {
    "WAL, NORMAL": {"journal_mode": "WAL", "synchronous": "NORMAL"},
    "TRUNCATE, OFF": {"synchronous": "OFF"},
    "DELETE, FULL": {"journal_mode": "DELETE"},
    "no journal": {"journal_mode": "OFF"},
}


def pragmas(changed: dict[str, str]) -> tuple[str, ...]:
    """The product's pragmas with those values instead."""
    names = [(line, line.removeprefix("PRAGMA ").split(" = ")[0]) for line in engine.PRAGMAS]
    return tuple(f"PRAGMA {name} = {changed[name]}" if name in changed else line for line, name in names)


def log_of_a_day(folder: Path, seed: int) -> tuple[list[Act], list[str]]:
    """What a day's work does to the disk, and the pragmas it was done with."""
    disk = Disk(folder)
    with disk.in_use():
        a_day(folder / FILE, seed, disk.note)
    assert all(act.file != NAMELESS for act in disk.log), "nothing may reach a temporary file"
    return disk.log, disk.driver.pragmas


Promised = Callable[[Sequence[Act]], Promises]
"""What must be kept after so much of a log."""


def noted(log: Sequence[Act]) -> Promises:
    """What the test has noted in the log itself."""
    return Promises.of(act.note for act in log if act.kind == "note")


def after_cuts(
    log: list[Act], folder: Path, images: int, promised: Promised = noted, before: Mapping[str, bytes] | None = None
) -> Counter[str]:
    """What is wrong with all those images together, and how many there were."""

    def look(part: int, parts: int) -> Counter[str]:
        place = folder / f"found-{part}"
        place.mkdir()
        wrong: Counter[str] = Counter()
        for done, files in islice(cuts(log, before or {FILE: b""}, images, SEED), part, None, parts):
            for path in place.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            for name, content in files.items():
                (place / name).write_bytes(content)
            wrong += judge(place / FILE, promised(log[:done]))
            wrong["images"] += 1
        return wrong

    return shared_out(look)


@pytest.mark.slow
def test_no_power_cut_loses_an_acknowledged_answer(quick_path: Path) -> None:
    """5 000 images of the disk, cut at every act: all open, nothing acknowledged is lost or half there."""
    log, set_pragmas = log_of_a_day(quick_path, SEED)
    assert set_pragmas[: len(engine.PRAGMAS)] == list(engine.PRAGMAS)
    assert set(set_pragmas) == set(engine.PRAGMAS)
    assert sum(act.kind == "sync" for act in log) > 50
    assert after_cuts(log, quick_path, IMAGES) == Counter(images=IMAGES)


@pytest.mark.slow
def test_no_power_cut_leaves_half_a_migration(quick_path: Path) -> None:
    """An older file that was being brought up opens after every cut, with all that was in it."""
    disk = Disk(quick_path)
    let_go(opened(quick_path / "other.stegvis"))
    old_file(quick_path / FILE)
    before = {file.name: file.read_bytes() for file in quick_path.iterdir() if file.is_file()}
    with disk.in_use():
        let_go(opened(quick_path / FILE))
    wrong = after_cuts(disk.log, quick_path, MIGRATIONS, lambda _log: old_promises(), before)
    assert wrong == Counter(images=MIGRATIONS)


@pytest.mark.parametrize("weakened", WEAKENED)
def test_the_harness_sees_a_file_that_is_kept_less_carefully(
    quick_path: Path, weakened: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With settings that are faster and not safe the same cuts lose something, so the test above can fail."""
    with monkeypatch.context() as patched:
        patched.setattr(engine, "PRAGMAS", pragmas(WEAKENED[weakened]))
        log, _ = log_of_a_day(quick_path, SEED)
    wrong = after_cuts(log, quick_path, 400)
    assert wrong["lost"] + wrong["unopened"] + wrong["torn"] > 0
