"""Reasons recorded where a rule of law asks for one, kept with the school's facts: they may stand in a decision."""

from __future__ import annotations

import datetime as dt

from casework.facts import CaseFacts
from planning.decision_forms import LawReason


def with_reason(facts: CaseFacts, rule: str, reason: str, *, on: dt.date) -> CaseFacts:
    """The facts with that reason recorded for a rule, in the place of an earlier one; an empty one takes it away."""
    others = tuple(one for one in facts.document.law_reasons if one.rule != rule)
    said = reason.strip()
    recorded = (LawReason(rule=rule, reason=said, by=facts.coach.name, date=on),) if said else ()
    document = facts.document.model_copy(update={"law_reasons": (*others, *recorded)})
    return facts.model_copy(update={"document": document})


def recorded_for(facts: CaseFacts, rule: str) -> str:
    """The reason recorded for a rule itself; empty when there is none."""
    return next((one.reason for one in reversed(facts.document.law_reasons) if one.rule == rule), "")
