"""Draws cards for the pocket: each on a page of its own, or many on a sheet with marks to cut along."""

from __future__ import annotations

from itertools import cycle, islice
from typing import NamedTuple

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import HelpCard
from exports.icons import draw_icon
from exports.page_format import MEASURES, Measure, PageFormat
from exports.pocket_card_blocks import CardSize, PocketCard, PocketCards
from exports.student_blocks import PictureStyle
from exports.student_moments import Box
from exports.student_pen import LEAD, Pen, Type
from exports.student_rows import Sizes, draw_rows
from exports.style import BODY, BOLD, BRAND, BRAND_TINT, DISPLAY, LINE, MUTED, broken
from exports.tagged import TaggedCanvas, Traits

MARK = 10.0
"""How long a mark to cut along is, points."""
NARROW = 100.0
"""Below that width there is no room for a picture beside the words."""


class _Layout(NamedTuple):
    """How a card is laid out, in points."""

    measure: Measure
    head: float
    title: float
    rows: Sizes
    help: float
    """Height of the help below the rows; 0 where it stands beside them."""
    side: float
    """Width of the help beside the rows; 0 where it stands below."""
    per_sheet: tuple[int, int]
    """Columns and rows of cards on a sheet of A4."""


_LAYOUTS = {
    CardSize.POSTCARD: _Layout(MEASURES[PageFormat.A6], 38.0, 16.0, Sizes(13.0, 9.5, 6.0), 92.0, 0.0, (2, 2)),
    CardSize.WALLET: _Layout(MEASURES[PageFormat.CARD], 21.0, 11.0, Sizes(10.0, 7.5, 5.0), 0.0, 88.0, (2, 4)),
}


class PocketCardsDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A page of cards."""

    def __init__(self, block: PocketCards, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page; on a sheet, the first of each card is read and its copies are not."""
        layout = _LAYOUTS[self.block.size]
        if not self.block.on_sheet:
            measure = layout.measure
            size = (self.width, measure.height - measure.top - measure.bottom)
            _draw_card(Pen(self.canv), self.block.cards[0], (0, self.height - size[1], *size), layout)
            return
        page, (columns, rows) = MEASURES[PageFormat.A4], layout.per_sheet
        width, height, side, top, bottom = layout.measure
        left = (page.width - columns * width) / 2 - page.side
        ground = (page.height - rows * height) / 2 - page.bottom
        for place, card in enumerate(islice(cycle(self.block.cards), columns * rows)):
            x, y = left + place % columns * width, ground + (rows - 1 - place // columns) * height
            box = (x + side, y + bottom, width - 2 * side, height - top - bottom)
            _draw_card(Pen(self.canv, is_copy=place >= len(self.block.cards)), card, box, layout)
        _draw_cuts(self.canv, (left, ground), layout)


def _draw_cuts(canvas: TaggedCanvas, corner: tuple[float, float], layout: _Layout) -> None:
    """Short marks at the edges of every card, also between cards."""
    (columns, rows), (width, height, *_) = layout.per_sheet, layout.measure
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    for column in range(columns + 1):
        for row in range(rows + 1):
            x, y = corner[0] + column * width, corner[1] + row * height
            canvas.line(x - MARK / 2, y, x + MARK / 2, y)
            canvas.line(x, y - MARK / 2, x, y + MARK / 2)


def _draw_card(pen: Pen, card: PocketCard, box: Box, layout: _Layout) -> None:
    x, y, width, height = box
    gap = layout.title * 0.45
    _draw_head(pen, card, (x, y + height - layout.head, width, layout.head), layout)
    inner = height - layout.head - gap
    if layout.side:
        rows = (x, y, width - layout.side - gap, inner)
        aid = (x + width - layout.side, y, layout.side, inner)
    else:
        rows = (x, y + layout.help + gap, width, inner - layout.help - gap)
        aid = (x, y, width, layout.help)
    draw_rows(pen, card.days, rows, layout.rows, card.style)
    _draw_help(pen, card, aid, layout)


def _draw_head(pen: Pen, card: PocketCard, box: Box, layout: _Layout) -> None:
    x, y, width, height = box
    pen.ground(box, BRAND, layout.title * 0.5)
    ground = y + height / 2 - layout.title * 0.34
    step = layout.title * 0.62
    with pen.mark("H1" if card.number == 1 else "H2"):
        pen.line(card.title, Type(DISPLAY, layout.title, white), (x + 10, ground), width * 0.66 - 12, 6)
    with pen.mark("P"):
        pen.line(card.step, Type(BOLD, step, white), (x + width - 9, ground), width * 0.33 - 9, 5, "right")


def _draw_help(pen: Pen, card: PocketCard, box: Box, layout: _Layout) -> None:
    """Who, where and what to do, one under the other; the code to the right, or under them where they are narrow."""
    x, y, width, height = box
    pen.ground(box, BRAND_TINT)
    side = 0.0
    if card.message:
        side = min(height - 12, 78.0) if layout.help else min(width - 12, 44.0)
        corner = (x + width - side - 7, y + (height - side) / 2) if layout.help else (x + (width - side) / 2, y + 5)
        pen.code(card.message, corner, side)
    room = width - 16 - (side + 8 if layout.help and side else 0.0)
    tall = height - 8 - (side + 4 if side and not layout.help else 0.0)
    if not card.help:
        return
    each = tall / len(card.help)
    with pen.struct("L", Traits(numbering="None")):
        for number, one in enumerate(card.help):
            with pen.struct("LI"):
                top = y + height - 4 - number * each
                _draw_aid(pen, one, (x + 8, top - each, room, each), card.style)


def _draw_aid(pen: Pen, one: HelpCard, box: Box, style: PictureStyle) -> None:
    """One thing that helps: its picture, what it is, and whom, where or what."""
    x, y, width, height = box
    is_narrow = width < NARROW
    size = min(8.2 if is_narrow else 10.5, height / 3.3)
    side = min(22.0, height * 0.72) if one.icon and not is_narrow else 0.0
    if side:
        draw_icon(pen.canvas, one.icon, (x, y + (height - side) / 2, side), (BRAND, white), style)
    left = x + (side + 8 if side else 0.0)
    room = x + width - left
    words = broken(one.text, BOLD, size, room, 2)
    top = y + (height + size * LEAD * (0.8 + len(words))) / 2
    with pen.mark("LBody"):
        top = pen.lines(one.title, Type(BODY, size * 0.8, MUTED), (left, top), room, 1)
        pen.lines(one.text, Type(BOLD, size), (left, top), room, 2)
