"""Sittings where nearly every answer was the same button: perhaps the student was tired, perhaps it is simply so."""

from __future__ import annotations

from collections import Counter

from questionnaire.answers import AnswerSheet, Choice
from questionnaire.items import Bank
from questionnaire.reading import said, standing
from questionnaire.vocabulary import Sitting

ALIKE_PERCENT = 90
"""From this share of the same button on (`method.md` §4.1)."""

LEAST_ANSWERS = 8
"""Fewer answers than this say nothing. Our default."""


def sittings_alike(bank: Bank, sheet: AnswerSheet) -> tuple[Sitting, ...]:
    """The sittings whose answers yes and no are nearly all the same. What is asked in private is not looked at."""
    given: dict[Sitting, Counter[Choice]] = {}
    for item, answer in standing(bank, sheet):
        choice = said(bank, item, answer).choice
        if choice in (Choice.YES, Choice.NO) and not item.private and answer.by is item.asked_of:
            given.setdefault(item.sitting, Counter())[choice] += 1
    return tuple(
        sitting
        for sitting, counts in sorted(given.items())
        if counts.total() >= LEAST_ANSWERS and 100 * max(counts.values()) >= ALIKE_PERCENT * counts.total()
    )
