"""Draws the shorter version of a day: few words, large letters, and nobody to be ashamed before."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import HelpCard
from exports.icons import draw_icon
from exports.page_format import MEASURES, PageFormat
from exports.student_blocks import PictureStyle
from exports.student_moments import Box, draw_day
from exports.student_papers import ShortDay
from exports.student_pen import Pen, Type
from exports.style import BODY, BOLD, BRAND, BRAND_TINT, DISPLAY, INK, MUTED, SAND
from exports.tagged import Traits

BAND, GAP = 44.0, 8.0
HELP, CODE = 58.0, 58.0
SIZES = (1.7, 1.5, 1.3, 1.15, 1.0)
"""A page with little on it has large letters."""


class ShortDayDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The page."""

    def __init__(self, block: ShortDay, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page from above."""
        block, pen, top = self.block, Pen(self.canv), self.height
        self._draw_head(pen)
        top -= BAND + GAP
        with pen.mark("P"):
            top = pen.lines(block.lead, Type(DISPLAY, 19, INK), (0, top), self.width, 2) - 3
        if block.before:
            with pen.mark("P"):
                top = pen.lines(block.before, Type(BODY, 12, MUTED), (0, top), self.width, 1) - GAP / 2
        has_help = bool(block.help or block.message)
        foot = HELP + GAP if has_help else 0.0
        with_after = foot + 62
        if block.moments:
            self._draw_moments(pen, (0, with_after + GAP, self.width, top - with_after - GAP))
            top = with_after
        for line in block.after:
            with pen.mark("P"):
                top = pen.lines(line, Type(BOLD, 12, BRAND), (0, top), self.width, 2) - 3
        if has_help:
            self._draw_foot(pen)

    def _draw_head(self, pen: Pen) -> None:
        block, top, page = self.block, self.height, MEASURES[PageFormat.A6]
        pen.canvas.setFillColor(BRAND_TINT)
        pen.canvas.rect(-page.side, top - BAND + 8, page.width, BAND + page.top, stroke=0, fill=1)
        with pen.mark("H1" if block.number == 1 else "H2"):
            pen.line(block.title, Type(DISPLAY, 22, BRAND), (0, top - 12), self.width, 12)
        with pen.mark("P"):
            pen.line(block.subtitle, Type(BODY, 11), (1, top - 28), self.width, 7)

    def _draw_moments(self, pen: Pen, box: Box) -> None:
        block, (x, y, width, height) = self.block, box
        pen.ground(box, SAND, 10)
        within = (x + 12, y + 4, width - 24, height - 8)
        draw_day(pen.canvas, block.moments, within, block.style, SIZES)

    def _draw_foot(self, pen: Pen) -> None:
        block = self.block
        taken = CODE + GAP if block.message else 0.0
        count = len(block.help)
        if count:
            each = (HELP - GAP / 2 * (count - 1)) / count
            with pen.struct("L", Traits(numbering="None")):
                for number, card in enumerate(block.help):
                    y = HELP - (number + 1) * each - number * GAP / 2
                    with pen.struct("LI"):
                        _draw_help(pen, card, (0, y, self.width - taken, each), block.style)
        if block.message:
            pen.code(block.message, (self.width - CODE, 0), CODE)


def _draw_help(pen: Pen, card: HelpCard, box: Box, style: PictureStyle) -> None:
    x, y, width, height = box
    pen.ground(box, BRAND_TINT, 7)
    left, side = x + 8, min(24.0, height - 6)
    if card.icon:
        draw_icon(pen.canvas, card.icon, (left, y + (height - side) / 2, side), (BRAND, white), style)
        left += side + 7
    room = x + width - left - 6
    with pen.mark("LBody"):
        pen.line(card.title, Type(BODY, 8.2, MUTED), (left, y + height / 2 + 2.5), room, 6)
        pen.line(card.text, Type(BOLD, 10.5), (left, y + height / 2 - 8.5), room, 6)
