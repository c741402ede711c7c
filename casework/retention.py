"""How long a case is kept: the municipality's own plan, which cases it makes due, and what stands in the way.

Without a plan of the municipality's own nothing becomes due (law.md §8: «no default erase without plan»).
"""

from __future__ import annotations

import calendar
import datetime as dt
import os
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, NamedTuple, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from casework import now as clock
from casework.case_records import DECISIONS
from casework.course_records import MOVES
from casework.data_classes import DataClass
from casework.field_faults import field_error
from casework.guarded import changing, looking_over, verb
from planning.access import Action, Phase
from planning.decided import Ruling
from planning.errors import BadInput
from planning.frozen import Frozen
from planning.workflow.states import State, phase_of
from storage.reading import Reader
from storage.records import CaseId, CaseRow
from storage.store import CaseStore

ADVICE = Path(__file__).parent / "retention.toml"
LOCAL_FILE = "gallring.toml"
"""In the folder that `STEGVIS_DATA` names."""
DAYS_AHEAD = 30
"""So long before its day a case stands on the list (security.md §3.5)."""
AT_WORK = frozenset({Phase.SENT, Phase.DECIDED, Phase.ACTIVE})
"""The school has it, or it is lived by."""


class KeepFor(Frozen):
    """How long a class is kept: so many months after the case has ended, or until the archive has got it."""

    months_after_close: int | None = Field(default=None, ge=0, le=1200)
    after_archiving: bool = False

    @model_validator(mode="after")
    def _says_one_of_them(self) -> Self:
        if (self.months_after_close is None) is not self.after_archiving:
            raise ValueError("months_after_close or after_archiving")
        return self


class RetentionPlan(Frozen):
    """The municipality's own plan over the advice that comes with the program."""

    plan: Annotated[str, StringConstraints(min_length=3, max_length=200)]
    """Which plan it rests on."""
    decided_on: dt.date
    classes: Mapping[DataClass, KeepFor]


class InForce(NamedTuple):
    """The plan that holds; None while there is none, or while it has a `fault` and cannot be used."""

    plan: RetentionPlan | None
    fault: BadInput | None = None


class Hindrance(StrEnum):
    """Why a case may not be erased now."""

    UNDER_WAY = "under_way"
    """It is at the school, or lived by: it is ended first."""
    NO_PLAN = "no_plan"
    """It holds a decision, and the municipality has not said for how long decisions are kept."""
    NOT_ARCHIVED = "not_archived"
    """The archive is to get the decision first."""
    KEPT_UNTIL = "kept_until"
    """The day has not come."""


class Hindered(Frozen):
    """What stands in the way, and until when where that is known."""

    why: Hindrance
    until: dt.date | None = None


class Due(Frozen):
    """A case that has come to the end of its time, or soon will."""

    case_id: CaseId
    closed_on: dt.date
    due_on: dt.date
    hindered: tuple[Hindered, ...] = ()


def plan_in_force(folder: Path | None = None) -> InForce:
    """The municipality's plan. Never raises: with a fault nothing is due, and the fault is told.

    Without a folder it is the one that `STEGVIS_DATA` names.
    """
    named = folder or os.environ.get("STEGVIS_DATA")
    if not named:
        return InForce(None)
    try:
        return InForce(read_plan(Path(named) / LOCAL_FILE))
    except BadInput as fault:
        return InForce(None, fault)


def read_plan(path: Path) -> RetentionPlan | None:
    """The plan in that file over the advice; None where there is no file. Raises `BadInput` with file and field."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise BadInput("unreadable_text", file=path.name) from None
    except (tomllib.TOMLDecodeError, RecursionError):
        raise BadInput("retention_plan_form", file=path.name) from None
    except OSError:
        raise BadInput("unreadable_file", file=path.name) from None
    told = {name: given.pop(name) for name in ("plan", "decided_on") if name in given}
    try:
        return RetentionPlan.model_validate({**told, "classes": {**advice(), **given}})
    except ValidationError as error:
        fault = field_error(error)
        raise BadInput("retention_plan_form", **{**fault.data, "file": path.name}) from None


@cache
def advice() -> dict[str, KeepFor]:
    """How long we would keep each class."""
    given = tomllib.loads(ADVICE.read_text(encoding="utf-8"))
    return {name: KeepFor.model_validate(rule) for name, rule in given.items()}


@verb(Action.ERASE)
def due_within(store: CaseStore, days: int = DAYS_AHEAD, folder: Path | None = None) -> tuple[Due, ...]:
    """The cases that are due within so many days, the one longest due first: those that the actor may erase.

    For the data protection officer and at every start. Nothing is erased here.
    """
    plan, last = plan_in_force(folder).plan, clock.today() + dt.timedelta(days=days)
    if plan is None:
        return ()
    with looking_over(store) as (_, rows):
        ended = tuple(row.id for row in rows if phase_of(State(row.state)) is Phase.CLOSED)
    found = (_weighed(store, case_id, plan) for case_id in ended)
    return tuple(sorted((due for due in found if due.due_on <= last), key=lambda due: (due.due_on, due.case_id)))


def _weighed(store: CaseStore, case_id: CaseId, plan: RetentionPlan) -> Due:
    """A case that has ended, weighed as for an erasure: in a transaction in which all of it is found, and logged."""
    with changing(store, case_id) as (writer, row, _):
        return _due(writer, row, plan)


def hindrances(reader: Reader, row: CaseRow, plan: RetentionPlan | None, on: dt.date) -> tuple[Hindered, ...]:
    """What keeps the case from being erased that day. Work that never came to a decision is kept by nothing."""
    return tuple(_hindrances(reader, row, plan, on))


def _hindrances(reader: Reader, row: CaseRow, plan: RetentionPlan | None, on: dt.date) -> Iterator[Hindered]:
    closed_on, is_decided = _closed_on(reader, row), _is_decided(reader, row)
    if phase_of(State(row.state)) in AT_WORK or (is_decided and closed_on is None):
        yield Hindered(why=Hindrance.UNDER_WAY)
        return
    if not is_decided or closed_on is None:
        return
    if plan is None:
        yield Hindered(why=Hindrance.NO_PLAN)
        return
    rule = plan.classes[DataClass.DECISION]
    if rule.after_archiving and State(row.state) is not State.ARCHIVED:
        yield Hindered(why=Hindrance.NOT_ARCHIVED)
    until = _end(rule, closed_on)
    if until is not None and on < until:
        yield Hindered(why=Hindrance.KEPT_UNTIL, until=until)


def _due(reader: Reader, row: CaseRow, plan: RetentionPlan) -> Due:
    closed_on, is_decided = _closed_on(reader, row) or clock.today(), _is_decided(reader, row)
    held = (rule for kind, rule in plan.classes.items() if is_decided or kind is not DataClass.DECISION)
    due_on = max((end for rule in held if (end := _end(rule, closed_on)) is not None), default=closed_on)
    return Due(case_id=row.id, closed_on=closed_on, due_on=due_on, hindered=hindrances(reader, row, plan, due_on))


def _closed_on(reader: Reader, row: CaseRow) -> dt.date | None:
    """The day that the case ended; None while it has not."""
    if phase_of(State(row.state)) is not Phase.CLOSED:
        return None
    moves = reader.every(MOVES, row.id)
    ended = (kept.noun.at for kept in reversed(moves) if kept.noun.to_state is State.CLOSED)
    return next(ended, row.changed_at).astimezone(clock.SCHOOL_TIME).date()


def _is_decided(reader: Reader, row: CaseRow) -> bool:
    """Whether a decision is kept that can be a public record; what was sent back to be completed is none."""
    return any(kept.noun.ruling is not Ruling.RETURNED for kept in reader.every(DECISIONS, row.id))


def _end(rule: KeepFor, closed_on: dt.date) -> dt.date | None:
    """The first day after the time; None where only the archive decides."""
    if rule.months_after_close is None:
        return None
    years, month = divmod(closed_on.month - 1 + rule.months_after_close, 12)
    year = closed_on.year + years
    return dt.date(year, month + 1, min(closed_on.day, calendar.monthrange(year, month + 1)[1]))
