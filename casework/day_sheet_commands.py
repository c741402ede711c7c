"""`case day-sheet`: the coach's sheet for a day without a screen."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casework.app_verbs import the_store
from casework.day_sheet import day_sheet
from casework.plan_command import ExitStatus, write_beside
from planning.errors import BadInput

Say = Callable[[str], None]


def write_day_sheet(date: str, out: Path, say: Say) -> ExitStatus:
    """Writes the sheet of that date («2026-11-30») to the file; says its name. Raises `BadInput` for another date."""
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        raise BadInput("case_field", field="--date", problem="date_from_datetime_parsing") from None
    write_beside(out.parent, {out.name: day_sheet(the_store(), day)})
    say(out.name)
    return ExitStatus.DONE


def register(verbs: Any, say: Say) -> None:
    """Add the verb to `case`."""
    verb: argparse.ArgumentParser = verbs.add_parser("day-sheet", help="your day, across all cases, as PDF")
    verb.add_argument("--date", required=True, metavar="YYYY-MM-DD")
    verb.add_argument("--out", required=True, type=Path, metavar="FILE")
    verb.set_defaults(run=lambda a: write_day_sheet(a.date, a.out, say))
