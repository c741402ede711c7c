"""A case as it is kept: the nouns that `casework.cases` takes and gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from casework.changes import HandChange, can_be_put_back
from casework.facts import CaseFacts
from casework.safety import UnsafeSetting
from exports.document_code import Fingerprint
from interop.choices import Doubt
from planning.decided import Decided
from planning.decided_frame import DecidedFrame
from planning.frozen import Frozen
from planning.outcomes import Outcome
from planning.timetable import Timetable
from questionnaire.alerts import LONGEST_NOTE, Handled
from questionnaire.answers import AnswerEvent, AnswerSheet, EventId, QuestionId, Tick, fold
from questionnaire.vocabulary import Task
from storage.records import CaseId


class TimetableTaken(Frozen):
    """A timetable as it was taken in, and what the coach should look at before trusting it."""

    timetable: Timetable
    doubts: tuple[Doubt, ...] = ()


class SummaryMark(Frozen):
    """What the student says about one line of «så här har jag förstått dig», named as `questionnaire.summary.Line` is.

    When the boxes ticked change, so does the line, and the mark of the old one no longer meets any.
    """

    question: QuestionId
    ticks: tuple[Tick, ...] = ()
    is_right: bool | None = None
    """None: neither said to be right nor wrong."""
    is_most_important: bool = False

    @property
    def line(self) -> tuple[QuestionId, tuple[str, ...]]:
        """Which line it is about."""
        return self.question, self.ticks


class RoundStarted(Frozen):
    """The student answers again, from that moment on. What was answered before keeps its date."""

    at: dt.datetime


class DoneTask(Frozen):
    """Something of the coach's that is done: which, after which answer, by whom (role or initials), and when."""

    task: Task
    question: QuestionId
    by: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NOTE)]
    at: AwareDatetime
    is_taken_back: bool = False
    """It was ticked by mistake."""


class PlanMade(Frozen):
    """What planning came to, and the revision of the case that it was made from."""

    outcome: Outcome
    revision: int


class KeptPlan(PlanMade):
    """A plan as it was kept: its number in the case, from 1, and when."""

    number: int
    at: dt.datetime


class DocumentMade(Frozen):
    """A document that was made: which kind («proposal»), when, of which kept plan, and the hash of its bytes."""

    kind: str = Field(min_length=1)
    made_at: dt.datetime
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    plan_number: int = Field(ge=1)
    memory: str = ""
    """What the next document of its kind needs to know of it: which events a calendar has told of."""
    proposal: Fingerprint | None = None
    """Of a proposal: what it was when it left, so that what comes back can be held against it."""
    frame: DecidedFrame | None = None
    """Of a proposal: what a decision on it leaves room for, so that a later plan can be held against that."""
    log_head: str = ""
    """Of a proposal: how far the log had come, as it is printed there."""


class RegisteredDecision(Frozen):
    """A decision of the rektor's as it was kept: its number in the case, from 1, and when."""

    number: int
    at: dt.datetime
    decided: Decided


class Stage(StrEnum):
    """How far a case has come: the last of these that something has been done in."""

    NEW = "new"
    TIMETABLE = "timetable"
    QUESTIONS = "questions"
    SUMMARY = "summary"
    PLAN = "plan"
    DOCUMENTS = "documents"


class Case(Frozen):
    """Everything that is kept of a case, as it stands now."""

    id: CaseId
    created_at: dt.datetime
    changed_at: dt.datetime
    revision: int
    """Counts the changes that a plan depends on."""
    facts: CaseFacts
    timetable: Timetable | None = None
    doubts: tuple[Doubt, ...] = ()
    events: tuple[AnswerEvent, ...] = ()
    who_answered: Mapping[EventId, str] = {}
    """Which user has sent each of the events."""
    handled: tuple[Handled, ...] = ()
    unsafe: tuple[UnsafeSetting, ...] = ()
    """Where it is not safe, as the coach has written it; the latest of each. For the coach alone."""
    done: tuple[DoneTask, ...] = ()
    """Every note of the coach's about what the answers ask to be done, in the order they were written."""
    summary: tuple[SummaryMark, ...] = ()
    """The latest mark of every line that has one."""
    round_started: dt.datetime | None = None
    """When the student last began to answer again; None while everything is of the first time."""
    changes: tuple[HandChange, ...] = ()
    """What stands of the changes made by hand, in the order they were made."""
    hand_log: tuple[HandChange, ...] = ()
    """Every word on them, in the order it was kept: made, taken back, put back."""
    plan: KeptPlan | None = None
    """What planning came to last, whatever it was."""
    last_good_plan: KeptPlan | None = None
    """The last time that planning came to a plan: what one can go back to when a later search found none."""
    documents: tuple[DocumentMade, ...] = ()
    decisions: tuple[RegisteredDecision, ...] = ()
    """Every decision that has come back, in the order they were kept; nothing of them is ever changed."""

    @cached_property
    def sheet(self) -> AnswerSheet:
        """What has been answered."""
        return fold(self.events)

    @property
    def taken_back(self) -> tuple[HandChange, ...]:
        """Changes made by hand that were taken back and can be put back, the one taken back last at the end."""
        return can_be_put_back(self.hand_log)

    @property
    def plan_is_current(self) -> bool:
        """Whether there is a plan and nothing that it depends on has changed since."""
        return self.plan is not None and self.plan.revision == self.revision

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        reached = (
            (Stage.DOCUMENTS, self.documents),
            (Stage.PLAN, self.plan),
            (Stage.SUMMARY, self.summary),
            (Stage.QUESTIONS, self.sheet.answers),
            (Stage.TIMETABLE, self.timetable),
        )
        return next((stage for stage, is_there in reached if is_there), Stage.NEW)


class CaseSummary(Frozen):
    """A case in the list. `trouble` is the code of the error that keeps it from being read, «» otherwise."""

    id: CaseId
    changed_at: dt.datetime
    name: str = ""
    stage: Stage = Stage.NEW
    answered: int = 0
    asked: int = 0
    """Questions that the answers so far let stand on the chosen route (the short one before any is chosen)."""
    duties_wait: bool = False
    """Somebody has something to take care of first. Never what."""
    to_do: int = 0
    """How many things the answers ask the coach to do, that wait."""
    trouble: str = ""
