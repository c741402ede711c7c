"""Needs about gaps and lunch as constraints."""

from __future__ import annotations

from itertools import combinations
from typing import assert_never

from planning.needs import BreakNeed, LunchElsewhere, MaxIdleGap
from scheduler.model import Choice, Model, Posting


def post(need: BreakNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        for choices in week.days.values():
            match need:
                case MaxIdleGap():
                    _post_gaps(posting, choices, need.minutes)
                case LunchElsewhere():
                    if need.ends_the_day:
                        _post_lunch(need, posting, choices)
                case _:
                    assert_never(need)


def _post_gaps(posting: Posting, choices: list[Choice], minutes: int) -> None:
    """Two lessons that far apart need one in between."""
    for first, last in combinations(range(len(choices)), 2):
        before, after = choices[first], choices[last]
        if after.visit.start - before.visit.end > minutes:
            between = [c.taken for c in choices[first + 1 : last] if c.visit.lesson.id != before.visit.lesson.id]
            posting.if_then_any(before.taken, [after.taken.negated(), *between])


def _post_lunch(need: LunchElsewhere, posting: Posting, choices: list[Choice]) -> None:
    """No day reaches from before lunch to after it."""
    for before in choices:
        for after in choices:
            if before.visit.start < need.start and after.visit.end > need.end:
                posting.never_together(*{c.taken.index: c.taken for c in (before, after)}.values())
