"""The student's own week: a landscape page with five day cards, big times, and what is good to know."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import DayCard, HelpCard, StudentWeek
from exports.icons import draw_icon
from exports.student_moments import Box, draw_roomy, draw_tight, is_tight
from exports.style import BODY, BOLD, BRAND, BRAND_MID, BRAND_TINT, DISPLAY, INK, LINE, MUTED, SAND, broken, fitted
from exports.tagged import TaggedCanvas, Traits

HEAD, HELP, GAP = 72.0, 66.0, 10.0
HEADING = 40.0
"""What the day's name takes of its card, points."""
LARGER = 1.3
"""How much larger the letters of a day are on a page with large letters, where there is room."""


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
        self._draw_head(canvas)
        width = (self.width - GAP * (len(self.block.days) - 1)) / len(self.block.days)
        bottom = (HELP + GAP) if self.block.help else 0
        height = self.height - HEAD - bottom
        larger = LARGER if self.block.is_large else 1.0
        tight = any(is_tight(day.moments, width - 16, height - HEADING, larger) for day in self.block.days)
        with canvas.struct("Table"):
            for number, day in enumerate(self.block.days):
                with canvas.struct("TR"):
                    box = (number * (width + GAP), bottom, width, height)
                    _draw_day(canvas, day, box, larger, tight=tight)
        self._draw_help(canvas)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        block, top = self.block, self.height
        room = self.width - 24 - 26 * min(block.count, 12)
        with canvas.mark("H1" if block.number == 1 else "H2"):
            shown, size = fitted(block.title, DISPLAY, 30, room, 14)
            canvas.setFillColor(BRAND)
            canvas.setFont(DISPLAY, size)
            canvas.write((0, top - 28), shown)
        with canvas.mark("P"):
            shown, size = fitted(block.subtitle, BODY, 14, room, 9)
            canvas.setFillColor(INK)
            canvas.setFont(BODY, size)
            canvas.write((1, top - 49), shown)
        if block.count <= 12:
            self._draw_path(canvas)

    def _draw_path(self, canvas: TaggedCanvas) -> None:
        """The steps as stones; the one of this page is filled. The subtitle says the same in words."""
        y = self.height - 24
        first = self.width - 26 * self.block.count + 11
        canvas.setStrokeColor(BRAND_MID)
        canvas.setLineWidth(1.2)
        canvas.line(first, y, self.width - 15, y)
        for number in range(1, self.block.count + 1):
            x, is_here = first + 26 * (number - 1), number == self.block.number
            canvas.setFillColor(BRAND if is_here else white)
            canvas.setStrokeColor(BRAND)
            canvas.circle(x, y, 11.5 if is_here else 8.5, stroke=1, fill=1)
            canvas.setFillColor(white if is_here else BRAND)
            size = 12 if is_here else 9
            canvas.setFont(DISPLAY, size)
            canvas.drawCentredString(x, y - size * 0.35, str(number))

    def _draw_help(self, canvas: TaggedCanvas) -> None:
        if not self.block.help:
            return
        width = (self.width - GAP * (len(self.block.help) - 1)) / len(self.block.help)
        with canvas.struct("L", Traits(numbering="None")):
            for number, card in enumerate(self.block.help):
                with canvas.struct("LI"):
                    _draw_help_card(canvas, card, number * (width + GAP), width)


def _draw_day(canvas: TaggedCanvas, day: DayCard, box: Box, larger: float, *, tight: bool) -> None:
    x, y, width, height = box
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(white)
    canvas.setLineWidth(1)
    canvas.roundRect(x, y, width, height, 8, stroke=1, fill=1)
    canvas.setFillColor(BRAND_TINT if day.moments else SAND)
    canvas.roundRect(x + 4, y + height - 32, width - 8, 28, 5, stroke=0, fill=1)
    with canvas.mark("TH", Traits(scope="Row")):
        shown, size = fitted(day.name, DISPLAY, 14, width - 12, 8)
        canvas.setFillColor(INK)
        canvas.setFont(DISPLAY, size)
        canvas.write((x + width / 2, y + height - 23), shown, "centre")
    with canvas.struct("TD"):
        if day.note:
            _draw_note(canvas, day.note, (x, y + height - 62, width))
        within = (x + 8, y + 5, width - 16, height - HEADING - 5)
        draw = draw_tight if tight else draw_roomy
        draw(canvas, day.moments, within, larger)


def _draw_note(canvas: TaggedCanvas, note: str, at: tuple[float, float, float]) -> None:
    x, y, width = at
    shown, size = fitted(note, BODY, 11.5, width - 16, 7)
    canvas.setFillColor(MUTED)
    canvas.setFont(BODY, size)
    with canvas.mark("P"):
        canvas.write((x + width / 2, y), shown, "centre")


def _draw_help_card(canvas: TaggedCanvas, card: HelpCard, x: float, width: float) -> None:
    canvas.setFillColor(SAND)
    canvas.roundRect(x, 0, width, HELP, 8, stroke=0, fill=1)
    left = 46 if card.icon else 12
    if card.icon:
        draw_icon(canvas, card.icon, (x + 10, HELP - 39, 28), (BRAND, BRAND_TINT))
    with canvas.mark("LBody"):
        shown, size = fitted(card.title, BODY, 10.5, width - left - 8, 7)
        canvas.setFillColor(MUTED)
        canvas.setFont(BODY, size)
        canvas.write((x + left, HELP - 19), shown)
        canvas.setFillColor(INK)
        for number, line in enumerate(broken(card.text, BOLD, 11.5, width - left - 10, 3)):
            canvas.setFont(BOLD, 11.5)
            canvas.write((x + left, HELP - 34 - number * 13.5), line)
