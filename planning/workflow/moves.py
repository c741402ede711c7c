"""The moves of a case, one name for each row of the table, and what is kept of a move that has been made."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from planning.decided import Written
from planning.frozen import Frozen
from planning.workflow.comments import MOST_COMMENTS, LessonComment
from planning.workflow.states import State

LONGEST_NOTE = 4000
"""Letters of a note or a point; longer text belongs in a document. Our default."""
MOST_POINTS = 40

Text = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]


class MoveName(StrEnum):
    """What can be done with the course of a case (`law.md` §7)."""

    RAISE = "raise"
    ASSIGN = "assign"
    BEGIN_MAPPING = "begin_mapping"
    BEGIN_DRAFT = "begin_draft"
    PRESENT = "present"
    GO_BACK = "go_back"
    INFORM_GUARDIANS = "inform_guardians"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    """Takes back what was sent: it is a draft again, and that it was sent stays in the history."""
    RECEIVE = "receive"
    RETURN = "return"
    DECIDE = "decide"
    """As it was asked."""
    DECIDE_WITH_CHANGES = "decide_with_changes"
    REFUSE = "refuse"
    REGISTER_RETURN = "register_return"
    """The rektor has answered outside the app, and the answer is written in: so too the next two."""
    REGISTER_DECISION = "register_decision"
    REGISTER_REFUSAL = "register_refusal"
    NOTE_DECISION = "note_decision"
    """A ruling comes to a case whose course nobody follows here: it is kept, and nothing else changes."""
    CATCH_UP = "catch_up"
    """Somebody begins to follow the course of a case that is decided already."""
    NOTIFY = "notify"
    ACTIVATE = "activate"
    STEP_UP = "step_up"
    HOLD = "hold"
    STEP_BACK = "step_back"
    FOLLOW_UP = "follow_up"
    EVALUATE = "evaluate"
    KEEP = "keep"
    REVISE = "revise"
    RESUME = "resume"
    """The new version is let go of, and the decision that holds goes on."""
    APPEAL = "appeal"
    UPHOLD = "uphold"
    """The board lets the decision stand."""
    ANNUL = "annul"
    """The board takes the decision away."""
    REMIT = "remit"
    """The board sends the matter back to the school to be tried anew."""
    CLOSE = "close"
    ARCHIVE = "archive"


class Heard(StrEnum):
    """Who has been heard or told at an evaluation (`law.md` §7, state 10)."""

    STUDENT = "student"
    GUARDIANS = "guardians"
    PRINCIPAL = "principal"
    """Told of it rather than heard."""


class Ending(StrEnum):
    """Why a case ends (`law.md` §7, state 13)."""

    WHOLE_TIMETABLE = "whole_timetable"
    """The goal is met: the student has the whole timetable."""
    REPLACED = "replaced"
    """Other support takes its place."""
    MOVED = "moved"
    """The student has changed school."""
    SCHOOL_IS_OVER = "school_is_over"
    """Compulsory school is over."""
    ENDED = "ended"
    """The rektor ends it for another reason, which the note tells."""
    NEVER_BEGUN = "never_begun"
    """It came to no decision."""


class Given(Frozen):
    """What somebody says when they make a move; which of it is asked for follows from the move's guards."""

    note: Text = ""
    day: dt.date | None = None
    """The day that it happened: informed, received, followed up, appealed; None: the day it is written in."""
    points: tuple[Text, ...] = Field(default=(), max_length=MOST_POINTS)
    """What is to be completed, point by point, in a return."""
    comments: tuple[LessonComment, ...] = Field(default=(), max_length=MOST_COMMENTS)
    """What is said of the very lessons, steps and subjects, in a return or a decision with changes."""
    heard: tuple[Heard, ...] = ()
    ending: Ending | None = None
    decided_by: Annotated[str, StringConstraints(max_length=120)] = ""
    """Who decided, by name and title, where it was done outside the app."""
    other_area: bool = False
    """Whether the coach works in another area of secrecy than the school (OSL 12 kap. 2 §)."""
    consented_on: dt.date | None = None
    """When consent was given to telling across areas of secrecy."""
    attendance_closed: dt.date | None = None
    """When the attendance register was told that the plan has ended."""
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    """The document that the decider has read."""
    written: Written | None = None
    """The decision, where the move is one."""


class Sent(Frozen):
    """What was sent: the version, the document's bytes by their hash, the plan, and the facts and answers behind it."""

    version: int = Field(ge=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    plan_number: int = Field(ge=1)
    facts_number: int = Field(ge=1)
    """Which version of the adults' facts it was made of."""
    revision: int = Field(ge=0)
    """The case's revision: what has been answered since belongs to the next version."""


class Move(Frozen):
    """A move that was made: kept as it was, never changed."""

    name: MoveName
    from_state: State
    to_state: State
    at: AwareDatetime
    by: str = Field(min_length=1, max_length=36)
    """The id of who made it, which is no name."""
    day: dt.date | None = None
    note: Text = ""
    points: tuple[Text, ...] = ()
    comments: tuple[LessonComment, ...] = ()
    heard: tuple[Heard, ...] = ()
    ending: Ending | None = None
    decided_by: str = ""
    consented_on: dt.date | None = None
    attendance_closed: dt.date | None = None
    sent: Sent | None = None
    """What was sent, where the move sent something."""
    decision: int | None = None
    """The decision that it made, told of or is about, by its number in the case."""
    step: int | None = None
    """The step of the plan that is lived after it."""
    next_version: int | None = None
    """The version that the next proposal bears, where the move opens for one."""
    beyond: tuple[str, ...] = ()
    """What goes beyond the decision in force, by its codes (`planning.decided_frame`), where that is why."""
