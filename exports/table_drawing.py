"""Tables of figures step by step, and tables whose rows stand under what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Spacer, Table

from exports.printable import CELL, SHORT, clean
from exports.style import BRAND_MID, BRAND_TINT, LINE
from exports.table_blocks import GroupedRows, StepRow, StepTable
from exports.tagged import Element, Traits
from exports.tagged_flow import TableTags, tagged, tagged_table

SOME = HexColor("#F0F6F7")
"""Behind a figure that is some of what there is; all of it stands on the tint of the brand. The figures say it too."""
NAME, BEFORE, AFTER = 122.0, 38.0, 38.0
"""Widths of the columns beside the steps, points."""
MOST_STEP = 46.0
KEPT_WHOLE = 6
"""Up to so many rows a table of steps is not parted over pages."""
MOST_AFTER = 2
"""Columns after the steps that room is kept for in every table, so that the steps stand in the same place in all."""


def step_table_flow(block: StepTable, width: float) -> Iterator[Any]:
    """The table of steps; with few steps the columns stay narrow, so that the figures of a row are seen together."""
    columns = _widths(block, width)
    head: list[Any] = [tagged(block.head, "cell_head"), tagged(block.before, "figure_head")]
    head += [
        [tagged(step.name, "figure_head"), *([tagged(step.when, "figure_when")] if step.when else [])]
        for step in block.steps
    ]
    head += [tagged(text, "figure_head") for text in block.after]
    head += [tagged(block.note, "cell_head")] if block.note else []
    rows = [_row(row, len(block.after), has_note=bool(block.note)) for row in block.rows]
    whole = [("NOSPLIT", (0, 0), (-1, -1))] if len(rows) <= KEPT_WHOLE else []
    noted = [("LEFTPADDING", (-1, 0), (-1, -1), 8)] if block.note else []
    table = tagged_table([head, *rows], columns, [*_FIGURES, *whole, *noted, *_shades(block)], (1, 1))
    table.hAlign = "LEFT"
    yield table
    yield Spacer(1, 6)


def _widths(block: StepTable, width: float) -> list[float]:
    after = [AFTER] * len(block.after)
    room = width - NAME - BEFORE - MOST_AFTER * AFTER
    step = min(MOST_STEP, room / max(len(block.steps), 1))
    left = room - step * len(block.steps)
    name = NAME if block.note else NAME + min(left, NAME * 0.5)
    return [name, BEFORE, *([step] * len(block.steps)), *after, *([left] if block.note else [])]


def _row(row: StepRow, after: int, *, has_note: bool) -> list[Any]:
    figure = "figure_bold" if row.is_total else "figure"
    name = "figure_total" if row.is_total else "figure_name"
    cells: list[Any] = [tagged(clean(row.name, SHORT), name)]
    texts = (row.before, *(cell.text for cell in row.cells), *row.after)
    cells += [tagged(text, figure) for text in texts]
    cells += [""] * (after - len(row.after))
    return [*cells, tagged(clean(row.note, CELL), "figure_note")] if has_note else cells


def _shades(block: StepTable) -> Iterator[tuple[Any, ...]]:
    tints = {1: SOME, 2: BRAND_TINT}
    for y, row in enumerate(block.rows, 1):
        for x, cell in enumerate(row.cells, 2):
            if cell.strength:
                yield ("BACKGROUND", (x, y), (x, y), tints[cell.strength])
    first_total = next((y for y, row in enumerate(block.rows, 1) if row.is_total), None)
    if first_total is not None:
        yield ("LINEABOVE", (0, first_total), (-1, first_total), 0.9, BRAND_MID)


_FIGURES: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (1, 0), "BOTTOM"),
    ("VALIGN", (-3, 0), (-1, 0), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("LEFTPADDING", (0, 0), (0, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 0.9),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.9),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, BRAND_MID),
]


class _GroupTags(TableTags):
    """A title over the whole width is one head cell that says how many columns it is of."""

    def __init__(self, titles: frozenset[int], columns: int) -> None:
        super().__init__(1, 0)
        self.titles, self.columns = titles, columns
        self.drawn = 0

    def startRow(self, table: Any, row: int) -> None:  # noqa: N802 - reportlab's name
        """Opens a row; titles are counted over the parts of a table that runs over pages."""
        super().startRow(table, row)
        self.is_title = not self.is_repeat and self.drawn in self.titles
        self.drawn += not self.is_repeat

    def startCell(self, table: Any, row: int, column: int, *drawn: Any) -> None:  # noqa: N802 - reportlab's name
        """Opens a cell, as wide as the table where it is a title."""
        if not self.is_title:
            super().startCell(table, row, column, *drawn)
            return
        traits = Traits(scope="Column", columns=self.columns)
        self.canvas.within.append(Element("TH", self.canvas.within[-1], traits))


def grouped_flow(block: GroupedRows, width: float) -> Iterator[Any]:
    """The rows under the titles of their groups."""
    count = len(block.head)
    rows: list[list[Any]] = [[tagged(text, "cell_head") for text in block.head]]
    titles: list[int] = []
    for group in block.groups:
        titles.append(len(rows))
        rows.append([tagged(clean(group.title, CELL), "group_title"), *([""] * (count - 1))])
        rows += [[tagged(clean(text, CELL), "cell") for text in row] for row in group.rows]
    spans = [("SPAN", (0, y), (-1, y)) for y in titles]
    airs = [("TOPPADDING", (0, y), (-1, y), 5) for y in titles]
    kept = [("NOSPLIT", (0, y), (-1, min(y + 1, len(rows) - 1))) for y in titles]
    table = Table(
        rows,
        colWidths=[width * share / sum(block.widths) for share in block.widths],
        repeatRows=1,
        renderCB=_GroupTags(frozenset(titles), count),
    )
    table.setStyle([*_GROUPED, *spans, *airs, *kept])
    yield table
    yield Spacer(1, 6)


_GROUPED: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, BRAND_MID),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
]
