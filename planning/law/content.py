"""The rules C of subjects: C1–C6 (`law.md` §6). Pace and period, and whom other rules hold for, stand beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from planning.eligibility_rules import number_of
from planning.law.of_case import alive, code_of, dates_of, graded, less_than_class, without_motive, year_on
from planning.law.period import PERIOD
from planning.law.rules import rule_on
from planning.law.student import STUDENT
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, RuleLevel, Standing
from planning.subject_codes import SubjectCode
from planning.terms import Term
from planning.timetable import monday_of

CORE = ("swedish", "english", "mathematics")
"""The lists of C1: of each one subject is enough."""


def judge_c1(case: LawCase, rule: LawRule) -> Finding:
    """Svenska, engelska and matematik have time in the last step; before it they may wait, with a motive."""
    last, least = len(case.teaching.steps) - 1, rule.numbers["more_than_minutes"]
    rows = {name: [SubjectCode(code) for code in rule.words[name]] for name in CORE}
    lacking = tuple(str(codes[0]) for codes in rows.values() if _minutes(case, last, codes) <= least)
    if lacking and case.read.unknown:
        return Finding(Standing.UNKNOWN, {"subjects": lacking, "names": case.read.unknown})
    if lacking:
        return Finding(Standing.DEVIATES, {"subjects": lacking})
    wait = [
        name
        for codes in rows.values()
        if any(_minutes(case, step, codes) <= least for step in range(last))
        for name in _names(case, codes)
    ]
    unexplained = without_motive(case, wait)
    standing = Standing.UNKNOWN if unexplained else Standing.MET
    return Finding(standing, {"waiting": unexplained}, ("subject_motives",) if unexplained else ())


def _names(case: LawCase, codes: Iterable[SubjectCode]) -> tuple[str, ...]:
    wanted = set(codes)
    return tuple(name for name in case.problem.timetable.subjects if code_of(case, name) in wanted)


def _minutes(case: LawCase, step: int, codes: Iterable[SubjectCode]) -> int:
    """Planned minutes of those subjects together in a step (from 0)."""
    if step < 0:
        return 0
    subjects = case.teaching.steps[step].subjects
    return sum(subjects[name].planned for name in _names(case, codes) if name in subjects)


def judge_c2(case: LawCase, rule: LawRule) -> Finding:
    """How many subjects are alive, beside the six, eight and twelve that upper secondary school asks for."""
    if case.picture.is_far_off:
        return Finding(Standing.NOT_ASKED)
    number, numbers = number_of(alive(case)), rule.numbers
    facts: dict[str, Fact] = {
        "number": number, "fewest_subjects": numbers["fewest_subjects"], "all_subjects": numbers["all_subjects"],
    }  # fmt: skip
    if number >= numbers["fewest_subjects"]:
        return Finding(Standing.MET, facts)
    level = RuleLevel.GATE if number < numbers["far_too_few_subjects"] else RuleLevel.SOFT
    if case.facts.eligibility.passed is None and not any(subject.said for subject in case.picture.subjects):
        return Finding(Standing.UNKNOWN, facts, ("eligibility.passed",), level)
    return Finding(Standing.DEVIATES, facts, (), level)


def judge_c3(case: LawCase, rule: LawRule) -> Finding:
    """The single subjects that the wished programme asks for are alive: four of SO, or three of NO."""
    wish = case.facts.eligibility.wish
    for block in ("so", "no"):
        if not _is_wished(wish, rule.words[f"{block}_programmes"]):
            continue
        wanted = [SubjectCode(code) for code in rule.words[block]]
        kept = [code for code in wanted if code in alive(case)]
        facts: dict[str, Fact] = {"wish": wish, "subjects": tuple(str(code) for code in wanted if code not in kept)}
        is_met = len(kept) >= rule.numbers[f"{block}_subjects"]
        return Finding(Standing.MET if is_met else Standing.DEVIATES, facts)
    return Finding(Standing.NOT_ASKED)


def _is_wished(wish: str, programmes: Iterable[str]) -> bool:
    """Whether the wish names one of them: by its code, or by a word that begins so («Naturvetenskapsprogrammet»)."""
    words = wish.replace(",", " ").replace("/", " ").split()
    codes = {word for word in words if word.isupper()}
    return any(
        name in codes if name.isupper() else any(word.casefold().startswith(name.casefold()) for word in words)
        for name in programmes
    )


def judge_c4(case: LawCase, rule: LawRule) -> Finding:
    """A subject without teaching for a whole term has no grade that term, in the years with grades."""
    without: dict[str, int] = {}
    terms = list(_whole_terms(case))
    for term, year in terms:
        numbers = rule_on(rule, term.first).numbers
        if year is None or numbers["first_year"] <= year <= numbers["last_year"]:
            for name in _not_taught(case, term):
                without[name] = without.get(name, 0) + 1
    subjects = tuple(sorted(name for name, number in without.items() if number >= rule.numbers["terms"]))
    if not subjects:
        return Finding(Standing.MET if terms else Standing.NOT_ASKED)
    if case.group is None:
        return Finding(Standing.UNKNOWN, {"subjects": subjects}, ("school.year_group",))
    return Finding(Standing.DEVIATES, {"subjects": subjects})


def _whole_terms(case: LawCase) -> Iterator[tuple[Term, int | None]]:
    """The terms of which every week with school lies in the plan, and the year group in them."""
    calendar = case.problem.calendar
    planned = {monday_of(day) for day in case.teaching.days}
    terms = {term.first: term for day in case.teaching.days if (term := calendar.term_of(day)) is not None}
    for first, term in sorted(terms.items()):
        days = (first + dt.timedelta(days=n) for n in range((term.last - first).days + 1))
        if {monday_of(day) for day in days if calendar.is_open(day)} <= planned:
            yield term, year_on(case, first)


def _not_taught(case: LawCase, term: Term) -> Iterator[str]:
    """Subjects with a grade that no day of the term has a planned lesson of."""
    days = dates_of(case)
    taught = {one.lesson.subject for day in days if term.first <= day.date <= term.last for one in day.lessons}
    for name in case.problem.timetable.subjects:
        if name not in taught and graded(case, name):
            yield name


def judge_c5(case: LawCase, _rule: LawRule) -> Finding:
    """Every deviating subject has its minutes a week, its period and a motive; the plan itself says the first two."""
    less = less_than_class(case)
    if not less:
        return Finding(Standing.NOT_ASKED)
    unexplained = without_motive(case, (one.subject for one in less))
    if unexplained:
        return Finding(Standing.UNKNOWN, {"subjects": unexplained}, ("subject_motives",))
    return Finding(Standing.MET, {"number": len(less)})


def judge_c6(case: LawCase, _rule: LawRule) -> Finding:
    """Less time in a subject before no time in it: no subject is without time in every step."""
    whole = case.teaching.cumulated[-1] if case.teaching.steps else {}
    removed = tuple(name for name, minutes in whole.items() if minutes.lost and not minutes.planned)
    if not any(minutes.lost for minutes in whole.values()):
        return Finding(Standing.NOT_ASKED)
    return Finding(Standing.DEVIATES if removed else Standing.MET, {"subjects": removed})


CONTENT: Mapping[str, Judge] = {
    "C1": judge_c1,
    "C2": judge_c2,
    "C3": judge_c3,
    "C4": judge_c4,
    "C5": judge_c5,
    "C6": judge_c6,
    **PERIOD,
    **STUDENT,
}
"""The functions of all rules C, by the rule's code."""
