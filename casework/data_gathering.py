"""What is kept of a student, gathered for an extract, as far as the one who asks gets it.

What goes out is said in data_classes.toml, and a test holds the two together. A guardian gets less: the child can need
protection from an answer being known at home (OSL 12 kap. 3 §), so that is examined by people and not by a program.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal

from pydantic import AwareDatetime, TypeAdapter

from casework.answer_drafts import DRAFTS
from casework.case_records import (
    CHANGES,
    DECISIONS,
    DOCUMENTS,
    DONE,
    FACTS,
    HANDLED,
    MARKS,
    PLANS,
    PROPOSALS,
    ROUNDS,
    TIMETABLES,
    UNSAFE,
)
from casework.course_records import MOVES
from casework.data_classes import EVERYTHING, load_data_classes
from planning.access import Role
from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import AnswerEvent, EventId
from storage.audit import LoggedAct
from storage.emergency import Opening, openings_of
from storage.log_people import roles_of
from storage.reading import EVENTS, Reader
from storage.records import CaseId, CaseRow, Record

FORMAT, VERSION = "stegvis-extract", 1
"""Of the file for machines."""

RECORDS: tuple[Record[Any], ...] = (
    FACTS, TIMETABLES, HANDLED, MARKS, PLANS, DOCUMENTS, ROUNDS, UNSAFE, DONE, CHANGES, DECISIONS, MOVES, PROPOSALS,
    DRAFTS,
)  # fmt: skip
"""Every kind of numbered thing that is kept of a case; `tests/casework` holds it complete."""
_LOGGED = {"number", "at", "actor", "action", "outcome"}


class For(StrEnum):
    """Who asks."""

    STUDENT = "student"
    GUARDIAN = "guardian"


class Numbered(Frozen):
    """Something as it was kept: its number among its kind, when and by which user, and itself as plain data."""

    number: int
    at: AwareDatetime
    by: str
    content: dict[str, Any]


class DataExport(Frozen):
    """What an extract holds, before it is written."""

    made_at: AwareDatetime
    receiver: For
    case: dict[str, Any]
    kept: dict[str, tuple[Numbered, ...]]
    """By table."""
    answer_events: tuple[AnswerEvent, ...] = ()
    senders: dict[EventId, str] = {}
    """Which user has sent each of them."""
    openings: tuple[Opening, ...] = ()
    """When somebody opened the case in an emergency, and why."""
    log: tuple[LoggedAct, ...] = ()
    """Who has read and done what, the newest first."""
    roles: dict[str, frozenset[Role]] = {}
    """What those who stand in the log are to the student: the paper names them so."""


def gather(reader: Reader, row: CaseRow, at: dt.datetime, receiver: For) -> DataExport:
    """What is kept of the case, as far as the receiver gets it. Raises `CaseFileError`."""
    case_id, is_guardian = row.id, receiver is For.GUARDIAN
    events, log = reader.events(case_id), () if is_guardian else tuple(reader.log(row.id))
    if is_guardian:
        events = tuple(event for event in events if _is_guardians(event))
    return DataExport(
        made_at=at,
        receiver=receiver,
        case=_within("cases", TypeAdapter(CaseRow).dump_python(row, mode="json"), receiver),
        kept={
            record.table.name: _numbered(reader, record, case_id, receiver)
            for record in RECORDS
            if _goes_to(record.table.name, receiver)
        },
        answer_events=tuple(sorted(events, key=lambda event: (event.at, event.id))),
        senders={} if is_guardian else reader.who_answered(case_id),
        openings=() if is_guardian else openings_of(reader, (case_id,)),
        log=log,
        roles=roles_of(reader, {act.actor for act in log}, case_id),
    )


def as_data(export: DataExport) -> dict[str, Any]:
    """The extract as plain data, with what is left out left out."""
    data = export.model_dump(mode="json", exclude={"log", "roles", "openings", "senders", "answer_events"})
    events = [
        {**EVENTS.adapter.dump_python(event, mode="json"), **_sent_by(export.senders, event)}
        for event in export.answer_events
    ]
    openings = [opening.model_dump(mode="json", exclude={"case_id"}) for opening in export.openings]
    log = [act.model_dump(mode="json", include=_LOGGED) for act in export.log]
    return {
        "format": FORMAT, "version": VERSION, **data, "answer_events": events, "openings": openings, "log": log,
    }  # fmt: skip


def _sent_by(senders: Mapping[EventId, str], event: AnswerEvent) -> dict[str, str]:
    return {"sent_by": senders[event.id]} if event.id in senders else {}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the file for machines: what stands in each table, field by field."""
    written: Literal["serialization"] = "serialization"
    leaving = (record for record in RECORDS if _goes_to(record.table.name, For.STUDENT))
    adapters = [*((record.table.name, written, record.adapter) for record in leaving)]
    adapters.append(("answer_events", written, EVENTS.adapter))
    found, shared = TypeAdapter.json_schemas(adapters, title="Stegvis: utdrag", ref_template="#/$defs/{model}")
    contents = {name: schema_of for (name, _), schema_of in found.items()}
    events = contents.pop("answer_events")
    return {**shared, "type": "object", "properties": {**_outline(contents), "answer_events": _list_of(events)}}


def _outline(contents: dict[Any, Any]) -> dict[str, Any]:
    row = {"number": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}
    kept = {
        name: _list_of({"type": "object", "properties": {**row, "content": content}})
        for name, content in contents.items()
    }
    return {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "made_at": {"type": "string", "format": "date-time"},
        "receiver": {"enum": [one.value for one in For]},
        "case": {"type": "object"},
        "kept": {"type": "object", "properties": kept},
        "openings": _list_of({"type": "object"}),
        "log": _list_of({"type": "object", "properties": {name: {} for name in sorted(_LOGGED)}}),
    }


def _list_of(item: Any) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _numbered(reader: Reader, record: Record[Any], case_id: CaseId, receiver: For) -> tuple[Numbered, ...]:
    return tuple(
        Numbered(
            number=kept.number,
            at=kept.at,
            by=kept.by,
            content=_within(record.table.name, record.adapter.dump_python(kept.noun, mode="json"), receiver),
        )
        for kept in reader.every(record, case_id)
    )


def _goes_to(table: str, receiver: For) -> bool:
    classes = load_data_classes()
    return not classes.is_left_out(table) if receiver is For.STUDENT else table in classes.for_guardian


def _within(table: str, content: dict[str, Any], receiver: For) -> dict[str, Any]:
    """The fields of that content that the receiver gets."""
    if receiver is For.STUDENT:
        return content
    fields = load_data_classes().for_guardian[table]
    return content if EVERYTHING in fields else {name: content[name] for name in fields if name in content}


def _is_guardians(event: AnswerEvent) -> bool:
    by = event.answer.by if event.answer is not None else event.by
    return by is Respondent.GUARDIAN
