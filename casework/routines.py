"""The municipality's own routines and phone numbers: data beside this file, replaced entry by entry by `rutiner.toml`.

What the law demands is no local matter, and stands in `wording.alerts`.
"""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import Field, StringConstraints, ValidationError

from casework.contact_facts import Phone
from casework.field_faults import field_error
from planning.errors import BadInput
from planning.frozen import Frozen
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
    own = _own()
    named = folder or os.environ.get("STEGVIS_DATA")
    if not named:
        return InForce(own)
    try:
        return InForce(read_routines(Path(named) / LOCAL_FILE, own))
    except BadInput as fault:
        return InForce(own, fault)


def read_routines(path: Path, under: Routines | None = None) -> Routines:
    """The entries of that file over those of `under`; no such file changes nothing.

    Raises `BadInput` with `file` and `field` («afraid.second.phone») for whatever cannot be used.
    """
    found: dict[str, Frozen] = {}
    for name, entry in _tables(path).items():
        model = Help if name == HELP else LocalRoutine
        if name != HELP and name not in set(Routine):
            raise BadInput("no_such_routine", file=path.name, field=name, value=name, known=(HELP, *Routine))
        found[name] = _read(model, path.name, name, entry)
    numbers = found.pop(HELP, under.help if under else None)
    merged = {**(under.by_routine if under else {}), **{Routine(name): entry for name, entry in found.items()}}
    if numbers is None or len(merged) < len(Routine):
        missing = HELP if numbers is None else next(routine for routine in Routine if routine not in merged)
        raise BadInput("routine_missing", file=path.name, field=str(missing))
    return Routines.model_validate({"help": numbers, "by_routine": merged})


@cache
def _own() -> Routines:
    return read_routines(DEFAULTS)


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        raise BadInput("unreadable_text", file=path.name) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput("bad_toml", file=path.name, place=_place(str(error))) from None
    except OSError:
        raise BadInput("unreadable_file", file=path.name) from None


def _place(message: str) -> str:
    """The number of the line that could not be read, «» when the message does not tell."""
    return next((word for word in message.partition("at line ")[2].split(",") if word.strip().isdigit()), "")


def _read(model: type[Frozen], file: str, name: str, entry: Any) -> Frozen:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        fault = field_error(error)
        inside = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        field = f"{name}.{inside}" if inside else name
        code = "not_a_phone" if fault.data["problem"] == "string_pattern_mismatch" else fault.code
        raise BadInput(code, **{**fault.data, "file": file, "field": field}) from None
