"""Judges a case by every rule of law that holds on its day, in the order of `law.md` §6.

One function for each rule stands in the table of its group: `TIMETABLE` (T), `CONTENT` (C), `PROCEDURE` (P) and
`PROTECTION` (D). `JUDGES` is all of them; a test says that it names the rules that the data have, and no others.
"""

from __future__ import annotations

from collections.abc import Mapping

from planning.decision import DecisionKind, DocumentFacts
from planning.law.content import CONTENT
from planning.law.of_case import with_what_rules_share
from planning.law.procedure import PROCEDURE
from planning.law.protection import PROTECTION
from planning.law.rules import LawRules, law_rules_on
from planning.law.timetable import TIMETABLE
from planning.law.verdicts import Judge, LawCase, LawRule, LawVerdict

JUDGES: Mapping[str, Judge] = {**TIMETABLE, **CONTENT, **PROCEDURE, **PROTECTION}
"""The function of every rule, by the rule's code."""


def judge_law(case: LawCase) -> tuple[LawVerdict, ...]:
    """What every rule comes to. Which state of the law holds follows from `case.on`, and in a rule that names year
    groups from each step's own days.
    """
    asked = law_rules_on(case.on)
    states = {state.code: state for state in (asked, *map(law_rules_on, case.teaching.days))}
    shared = with_what_rules_share(case)
    return tuple(_verdict(shared, rule, tuple(states.values())) for rule in asked.rules)


def _verdict(case: LawCase, rule: LawRule, states: tuple[LawRules, ...]) -> LawVerdict:
    found = JUDGES[rule.code](case, rule)
    return LawVerdict(
        rule=rule.model_copy(update={"level": found.level or rule.level}),
        standing=found.standing,
        facts=dict(found.facts),
        fields=found.fields,
        reason=recorded_reason(case.facts, rule.code),
        state=", ".join(state.code for state in states),
        version=max(state.version for state in states),
    )


def recorded_reason(facts: DocumentFacts, code: str) -> str:
    """What has been written down where that rule asks for a reason: last what was recorded for the rule itself, else
    the field of the proposal that says the same. Empty when there is none.
    """
    recorded = [one.reason for one in facts.law_reasons if one.rule == code and one.reason]
    return recorded[-1] if recorded else _said_elsewhere(facts).get(code, "")


def _said_elsewhere(facts: DocumentFacts) -> Mapping[str, str]:
    because = {asked.kind: asked.because for asked in facts.decisions}
    return {
        "T6": because.get(DecisionKind.ADAPTED_STUDIES, ""),
        "T7": facts.forms.small_group_reasons or because.get(DecisionKind.SPECIAL_GROUP, ""),
        "C7": facts.way_back,
    }
