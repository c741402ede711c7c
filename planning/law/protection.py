"""The rules D: data protection and secrecy (`law.md` §6, D1r–D6r). One function for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planning.decision import DocumentFacts
from planning.law.not_asked import NotAsked, not_asked
from planning.law.verdicts import Fact, Finding, Judge, LawCase, LawRule, RuleLevel, Standing
from planning.telling import telling_passages


def judge_d1r(case: LawCase, _rule: LawRule) -> Finding:
    """No word that tells of health, family, social matters or others stands in what becomes public.

    Which words they are is not in the finding, since findings are printed: `planning.telling` says it to the coach.
    """
    fields = tuple(passage.field for passage in telling_passages(case.facts))
    if not fields:
        return Finding(Standing.MET)
    return Finding(Standing.DEVIATES, {"passages": len(fields)}, fields)


def judge_d2r(case: LawCase, rule: LawRule) -> Finding:
    """With a protected identity nothing is kept that tells who or where: the school writes it in by hand."""
    if not case.facts.student.has_protected_identity:
        return not_asked(NotAsked.NOT_PROTECTED)
    telling = tuple(field for field in rule.words["fields"] if _stands_at(case.facts, field))
    named = tuple(g.name for g in case.facts.student.guardians if not _is_stand_in(g.name, rule))
    fields = (*telling, "student.guardians") if named else telling
    return Finding(Standing.DEVIATES if fields else Standing.MET, fields=fields)


def _stands_at(facts: DocumentFacts, field: str) -> bool:
    value: object = facts
    for name in field.split("."):
        value = getattr(value, name)
    return bool(value)


def _is_stand_in(name: str, rule: LawRule) -> bool:
    """Whether it stands for a guardian without telling who: «Vårdnadshavare 1»."""
    return name.casefold().startswith(rule.words["stand_ins"])


def judge_d3r(_case: LawCase, _rule: LawRule) -> Finding:
    """The program has no search and no list that picks students by sensitive data; a test walks its verbs and pages."""
    return Finding(Standing.MET)


def judge_d4r(case: LawCase, _rule: LawRule) -> Finding:
    """Nothing is left that somebody is obliged to tell the rektor."""
    return Finding(Standing.DEVIATES if case.open_reports else Standing.MET)


def judge_d5r(case: LawCase, _rule: LawRule) -> Finding:
    """No worry for the child waits to be handled."""
    return Finding(Standing.DEVIATES if case.open_worry else Standing.MET)


class Timer(NamedTuple):
    """How long a kind of paper is kept after the case is closed; None: the local plan has not said it yet."""

    kind: str
    months: int | None


def timers(rule: LawRule) -> tuple[Timer, ...]:
    """The timer of every kind of paper that the rule names."""
    return tuple(Timer(kind, rule.numbers.get(f"{kind}_months")) for kind in rule.words["kinds"])


def judge_d6r(_case: LawCase, rule: LawRule) -> Finding:
    """The municipality's own plan says how long each kind of paper is kept.

    It is told and holds nothing back: there is no default, and nothing is erased by itself.
    """
    without = tuple(timer.kind for timer in timers(rule) if timer.months is None)
    facts: dict[str, Fact] = {"without": without}
    facts |= {f"{timer.kind}_months": timer.months for timer in timers(rule) if timer.months is not None}
    return Finding(Standing.UNKNOWN if without else Standing.MET, facts, level=RuleLevel.INFORM)


PROTECTION: Mapping[str, Judge] = {
    "D1r": judge_d1r,
    "D2r": judge_d2r,
    "D3r": judge_d3r,
    "D4r": judge_d4r,
    "D5r": judge_d5r,
    "D6r": judge_d6r,
}
"""By the rule's code."""
