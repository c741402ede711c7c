"""JSON from elsewhere: `python tests/fuzz/fuzz_json.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["planning.strict_json", "json"]):
    from planning.strict_json import read_json

from tests.fuzz.running import run
from tests.fuzz.seeds import JSON


def one(data: bytes) -> None:
    """The value."""
    read_json(data, 1_000_000)


if __name__ == "__main__":
    run(one, JSON)
