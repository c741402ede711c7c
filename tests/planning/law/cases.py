"""Cases for the tests of the rules of law: a week and a plan written as in `tests.planning.builders`, with facts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning.decision import DocumentFacts
from planning.eligibility import SchoolYearGroup, SubjectStatus, picture_of
from planning.law.judging import JUDGES
from planning.law.rules import law_rules_on
from planning.law.verdicts import Finding, LawCase
from planning.plan import Plan
from planning.problem import Problem
from planning.subject_codes import SubjectCode, read_subjects
from planning.teaching import teaching_of
from planning.teaching_hours import hours_of
from tests.planning.builders import MONDAY, plan, problem

ON = dt.date(2026, 9, 7)
"""The day the rules are asked unless another is given: in the nine-year school."""


def law_case(
    *steps: str,
    week: Any = None,
    of: Problem | None = None,
    done: Plan | None = None,
    year: int | None = 8,
    **more: Any,
) -> LawCase:
    """A case of that plan on that week. `year` is the year group in the school year of the plan's first day.

    `facts` are fields of the document, `said` what the case says of subjects, `codes` what names it says stand for;
    `on`, `open_reports` and `open_worry` go to the case.
    """
    asked = of or (problem(week, steps=len(steps)) if week is not None else problem(steps=len(steps)))
    planned = done or plan(asked, *steps)
    begins = planned.steps[0].step.first_day if planned.steps and planned.steps[0].step.mondays else MONDAY
    school_year = more.pop("school_year", begins.year if begins.month >= 7 else begins.year - 1)
    group = None if year is None else SchoolYearGroup(year_group=year, school_year=school_year)
    read = read_subjects(asked.timetable.subjects, more.pop("codes", None))
    said = {SubjectCode(code): SubjectStatus(status) for code, status in more.pop("said", {}).items()}
    teaching = teaching_of(asked, planned)
    facts = more.pop("facts", {})
    return LawCase(
        problem=asked,
        plan=planned,
        facts=facts if isinstance(facts, DocumentFacts) else DocumentFacts.model_validate(facts),
        read=read,
        picture=picture_of(asked, planned, read, said, group),
        teaching=teaching,
        hours=hours_of(teaching, read, group),
        group=group,
        on=more.pop("on", ON),
        **more,
    )


def found(code: str, case: LawCase) -> Finding:
    """What that rule finds of the case, with the rule as the case's day has it."""
    return JUDGES[code](case, law_rules_on(case.on).by_code[code])
