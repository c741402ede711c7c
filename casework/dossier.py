"""What documents are made of: the plan, the facts and the answers of one case on one day."""

from __future__ import annotations

import datetime as dt

from casework.case import SummaryMark
from casework.facts import CaseFacts
from planning.decided import Decided
from planning.decided_frame import DecidedFrame
from planning.decision import DocumentFacts
from planning.frozen import Frozen
from planning.needs import SafeRoom
from planning.plan import Plan
from planning.problem import Problem
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerSheet


class Dossier(Frozen):
    """Everything that documents are made of."""

    case_id: str
    """Tells nothing; it keeps the calendar's events apart from other cases'."""
    problem: Problem
    plan: Plan
    facts: CaseFacts
    sheet: AnswerSheet
    handled: tuple[Handled, ...] = ()
    date: dt.date
    current_step: int = 1
    """The step that is lived now: it and the next carry dates."""
    decided: Decided | None = None
    """The rektor's decision on this very plan; None before there is one."""
    frame: DecidedFrame | None = None
    """What the decision in force leaves room for, on this plan or an earlier one."""
    is_draft: bool = False
    """Whether a draft of the proposal is asked for: it is then made although fields are missing, and says so."""
    summary: tuple[SummaryMark, ...] = ()
    """What the student has said of the lines of «så här har jag förstått dig»."""
    reminder_minutes: int = 0
    """So long before the day's first event the calendar reminds the student; 0: not at all."""
    log_head: str = ""
    """How far the log had come when the documents were asked for («1042·9f3a51c0d2e47b18»); empty: not told."""
    calendar_memory: str = ""
    """What the calendar that was handed out last has told (`exports.calendar_memory`)."""

    @property
    def document(self) -> DocumentFacts:
        """The document's facts with what the case knows already where they are empty."""
        return document_of(self.facts)

    @property
    def is_protected(self) -> bool:
        """Whether the student has a protected identity."""
        return self.facts.document.student.has_protected_identity

    @property
    def safe_rooms(self) -> tuple[str, ...]:
        """The rooms that feel all right, in the order of the needs."""
        return tuple(room for need in self.problem.needs if isinstance(need, SafeRoom) for room in need.rooms)

    @property
    def calm_room(self) -> str:
        """The first of them; empty where there is none."""
        return next(iter(self.safe_rooms), "")


def document_of(facts: CaseFacts) -> DocumentFacts:
    """The document's facts of a case, with what the case knows already where they are empty."""
    student, prepared = facts.document.student, facts.document.prepared
    return facts.document.model_copy(
        update={
            "student": student.model_copy(update={"first_name": student.first_name or facts.student}),
            "prepared": prepared.model_copy(update={"coach": prepared.coach or facts.coach.name}),
        }
    )


def first_name(facts: CaseFacts) -> str:
    """What the student is called in documents of the student's own."""
    return facts.document.student.first_name or facts.student
