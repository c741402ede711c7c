"""Small papers, drawn: everything on a sheet is made smaller until it fits its page; nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, assert_never

from reportlab.platypus import Flowable, Spacer, Table

from exports.card_drawing import CutCardsDrawing
from exports.form_drawing import RuledLines
from exports.printable import clean
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
from exports.style import BODY, BRAND, BRAND_TINT, GRID, LINE, MUTED, SAND, fitted, text_width
from exports.tagged import TaggedCanvas, Traits
from exports.tagged_flow import Place, tagged, tagged_table

GROW, SHRINK = 1.14, 0.97
"""How much larger a sheet is drawn where there is room, and how much smaller each time that it does not fit."""
LONGEST_LINE = 400
"""Characters of a line or cell: what a small paper can hold with dignity. Our default."""
TICK, TICK_GAP, TICK_ROW = 8.0, 3.0, 12.5
FOOT, PAIR_GAP = 15.0, 16.0
CUT = 9.0
"""Length of a cut mark, points."""


def small_paper_flow(block: Sheet | FourSheets | CutCards, width: float, height: float) -> Iterator[Flowable]:
    """The block as pages of that size; a sheet that may run on flows over pages instead."""
    match block:
        case Sheet(may_run_on=True):
            yield from _flowables(block, width)
        case Sheet():
            yield FittedSheet(block, width, height)
        case FourSheets():
            yield FourSheetsDrawing(block, width, height)
        case CutCards():
            yield CutCardsDrawing(block, width, height, backs=False)
            yield CutCardsDrawing(block, width, height, backs=True)
        case _:
            assert_never(block)


class FittedSheet(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A sheet in a box: in its own size where it fits, otherwise smaller as a whole."""

    def __init__(self, sheet: Sheet, width: float, height: float) -> None:
        super().__init__()
        self.sheet, self.width, self.height = sheet, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the box."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the sheet from the top of the box, and its foot at the bottom."""
        canvas: TaggedCanvas = self.canv
        room = self.height - (FOOT if self.sheet.foot else 0)
        flowables, scale = _shrunk(lambda width: list(_flowables(self.sheet, width)), self.width, room, canvas)
        canvas.saveState()
        canvas.translate(0, self.height)
        canvas.scale(scale, scale)
        _stack(canvas, flowables, self.width / scale)
        canvas.restoreState()
        if self.sheet.foot:
            shown, size = fitted(self.sheet.foot, BODY, 8.2, self.width, 5)
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, size)
            with canvas.mark("P"):
                canvas.write((0, 3), shown)


class FourSheetsDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Four sheets on a page, with marks where to cut."""

    def __init__(self, block: FourSheets, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the sheets and the marks between them."""
        canvas: TaggedCanvas = self.canv
        width, height, inner = self.width / 2, self.height / 2, 14.0
        for number, sheet in enumerate(self.block.sheets[:4]):
            x, y = width * (number % 2), height * (1 - number // 2)
            FittedSheet(sheet, width - 2 * inner, height - 2 * inner).drawOn(canvas, x + inner, y + inner)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.setDash([3, 3])
        canvas.line(width, -CUT, width, self.height + CUT)
        canvas.line(-CUT, height, self.width + CUT, height)
        canvas.setDash([])


def _shrunk(
    make: Callable[[float], list[Flowable]], width: float, height: float, canvas: TaggedCanvas
) -> tuple[list[Flowable], float]:
    """The flowables made for as wide a page as lets them stand in that room when drawn at the scale given."""
    scale = GROW
    while True:
        flowables = make(width / scale)
        if _tall(canvas, flowables, width / scale) * scale <= height:
            return flowables, scale
        scale *= SHRINK


def _tall(canvas: TaggedCanvas, flowables: Sequence[Flowable], width: float) -> float:
    tall, after = 0.0, 0.0
    for number, flowable in enumerate(flowables):
        before = max(after, flowable.getSpaceBefore()) if number else 0
        tall += before + float(flowable.wrapOn(canvas, width, 1e6)[1])
        after = flowable.getSpaceAfter()
    return tall


def _stack(canvas: TaggedCanvas, flowables: Sequence[Flowable], width: float) -> None:
    """Draws them under each other, the first at height 0."""
    y, after = 0.0, 0.0
    for number, flowable in enumerate(flowables):
        y -= max(after, flowable.getSpaceBefore()) if number else 0
        y -= flowable.wrapOn(canvas, width, 1e6)[1]
        flowable.drawOn(canvas, 0, y)
        after = flowable.getSpaceAfter()


def _flowables(sheet: Sheet, width: float) -> Iterator[Flowable]:
    """Head and parts of a sheet. The first sheet of a document bears its title; those after it are a level below."""
    level = 1 if sheet.number == 1 else 2
    yield tagged(sheet.title, "h1", Place(f"H{level}"), outline=level - 1)
    if sheet.subtitle:
        yield tagged(sheet.subtitle, "lead")
    for part in sheet.parts:
        yield from _part(part, width, level + 1)


def _part(part: SheetPart, width: float, level: int) -> Iterator[Flowable]:
    match part:
        case SheetText():
            yield tagged(clean(part.text, LONGEST_LINE), "muted" if part.is_muted else "body")
        case SheetTable():
            yield from _heading(part.title, level)
            yield _table(part, width)
            yield Spacer(1, 7)
        case SheetLines():
            yield from _lines(part, width, level)
        case SheetFields():
            yield from _heading(part.title, level)
            yield _fields(part, width)
            yield Spacer(1, 3)
        case SheetPair():
            yield _pair(part, width, level)
            yield Spacer(1, 5)
        case _:
            assert_never(part)


def _heading(title: str, level: int) -> Iterator[Flowable]:
    if title:
        yield tagged(title, "h3", Place(f"H{level}"))


def _lines(part: SheetLines, width: float, level: int) -> Iterator[Flowable]:
    if part.is_set_apart:
        yield Table([[_bullets(part, level)]], colWidths=[width], style=[*_BARE, *_ground(0)])
        yield Spacer(1, 4)
    else:
        yield from _bullets(part, level)


def _bullets(part: SheetLines, level: int) -> list[Flowable]:
    listing = Place("L", traits=Traits(numbering="Disc"))
    lines: list[Flowable] = list(_heading(part.title, level))
    for line in part.lines:
        place = Place("LBody", Place("LI", listing))
        lines.append(tagged(clean(line, LONGEST_LINE), "bullet", place, bullet=part.bullet.value))
    return lines


def _pair(pair: SheetPair, width: float, level: int) -> Table:
    """Side by side; what is set apart on both sides stands on grounds of one height."""
    half = (width - PAIR_GAP) / 2
    match pair:
        case SheetPair(left=(SheetLines(is_set_apart=True) as left,), right=(SheetLines(is_set_apart=True) as right,)):
            sides = [_bullets(left, level), _bullets(right, level)]
            style = [*_BARE, *_ground(0), *_ground(2)]
        case _:
            sides = [[f for part in side for f in _part(part, half, level)] for side in (pair.left, pair.right)]
            style = _BARE
    return Table([[sides[0], "", sides[1]]], colWidths=[half, PAIR_GAP, half], style=style)


def _fields(part: SheetFields, width: float) -> Table:
    rows = [
        [
            tagged(clean(row.label, LONGEST_LINE), "label"),
            tagged(clean(row.value, LONGEST_LINE), "value") if row.value else RuledLines(""),
        ]
        for row in part.rows
    ]
    style = [*_BARE, ("RIGHTPADDING", (0, 0), (0, -1), 8), ("LINEBELOW", (0, 0), (-1, -2), 0.4, GRID)]
    return tagged_table(rows, [width * 0.36, width * 0.64], style, (0, 1))


def _table(part: SheetTable, width: float) -> Table:
    rows: list[list[Any]] = [[tagged(text, "cell_head") for text in part.head]]
    for place, row in enumerate(part.rows):
        cells: list[Any] = [
            RuledLines("") if not cell and n in part.ruled else _cell(cell, "cell_bold" if n == 0 else "cell")
            for n, cell in enumerate(row)
        ]
        rows.append([*cells, TickBoxes(part.ticks[place])] if part.ticks else cells)
    widths = [width * share / sum(part.widths) for share in part.widths]
    return tagged_table(rows, widths, _ROWS, (1, 1))


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
            wide = TICK + TICK_GAP + text_width(label, BODY, 9) + 8
            if x and x + wide - 8 > width:
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


_BARE: list[tuple[Any, ...]] = [
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


def _ground(column: int) -> list[tuple[Any, ...]]:
    """A pale ground under a column, with a line before it."""
    cells = (column, 0), (column, -1)
    return [
        ("BACKGROUND", *cells, SAND),
        ("LINEBEFORE", *cells, 2.4, BRAND),
        ("LEFTPADDING", *cells, 10),
        ("RIGHTPADDING", *cells, 10),
        ("TOPPADDING", *cells, 5),
        ("BOTTOMPADDING", *cells, 6),
    ]
