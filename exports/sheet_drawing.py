"""Small papers, drawn: everything on a sheet is made smaller until it fits its page; nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, assert_never

from reportlab.platypus import Flowable, Spacer, Table

from exports.card_drawing import CutCardsDrawing
from exports.printable import clean
from exports.sheet_blocks import (
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
from exports.sheet_tables import BARE, LONGEST_LINE, fields_of, table_of
from exports.style import BODY, BRAND, LINE, MUTED, SAND, fitted
from exports.tagged import TaggedCanvas, Traits
from exports.tagged_flow import Place, tagged

SHRINK = 0.97
"""How much smaller everything becomes each time that a sheet does not fit."""
POSTCARD, PAGE = 262.0, 434.0
"""The widths that sheets are laid out for, points: a postcard's own, and one that makes a page's letters larger."""
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
    scale = width / (POSTCARD if width <= POSTCARD else PAGE)
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
            yield table_of(part, width)
            yield Spacer(1, 7)
        case SheetLines():
            yield from _lines(part, width, level)
        case SheetFields():
            yield from _heading(part.title, level)
            yield fields_of(part, width)
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
        yield Table([[_bullets(part, level)]], colWidths=[width], style=[*BARE, *_ground(0)])
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
            style = [*BARE, *_ground(0), *_ground(2)]
        case _:
            sides = [[f for part in side for f in _part(part, half, level)] for side in (pair.left, pair.right)]
            style = BARE
    return Table([[sides[0], "", sides[1]]], colWidths=[half, PAIR_GAP, half], style=style)


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
