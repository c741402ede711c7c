"""The school's bell times and subjects, remembered so that the next student's week is begun from them.

They tell nothing of anybody. They are kept in a file of this installation (`ringtider.json`, in the folder that
`STEGVIS_DATA` names), each school unit by itself.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from casework.guarded import looking, verb
from planning.access import Action
from planning.clock import ClockTime
from planning.frozen import Frozen
from storage.records import CaseId
from storage.store import CaseStore

LOCAL_FILE = "ringtider.json"
MOST_BELLS, MOST_SUBJECTS = 16, 40

SubjectName = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class Bell(Frozen):
    """From when to when a lesson is at the school; or its lunch, every day."""

    start: ClockTime
    end: ClockTime
    is_lunch: bool = False

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Bell:
        if self.end <= self.start:
            raise ValueError("a bell must end after it starts")
        return self


class SchoolDay(Frozen):
    """The bells in the order of the clock, and the subjects of the school."""

    bells: tuple[Bell, ...] = Field(default=(), max_length=MOST_BELLS)
    subjects: tuple[SubjectName, ...] = Field(default=(), max_length=MOST_SUBJECTS)


_DAYS = TypeAdapter(dict[str, SchoolDay])
ORDINARY = SchoolDay(
    bells=tuple(
        Bell.model_validate({"start": start, "end": end, "is_lunch": start == "11:30"})
        for start, end in (
            ("08:10", "09:00"), ("09:10", "10:00"), ("10:20", "11:20"), ("11:30", "12:00"), ("12:10", "13:00"),
            ("13:10", "14:00"), ("14:10", "15:00"),
        )
    ),
    subjects=(
        "Bild", "Biologi", "Engelska", "Fysik", "Geografi", "Hem- och konsumentkunskap", "Historia",
        "Idrott och hälsa", "Kemi", "Matematik", "Musik", "Religionskunskap", "Samhällskunskap", "Slöjd", "Spanska",
        "Svenska", "Teknik",
    ),
)  # fmt: skip
"""Where nothing is remembered yet: subjects of the compulsory school, and times that are there to be changed."""


@verb(Action.SEE_CASE)
def school_day(store: CaseStore, case_id: CaseId) -> SchoolDay | None:
    """What is remembered of the school that the case belongs to; None where nothing is, or it cannot be read."""
    with looking(store, case_id) as (_, row):
        return _read().get(row.unit)


def remember(unit: str, day: SchoolDay) -> None:
    """Remembers that unit's bell times and subjects, for the next student there («» where one coach works alone)."""
    known = _read()
    if known.get(unit) != day:
        _write({**known, unit: day})


def _file() -> Path:
    return Path(os.environ["STEGVIS_DATA"]) / LOCAL_FILE


def _read() -> dict[str, SchoolDay]:
    """Every unit's. What cannot be read is as if it were not there: it is typed again in a minute."""
    try:
        return _DAYS.validate_json(_file().read_bytes())
    except (OSError, ValidationError, KeyError):
        return {}


def _write(days: dict[str, SchoolDay]) -> None:
    """Whole or not at all; where the folder cannot be written to the week is kept all the same."""
    try:
        place = _file()
        beside = place.with_suffix(f".{os.getpid()}.new")
        beside.write_bytes(_DAYS.dump_json(days))
        beside.replace(place)
    except (OSError, KeyError):
        return
