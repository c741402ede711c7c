"""What waits before a proposal can be sent, said to the coach: what to fill in and where, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from casework.before_sending import Waiting
from casework.readiness_words import say_hindrance
from planning.decision import DocumentFacts
from planning.law.verdicts import LawVerdict
from wording.law import say_law, say_law_source
from wording.law_protection import say_suggested, suggestions
from wording.missing_fields import missing_parts, say_part
from wording.phrases import lower_first

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
    return f"{say_law(verdict)} ({lower_first(say_law_source(verdict.rule).removesuffix('.'))})"
