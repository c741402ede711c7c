"""The school's bell times and subjects, remembered so that the next student's week is begun from them.

They tell nothing of anybody. They are kept in a file of this installation (`ringtider.json`, in the folder that
`STEGVIS_DATA` names), each school unit by itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from casework.guarded import looking, verb
from interop.words import span_of
from planning.access import Action
from planning.clock import ClockTime, WeekdayField, clock_text
from planning.frozen import Frozen
from planning.timetable import Lesson, LessonId, LessonKind, Timetable
from planning.week_edits import WeekEdit, edited
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


    @property
    def name(self) -> str:
        """«08:10-09:00»."""
        return f"{clock_text(self.start)}-{clock_text(self.end)}"


class SchoolDay(Frozen):
    """The bells in the order of the clock, and the subjects of the school."""

    bells: tuple[Bell, ...] = Field(default=(), max_length=MOST_BELLS)
    subjects: tuple[SubjectName, ...] = Field(default=(), max_length=MOST_SUBJECTS)


class Tap(Frozen):
    """A subject that was tapped into a bell, by the bell's name, on one day."""

    bell: str
    day: WeekdayField
    subject: SubjectName
    room: Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)] = ""


def tapped_week(day: SchoolDay, taps: Iterable[Tap]) -> Timetable:
    """The week that was tapped; lunch comes on every day that has a lesson. Taps into bells that are gone are left."""
    bells = {bell.name: bell for bell in day.bells}
    lessons = [
        Lesson(
            id=LessonId(""), subject=tap.subject, weekday=tap.day, start=bells[tap.bell].start, end=bells[tap.bell].end,
            rooms=(tap.room,) if tap.room else (),
        )
        for tap in taps
        if tap.bell in bells
    ]  # fmt: skip
    lunches = [
        Lesson(
            id=LessonId(""), subject="Lunch", weekday=weekday, start=bell.start, end=bell.end, kind=LessonKind.LUNCH
        )
        for weekday in sorted({lesson.weekday for lesson in lessons})
        for bell in day.bells
        if bell.is_lunch
    ]
    return edited(Timetable(group="", lessons=()), WeekEdit(puts=(*lessons, *lunches)))


def day_in(bells: str, subjects: str) -> tuple[SchoolDay, tuple[str, ...]]:
    """The day of lines as people write them, «08.10–09.00» or «11.30–12.00 lunch», and the lines that are no times."""
    found, unread = [], []
    for line in filter(str.strip, bells.splitlines()):
        is_lunch = "lunch" in line.casefold()
        start, end = span_of(re.sub("lunch", "", line, flags=re.IGNORECASE).strip(" ,;:\t"))
        if start is None or end is None or end <= start:
            unread.append(line.strip())
        else:
            found.append(Bell(start=start, end=end, is_lunch=is_lunch))
    named = dict.fromkeys(part.strip()[:60] for line in subjects.splitlines() for part in re.split("[,;]", line))
    ordered = sorted(dict.fromkeys(found), key=lambda bell: (bell.start, bell.end))[:MOST_BELLS]
    return SchoolDay(bells=tuple(ordered), subjects=tuple(filter(None, named))[:MOST_SUBJECTS]), tuple(unread)


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
