"""Whatever is dropped as a timetable: `python tests/fuzz/fuzz_timetable.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["interop"]):
    from interop.choices import TimetableChoice
    from interop.reading import offered_groups, read_timetable

from tests.fuzz.running import run
from tests.fuzz.seeds import EVERY


def one(data: bytes) -> None:
    """The door: the format is chosen by the content."""
    offered_groups(data, "a")
    read_timetable(data, "a", TimetableChoice())


if __name__ == "__main__":
    run(one, EVERY)
