"""What a proposal has on its pages, said so that any library can draw it: the same words, tables, panels and grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from exports.blocks import (
    Bullets,
    Choices,
    Document,
    Entries,
    Heading,
    KeyTiles,
    Legend,
    Note,
    Paragraph,
    Rows,
    SmallWeeks,
    Staircase,
    StepPanel,
    Tone,
    Week,
)
from exports.style import PAINTS, printable
from exports.table_blocks import GroupedRows, StepTable
from exports.text_blocks import FactColumns, ListColumns
from exports.week_drawing import placed
from planning.frozen import Frozen


class Text(NamedTuple):
    """A heading of level 1 to 3, or a paragraph: 0, or 4 in small grey letters."""

    level: int
    text: str


class Listed(NamedTuple):
    """A list with points."""

    items: tuple[str, ...]


class Table(NamedTuple):
    """A table; without a head its first column is one."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Cell(NamedTuple):
    """Something in a week: its day, when (minutes), its lane among those beside it, its words, tint and edge."""

    day: int
    start: int
    end: int
    lane: int
    lanes: int
    lines: tuple[str, ...]
    tint: str
    edge: str


class Grid(NamedTuple):
    """A week to the scale of the clock."""

    title: str
    days: tuple[str, ...]
    first: int
    last: int
    cells: tuple[Cell, ...]


class Panel(NamedTuple):
    """A step: its title, what it means, and its weeks."""

    title: str
    span: str
    texts: tuple[str, ...]
    weeks: tuple[Grid, ...]


class Grids(NamedTuple):
    """All weeks small beside each other."""

    weeks: tuple[Grid, ...]


class Bars(NamedTuple):
    """A bar for each step: name, words and its share of the highest."""

    bars: tuple[tuple[str, str, float], ...]


class Framed(NamedTuple):
    """Words on a ground of their own."""

    texts: tuple[str, ...]


Part = Text | Listed | Table | Panel | Grids | Bars | Framed


def parts_of(document: Document) -> tuple[Part, ...]:
    """The document's pages. A kind of block that has no case here is given as its words alone, which others draw faster
    than we draw the block.
    """
    return tuple(part for block in document.blocks for part in _parts(block))


def _parts(block: Any) -> Iterator[Part]:  # noqa: C901 - one branch for each kind of block
    match block:
        case Heading():
            yield Text(block.level, block.text)
        case Paragraph():
            yield Text(4 if block.tone in (Tone.MUTED, Tone.INTRO) else 0, block.text)
        case Bullets():
            yield from [Text(3, block.title)] if block.title else []
            yield Listed(block.items)
        case Choices():
            yield Listed(block.items)
        case Entries():
            yield Table((), tuple((row.label, " ".join(row.values) or "_" * 40) for row in block.rows))
        case ListColumns():
            yield from (part for one in block.lists for part in _parts(one))
        case FactColumns(facts=facts, per_row=wide):
            cells = [f"{one.label}: {' '.join(one.values) or '_' * 20}" for one in facts]
            cells += [""] * (-len(cells) % wide)
            yield Table((), tuple(tuple(cells[at : at + wide]) for at in range(0, len(cells), wide)))
        case Rows():
            yield Table(block.head, block.rows)
        case GroupedRows(head=head):
            titled = ([(group.title, *[""] * (len(head) - 1)), *group.rows] for group in block.groups)
            yield Table(head, tuple(row for rows in titled for row in rows))
        case StepTable():
            yield _steps(block)
        case KeyTiles():
            yield Table((), (tuple(f"{tile.value} {tile.label}" for tile in block.tiles),))
        case Staircase():
            highest = max(block.full_minutes, 1)
            bars = ((one.name, f"{one.text} {one.span}", one.minutes / highest) for one in block.stairs)
            yield Bars((*bars, ("", block.full_text, 1.0)))
        case SmallWeeks():
            small = (_grid(one.week, f"{one.title} {one.span}", is_small=True) for one in block.weeks)
            yield Grids(tuple(small))
        case Legend() | Note():
            yield Framed(tuple(words_of(block)))
        case StepPanel():
            texts = [*block.facts, *(text for one in block.lists if one.items for text in (one.title, *one.items))]
            weeks = tuple(_grid(week, week.title, is_small=False) for week in block.weeks)
            yield Panel(f"{block.number}. {block.title}", block.span, tuple(texts), weeks)
        case _:
            yield from (Text(0, text) for text in words_of(block))


def _steps(table: StepTable) -> Table:
    """The table of steps as plain rows."""
    head = (table.head, table.before, *(f"{one.name} {one.when}" for one in table.steps), *table.after, table.note)
    rows = ((row.name, row.before, *(cell.text for cell in row.cells), *row.after, row.note) for row in table.rows)
    return Table(head, tuple((*row, *[""] * (len(head) - len(row)))[: len(head)] for row in rows))


def _grid(week: Week, title: str, *, is_small: bool) -> Grid:
    cells = (
        Cell(
            one.entry.day, one.entry.start, one.entry.end, one.lane, one.lanes,
            (one.entry.short,) if is_small else (one.entry.name, one.entry.time, *one.entry.details),
            *_colours(one.entry.look),
        )
        for day in range(len(week.days))
        for one in placed(week.on(day))
    )  # fmt: skip
    return Grid(title, week.days, week.first, week.last, tuple(cells))


def _colours(look: Any) -> tuple[str, str]:
    paint = PAINTS[look]
    return (f"#{paint.tint.hexval()[2:]}", f"#{paint.edge.hexval()[2:]}")


def words_of(value: Any) -> Iterator[str]:
    """Every text of a block."""
    match value:
        case Enum():
            return
        case str():
            yield from [printable(value)] if value else []
        case tuple():
            yield from (text for one in value for text in words_of(one))
        case Frozen():
            yield from (text for name in type(value).model_fields for text in words_of(getattr(value, name)))


def counted(parts: Sequence[Part]) -> str:
    """«8 panels, 24 grids with 310 cells, 15 tables with 210 cells, 40 texts»."""
    panels = [part for part in parts if isinstance(part, Panel)]
    grids = [grid for part in parts if isinstance(part, Panel | Grids) for grid in part.weeks]
    tables = [part for part in parts if isinstance(part, Table)]
    squares = sum(len(row) for table in tables for row in (table.head, *table.rows))
    texts = sum(_texts_in(part) for part in parts)
    return (
        f"{len(panels)} panels, {len(grids)} weeks with {sum(len(grid.cells) for grid in grids)} entries, "
        f"{len(tables)} tables with {squares} cells, {texts} other texts"
    )


def _texts_in(part: Part) -> int:
    match part:
        case Text():
            return 1
        case Listed():
            return len(part.items)
        case Panel() | Framed():
            return len(part.texts)
        case _:
            return 0


def lines_of(cell: Cell) -> Iterable[str]:
    """As many of the entry's words as its height has room for, as in ours; the rest joined to the last."""
    room = max(1, (cell.end - cell.start) // 14)
    return (*cell.lines[: room - 1], " · ".join(cell.lines[room - 1 :])) if room < len(cell.lines) else cell.lines
