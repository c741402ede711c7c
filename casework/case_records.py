"""What is kept of a case, kind by kind, and a change of it: stored whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from casework.case import DocumentMade, DoneTask, PlanMade, RoundStarted, SummaryMark, TimetableTaken
from casework.changes import HandChange
from casework.facts import CaseFacts
from casework.guarded import action_now, changing
from casework.safety import UnsafeSetting
from planning.access import Action
from planning.decided import Decided
from planning.sent_proposal import SentProposal
from questionnaire.alerts import Handled
from storage import schema
from storage.audit import Act
from storage.emergency import end_openings
from storage.records import CaseId, CaseRow, Record
from storage.store import CaseStore
from storage.writing import Writer

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
PROPOSALS: Record[SentProposal] = Record(schema.proposals, SentProposal)


@contextmanager
def change_of(store: CaseStore, case_id: CaseId) -> Iterator[Change]:
    """A change of one case by the verb that is being done. Raises `CaseFileError` where there is none for the actor."""
    with changing(store, case_id) as (writer, row, at):
        change = Change(writer, row, at)
        yield change
        change.note()


class Change:
    """What is being changed in one case, at one moment."""

    def __init__(self, writer: Writer, row: CaseRow, at: dt.datetime) -> None:
        self.writer = writer
        self.row = row
        """The case as it was before the change."""
        self.case_id = row.id
        self.at = at
        self.has_changed = False
        self.moves_plan = False

    def keep(self, record: Record[T], noun: T, *, moves_plan: bool) -> int:
        """Keeps the noun as the newest of its kind; its number."""
        self.has_changed = True
        self.moves_plan = self.moves_plan or moves_plan
        if isinstance(noun, CaseFacts):
            self._keep_protection(is_protected=noun.document.student.has_protected_identity)
        return self.writer.add(record, self.case_id, noun, self.at)

    def keep_facts(self, facts: CaseFacts, before: CaseFacts | None) -> int:
        """Keeps the facts after those; a plan depends on what of them is the plan's."""
        return self.keep(FACTS, facts, moves_plan=before is None or before.of_the_plan != facts.of_the_plan)

    def keep_if_other(self, record: Record[T], noun: T) -> None:
        """Keeps the noun unless the newest of its kind is the same: saving a form untouched changes nothing."""
        newest = self.writer.latest(record, self.case_id)
        if newest is None or newest.noun != noun:
            self.keep(record, noun, moves_plan=True)

    def note(self) -> None:
        """Notes in the case that it has changed, if it has."""
        if self.has_changed:
            self.writer.note_change(self.case_id, self.at, moves_plan=self.moves_plan)

    def _keep_protection(self, *, is_protected: bool) -> None:
        """What permissions know of a protected identity follows the facts, whoever writes them; the log tells of it."""
        if is_protected == self.row.is_protected:
            return
        self.writer.set_protected(self.case_id, is_protected=is_protected)
        if is_protected:
            end_openings(self.writer, self.case_id, self.at)
        if action_now() is not Action.SET_PROTECTION:
            self.writer.note_act(Act(action=Action.SET_PROTECTION.value, case_id=self.case_id), self.at)
