"""Needs about gaps, rest and lunch as constraints."""

from __future__ import annotations

from itertools import combinations
from typing import assert_never

from planning.needs import BreakNeed, LunchElsewhere, MaxIdleGap, RestBetweenLessons
from scheduler.model import Choice, Model, Posting, Week


def post(need: BreakNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        for choices in week.days.values():
            match need:
                case MaxIdleGap():
                    _post_gaps(posting, choices, need.minutes + _longest_rest(model, week))
                case RestBetweenLessons():
                    _post_rests(posting, choices, need.minutes)
                case LunchElsewhere():
                    if need.ends_the_day:
                        _post_lunch(need, posting, choices)
                case _:
                    assert_never(need)


def _longest_rest(model: Model, week: Week) -> int:
    """The rest that gaps are for in that week, where the plan must hold one.

    It is planned also while conflicts are looked for with the rest itself switched off: what is said to collide
    collides in the problem as it stands, and switching a need off never binds another one harder.
    """
    return max(
        (need.minutes for need in model.problem.needs
         if isinstance(need, RestBetweenLessons) and need.is_hard and need.holds_in(week.step, week.label)),
        default=0,
    )  # fmt: skip


def _post_rests(posting: Posting, choices: list[Choice], minutes: int) -> None:
    """Of two lessons with too short a rest between them one is left out, unless a third fills it."""
    for before in choices:
        for after in choices:
            if 0 <= after.visit.start - before.visit.end < minutes:
                between = [
                    c.taken for c in choices
                    if before.visit.end <= c.visit.start and c.visit.end <= after.visit.start
                ]
                posting.if_then_any(before.taken, [after.taken.negated(), *between])


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
