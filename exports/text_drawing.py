"""Facts in columns and lists side by side, laid out with nothing between them but air."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from reportlab.platypus import Spacer, Table

from exports.form_drawing import RuledLines
from exports.printable import LONG, SHORT, clean
from exports.style import GRID
from exports.tagged import Traits
from exports.tagged_flow import Place, tagged
from exports.text_blocks import Bullets, Entry, FactColumns, ListColumns

_Thing = TypeVar("_Thing")

GUTTER = 16.0
"""Air between columns, points."""
TALL_CELL = 900
"""Characters of one cell that may fill most of a page; its row is then parted over pages."""


def facts_flow(block: FactColumns, width: float, blank: str) -> Iterator[Any]:
    """The facts, each under its label, row by row."""
    if not block.facts:
        return
    rows = [[_fact(fact, blank) for fact in row] for row in _in_rows(block.facts, block.per_row)]
    lengths = [sum(map(len, fact.values)) for fact in block.facts]
    style: list[Any] = [("LINEBELOW", (0, 0), (-1, -2), 0.4, GRID)]
    if sum(lengths) <= TALL_CELL:
        style.append(("NOSPLIT", (0, 0), (-1, -1)))
    yield _columns(rows, block.per_row, width, style, may_part_rows=max(lengths) > TALL_CELL)
    yield Spacer(1, 4)


def lists_flow(block: ListColumns, width: float) -> Iterator[Any]:
    """The lists, so many in a row; those without items are left out."""
    lists = [one for one in block.lists if one.items]
    if not lists:
        return
    rows = [[list(list_flow(one)) for one in row] for row in _in_rows(lists, block.per_row)]
    is_tall = any(sum(map(len, one.items)) > TALL_CELL for one in lists)
    yield _columns(rows, block.per_row, width, [], may_part_rows=is_tall)
    yield Spacer(1, 2)


def list_flow(block: Bullets) -> Iterator[Any]:
    """A list and its title."""
    if block.title:
        yield tagged(block.title, "list_title")
    listing = Place("L", traits=Traits(numbering="Disc"))
    for item in block.items:
        yield tagged(clean(item, LONG), "list_item", Place("LBody", Place("LI", listing)), bullet="•")


def _in_rows(things: Sequence[_Thing], per_row: int) -> Iterator[Sequence[_Thing]]:
    return (things[first : first + per_row] for first in range(0, len(things), per_row))


def _fact(fact: Entry, blank: str) -> list[Any]:
    values = [tagged(clean(value, LONG), "fact_value") for value in fact.values if value]
    return [tagged(clean(fact.label, SHORT), "fact_label"), *(values or [RuledLines(blank, fact.lines)])]


def _columns(
    rows: Sequence[list[list[Any]]], per_row: int, width: float, style: list[Any], *, may_part_rows: bool
) -> Table:
    """A table that is none in the structure: its cells are read one after the other."""
    filled = [[*row, *([""] * (per_row - len(row)))] for row in rows]
    column = (width + GUTTER) / per_row
    table = Table(filled, colWidths=[*([column] * (per_row - 1)), column - GUTTER], splitInRow=int(may_part_rows))
    table.setStyle([*_BARE, ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER), *style])
    return table


_BARE: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]
