"""What the rules of law say of a plan and its papers: nouns shared by every rule.

A rule is dated data (`planning/rulesets/support.toml`) and one function of the same code. No verdict says that
something is wrong: a deviation is something that the law lets a rektor stand behind, or that somebody has yet to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from planning.decided import Decided
from planning.decided_frame import DecidedFrame
from planning.decision import DocumentFacts
from planning.eligibility import Picture, SchoolYearGroup
from planning.frozen import Frozen
from planning.plan import Plan
from planning.planned_day import PlannedDay
from planning.problem import Problem
from planning.subject_codes import ReadSubjects
from planning.teaching import Teaching
from planning.teaching_hours import HoursComparison


class RuleLevel(StrEnum):
    """What a deviation asks for."""

    HARD = "hard"
    """Blocks: it cannot be sent, decided or begin until it is met."""
    GATE = "gate"
    """Asks for a recorded reason, consent or decision."""
    SOFT = "soft"
    """Is told, and binds nothing."""
    INFORM = "inform"
    """Is worth knowing."""


class Gate(StrEnum):
    """What a hard rule keeps closed until it is met."""

    SEND = "send"
    """Sending the proposal to the school."""
    DECIDE = "decide"
    """The rektor's decision."""
    BEGIN = "begin"
    """The plan's beginning."""
    CLOSE = "close"
    """Closing the talk with the student."""


class Standing(StrEnum):
    """What a rule comes to."""

    MET = "met"
    DEVIATES = "deviates"
    UNKNOWN = "unknown"
    """Something that the rule asks about has not been written down."""
    NOT_ASKED = "not_asked"
    """The rule has nothing to say of this case."""


Fact = str | int | dt.date | tuple[str, ...]


class Finding(NamedTuple):
    """What a rule's function found. `facts` are what its sentence is made of, by name; numbers keep their unit."""

    standing: Standing
    facts: Mapping[str, Fact] = {}
    fields: tuple[str, ...] = ()
    """Paths within the facts («follow_up.date») where what is missing is filled in."""
    level: RuleLevel | None = None
    """What it asks for here, where that is less than the rule's own level; None: the rule's own."""


class LawRule(Frozen):
    """A rule as data: its code («T2»), what it does, where it stands in law, and how sure that reading is (A to C)."""

    code: str
    level: RuleLevel
    gate: Gate | None = None
    """What it keeps closed; for hard rules only."""
    numbers: Mapping[str, int] = {}
    """The numbers it counts with, by name, each with its unit in the name («minutes_a_day»)."""
    words: Mapping[str, tuple[str, ...]] = {}
    """The lists it looks in, by name."""
    source: str
    confidence: str


class LawVerdict(Frozen):
    """A rule's verdict of a case. `reason` is what somebody has recorded where the rule asks for a reason."""

    rule: LawRule
    standing: Standing
    facts: Mapping[str, Fact] = {}
    fields: tuple[str, ...] = ()
    reason: str = ""
    state: str = ""
    """Which state of the rules was asked, by its code («SE-support-9»); each of them where the plan has days of two."""
    version: str = ""
    """The day as of which it was read («2026-11-22»)."""

    @property
    def waits(self) -> bool:
        """Whether somebody has something to do: a hard rule is not met, or a gate has no recorded reason."""
        if self.standing in (Standing.MET, Standing.NOT_ASKED):
            return False
        is_gate_without_reason = self.rule.level is RuleLevel.GATE and not self.reason
        return self.rule.level is RuleLevel.HARD or is_gate_without_reason


class LawCase(NamedTuple):
    """What the rules look at. Nothing here is an answer of the student's."""

    problem: Problem
    plan: Plan
    facts: DocumentFacts
    read: ReadSubjects
    """Which subjects the timetable's names stand for."""
    picture: Picture
    """The subjects through the plan, and what they open."""
    teaching: Teaching
    hours: HoursComparison
    group: SchoolYearGroup | None
    """The year group and the school year that it is said of; None while it is not known."""
    on: dt.date
    """The day the rules are asked: which state of the law holds, and what is overdue."""
    open_reports: bool = False
    """Whether an answer obliges somebody to report to the rektor, and it is not noted as done. Never which."""
    open_worry: bool = False
    """Whether a worry for the child waits to be handled. Never what."""
    decided: Decided | None = None
    """What the rektor has decided on this proposal, where it has come back; None before."""
    frame: DecidedFrame | None = None
    """What an earlier decision leaves room for, where there is one that still holds."""
    days: tuple[PlannedDay, ...] | None = None
    """Every date of the plan, worked out once for all rules; None: a rule that asks works them out."""
    whole_weeks: Teaching | None = None
    """The plan's teaching as if every weekday had school, worked out once likewise."""


Judge = Callable[[LawCase, LawRule], Finding]
"""A rule's function: what it finds of a case, with the numbers and lists of the rule as data."""
