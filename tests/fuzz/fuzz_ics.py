"""Calendars: `python tests/fuzz/fuzz_ics.py -max_total_time=60`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["interop", "icalendar", "recurring_ical_events"]):
    from interop.choices import TimetableChoice
    from interop.icalendar_file import read_icalendar

from tests.fuzz.running import run
from tests.fuzz.seeds import ICS


def one(data: bytes) -> None:
    """All lessons of the calendar."""
    read_icalendar(data, "a.ics", TimetableChoice())


if __name__ == "__main__":
    run(one, ICS)
