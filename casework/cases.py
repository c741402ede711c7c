"""What coach and student do with a case that is kept: one verb, one transaction.

The app and the command line both use these. Every verb says its action, and passes `casework.guarded`: whoever must be
refused is refused there, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import uuid4

from casework.case import (
    Case,
    CaseSummary,
    DocumentMade,
    DoneTask,
    KeptPlan,
    PlanMade,
    RoundStarted,
    Stage,
    SummaryMark,
    TimetableTaken,
)
from casework.case_reading import list_cases, marks_of, open_case
from casework.case_records import (
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
    change_of,
)
from casework.course_lock import refuse_change_of_sent
from casework.facts import CaseFacts
from casework.guarded import creating, verb
from casework.merging import FactsKept, merged
from casework.safety import UnsafeSetting
from casework.school_day import SchoolDay, remember
from casework.settings_in_force import calendar_to_begin_with
from interop.choices import Doubt
from planning.access import Action
from planning.errors import BadInput
from planning.outcomes import Outcome
from planning.sent_proposal import SentProposal
from planning.timetable import Timetable
from planning.workflow.states import State
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerEvent, EventId, after_all
from questionnaire.own_answers import with_what_was_agreed
from storage.records import CaseId
from storage.store import CaseStore

__all__ = [
    "Case", "CaseId", "CaseStore", "CaseSummary", "DocumentMade", "DoneTask", "KeptPlan", "Stage", "SummaryMark",
    "ask_again", "create_case", "keep_facts", "keep_plan", "list_cases", "mark_summary",
    "note_documents", "note_done", "note_handled",
    "open_case", "record_answers", "take_in_timetable", "write_facts", "write_unsafe",
]


@verb(Action.OPEN_CASE)
def create_case(store: CaseStore, *, name: str) -> CaseId:
    """A new case. `name` is the first name or initials that the student wants to be called by; the id tells nothing.

    It begins with the school's own calendar (`casework.settings`).
    """
    case_id = CaseId(str(uuid4()))
    with creating(store, case_id) as (writer, at):
        calendar = calendar_to_begin_with(writer.case(case_id).unit)
        writer.add(FACTS, case_id, CaseFacts(student=name, calendar=calendar), at)
    return case_id


@verb(Action.WRITE_FACTS)
def write_facts(store: CaseStore, case_id: CaseId, facts: CaseFacts) -> None:
    """Keeps what the adults know, as a new version where it differs. The school's papers alone move no plan."""
    with change_of(store, case_id) as change:
        known = change.writer.latest(FACTS, case_id)
        if known is None or known.noun != facts:
            refuse_change_of_sent(State(change.row.state), known.noun if known else CaseFacts(), facts)
            change.keep_facts(facts, known.noun if known else None)


@verb(Action.WRITE_FACTS)
def keep_facts(store: CaseStore, case_id: CaseId, *, seen: CaseFacts, mine: CaseFacts) -> FactsKept:
    """Keeps what `mine` changes of the facts as they were `seen`, beside what others have changed since.

    Where both have changed the same field the stored one stays, and the clash is told.
    """
    with change_of(store, case_id) as change:
        known = change.writer.latest(FACTS, case_id)
        stored = known.noun if known else CaseFacts()
        facts, clashes = merged(seen, stored, mine)
        if facts != stored:
            refuse_change_of_sent(State(change.row.state), stored, facts)
            change.keep_facts(facts, stored)
    is_others = known is not None and stored != seen
    return FactsKept(
        facts=facts,
        mine=mine,
        clashes=clashes,
        at=known.at if known is not None and is_others else None,
        by=known.by if known is not None and is_others else "",
    )


@verb(Action.TAKE_IN_TIMETABLE)
def take_in_timetable(
    store: CaseStore,
    case_id: CaseId,
    timetable: Timetable,
    doubts: Sequence[Doubt] = (),
    *,
    day: SchoolDay | None = None,
) -> None:
    """Keeps the student's ordinary timetable and what could not be understood in it. Earlier ones stay as versions.

    `day`: the bell times that the week was tapped into, which the next student of the school begins from.
    """
    with change_of(store, case_id) as change:
        change.keep_if_other(TIMETABLES, TimetableTaken(timetable=timetable, doubts=tuple(doubts)))
    if day is not None:
        remember(change.row.unit, day)


@verb(Action.ANSWER)
def record_answers(
    store: CaseStore, case_id: CaseId, events: Iterable[AnswerEvent], *, keeps_agreed: bool = False
) -> tuple[EventId, ...]:
    """Stores the events together, each id once; the ids that are now durable, each once, in the order given.

    Sending an event again acknowledges it again. When this returns, and not before, the screen may say «Sparat».
    `keeps_agreed`: they are taps, and one that says the same again leaves what was agreed beside the answer.
    Raises `BadInput` for a time without zone, `CaseFileError` when nothing of it was stored.
    """
    given = tuple(events)
    if any(event.at.tzinfo is None for event in given):
        raise BadInput("time-without-zone", field="at")
    with change_of(store, case_id) as change:
        if keeps_agreed and any(event.follows is None or event.follows for event in given):
            given = with_what_was_agreed(given, change.writer.events(case_id))
        if change.writer.add_events(case_id, given, change.at):
            change.has_changed = change.moves_plan = True
    return tuple(dict.fromkeys(event.id for event in given))


@verb(Action.HANDLE_ALERT)
def note_handled(store: CaseStore, case_id: CaseId, handled: Handled) -> None:
    """Keeps that somebody has handled an alert; the same note again is kept once."""
    with change_of(store, case_id) as change:
        if all(kept.noun != handled for kept in change.writer.every(HANDLED, case_id)):
            change.keep(HANDLED, handled, moves_plan=False)


@verb(Action.WRITE_NOTE)
def note_done(store: CaseStore, case_id: CaseId, done: DoneTask) -> None:
    """Keeps that a task is done, or that it was ticked by mistake; the same note again is kept once."""
    with change_of(store, case_id) as change:
        if all(kept.noun != done for kept in change.writer.every(DONE, case_id)):
            change.keep(DONE, done, moves_plan=False)


@verb(Action.WRITE_NOTE)
def write_unsafe(store: CaseStore, case_id: CaseId, settings: Iterable[UnsafeSetting]) -> None:
    """Keeps where it is not safe and what is done there; the latest of each setting holds."""
    with change_of(store, case_id) as change:
        known = {kept.noun.key: kept.noun for kept in change.writer.every(UNSAFE, case_id)}
        for setting in settings:
            if known.get(setting.key) != setting:
                change.keep(UNSAFE, setting, moves_plan=True)
                known[setting.key] = setting


@verb(Action.MARK_SUMMARY)
def mark_summary(store: CaseStore, case_id: CaseId, marks: Iterable[SummaryMark]) -> None:
    """Keeps what the student says of lines of the summary; the latest mark of a line holds."""
    with change_of(store, case_id) as change:
        marked = {mark.line: mark for mark in marks_of(change.writer, case_id)}
        for mark in marks:
            if marked.get(mark.line) != mark:
                change.keep(MARKS, mark, moves_plan=True)
                marked[mark.line] = mark


@verb(Action.ANSWER)
def ask_again(store: CaseStore, case_id: CaseId) -> None:
    """Begins a new round: the questions answered before this moment are asked again, and their answers stay."""
    with change_of(store, case_id) as change:
        started = after_all(change.writer.events(case_id), change.at)
        change.keep(ROUNDS, RoundStarted(at=started), moves_plan=False)


@verb(Action.MAKE_PLAN)
def keep_plan(store: CaseStore, case_id: CaseId, outcome: Outcome, *, revision: int | None = None) -> int:
    """Keeps what planning came to; the plan's number, from 1.

    `revision` is that of the `Case` it was made from: a plan that took its time must not look newer than the answers
    given meanwhile. None: the case as it is now.
    """
    with change_of(store, case_id) as change:
        made_from = change.writer.case(case_id).revision if revision is None else revision
        kept = PlanMade(outcome=outcome, revision=made_from)
        newest = change.writer.latest(PLANS, case_id)
        if newest is not None and newest.noun == kept:
            return newest.number
        return change.keep(PLANS, kept, moves_plan=False)


@verb(Action.MAKE_DOCUMENTS)
def note_documents(
    store: CaseStore, case_id: CaseId, documents: Iterable[DocumentMade], sent: SentProposal | None = None
) -> None:
    """Keeps which documents were made, of which plan, with their hashes.

    Of the documents themselves none is kept but `sent`, a proposal made for real: it is what the school answers.
    """
    with change_of(store, case_id) as change:
        for document in documents:
            change.keep(DOCUMENTS, document, moves_plan=False)
        if sent is not None:
            change.keep(PROPOSALS, sent, moves_plan=False)
