"""Subgroups from FET: `python tests/fuzz/fuzz_fet.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["interop"]):
    from interop.choices import TimetableChoice
    from interop.fet_xml import offered_fet_groups, read_fet

from tests.fuzz.running import run
from tests.fuzz.seeds import FET


def one(data: bytes) -> None:
    """The groups, and the week of the first."""
    for offer in offered_fet_groups(data, "a.xml")[:1]:
        read_fet(data, "a.xml", TimetableChoice(group=offer.group))


if __name__ == "__main__":
    run(one, FET)
