"""What the rules of law come to, as data for `plan.json`: nothing of what the student has answered is in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework.facts import CaseFacts
from casework.law import law_case
from planning.law.judging import judge_law
from planning.law.verdicts import LawVerdict
from planning.plan import Plan
from planning.problem import Problem
from wording.law import is_of_the_talk, say_law, say_law_rule, say_law_source


def law_report(problem: Problem, plan: Plan, facts: CaseFacts, on: dt.date | None = None) -> dict[str, Any]:
    """Every verdict with its sentence and source, as the rules are on a day: the plan's first unless it is given.

    Of the talk with the student nothing is told, not even that a rule asks about it. Raises `BadInput` as
    `casework.eligibility.check_subjects` does.
    """
    verdicts = judge_law(law_case(problem, plan, facts, on or plan.steps[0].step.first_day))
    return {
        "rules": [{"code": code, "version": version} for code, version in _states(verdicts)],
        "verdicts": [_verdict(verdict) for verdict in verdicts if not is_of_the_talk(verdict)],
    }


def _states(verdicts: tuple[LawVerdict, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((verdict.state, verdict.version) for verdict in verdicts))


def _verdict(verdict: LawVerdict) -> dict[str, Any]:
    rule = verdict.rule
    return {
        "code": rule.code,
        "name": say_law_rule(rule.code),
        "level": rule.level.value,
        "gate": rule.gate.value if rule.gate else None,
        "standing": verdict.standing.value,
        "waits": verdict.waits,
        "sentence": say_law(verdict),
        "facts": verdict.model_dump(mode="json")["facts"],
        "fields": list(verdict.fields),
        "reason": verdict.reason,
        "source": say_law_source(rule),
        "confidence": rule.confidence,
    }
