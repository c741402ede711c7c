"""Tables of lessons: `python tests/fuzz/fuzz_csv.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["interop"]):
    from interop.choices import TimetableChoice
    from interop.neutral_csv import offered_csv_groups, read_csv

from tests.fuzz.running import run
from tests.fuzz.seeds import CSV


def one(data: bytes) -> None:
    """The groups, and the week of the first."""
    for group in (None, *(offer.group for offer in offered_csv_groups(data, "a.csv")[:1])):
        read_csv(data, "a.csv", TimetableChoice(group=group))


if __name__ == "__main__":
    run(one, CSV)
