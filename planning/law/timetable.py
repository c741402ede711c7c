"""The rules T: days, hours and forms of teaching (`law.md` §6, T1–T14). One function for each."""

from __future__ import annotations

from collections.abc import Mapping

from planning.law.verdicts import Finding, Judge, LawCase, LawRule, Standing


def judge_t4(case: LawCase, _rule: LawRule) -> Finding:
    """There is a timetable for every step."""
    without = tuple(str(step.number) for step in case.plan.steps if not step.step.mondays)
    return Finding(Standing.DEVIATES if without or not case.plan.steps else Standing.MET, {"steps": without})


TIMETABLE: Mapping[str, Judge] = {"T4": judge_t4}
"""By the rule's code."""
