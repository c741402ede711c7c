"""Small papers as plain text: what they say, without how they look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from exports.sheet_blocks import (
    Cell,
    CutCards,
    FourSheets,
    Sheet,
    SheetFields,
    SheetLines,
    SheetPair,
    SheetPart,
    SheetTable,
    SheetText,
)

RULE = "______"


def sheet_lines(block: Sheet | FourSheets | CutCards) -> Iterator[str]:
    """The block's words, line by line."""
    match block:
        case Sheet():
            yield from _sheet(block)
        case FourSheets():
            for sheet in block.sheets:
                yield from _sheet(sheet)
        case CutCards():
            yield f"# {block.fronts_title}"
            for card in block.cards:
                blanks = " ".join([RULE] * card.blanks)
                yield " · ".join(part for part in (card.front, card.line, blanks) if part)
            yield f"## {block.backs_title}"
            for card in block.cards:
                yield f"{card.back_title}: {' '.join(card.back)}"
        case _:
            assert_never(block)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"# {sheet.title}"
    if sheet.subtitle:
        yield sheet.subtitle
    for part in sheet.parts:
        yield from _part(part)
    if sheet.foot:
        yield sheet.foot


def _part(part: SheetPart) -> Iterator[str]:
    match part:
        case SheetText():
            yield part.text
        case SheetTable():
            yield from _titled(part.title)
            yield " | ".join(part.head)
            for place, row in enumerate(part.rows):
                said = (_said(cell, "; " if column else " ") for column, cell in enumerate(row))
                cells = [text or (RULE if column in part.ruled else "") for column, text in enumerate(said)]
                boxes = " ".join(f"[ ] {label}" for label in part.ticks[place]) if part.ticks else ""
                yield " | ".join([*cells, boxes] if part.ticks else cells)
        case SheetLines():
            yield from _titled(part.title)
            yield from (f"{part.bullet.value} {line}" for line in part.lines)
        case SheetFields():
            yield from _titled(part.title)
            yield from (f"{row.label}: {row.value or RULE}" for row in part.rows)
        case SheetPair():
            for one in (*part.left, *part.right):
                yield from _part(one)
        case _:
            assert_never(part)


def _said(cell: Cell, joint: str) -> str:
    return cell if isinstance(cell, str) else joint.join(cell)


def _titled(title: str) -> Iterator[str]:
    if title:
        yield f"## {title}"
