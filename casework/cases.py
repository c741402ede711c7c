"""What coach and student do with a case that is kept: one verb, one transaction.

The app and the command line both use these. Every verb on a case that exists passes `_look` or `_change`: whoever
must be refused is refused there, and nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from uuid import uuid4

from casework import now as clock
from casework.case import (
    Case,
    CaseSummary,
    DocumentMade,
    DoneTask,
    KeptPlan,
    PlanMade,
    RegisteredDecision,
    RoundStarted,
    Stage,
    SummaryMark,
    TimetableTaken,
)
from casework.changes import HandChange, standing_changes
from casework.duties import duties_of
from casework.facts import CaseFacts
from casework.safety import UnsafeSetting, standing_settings
from casework.to_do import open_tasks
from interop.choices import Doubt
from planning.decided import Decided
from planning.errors import BadInput, CaseFileError
from planning.outcomes import Found, Outcome
from planning.timetable import Timetable
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerEvent, EventId, after_all
from questionnaire.bank import load_bank
from questionnaire.route import Route, route_for, shown_items
from storage import schema
from storage.records import CaseId, Kept, Record
from storage.store import CaseStore, Reader, Writer

__all__ = [
    "Case", "CaseId", "CaseStore", "CaseSummary", "DocumentMade", "DoneTask", "KeptPlan", "Stage", "SummaryMark",
    "ask_again", "create_case", "erase_case", "keep_plan", "list_cases", "mark_summary", "note_documents", "note_done",
    "note_handled",
    "open_case", "record_answers", "take_in_timetable", "write_facts", "write_unsafe",
]

T = TypeVar("T")

FACTS: Record[CaseFacts] = Record(schema.facts, CaseFacts)
TIMETABLES: Record[TimetableTaken] = Record(schema.timetables, TimetableTaken)
HANDLED: Record[Handled] = Record(schema.handled_alerts, Handled)
UNSAFE: Record[UnsafeSetting] = Record(schema.unsafe_settings, UnsafeSetting)
ROUNDS: Record[RoundStarted] = Record(schema.answer_rounds, RoundStarted)
DONE: Record[DoneTask] = Record(schema.done_tasks, DoneTask)
MARKS: Record[SummaryMark] = Record(schema.summary_marks, SummaryMark)
CHANGES: Record[HandChange] = Record(schema.hand_changes, HandChange)
PLANS: Record[PlanMade] = Record(schema.plans, PlanMade)
DOCUMENTS: Record[DocumentMade] = Record(schema.documents, DocumentMade)
DECISIONS: Record[Decided] = Record(schema.decisions, Decided)


@contextmanager
def _look(store: CaseStore) -> Iterator[Reader]:
    """What is stored, as one unchanging state."""
    with store.reading() as reader:
        yield reader


@contextmanager
def _change(store: CaseStore, case_id: CaseId) -> Iterator[_Change]:
    """A change of one case, stored whole or not at all. Raises `CaseFileError` when there is no such case."""
    with store.writing() as writer:
        writer.hold(case_id)
        change = _Change(writer, case_id)
        yield change
        change.note()


class _Change:
    """What is being changed in one case, at one moment."""

    def __init__(self, writer: Writer, case_id: CaseId) -> None:
        self.writer = writer
        self.case_id = case_id
        self.at = clock.now()
        self.has_changed = False
        self.moves_plan = False

    def keep(self, record: Record[T], noun: T, *, moves_plan: bool) -> int:
        """Keeps the noun as the newest of its kind; its number."""
        self.has_changed = True
        self.moves_plan = self.moves_plan or moves_plan
        return self.writer.add(record, self.case_id, noun, self.at)

    def keep_if_other(self, record: Record[T], noun: T) -> None:
        """Keeps the noun unless the newest of its kind is the same: saving a form untouched changes nothing."""
        newest = self.writer.latest(record, self.case_id)
        if newest is None or newest.noun != noun:
            self.keep(record, noun, moves_plan=True)

    def note(self) -> None:
        """Notes in the case that it has changed, if it has."""
        if self.has_changed:
            self.writer.note_change(self.case_id, self.at, moves_plan=self.moves_plan)


def create_case(store: CaseStore, *, name: str) -> CaseId:
    """A new case. `name` is the first name or initials that the student wants to be called by; the id tells nothing."""
    case_id = CaseId(str(uuid4()))
    at = clock.now()
    with store.writing() as writer:
        writer.add_case(case_id, at)
        writer.add(FACTS, case_id, CaseFacts(student=name), at)
    return case_id


def list_cases(store: CaseStore) -> tuple[CaseSummary, ...]:
    """Every case, the one changed last first. One that cannot be read is listed with its trouble, not hidden."""
    with _look(store) as reader:
        return tuple(_summary(reader, row.id, row.changed_at) for row in reader.cases())


def open_case(store: CaseStore, case_id: CaseId) -> Case:
    """The case as it stands. Raises `CaseFileError` when there is none, or it cannot be read back."""
    with _look(store) as reader:
        return _read(reader, case_id)


def write_facts(store: CaseStore, case_id: CaseId, facts: CaseFacts) -> None:
    """Keeps what the adults know, as a new version where it differs. The school's papers alone move no plan."""
    with _change(store, case_id) as change:
        known = change.writer.latest(FACTS, case_id)
        if known is None or known.noun != facts:
            change.keep(FACTS, facts, moves_plan=known is None or known.noun.of_the_plan != facts.of_the_plan)


def take_in_timetable(
    store: CaseStore, case_id: CaseId, timetable: Timetable, doubts: Sequence[Doubt] = ()
) -> None:
    """Keeps the student's ordinary timetable and what could not be understood in it. Earlier ones stay as versions."""
    with _change(store, case_id) as change:
        change.keep_if_other(TIMETABLES, TimetableTaken(timetable=timetable, doubts=tuple(doubts)))


def record_answers(store: CaseStore, case_id: CaseId, events: Iterable[AnswerEvent]) -> tuple[EventId, ...]:
    """Stores the events together, each id once; the ids that are now durable, each once, in the order given.

    Sending an event again acknowledges it again. When this returns, and not before, the screen may say «Sparat».
    Raises `BadInput` for a time without zone, `CaseFileError` when nothing of it was stored.
    """
    given = tuple(events)
    if any(event.at.tzinfo is None for event in given):
        raise BadInput("time-without-zone", field="at")
    with _change(store, case_id) as change:
        if change.writer.add_events(case_id, given, change.at):
            change.has_changed = change.moves_plan = True
    return tuple(dict.fromkeys(event.id for event in given))


def note_handled(store: CaseStore, case_id: CaseId, handled: Handled) -> None:
    """Keeps that somebody has handled an alert; the same note again is kept once."""
    with _change(store, case_id) as change:
        if all(kept.noun != handled for kept in change.writer.every(HANDLED, case_id)):
            change.keep(HANDLED, handled, moves_plan=False)


def note_done(store: CaseStore, case_id: CaseId, done: DoneTask) -> None:
    """Keeps that a task is done, or that it was ticked by mistake; the same note again is kept once."""
    with _change(store, case_id) as change:
        if all(kept.noun != done for kept in change.writer.every(DONE, case_id)):
            change.keep(DONE, done, moves_plan=False)


def write_unsafe(store: CaseStore, case_id: CaseId, settings: Iterable[UnsafeSetting]) -> None:
    """Keeps where it is not safe and what is done there; the latest of each setting holds."""
    with _change(store, case_id) as change:
        known = {kept.noun.key: kept.noun for kept in change.writer.every(UNSAFE, case_id)}
        for setting in settings:
            if known.get(setting.key) != setting:
                change.keep(UNSAFE, setting, moves_plan=True)
                known[setting.key] = setting


def mark_summary(store: CaseStore, case_id: CaseId, marks: Iterable[SummaryMark]) -> None:
    """Keeps what the student says of lines of the summary; the latest mark of a line holds."""
    with _change(store, case_id) as change:
        marked = {mark.line: mark for mark in _marks(change.writer, case_id)}
        for mark in marks:
            if marked.get(mark.line) != mark:
                change.keep(MARKS, mark, moves_plan=True)
                marked[mark.line] = mark


def ask_again(store: CaseStore, case_id: CaseId) -> None:
    """Begins a new round: the questions answered before this moment are asked again, and their answers stay."""
    with _change(store, case_id) as change:
        started = after_all(change.writer.events(case_id), change.at)
        change.keep(ROUNDS, RoundStarted(at=started), moves_plan=False)


def keep_plan(store: CaseStore, case_id: CaseId, outcome: Outcome, *, revision: int | None = None) -> int:
    """Keeps what planning came to; the plan's number, from 1.

    `revision` is that of the `Case` it was made from: a plan that took its time must not look newer than the answers
    given meanwhile. None: the case as it is now.
    """
    with _change(store, case_id) as change:
        made_from = change.writer.case(case_id).revision if revision is None else revision
        kept = PlanMade(outcome=outcome, revision=made_from)
        newest = change.writer.latest(PLANS, case_id)
        if newest is not None and newest.noun == kept:
            return newest.number
        return change.keep(PLANS, kept, moves_plan=False)


def note_documents(store: CaseStore, case_id: CaseId, documents: Iterable[DocumentMade]) -> None:
    """Keeps which documents were made, of which plan, with their hashes. The documents themselves are not kept."""
    with _change(store, case_id) as change:
        for document in documents:
            change.keep(DOCUMENTS, document, moves_plan=False)


def erase_case(store: CaseStore, case_id: CaseId) -> None:
    """Removes the case with everything in it; what stood in the file is overwritten. Backups are not touched."""
    with _change(store, case_id) as change:
        change.writer.erase(case_id)


def _read(reader: Reader, case_id: CaseId) -> Case:
    row = reader.case(case_id)
    facts = reader.latest(FACTS, case_id)
    taken = reader.latest(TIMETABLES, case_id)
    plan = reader.latest(PLANS, case_id)
    started = reader.latest(ROUNDS, case_id)
    return Case(
        id=case_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
        revision=row.revision,
        facts=facts.noun if facts else CaseFacts(),
        timetable=taken.noun.timetable if taken else None,
        doubts=taken.noun.doubts if taken else (),
        events=reader.events(case_id),
        handled=tuple(kept.noun for kept in reader.every(HANDLED, case_id)),
        unsafe=standing_settings(kept.noun for kept in reader.every(UNSAFE, case_id)),
        done=tuple(kept.noun for kept in reader.every(DONE, case_id)),
        summary=_marks(reader, case_id),
        round_started=started.noun.at if started else None,
        changes=standing_changes(kept.noun for kept in reader.every(CHANGES, case_id)),
        plan=_kept_plan(plan) if plan else None,
        last_good_plan=_last_good_plan(reader, case_id, plan),
        documents=tuple(kept.noun for kept in reader.every(DOCUMENTS, case_id)),
        decisions=tuple(
            RegisteredDecision(number=kept.number, at=kept.at, decided=kept.noun)
            for kept in reader.every(DECISIONS, case_id)
        ),
    )


def _kept_plan(plan: Kept[PlanMade]) -> KeptPlan:
    return KeptPlan(number=plan.number, at=plan.at, **dict(plan.noun))


def _last_good_plan(reader: Reader, case_id: CaseId, newest: Kept[PlanMade] | None) -> KeptPlan | None:
    """The newest that came to a plan; the earlier ones are read only where the last did not."""
    if newest is None:
        return None
    kept = (newest,) if isinstance(newest.noun.outcome, Found) else reader.every(PLANS, case_id)
    return next((_kept_plan(plan) for plan in reversed(kept) if isinstance(plan.noun.outcome, Found)), None)


def _marks(reader: Reader, case_id: CaseId) -> tuple[SummaryMark, ...]:
    """The latest mark of every line."""
    return tuple({kept.noun.line: kept.noun for kept in reader.every(MARKS, case_id)}.values())


def _summary(reader: Reader, case_id: CaseId, changed_at: dt.datetime) -> CaseSummary:
    try:
        case = _read(reader, case_id)
    except CaseFileError as error:
        return CaseSummary(id=case_id, changed_at=changed_at, trouble=error.code)
    bank = load_bank()
    asked = shown_items(bank, case.sheet, route_for(bank, case.sheet) or Route.SHORT)
    return CaseSummary(
        id=case_id,
        changed_at=changed_at,
        name=case.facts.student,
        stage=case.stage,
        answered=sum(case.sheet.of(item.id) is not None for item in asked),
        asked=len(asked),
        duties_wait=duties_of(case).waits,
        to_do=open_tasks(case),
    )
