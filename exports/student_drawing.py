"""The student's own week: a landscape page with five day cards, big times, and what is good to know."""

from __future__ import annotations

from itertools import pairwise

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import DayCard, HelpCard, StudentWeek
from exports.icons import draw_icon
from exports.page_format import MEASURES, PageFormat
from exports.student_blocks import PictureStyle
from exports.student_moments import Box, Drawn, airy, draw_roomy, draw_tight, grown
from exports.student_pen import Pen, Type
from exports.style import BODY, BOLD, BRAND, BRAND_MID, BRAND_TINT, DISPLAY, INK, LINE, MUTED, SAND
from exports.tagged import TaggedCanvas, Traits

BAND, HEAD, HELP, GAP = 46.0, 58.0, 66.0, 10.0
"""The coloured band below the page's upper margin, the same with air under it, the help at the foot, and the gaps."""
HEADING = 40.0
"""What the day's name takes of its card, points."""
LARGE_SIZES = (1.3, 1.2, 1.1)
"""How much larger the letters of a day are on a page with large letters, where there is room."""
STONE, MOST_STONES = 30.0, 20
"""Room for a step of the path, and the longest path that is drawn: a longer one is told in words only."""
WIDE = 146.0
"""From that width on a help card has its picture beside both lines."""


class StudentWeekDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A whole page: who and which step, the days, and the help below."""

    def __init__(self, block: StudentWeek, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page."""
        canvas: TaggedCanvas = self.canv
        block = self.block
        self._draw_head(Pen(canvas))
        width = (self.width - GAP * (len(block.days) - 1)) / len(block.days)
        has_help = bool(block.help or block.message)
        bottom = (HELP + GAP) if has_help else 0
        height = self.height - HEAD - bottom
        days, inner = [day.moments for day in block.days], (width - 16, height - HEADING - 5)
        drawn = airy(days, *inner, LARGE_SIZES if block.is_large else (1.0,), block.style)
        tight = drawn is None
        if drawn is None:
            drawn = grown(days, *inner, Drawn(LARGE_SIZES[0] if block.is_large else 1.0, block.style))
        with canvas.struct("Table"):
            for number, day in enumerate(block.days):
                with canvas.struct("TR"):
                    box = (number * (width + GAP), bottom, width, height)
                    _draw_day(Pen(canvas), day, box, drawn, tight=tight)
        self._draw_help(Pen(canvas))

    def _draw_head(self, pen: Pen) -> None:
        block, top = self.block, self.height
        page = MEASURES[PageFormat.A4_LANDSCAPE]
        pen.canvas.setFillColor(BRAND_TINT)
        pen.canvas.rect(-page.side, top - BAND, page.width, BAND + page.top + 2, stroke=0, fill=1)
        stone = min(STONE, 0.6 * self.width / block.count)
        taken = stone * block.count if block.count <= MOST_STONES else 0.0
        room = self.width - 24 - taken
        with pen.mark("H1" if block.number == 1 else "H2"):
            pen.line(block.title, Type(DISPLAY, 30, BRAND), (0, top - 12), room, 14)
        with pen.mark("P"):
            pen.line(block.subtitle, Type(BODY, 14, INK), (1, top - 34), room, 9)
        if taken:
            self._draw_path(pen.canvas, stone)

    def _draw_path(self, canvas: TaggedCanvas, stone: float) -> None:
        """The steps as stones: those before are ticked, the one of this page is the largest. The words say it too."""
        block, y = self.block, self.height - 12
        large = stone * 0.48
        centres = [self.width - large - stone * (block.count - n) for n in range(1, block.count + 1)]
        small = stone * 0.36
        canvas.setStrokeColor(BRAND_MID)
        canvas.setLineWidth(1.2)
        canvas.setDash([1.6, 2])
        for one, other in pairwise(centres):
            canvas.line(one, y, other, y)
        canvas.setDash([])
        canvas.setStrokeColor(BRAND)
        for number, x in enumerate(centres, 1):
            is_here, is_before = number == block.number, number < block.number
            canvas.setLineWidth(1.2)
            canvas.setFillColor(BRAND if is_here or is_before else white)
            canvas.circle(x, y, large if is_here else small, stroke=1, fill=1)
            if is_before:
                _draw_tick(canvas, (x, y), small)
                continue
            canvas.setFillColor(white if is_here else BRAND)
            size = stone * (0.42 if is_here else 0.32)
            canvas.setFont(DISPLAY, size)
            canvas.drawCentredString(x, y - size * 0.35, str(number))

    def _draw_help(self, pen: Pen) -> None:
        block = self.block
        side = HELP if block.message else 0.0
        room = self.width - (side + GAP if side else 0.0)
        count = len(block.help)
        if count:
            width = (room - GAP * (count - 1)) / count
            with pen.struct("L", Traits(numbering="None")):
                for number, card in enumerate(block.help):
                    with pen.struct("LI"):
                        _draw_help_card(pen, card, (number * (width + GAP), 0, width, HELP), block.style)
        if block.message:
            pen.code(block.message, (self.width - side, 0), side)


def _draw_tick(canvas: TaggedCanvas, centre: tuple[float, float], radius: float) -> None:
    x, y = centre
    canvas.saveState()
    canvas.setStrokeColor(white)
    canvas.setLineWidth(radius * 0.2)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    tick = canvas.beginPath()
    tick.moveTo(x - radius * 0.42, y + radius * 0.02)
    tick.lineTo(x - radius * 0.1, y - radius * 0.32)
    tick.lineTo(x + radius * 0.45, y + radius * 0.34)
    canvas.drawPath(tick, stroke=1, fill=0)
    canvas.restoreState()


def _draw_day(pen: Pen, day: DayCard, box: Box, drawn: Drawn, *, tight: bool) -> None:
    x, y, width, height = box
    canvas = pen.canvas
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(white)
    canvas.setLineWidth(1)
    canvas.roundRect(x, y, width, height, 9, stroke=1, fill=1)
    pen.ground((x + 4, y + height - 32, width - 8, 28), BRAND_TINT if day.moments else SAND, 6)
    with pen.mark("TH", Traits(scope="Row")):
        pen.line(day.name, Type(DISPLAY, 14), (x + width / 2, y + height - 23), width - 12, 8, "centre")
    with pen.struct("TD"):
        if day.note:
            with pen.mark("P"):
                at = (x + width / 2, y + height - 62)
                pen.line(day.note, Type(BODY, 11.5, MUTED), at, width - 16, 7, "centre")
        within = (x + 8, y + 5, width - 16, height - HEADING - 5)
        draw = draw_tight if tight else draw_roomy
        draw(canvas, day.moments, within, drawn)


def _draw_help_card(pen: Pen, card: HelpCard, box: Box, style: PictureStyle) -> None:
    """The picture beside both lines where there is room, else beside the title only."""
    x, y, width, height = box
    pen.ground(box, SAND)
    is_wide = width >= WIDE
    side = 34.0 if is_wide else 17.0
    left = 12.0 + (side + 9.0 if is_wide else side + 5.0) * bool(card.icon)
    if card.icon:
        bottom = y + height / 2 - side / 2 if is_wide else y + height - 7 - side
        draw_icon(pen.canvas, card.icon, (x + 12, bottom, side), (BRAND, BRAND_TINT), style)
    start = left if is_wide else 12.0
    with pen.mark("LBody"):
        pen.line(card.title, Type(BODY, 10.5, MUTED), (x + left, y + height - 19), width - left - 8, 7)
        size = 10.8 if is_wide else 10.2
        pen.lines(card.text, Type(BOLD, size), (x + start, y + height - 24), width - start - 8, 3)
