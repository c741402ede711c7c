"""Limits are let go of one after the other: one thing at a time, people and places first (`method.md` §5.2).

The bank gives most limits the same last step. Where several of them end together, the later ones in the order wait a
step each, as far as the ladder reaches. What was agreed beside an answer stays as it was agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casework.facts import Goals
from planning.needs import AnyNeed, Strength
from questionnaire.answers import AnswerSheet

ORDER: tuple[tuple[str, ...], ...] = (
    ("PL7",),
    ("OR1", "VU2", "VA3"),
    ("RA1", "MA2", "MA3"),
    ("AM2",),
)
"""Questions whose limits are let go of together, in order: places; people; breaks and lunch; subjects. Belonging
comes before subjects (`method.md` §5.2, step 6). The support that holds as long goes with its limit. Our default: the
bank's other limits have their steps from the method, or are agreed one by one."""


def one_after_the_other(
    needs: Sequence[AnyNeed], sheet: AnswerSheet, steps: int, goals: Goals
) -> tuple[AnyNeed, ...]:
    """The needs with no two groups of `ORDER` ending in the same step, where the ladder has steps enough.

    Where goals ask for so much in a step, or for growth no faster than so much, nothing waits: what we would like to
    take in turn must never be what makes a goal impossible.
    """
    if _hurry(goals):
        return tuple(needs)
    moved: dict[str, int] = {}
    taken = 0
    for group in ORDER:
        ends = [need.last_step for need in needs if _may_wait(need, group, sheet)]
        last = max((end for end in ends if end is not None), default=0)
        if not last:
            continue
        taken = max(last, taken + 1) if taken else last
        moved.update(dict.fromkeys(group, min(taken, max(last, steps - 1)) - last))
    return tuple(_later(need, moved.get(need.origin.ref, 0), sheet, steps) for need in needs)


def _hurry(goals: Goals) -> bool:
    amounts = (*goals.lessons_per_week, *goals.minutes_per_week)
    growth = goals.growth_per_step
    least = any(amount.least is not None and (amount.last_step is None or amount.last_step > 1) for amount in amounts)
    return least or bool(goals.subject_minimum) or growth.lessons is not None or growth.minutes is not None


def _may_wait(need: AnyNeed, group: Iterable[str], sheet: AnswerSheet) -> bool:
    return need.origin.ref in group and need.strength is Strength.HARD_NOW and not is_agreed(need, sheet)


def is_agreed(need: AnyNeed, sheet: AnswerSheet) -> bool:
    """Whether the steps of the need were said beside the answer."""
    answer = sheet.of(need.origin.ref)
    return answer is not None and (answer.first_step is not None or answer.last_step is not None)


def _later(need: AnyNeed, by: int, sheet: AnswerSheet, steps: int) -> AnyNeed:
    """The need ending so many steps later; what begins when it ends begins later too."""
    if not by or is_agreed(need, sheet):
        return need
    last = None if need.last_step is None else min(need.last_step + by, max(need.last_step, steps - 1))
    begins = need.first_step + by if need.first_step > 1 else need.first_step
    return need.model_copy(update={"first_step": min(begins, last or begins), "last_step": last})
