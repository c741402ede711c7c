"""The tables of small papers: columns as wide as their longest words, lines to write on, and boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable, Table

from exports.form_drawing import RuledLines
from exports.printable import clean
from exports.sheet_blocks import Cell, SheetFields, SheetTable
from exports.style import BODY, BOLD, BRAND_TINT, GRID, LINE, MUTED, fitted, printable, styles, text_width
from exports.tagged import TaggedCanvas
from exports.tagged_flow import tagged, tagged_table

LONGEST_LINE = 400
"""Characters of a line or cell: what a small paper can hold with dignity. Our default."""
TICK, TICK_GAP, TICK_ROW, TICKS_APART = 8.0, 3.0, 12.5, 8.0
PADDING = 8.5
"""What the two sides of a cell take of its width, with a hair to spare, points."""


def fields_of(part: SheetFields, width: float) -> Table:
    """Labels and values in that width; a line to write on where a value is empty."""
    rows = [
        [
            tagged(clean(row.label, LONGEST_LINE), "label"),
            tagged(clean(row.value, LONGEST_LINE), "value") if row.value else RuledLines(""),
        ]
        for row in part.rows
    ]
    style = [*BARE, ("RIGHTPADDING", (0, 0), (0, -1), 8), ("LINEBELOW", (0, 0), (-1, -2), 0.4, GRID)]
    return tagged_table(rows, [width * 0.36, width * 0.64], style, (0, 1))


def table_of(part: SheetTable, width: float) -> Table:
    """The table in that width; its head comes again on every page that it runs on to."""
    rows: list[list[Any]] = [[tagged(text, "cell_head") for text in part.head]]
    for place, row in enumerate(part.rows):
        cells: list[Any] = [
            RuledLines("") if not cell and n in part.ruled else _cell(cell, "cell_bold" if n == 0 else "cell")
            for n, cell in enumerate(row)
        ]
        rows.append([*cells, TickBoxes(part.ticks[place])] if part.ticks else cells)
    return tagged_table(rows, _widths(part, width), _ROWS, (1, 1))


def _widths(part: SheetTable, width: float) -> list[float]:
    """The shares that were asked for; where a word would be broken its column takes what it needs from the others."""
    shares = [width * share / sum(part.widths) for share in part.widths]
    least = [_least(part, column) for column in range(len(shares))]
    if sum(least) > width:
        return shares
    lacking = sum(max(0.0, needs - share) for needs, share in zip(least, shares, strict=True))
    to_spare = sum(max(0.0, share - needs) for needs, share in zip(least, shares, strict=True)) or 1.0
    return [
        needs if share < needs else share - (share - needs) * lacking / to_spare
        for needs, share in zip(least, shares, strict=True)
    ]


def _least(part: SheetTable, column: int) -> float:
    """The width of the column's longest word, or of its widest box to tick."""
    if column >= len(part.rows[0] if part.rows else part.head):
        labels = {label for row in part.ticks for label in row}
        return PADDING + max((TICK + TICK_GAP + text_width(label, BODY, 9) for label in labels), default=0.0)
    size = styles()["cell"].fontSize
    words = {word for text in _passages(part, column) for word in printable(text, BOLD).split()}
    return PADDING + max((text_width(word, BOLD if column == 0 else BODY, size) for word in words), default=0.0)


def _passages(part: SheetTable, column: int) -> Iterator[str]:
    yield part.head[column]
    for row in part.rows:
        cell = row[column]
        yield from (cell,) if isinstance(cell, str) else cell


def _cell(cell: Cell, style: str) -> list[Flowable]:
    passages = (cell,) if isinstance(cell, str) else cell
    return [tagged(clean(passage, LONGEST_LINE), style) for passage in passages]


class TickBoxes(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Boxes to tick, each before its word, in as few rows as there is room for."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        self.labels = labels

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size: all the width there is, and a row for those that have no room beside each other."""
        self.places: list[tuple[float, int]] = []
        x, row = 0.0, 0
        for label in self.labels:
            wide = TICK + TICK_GAP + text_width(label, BODY, 9) + TICKS_APART
            if x and x + wide - TICKS_APART > width:
                x, row = 0.0, row + 1
            self.places.append((x, row))
            x += wide
        self.width, self.height = width, TICK_ROW * (row + 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draws boxes and words."""
        canvas: TaggedCanvas = self.canv
        canvas.setStrokeColor(MUTED)
        canvas.setLineWidth(0.8)
        for (x, row), label in zip(self.places, self.labels, strict=True):
            y = self.height - TICK_ROW * (row + 1) + 2.6
            canvas.roundRect(x, y, TICK, TICK, 1.6, stroke=1, fill=0)
            shown, size = fitted(label, BODY, 9, max(12, self.width - TICK - TICK_GAP), 5)
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, size)
            with canvas.mark("P"):
                canvas.write((x + TICK + TICK_GAP, y + 1.2), shown)


BARE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
]
_ROWS: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("BACKGROUND", (0, 0), (-1, 0), BRAND_TINT),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
]
