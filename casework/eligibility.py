"""A case's subjects through its plan: what the adults have said of them, and what the plan opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casework.facts import CaseFacts
from planning.eligibility import Picture, SchoolYearGroup, SubjectStatus, picture_of
from planning.errors import BadInput
from planning.guaranteed_hours import school_year_of
from planning.plan import Plan
from planning.problem import Problem
from planning.subject_codes import ReadSubjects, SubjectCode, read_subjects, subject_names
from planning.timetable import Timetable

_SCHOOL_YEAR = re.compile(r"^\s*(20\d\d)\s*[/–-]\s*(?:20)?\d\d\s*$")


class SaidOfSubjects(NamedTuple):
    """What a case says of its subjects, by their codes, and the names there that nobody recognises."""

    status: Mapping[SubjectCode, SubjectStatus]
    not_recognised: tuple[str, ...] = ()


def check_subjects(facts: CaseFacts, timetable: Timetable) -> None:
    """Raises `BadInput` naming the field where a subject of the facts is nowhere, or is said to be two things."""
    known = set(timetable.subjects)
    for name in facts.subjects.codes:
        if name not in known:
            raise BadInput("not_in_timetable", field="subjects.codes", value=name, known=sorted(known))
    list(_said(facts, timetable))


def subjects_of(facts: CaseFacts, timetable: Timetable) -> ReadSubjects:
    """What each name of the timetable stands for; the case's own word goes first."""
    return read_subjects(timetable.subjects, facts.subjects.codes)


def said_of_subjects(facts: CaseFacts, timetable: Timetable) -> SaidOfSubjects:
    """What the case says: its statuses, and the subjects that the form for the school calls passed.

    Raises `BadInput` as `check_subjects` does.
    """
    said = dict(_said(facts, timetable))
    not_recognised = []
    for name in facts.document.eligibility.passed or ():
        codes = _codes(name, facts, timetable)
        if not codes:
            not_recognised.append(name)
        for code in codes:
            said.setdefault(code, SubjectStatus.PASSED)
    return SaidOfSubjects(said, tuple(not_recognised))


def _said(facts: CaseFacts, timetable: Timetable) -> Iterator[tuple[SubjectCode, SubjectStatus]]:
    seen: dict[SubjectCode, SubjectStatus] = {}
    for name, status in facts.subjects.status.items():
        codes = _codes(name, facts, timetable)
        if not codes:
            known = sorted({*timetable.subjects, *(code.value for code in SubjectCode)})
            raise BadInput("not_in_timetable", field="subjects.status", value=name, known=known)
        for code in codes:
            if seen.setdefault(code, status) is not status:
                raise BadInput("subject_said_twice", field="subjects.status", value=name)
            yield code, status


def _codes(name: str, facts: CaseFacts, timetable: Timetable) -> tuple[SubjectCode, ...]:
    """The subjects of a name in the timetable, of a code, or of a name by which a subject is known."""
    code = subjects_of(facts, timetable).codes.get(name) or subject_names().code_of(name)
    return code.block if code else ()


def year_group_of(facts: CaseFacts, plan: Plan) -> SchoolYearGroup | None:
    """The year group and the school year it is said of: the one written down, else that of the plan's first day."""
    school = facts.document.school
    if school.year_group is None:
        return None
    written = _SCHOOL_YEAR.match(school.school_year)
    begins = int(written[1]) if written else school_year_of(plan.steps[0].step.first_day)
    return SchoolYearGroup(year_group=school.year_group, school_year=begins)


def eligibility_of(problem: Problem, plan: Plan, facts: CaseFacts) -> Picture:
    """The picture of a case's plan. Raises `BadInput` as `check_subjects` does."""
    check_subjects(facts, problem.timetable)
    said = said_of_subjects(facts, problem.timetable)
    read = subjects_of(facts, problem.timetable)
    return picture_of(problem, plan, read, said.status, year_group_of(facts, plan))
