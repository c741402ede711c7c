"""The rules C of pace and period: C7 and C8 (`law.md` §6)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from planning.law.of_case import first_day, last_school_day, terms_end
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing
from planning.plan import PlanStep


def judge_c7(case: LawCase, _rule: LawRule) -> Finding:
    """Minutes a week never fall from one step to the next, and the last step is the whole timetable or says why not."""
    falls = tuple(str(after.number) for before, after in pairwise(case.plan.steps) if _falls(before, after))
    is_whole = bool(case.plan.steps) and _is_whole(case.plan.last)
    facts: dict[str, Fact] = {"steps": falls, "last_step": "" if is_whole else str(len(case.plan.steps))}
    is_explained = is_whole or bool(case.facts.way_back)
    if not falls and is_explained:
        return Finding(Standing.MET, facts)
    return Finding(Standing.DEVIATES, facts, () if is_explained else ("way_back",))


def _falls(before: PlanStep, after: PlanStep) -> bool:
    return after.mean_minutes < before.mean_minutes


def _is_whole(step: PlanStep) -> bool:
    return not step.left_out and not any(lesson.is_part for lesson in step.lessons)


def judge_c8(case: LawCase, rule: LawRule) -> Finding:
    """The plan ends within the term, unless somebody says why not; no step is longer than what is looked at in time."""
    if not case.teaching.steps:
        return Finding(Standing.NOT_ASKED)
    most = rule.numbers["most_weeks_a_step"]
    long_steps = tuple(str(step.number) for step in case.plan.steps if len(step.step.mondays) > most)
    last_day = case.teaching.days[-1] if case.teaching.days else case.on
    ends = terms_end(case, first_day(case), rule.numbers["terms"])
    facts: dict[str, Fact] = {
        "steps": long_steps,
        "usual_weeks": rule.numbers["usual_weeks_a_step"],
        "most_weeks": most,
        "last_day": last_day,
    }
    if ends is None:
        return Finding(Standing.DEVIATES if long_steps else Standing.UNKNOWN, facts)
    if last_day > ends:
        facts["term_ends"] = last_school_day(case, ends)
    return Finding(Standing.DEVIATES if long_steps or last_day > ends else Standing.MET, facts)


PERIOD: Mapping[str, Judge] = {"C7": judge_c7, "C8": judge_c8}
"""By the rule's code."""
