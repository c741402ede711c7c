"""A process that is killed at any moment loses nothing that it has acknowledged, whatever it was doing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

NURSERY = Path(__file__).parent / "kill_nursery.py"
SEED = 20261122
KILLS = int(os.environ.get("STEGVIS_KILLS", "2000"))
"""In the test run; 100 000 in a long one."""
SECONDS = 600 + KILLS // 5

pytestmark = pytest.mark.skipif(
    not (hasattr(os, "fork") and hasattr(os, "WIFSIGNALED")),
    reason="the harness forks its workers, which this system cannot",
)


WEAKENED = {
    "answers:acknowledging_early": "lost",
    "answers:in_pieces": "torn",
    "answers:under_new_ids": "twice",
    "answers:unlogged": "audit",
    "erasure:erased_in_pieces": "lost",
    "backup:copied_in_place": "unopened",
    "keys:rotated_in_pieces": "unopened",
    "paper:written_in_place": "torn",
    "migration:migrated_in_pieces": "unopened",
}
"""Builds that are made worse on purpose, and what each is seen as."""


def tallies_of(folder: Path, pairs: Iterable[str], *, trials: int, parts: int) -> dict[str, Counter[str]]:
    """What that many kills came to for each «variant:hands», shared out among so many processes."""
    started = [
        subprocess.Popen(
            [sys.executable, str(NURSERY), str(folder / str(part)), str(part), str(trials), str(parts), str(SEED),
             *pairs],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for part in range(parts)
    ]  # fmt: skip
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for process in started:
        out, errors = process.communicate(timeout=SECONDS)
        assert process.returncode == 0, errors
        for pair, tally in json.loads(out).items():
            total[pair].update(tally)
    return total


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_nothing_acknowledged(quick_path: Path) -> None:
    """2 000 kills: files open, nothing acknowledged is lost, twice or half there, and the log holds and is complete.

    While answers are written, at the first start, during backup, erasure and migration, while keys are changed, and
    while a document is written over another.
    """
    parts = min(4, os.cpu_count() or 1)
    tally = tallies_of(quick_path, ["all:as_is"], trials=KILLS, parts=parts)["all:as_is"]
    assert tally.pop("acknowledged") > KILLS // 10
    assert tally == Counter(kills=KILLS)


@pytest.mark.slow
def test_the_harness_sees_what_is_weakened(quick_path: Path) -> None:
    """Each build that is made worse on purpose is found out, so the test above can fail."""
    tallies = tallies_of(quick_path, WEAKENED, trials=40, parts=1)
    assert [pair for pair, seen_as in WEAKENED.items() if not tallies[pair][seen_as]] == []
