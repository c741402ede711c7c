"""Draws the week for a phone's lock screen: calm above, where the clock is, and large letters below."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import HelpCard
from exports.icons import draw_icon
from exports.page_format import MEASURES, PageFormat
from exports.student_blocks import PictureStyle
from exports.student_moments import Box
from exports.student_papers import PhoneWeek
from exports.student_pen import Pen, Type
from exports.student_rows import Sizes, draw_rows
from exports.style import BODY, BOLD, BRAND, BRAND_TINT, DISPLAY, INK, MUTED, SAND
from exports.tagged import Traits

CALM_SHARE = 0.25
"""How much of the screen the clock has to itself: a quarter is what lock screens take. Our default."""
BUTTONS = 64.0
"""What the torch and the camera take at the foot of a lock screen, points. Our default."""
TITLE, HELP, GAP = 46.0, 32.0, 6.0
"""Heights of the title and of a line of help, and the gap between parts, points."""
SIZES = Sizes(17.0, 13.0, 8.0)


class PhoneWeekDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The page."""

    def __init__(self, block: PhoneWeek, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page, its ground over the whole screen."""
        pen, week, page = Pen(self.canv), self.block.week, MEASURES[PageFormat.PHONE]
        below = page.bottom + (page.height - page.top - page.bottom - self.height)
        pen.canvas.setFillColor(BRAND_TINT)
        pen.canvas.rect(-page.side, -below, page.width, page.height, stroke=0, fill=1)
        top = page.height * (1 - CALM_SHARE) - below
        with pen.mark("H1"):
            pen.line(week.title, Type(DISPLAY, 25, BRAND), (2, top - 22), self.width - 4, 14)
        with pen.mark("P"):
            pen.line(week.subtitle, Type(BODY, 13, INK), (2, top - 40), self.width - 4, 9)
        shown = week.help
        foot = BUTTONS - below
        aid = (HELP + GAP) * len(shown)
        bottom, tall = foot + aid, top - TITLE - GAP - foot - aid
        pen.ground((0, bottom, self.width, tall), white, 12)
        draw_rows(pen, week.days, (5, bottom + 5, self.width - 10, tall - 10), SIZES, week.style)
        if shown:
            with pen.struct("L", Traits(numbering="None")):
                for number, card in enumerate(shown):
                    ground = foot + (len(shown) - 1 - number) * (HELP + GAP)
                    with pen.struct("LI"):
                        _draw_help(pen, card, (0, ground, self.width, HELP), week.style)


def _draw_help(pen: Pen, card: HelpCard, box: Box, style: PictureStyle) -> None:
    x, y, width, height = box
    pen.ground(box, SAND, 10)
    left = 12.0
    if card.icon:
        draw_icon(pen.canvas, card.icon, (x + 10, y + (height - 22) / 2, 22), (BRAND, BRAND_TINT), style)
        left = 41.0
    with pen.mark("LBody"):
        taken = pen.line(card.title, Type(BODY, 11.5, MUTED), (x + left, y + height / 2 - 4), width * 0.42, 8)
        left += taken + 8
        pen.line(card.text, Type(BOLD, 14), (x + left, y + height / 2 - 5), width - left - 10, 8)
