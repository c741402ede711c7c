"""Each parser has a target that looks for files that break it; here each looks for some seconds.

`python tests/fuzz/fuzz_ics.py -max_total_time=1800` looks for half an hour.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TARGETS = sorted(HERE.glob("fuzz_*.py"))


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not to be had for this computer")
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.stem)
def test_a_parser_stands_some_seconds_of_looking(target: Path, tmp_path: Path) -> None:
    """A few thousand files, made to reach new places in it: only `BadInput` comes out, soon, and within memory."""
    looked = subprocess.run(
        [sys.executable, str(target), "-runs=5000", "-max_total_time=3"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=300,
    )  # fmt: skip
    assert looked.returncode == 0, looked.stderr[-3000:]
    assert list(tmp_path.iterdir()) == []
    tried = re.search(r"number_of_executed_units:\s*(\d+)", looked.stderr)
    assert tried is not None
    assert int(tried[1]) > 50


def test_every_parser_has_a_target() -> None:
    """One for each kind of file, and one for the door."""
    assert {target.stem for target in TARGETS} == {
        "fuzz_csv", "fuzz_fet", "fuzz_ics", "fuzz_json", "fuzz_pdf", "fuzz_timetable",
    }  # fmt: skip
