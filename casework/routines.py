"""The municipality's own routines and phone numbers: data beside this file, replaced entry by entry by `rutiner.toml`.

What the law demands is no local matter, and stands in `wording.alerts`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from casework.contact_facts import Phone
from casework.settings_entries import Faults, take_entry
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.local_files import read_local, tables_of, text_of
from questionnaire.alerts import LONGEST_NOTE
from questionnaire.items import Text
from questionnaire.vocabulary import Routine

DEFAULTS = Path(__file__).parent / "routines.toml"
LOCAL_FILE = "rutiner.toml"
"""In the folder that `STEGVIS_DATA` names."""
HELP = "help"
"""The entry with numbers to call; every other entry is a routine."""

Name = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]


class HelpNumber(Text):
    """Somebody to call, and the number."""

    phone: Phone = Field(min_length=3)


class Help(Frozen):
    """Numbers for whoever needs to talk to somebody now."""

    numbers: tuple[HelpNumber, ...] = Field(min_length=1, max_length=6)
    checked_on: dt.date | None = None
    """The day that the municipality made sure that they are right; None: not yet."""


class Person(Text):
    """A function at school, and who has it where that is known."""

    name: Name = ""
    phone: Phone = ""


class LocalRoutine(Frozen):
    """What is done here after what the law demands, and by whom."""

    todo: tuple[Text, ...] = Field(max_length=8)
    hand_over_to: Person
    second: Person
    """The second person who is given the task (`method.md` E20)."""


class Routines(Frozen):
    """The help numbers, and every routine."""

    help: Help
    by_routine: Mapping[Routine, LocalRoutine]


class InForce(NamedTuple):
    """The routines to follow. With a `fault` the local file could not be used, and these are the project's own."""

    routines: Routines
    fault: BadInput | None = None


def routines_in_force(folder: Path | None = None) -> InForce:
    """The local routines over the project's own. Never raises: an alert is shown whatever the local file holds.

    Without a folder it is the one that `STEGVIS_DATA` names.
    """
    held = read_local(LOCAL_FILE, _over_own, project_routines(), folder)
    return InForce(held.value, held.fault)


def read_routines(path: Path, under: Routines | None = None) -> Routines:
    """The entries of that file over those of `under`; no such file changes nothing.

    Raises `BadInput` with `file` and `field` («afraid.second.phone») for whatever cannot be used.
    """
    faults: Faults = []
    routines = routines_in(text_of(path) or "", faults, under, path.name)
    if routines is None:
        raise faults[0]
    return routines


def routines_in(
    text: str, faults: Faults, under: Routines | None = None, file: str = LOCAL_FILE
) -> Routines | None:
    """The entries of that text over those of `under`; None where there are faults, all of which are added."""
    found: dict[str, Frozen] = {}
    try:
        tables = tables_of(text, file)
    except BadInput as fault:
        faults.append(fault)
        return None
    for name, entry in tables.items():
        if name != HELP and name not in set(Routine):
            known = (HELP, *Routine)
            faults.append(BadInput("no_such_routine", file=file, field=name, value=name, known=known))
        elif (read := take_entry(Help if name == HELP else LocalRoutine, file, name, entry, faults)) is not None:
            found[name] = read
    return None if faults else _merged(found, faults, under, file)


def _merged(found: dict[str, Frozen], faults: Faults, under: Routines | None, file: str) -> Routines | None:
    numbers = found.pop(HELP, under.help if under else None)
    merged = {**(under.by_routine if under else {}), **{Routine(name): entry for name, entry in found.items()}}
    missing = [*([HELP] if numbers is None else []), *(routine for routine in Routine if routine not in merged)]
    faults.extend(BadInput("routine_missing", file=file, field=str(name)) for name in missing)
    return None if missing else Routines.model_validate({"help": numbers, "by_routine": merged})


@cache
def project_routines() -> Routines:
    """Those that come with the program."""
    return read_routines(DEFAULTS)


def _over_own(text: str) -> Routines:
    faults: Faults = []
    routines = routines_in(text, faults, project_routines())
    if routines is None:
        raise faults[0]
    return routines
