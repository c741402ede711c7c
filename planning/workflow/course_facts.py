"""What a guard needs to know of a case, and what it answers. Nothing here is an answer of the student's."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from planning.access import Relation, Role
from planning.decided import Decided, Ruling
from planning.decided_frame import DecidedFrame
from planning.frozen import Frozen
from planning.law.verdicts import LawVerdict
from planning.workflow.moves import Given, Sent
from planning.workflow.states import State


class Guard(StrEnum):
    """What a move can wait for. Those named as rules (`law.md` §6) are judged by `planning.law`, and only there."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"
    P6 = "P6"
    P7 = "P7"
    P8 = "P8"
    P9 = "P9"
    P10 = "P10"
    P11 = "P11"
    P12 = "P12"
    P13 = "P13"
    P14 = "P14"
    P15 = "P15"
    P16 = "P16"
    P17 = "P17"
    D4R = "D4r"
    D5R = "D5r"
    D6R = "D6r"
    COACH_NAMED = "coach_named"
    INFORMED = "informed"
    CONSENT = "consent"
    SHARING_CHOSEN = "sharing_chosen"
    PLAN_HOLDS = "plan_holds"
    NEW_VERSION = "new_version"
    GUARDIANS_OFFERED = "guardians_offered"
    FIELDS_FILLED = "fields_filled"
    STUDENT_SAID_YES = "student_said_yes"
    MAY_BE_SENT = "may_be_sent"
    DOCUMENT_MADE = "document_made"
    SENT_IS_FIXED = "sent_is_fixed"
    SAME_DOCUMENT = "same_document"
    POINTS_GIVEN = "points_given"
    PRINCIPAL_OF_THE_SCHOOL = "principal_of_the_school"
    RETURNED_BY_PRINCIPAL = "returned_by_principal"
    NOT_THE_SUBMITTER = "not_the_submitter"
    NOT_THE_COACH = "not_the_coach"
    STUDENT_COPY = "student_copy"
    LETS_LIVE = "lets_live"
    FROM_ITS_DAY = "from_its_day"
    MAY_BEGIN = "may_begin"
    IN_FORCE = "in_force"
    BEGUN = "begun"
    WITHIN_PERIOD = "within_period"
    NEXT_STEP = "next_step"
    EARLIER_STEP = "earlier_step"
    ABOVE_FLOOR = "above_floor"
    HEARD = "heard"
    WHY = "why"
    HAS_DECISION = "has_decision"
    DAY_GIVEN = "day_given"
    APPEAL_IN_TIME = "appeal_in_time"
    ENDED_BY_PRINCIPAL = "ended_by_principal"
    ENDING_SAID = "ending_said"
    ATTENDANCE_CLOSED = "attendance_closed"
    APPEAL_TIME_OVER = "appeal_time_over"


class Hindrance(Frozen):
    """Something that a move waits for, and whose turn it is."""

    guard: Guard
    whose: tuple[Role, ...]
    """Who can do something about it."""
    blocks: bool = True
    """False: it is told, and holds nothing back."""
    verdict: LawVerdict | None = None
    """What the rule of law comes to, where it is one."""
    what: tuple[str, ...] = ()
    """Fields, rules or kinds by their codes, where it is several."""
    day: dt.date | None = None
    """The day that it is about: until when, or from when."""


class Acting(NamedTuple):
    """Who makes the move."""

    user: str
    standing: frozenset[tuple[Role, Relation]]
    """Every role with how it stands to the case."""
    is_alone: bool = False
    """One coach on one computer: what others do is written in."""

    def is_principal_of_unit(self) -> bool:
        """Whether the rektor of the school that the case belongs to, or one who is named for this very case."""
        return any(
            role is Role.PRINCIPAL and relation in (Relation.SAME_UNIT, Relation.ASSIGNED)
            for role, relation in self.standing
        )


class InForce(NamedTuple):
    """The decision that holds, and the plan that it is about."""

    number: int
    """Among the case's decisions."""
    decided: Decided
    plan_number: int | None
    """None where what it was about is not kept."""
    frame: DecidedFrame | None
    """What it leaves room for; None likewise."""


class LivedPlan(NamedTuple):
    """The plan that is lived: step by step its minutes a week."""

    number: int
    minutes: tuple[int, ...]


class CourseFacts(NamedTuple):
    """What the guards look at."""

    state: State
    on: dt.date
    acting: Acting
    given: Given = Given()
    coaches: tuple[str, ...] = ()
    """The names of those who prepare the proposal: none of them may be the one who decides."""
    open_reports: bool = False
    """Whether something waits to be told the rektor. Never what."""
    open_worry: bool = False
    """Whether a worry for the child waits to be handled. Never what."""
    sharing_chosen: bool = False
    has_plan: bool = False
    """Whether there is a plan of today's answers, with every promise kept."""
    verdicts: tuple[LawVerdict, ...] | None = None
    """What the rules of law come to; None where they were not asked, or there is no plan to ask them of."""
    missing: tuple[str, ...] = ()
    """Fields that statute asks for, by their codes."""
    student_waits: tuple[str, ...] = ()
    """What the student or the guardians have not said yes to, by its codes."""
    version: int = 1
    """The version that the next proposal bears."""
    ready: Sent | None = None
    """The proposal that can be sent now: made for real, of the plan and the facts as they stand."""
    sent: Sent | None = None
    """What was sent last, also when it has come back."""
    sent_by: str = ""
    """Who sent it."""
    newest: Decided | None = None
    """The last decision that decides something; a return does not."""
    received_on: dt.date | None = None
    """When it was received."""
    in_force: InForce | None = None
    lived: LivedPlan | None = None
    step: int = 0
    """The step that is lived; 0 before the plan has begun."""
    highest_version: int = 0
    """The highest version that has been sent or decided on."""

    @property
    def lets_live(self) -> bool:
        """Whether the last decision is one that a plan can be lived by."""
        return self.newest is not None and self.newest.ruling in (Ruling.AS_PROPOSED, Ruling.WITH_CHANGES)

    def verdict(self, code: str) -> LawVerdict | None:
        """What the rule of that code comes to, where it has been asked."""
        return next((one for one in self.verdicts or () if one.rule.code == code), None)
