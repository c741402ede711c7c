"""One start at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from launch import locks

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys, time
from pathlib import Path
from launch.locks import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_held_by_one_and_let_go_of_when_its_holder_is_killed(tmp_path: Path) -> None:
    """Another process cannot take it; after kill -9 of the holder it is free."""
    path = tmp_path / "start.lock"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with path.open("a+b") as file:
            assert not locks.try_lock(file.fileno())
        holder.kill()
        holder.wait()
    with locks.only_one(path), path.open("a+b") as second:
        assert not locks.try_lock(second.fileno())
    with path.open("a+b") as file:
        assert locks.try_lock(file.fileno())
