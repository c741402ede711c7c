"""The rules C that follow from who the student is and the year group: C9–C12 (`law.md` §6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planning.law.of_case import first_day, year_on
from planning.law.rules import rule_on
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, Standing


def judge_c9(case: LawCase, rule: LawRule) -> Finding:
    """National tests within the plan: somebody decides whether the student takes part, how, or not."""
    tests = [test for day in case.teaching.days for test in case.problem.calendar.tests_on(day)]
    has_year = any(
        str(year_on(case, step.first_day)) in rule_on(rule, step.first_day).words["years"]
        for step in case.teaching.steps
    )
    facts: dict[str, Fact] = {"subjects": tuple(sorted({test.subject for test in tests}))}
    if not tests and not has_year:
        return Finding(Standing.NOT_ASKED)
    if case.facts.forms.national_tests is None:
        return Finding(Standing.UNKNOWN, facts, ("forms.national_tests",))
    return Finding(Standing.MET, {**facts, "choice": case.facts.forms.national_tests.value})


def judge_c10(case: LawCase, rule: LawRule) -> Finding:
    """Prao has been thought of, in the years that have it."""
    if not any(_is_in(case, rule)):
        return Finding(Standing.NOT_ASKED)
    facts: dict[str, Fact] = {"days": rule.numbers["days"]}
    said = case.facts.forms.work_experience
    if not said:
        return Finding(Standing.UNKNOWN, facts, ("forms.work_experience",))
    return Finding(Standing.MET, {**facts, "said": said})


def _is_in(case: LawCase, rule: LawRule) -> Iterator[bool]:
    """Of every step whether its year group is one of the rule's, by the rule as the step's first day has it."""
    for step in case.teaching.steps:
        numbers, year = rule_on(rule, step.first_day).numbers, year_on(case, step.first_day)
        yield year is not None and numbers["first_year"] <= year <= numbers["last_year"]


def judge_c11(case: LawCase, rule: LawRule) -> Finding:
    """Newly arrived: has somebody asked whether an individual study plan or an anpassad timplan fits better?"""
    arrived, most = case.facts.forms.newly_arrived, rule.numbers["most_years"]
    if arrived is None:
        return Finding(Standing.NOT_ASKED)
    if arrived.years_in_sweden is None:
        return Finding(Standing.UNKNOWN, {"most_years": most}, ("forms.newly_arrived.years_in_sweden",))
    if arrived.years_in_sweden > most:
        return Finding(Standing.NOT_ASKED)
    facts: dict[str, Fact] = {"years": arrived.years_in_sweden, "most_years": most}
    if not arrived.considered:
        return Finding(Standing.DEVIATES, facts, ("forms.newly_arrived.considered",))
    return Finding(Standing.MET, facts)


def judge_c12(case: LawCase, rule: LawRule) -> Finding:
    """Another school form has another timplan than the one that the plan is compared with."""
    form = case.facts.school.form
    if not form:
        return Finding(Standing.UNKNOWN, fields=("school.form",))
    said = form.casefold()
    if said in {name.casefold() for name in rule.words["grundskola"]}:
        return Finding(Standing.MET, {"form": form})
    if said not in {name.casefold() for name in rule.words["others"]}:
        return Finding(Standing.UNKNOWN, {"form": form}, ("school.form",))
    numbers = rule.numbers
    facts: dict[str, Fact] = {
        "form": form, "first_annex": numbers["first_annex"], "last_annex": numbers["last_annex"],
        "first_day": first_day(case),
    }  # fmt: skip
    return Finding(Standing.DEVIATES, facts)


STUDENT: Mapping[str, Judge] = {"C9": judge_c9, "C10": judge_c10, "C11": judge_c11, "C12": judge_c12}
"""By the rule's code."""
