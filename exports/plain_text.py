"""Prints a document as plain text: what it says, without how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from exports.blocks import (
    Block,
    Box,
    Bullets,
    Choices,
    CutCards,
    DecisionForm,
    Document,
    Entries,
    FactColumns,
    FourSheets,
    GroupedRows,
    Heading,
    KeyTiles,
    Legend,
    ListColumns,
    Note,
    PageBreak,
    Paragraph,
    Rows,
    Sheet,
    Signatures,
    SmallWeeks,
    Staircase,
    StepPanel,
    StepTable,
    StudentWeek,
    Week,
)
from exports.decision_form import form_text
from exports.figure_text import RULE, bullet_lines, entry_line, figure_lines
from exports.paper_blocks import PaperSheets
from exports.paper_form import form_lines
from exports.pocket_card_blocks import PocketCards
from exports.printable import clean
from exports.sheet_text import sheet_lines
from exports.student_papers import FirstDay, PhoneWeek, ShortDay
from exports.student_text import own_lines
from exports.summary_blocks import SummarySheet
from exports.summary_page import summary_lines


def render_text(document: Document) -> str:
    """The document's words, block by block, with empty lines between; page breaks become a line of dashes."""
    head = [line for line in (document.mark, document.running) if line]
    blocks = ["\n".join(_lines(block, document.blank)) for block in document.blocks]
    parts = ["\n".join(head), *blocks, document.footer]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block, blank: str) -> Iterator[str]:  # noqa: C901 - one branch for each kind of block
    match block:
        case Heading():
            yield f"{'#' * block.level} {clean(block.text)}"
        case Paragraph():
            yield clean(block.text)
        case Bullets():
            yield from bullet_lines(block)
        case ListColumns() | FactColumns() | GroupedRows() | StepTable():
            yield from figure_lines(block, blank)
        case Entries():
            yield from (entry_line(row, blank) for row in block.rows)
        case Rows():
            yield from (" | ".join(map(clean, row)) for row in (block.head, *block.rows))
        case KeyTiles():
            yield from (f"{clean(tile.value)}: {clean(tile.label)}" for tile in block.tiles)
        case Staircase() | SmallWeeks():
            yield clean(block.description)
        case Legend():
            yield ", ".join(clean(item.text) for item in block.items)
        case StepPanel():
            yield from _panel(block)
        case Note():
            yield from (f"> {clean(text)}" for text in (block.title, *block.paragraphs) if text)
        case Choices():
            yield from _choices(block)
        case Signatures():
            yield from (f"{clean(label)}: {RULE}" for label in block.labels)
        case Box():
            yield clean(block.title)
            for part in block.blocks:
                yield from _lines(part, blank)
        case DecisionForm():
            yield from map(clean, form_text(block))
        case PageBreak():
            yield "-" * 12
        case StudentWeek() | PocketCards() | PhoneWeek() | FirstDay() | ShortDay():
            yield from own_lines(block)
        case SummarySheet():
            yield from map(clean, summary_lines(block))
        case PaperSheets():
            yield from map(clean, form_lines(block))
        case Sheet() | FourSheets() | CutCards():
            yield from map(clean, sheet_lines(block))
        case _:
            assert_never(block)


def _choices(block: Choices) -> Iterator[str]:
    for number, item in enumerate(block.items):
        is_ticked = number < len(block.ticked) and block.ticked[number]
        yield f"[{'x' if is_ticked else ' '}] {clean(item)}"


def _panel(panel: StepPanel) -> Iterator[str]:
    yield f"### {clean(panel.title)} ({clean(panel.span)})"
    yield from map(clean, panel.facts)
    for bullets in panel.lists:
        yield from bullet_lines(bullets)
    for week in panel.weeks:
        yield from _week(week)


def _week(week: Week) -> Iterator[str]:
    if week.title:
        yield clean(week.title)
    for day, name in enumerate(week.days):
        said = [" ".join(clean(text) for text in (e.name, e.mark, e.time, *e.details) if text) for e in week.on(day)]
        yield f"{name}: {'; '.join(said) or week.empty}"
