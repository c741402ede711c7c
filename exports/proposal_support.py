"""The proposal's support around the lessons: everything that is arranged, and in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from exports.blocks import Block, Heading, Paragraph, Rows, Tone
from planning.public_plan import PublicPlan
from wording.language import tr
from wording.phrases import and_list
from wording.steps import say_story


def support(plan: PublicPlan) -> Iterator[Block]:
    """One row for each thing, in the order that they begin."""
    held: dict[str, list[int]] = {}
    for step in plan.steps:
        for sentence in say_story(step.story).support:
            held.setdefault(sentence, []).append(step.number)
    yield Heading(level=2, text=tr("Stöd runt lektionerna"))
    yield Paragraph(text=tr("Det som är ordnat runt lektionerna, och i vilka steg."), tone=Tone.INTRO)
    yield Rows(
        head=(tr("Stöd"), tr("När")),
        rows=tuple((sentence, _when(numbers, len(plan.steps))) for sentence, numbers in held.items()),
        widths=(3, 1),
        summary=tr("Allt stöd i planen, och i vilka steg det finns."),
    )


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
