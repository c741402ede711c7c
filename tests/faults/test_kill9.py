"""A process that is killed at any moment loses nothing that it has acknowledged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NURSERY = Path(__file__).parent / "kill_nursery.py"
SEED = 20261122
KILLS = 200

pytestmark = pytest.mark.skipif(
    not (hasattr(os, "fork") and hasattr(os, "WIFSIGNALED")),
    reason="the harness forks its writers, which this system cannot",
)


def tally_of(folder: Path, *, trials: int, writer: str) -> dict[str, int]:
    """What that many kills of that writer came to."""
    arguments = [sys.executable, str(NURSERY), str(folder), str(trials), str(SEED), writer]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=300)
    tally: dict[str, int] = json.loads(done.stdout)
    return tally


def test_every_acknowledged_answer_survives_a_kill(tmp_path: Path) -> None:
    """200 kills at random moments: files open, nothing acknowledged is lost, twice there, or half there."""
    tally = tally_of(tmp_path, trials=KILLS + 10, writer="as_is")
    assert tally["kills"] >= KILLS
    assert tally["acknowledged"] > 2 * KILLS
    assert {name: tally[name] for name in ("unopened", "lost", "twice", "torn")} == {
        "unopened": 0, "lost": 0, "twice": 0, "torn": 0,
    }


@pytest.mark.parametrize(
    ("writer", "seen_as"), [("acknowledging_early", "lost"), ("in_pieces", "torn"), ("under_new_ids", "twice")]
)
def test_the_harness_sees_a_store_that_is_weakened(tmp_path: Path, writer: str, seen_as: str) -> None:
    """A store that is made worse on purpose is found out, so the test above can fail."""
    assert tally_of(tmp_path, trials=20, writer=writer)[seen_as] > 0
