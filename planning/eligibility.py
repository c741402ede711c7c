"""Which level of upper secondary school each step of a plan keeps within reach: facts and consequences, no prognosis.

A subject is *passed*, *ongoing* (some lesson of it in the step), *paused* (it waits) or *not started*. A level is
within reach in a step when the subjects that are passed or ongoing there would be enough if all of them are passed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property

from planning.eligibility_rules import Level, Programme, Reach, eligibility_rules_on, number_of, reaches
from planning.frozen import Frozen
from planning.guaranteed_hours import rulesets, year_group_on
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.subject_codes import ReadSubjects, SubjectCode


class SubjectStatus(StrEnum):
    """Where a student is with a subject."""

    PASSED = "passed"
    ONGOING = "ongoing"
    PAUSED = "paused"
    NOT_STARTED = "not_started"


IN_REACH = (SubjectStatus.PASSED, SubjectStatus.ONGOING)
"""Statuses that count when everything ongoing is passed."""


class SubjectStanding(Frozen):
    """A subject through the plan: what somebody has said of it, and in which steps it has a lesson."""

    code: SubjectCode
    names: tuple[str, ...] = ()
    """What the timetable calls it; empty when it is not there."""
    said: SubjectStatus | None = None
    """What the case says; None: nobody has said, and the plan decides."""
    taught: tuple[bool, ...]
    """Step by step, whether it has a lesson there."""

    def status(self, step: int) -> SubjectStatus:
        """Its status in a step (from 1). What is passed stays passed; what has lessons is ongoing."""
        if self.said is SubjectStatus.PASSED:
            return SubjectStatus.PASSED
        if self.taught[step - 1]:
            return SubjectStatus.ONGOING
        if self.said is SubjectStatus.ONGOING and not self.names:
            return SubjectStatus.ONGOING  # Taught beside the timetable: modersmål in the evening.
        if self.said is SubjectStatus.NOT_STARTED:
            return SubjectStatus.NOT_STARTED
        is_known = bool(self.names) or self.said is not None or any(self.taught)
        return SubjectStatus.PAUSED if is_known else SubjectStatus.NOT_STARTED

    @property
    def is_assumed(self) -> bool:
        """Whether nobody has said anything of it: it is then ongoing while in the plan, and paused while it waits."""
        return self.said is None

    @property
    def first_step(self) -> int | None:
        """The first step that it has a lesson in, from 1; None when it waits through the whole plan."""
        return self.taught.index(True) + 1 if any(self.taught) else None


class StepLadder(Frozen):
    """The ladder in one step."""

    step: int
    statuses: Mapping[SubjectCode, SubjectStatus]
    reaches: tuple[Reach, ...]
    """When everything ongoing is passed: level by level, and by programmes where they differ."""
    reached_now: tuple[Reach, ...]
    """With what is passed already."""
    matters: bool
    """Whether the student is in the stage whose grades upper secondary school asks for (or nobody knows the year)."""

    def having(self, *statuses: SubjectStatus) -> tuple[SubjectCode, ...]:
        """The subjects with one of those statuses, in the order of the codes."""
        return tuple(code for code, status in self.statuses.items() if status in statuses)

    @property
    def number(self) -> int:
        """How many subjects are passed or ongoing."""
        return number_of(self.having(*IN_REACH))

    @property
    def highest(self) -> Level | None:
        """The highest level within reach, for at least one programme."""
        return max((r.level for r in self.reaches if r.is_reached), key=list(Level).index, default=None)

    def reaches_level(self, level: Level, programme: Programme | None = None) -> bool:
        """Whether that level is within reach: for that programme, or for any."""
        return any(
            reach.is_reached and reach.level is level and (programme is None or programme in reach.programmes)
            for reach in self.reaches
        )


class Picture(Frozen):
    """The subjects of a student through a plan. What-ifs are pictures too (`planning.what_if`)."""

    subjects: tuple[SubjectStanding, ...]
    days: tuple[dt.date, ...]
    """The first day of every step: the law of that day holds."""
    matters: tuple[bool, ...]
    """Step by step, whether grades count for upper secondary school yet (`StepLadder.matters`)."""
    unknown: tuple[str, ...] = ()
    """Names in the timetable whose subject is not recognised: they count for nothing until somebody says it."""
    blocks: tuple[str, ...] = ()
    """Names that stand for several subjects (NO, SO)."""

    @cached_property
    def by_code(self) -> dict[SubjectCode, SubjectStanding]:
        """The subjects by their codes."""
        return {subject.code: subject for subject in self.subjects}

    @cached_property
    def ladder(self) -> tuple[StepLadder, ...]:
        """Step by step."""
        return tuple(self._step(number) for number in range(1, len(self.days) + 1))

    @property
    def is_far_off(self) -> bool:
        """Whether no step has grades that count yet: it is then told as «längre fram»."""
        return not any(self.matters)

    @property
    def missing_core(self) -> tuple[tuple[SubjectCode, ...], ...]:
        """Of svenska (or svenska som andraspråk), engelska and matematik those neither passed nor in any step."""
        last = eligibility_rules_on(self.days[-1]).levels[-1].ways[0].core
        alive = {code for step in self.ladder for code in step.having(*IN_REACH)}
        return tuple(choice for choice in last if alive.isdisjoint(choice))

    def _step(self, number: int) -> StepLadder:
        rules = eligibility_rules_on(self.days[number - 1])
        statuses = {subject.code: subject.status(number) for subject in self.subjects}
        hoped = [code for code, status in statuses.items() if status in IN_REACH]
        passed = [code for code, status in statuses.items() if status is SubjectStatus.PASSED]
        return StepLadder(
            step=number,
            statuses=statuses,
            reaches=reaches(rules, hoped),
            reached_now=reaches(rules, passed),
            matters=self.matters[number - 1],
        )


class SchoolYearGroup(Frozen):
    """The year group that a student is in, in a school year (by the calendar year that it begins)."""

    year_group: int
    school_year: int

    def on(self, day: dt.date) -> int:
        """The year group on a day, as it is then called."""
        return year_group_on(self.year_group, self.school_year, day)


def picture_of(
    problem: Problem,
    plan: Plan,
    read: ReadSubjects,
    said: Mapping[SubjectCode, SubjectStatus],
    group: SchoolYearGroup | None = None,
) -> Picture:
    """The picture of a plan. `read` is what the timetable's names stand for, `said` what the case says of subjects.

    Without a year group grades are taken to matter: it is told that nobody has said it.
    """
    in_step = [_taught(step, read) for step in plan.steps]
    days = tuple(step.step.first_day if step.step.mondays else dt.date.max for step in plan.steps)
    in_timetable = {code for name in problem.timetable.subjects for code in _codes(name, read)}
    asked = {code for code in SubjectCode if code in in_timetable or code in said or _is_core(code)}
    return Picture(
        subjects=tuple(
            SubjectStanding(
                code=code,
                names=tuple(name for name in read.names_of(code) if name in problem.timetable.subjects),
                said=said.get(code),
                taught=tuple(code in taught for taught in in_step),
            )
            for code in SubjectCode
            if code in asked and code.block == (code,)
        ),
        days=days,
        matters=tuple(_matters(day, group) for day in days),
        unknown=read.unknown,
        blocks=read.in_blocks,
    )


def _taught(step: PlanStep, read: ReadSubjects) -> frozenset[SubjectCode]:
    """What the step has lessons of: a closed day pauses no subject (`planning.teaching` counts what then falls out)."""
    return frozenset(code for planned in step.lessons for code in _codes(planned.lesson.subject, read))


def _codes(name: str, read: ReadSubjects) -> Iterable[SubjectCode]:
    code = read.codes.get(name)
    return code.block if code else ()


def _is_core(code: SubjectCode) -> bool:
    return code in (SubjectCode.SV, SubjectCode.EN, SubjectCode.MA)


def _matters(day: dt.date, group: SchoolYearGroup | None) -> bool:
    """Whether final grades come from this stage: högstadiet (`law.md` §3: from year 7 the subjects count singly)."""
    if group is None:
        return True
    ruleset = rulesets().on(day)
    return ruleset is None or group.on(day) >= min(ruleset.stages["high"])
