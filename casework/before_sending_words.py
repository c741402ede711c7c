"""What waits before a proposal can be sent, said to the coach: what to fill in and where, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from casework.before_sending import Waiting
from casework.readiness_words import say_hindrance
from planning.decision import DocumentFacts
from planning.law.verdicts import LawVerdict
from wording.language import tr
from wording.law_procedure import say_procedure
from wording.law_protection import say_protection, say_suggested, suggestions
from wording.missing_fields import missing_parts, say_part

TELLING = "D1r"
"""The rule about words that tell: to the coach it is said word by word, with what to write instead."""


def say_waiting(waiting: Waiting, facts: DocumentFacts) -> tuple[str, ...]:
    """A line for each thing: the student's word first, then what is missing part by part, then the rules.

    For the coach alone: words that tell are named. Empty when nothing waits.
    """
    return tuple(_lines(waiting, facts))


def _lines(waiting: Waiting, facts: DocumentFacts) -> Iterator[str]:
    yield from map(say_hindrance, waiting.hindrances)
    yield from map(say_part, missing_parts(waiting.missing))
    for verdict in waiting.rules_apart:
        if verdict.rule.code == TELLING:
            yield from map(say_suggested, suggestions(facts))
        else:
            yield say_rule(verdict)


def say_rule(verdict: LawVerdict) -> str:
    """What a rule that waits comes to, with where it stands in law."""
    said = say_procedure(verdict) or say_protection(verdict) or tr("En regel behöver ses över.")
    return f"{said} ({verdict.rule.source})"
