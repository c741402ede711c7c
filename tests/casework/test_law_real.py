"""Real timetables of many schools before the rules of law: every rule answers, and its figures can be counted again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.facts import CaseFacts
from casework.law import law_case
from planning.law.judging import JUDGES, judge_law
from planning.law.verdicts import LawVerdict, Standing
from tests.casework.test_eligibility_real import FILES, full_return, timetables
from wording.law import group_of, say_law, say_law_rule

pytestmark = pytest.mark.skipif(not FILES, reason="no real timetables in ../shared/data")

YEAR_8 = CaseFacts.model_validate({"document": {"school": {"year_group": 8, "school_year": "2026/27"}}})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_rule_answers_for_every_school_s_week(file: Path) -> None:
    """Nothing, then half, then a whole week: no rule stumbles, each says something, and the figures hold."""
    for table in timetables(file):
        problem, plan = full_return(table)
        case = law_case(problem, plan, YEAR_8, dt.date(2026, 9, 7))
        told: dict[str, LawVerdict] = {verdict.rule.code: verdict for verdict in judge_law(case)}
        assert set(told) == set(JUDGES)
        assert all(say_law(one) and say_law_rule(code) for code, one in told.items() if group_of(one))
        weekend = any(lesson.lesson.weekday > 4 for step in plan.steps for lesson in step.lessons)
        assert (told["T1"].standing is Standing.DEVIATES) == weekend
        assert told["T4"].facts["steps"] == ("1",)
        assert told["T6"].standing is Standing.DEVIATES
        assert told["T12"].standing is Standing.MET
        assert told["T14"].facts["lost_minutes"] == case.teaching.cumulated_total[-1].lost
        assert told["C7"].facts["steps"] == ()
