"""The proposal's support around the lessons: everything that is arranged, and in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Heading, ListColumns
from planning.public_plan import PublicPlan
from wording.language import tr
from wording.phrases import and_list, upper_first
from wording.steps import say_story

MANY = 4
"""More lines than these that hold all through the plan stand in columns of their own. Our default."""
PER_ROW = 3
"""Lists side by side."""


def support(plan: PublicPlan) -> Iterator[Block]:
    """What is arranged, under the steps that have it; what is there all through in two columns."""
    by_time: dict[str, list[str]] = {}
    for sentence, numbers in support_by_step(plan).items():
        by_time.setdefault(_when(numbers, len(plan.steps)), []).append(sentence)
    if not by_time:
        return
    yield Heading(level=2, text=tr("Stöd runt lektionerna"))
    whole = by_time.pop(tr("hela planen"), [])
    if len(whole) > MANY:
        yield Heading(level=3, text=tr("Hela planen"))
        third = -(-len(whole) // PER_ROW)
        thirds = (whole[first : first + third] for first in range(0, len(whole), third))
        yield ListColumns(lists=tuple(Bullets(items=tuple(lines)) for lines in thirds), per_row=PER_ROW)
    elif whole:
        by_time = {tr("Hela planen"): whole, **by_time}
    lists = tuple(Bullets(title=upper_first(when), items=tuple(lines)) for when, lines in by_time.items())
    yield ListColumns(lists=lists, per_row=PER_ROW + 1 if len(lists) == PER_ROW + 1 else PER_ROW)


def support_by_step(plan: PublicPlan) -> dict[str, list[int]]:
    """Every sentence of support, and the steps that it is in."""
    held: dict[str, list[int]] = {}
    for step in plan.steps:
        for sentence in say_story(step.story).support:
            held.setdefault(sentence, []).append(step.number)
    return held


def _when(numbers: list[int], count: int) -> str:
    """«hela planen», «steg 1–3», «steg 1–2 och 4»."""
    if len(numbers) == count:
        return tr("hela planen")
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    spans = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return tr("steg {numbers}", numbers=and_list(spans))
