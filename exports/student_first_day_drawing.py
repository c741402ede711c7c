"""Draws the page for the first day: the day to the left, what is good to know to the right, frames for photos below."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.icons import draw_icon
from exports.page_format import MEASURES, PageFormat
from exports.student_blocks import PictureStyle
from exports.student_moments import Box, draw_day
from exports.student_papers import FirstDay, PhotoFrame, Reminder
from exports.student_pen import DROP, LEAD, Pen, Type
from exports.style import BODY, BOLD, BRAND, BRAND_MID, BRAND_TINT, DISPLAY, INK, LINE, MUTED, SAND, broken
from exports.tagged import Traits

BAND, AIR, GAP = 42.0, 14.0, 12.0
"""The coloured band below the page's margin, the air under it, and the gap between parts, points."""
PHOTOS, CAPTION, FRAMES = 262.0, 22.0, 3
"""Height of the part for photos, of a caption in it, and frames side by side."""
DAY_SHARE, DAY_TITLE = 0.54, 32.0
TYPE, LEAST, BOX = 12.5, 7.0, 9.0
"""Type size of the reminders, the smallest it becomes, and the side of a box to tick."""
CODE, BLANK = 66.0, 1.5
"""The side of a square code, points, and the height of an empty line in lines of type."""
SIZES, LARGE_SIZES = (1.35, 1.2, 1.1, 1.0), (1.7, 1.5, 1.35, 1.2, 1.1, 1.0)
"""How large the letters of the day may be, also where the student wants them large."""
MOST_BLANK = 3
"""Empty lines that the room left over may add. Our default."""


class FirstDayDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The page."""

    def __init__(self, block: FirstDay, width: float, height: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page from above."""
        pen = Pen(self.canv)
        self._draw_head(pen)
        bottom = PHOTOS + GAP
        tall = self.height - BAND - AIR - bottom
        left = self.width * DAY_SHARE
        self._draw_day(pen, (0, bottom, left, tall))
        self._draw_reminders(pen, (left + GAP, bottom, self.width - left - GAP, tall))
        self._draw_photos(pen)

    def _draw_head(self, pen: Pen) -> None:
        block, top, page = self.block, self.height, MEASURES[PageFormat.A4]
        pen.canvas.setFillColor(BRAND_TINT)
        pen.canvas.rect(-page.side, top - BAND, page.width, BAND + page.top + 2, stroke=0, fill=1)
        with pen.mark("H1"):
            pen.line(block.title, Type(DISPLAY, 28, BRAND), (0, top - 6), self.width, 14)
        with pen.mark("P"):
            pen.line(block.subtitle, Type(BODY, 13.5), (1, top - 27), self.width, 9)

    def _draw_day(self, pen: Pen, box: Box) -> None:
        block, (x, y, width, height) = self.block, box
        canvas = pen.canvas
        canvas.setStrokeColor(LINE)
        canvas.setFillColor(white)
        canvas.setLineWidth(1)
        canvas.roundRect(x, y, width, height, 9, stroke=1, fill=1)
        pen.ground((x + 4, y + height - DAY_TITLE + 2, width - 8, DAY_TITLE - 6), BRAND_TINT, 6)
        with pen.mark("H2"):
            pen.line(block.day_title, Type(DISPLAY, 13.5), (x + 14, y + height - DAY_TITLE + 10), width - 28, 8)
        if block.note:
            with pen.mark("P"):
                pen.line(block.note, Type(BODY, 12, MUTED), (x + 14, y + height - DAY_TITLE - 20), width - 28, 8)
        within = (x + 12, y + 6, width - 24, height - DAY_TITLE - 10)
        sizes = LARGE_SIZES if block.is_large else SIZES
        draw_day(canvas, block.moments, within, block.style, sizes)

    def _draw_reminders(self, pen: Pen, box: Box) -> None:
        """One under the other, all in the largest type that lets them fit."""
        block, (x, y, width, height) = self.block, box
        taken = CODE + GAP if block.message else 0.0
        size = TYPE
        room = width - 24
        while size > LEAST and self._needed(room, size) > height - taken:
            size -= 0.25
        spare = max(0.0, height - taken - self._needed(room, size))
        reminders, spare = _with_own_lines(block.reminders, spare, size)
        top = y + height
        for reminder in reminders:
            tall = _tall(reminder, room, size) + spare / max(1, len(reminders))
            _draw_reminder(pen, reminder, (x, top - tall, width, tall), size, block.style)
            top -= tall + GAP / 2
        if block.message:
            pen.code(block.message, (x + (width - CODE) / 2, y), CODE)

    def _needed(self, room: float, size: float) -> float:
        reminders = self.block.reminders
        return sum(_tall(one, room, size) for one in reminders) + GAP / 2 * max(0, len(reminders) - 1)

    def _draw_photos(self, pen: Pen) -> None:
        block = self.block
        with pen.mark("H2"):
            taken = pen.line(block.photos_title, Type(DISPLAY, 13.5, BRAND), (0, PHOTOS - 14), self.width / 2, 9)
        with pen.mark("P"):
            about = Type(BODY, 9.5, MUTED)
            pen.line(block.photos_about, about, (taken + 10, PHOTOS - 14), self.width - taken - 10, 7)
        rows = -(-len(block.photos) // FRAMES)
        width = (self.width - GAP * (FRAMES - 1)) / FRAMES
        height = (PHOTOS - 24 - GAP * (rows - 1)) / max(1, rows)
        with pen.struct("L", Traits(numbering="None")):
            for number, photo in enumerate(block.photos):
                column, row = number % FRAMES, number // FRAMES
                place = (column * (width + GAP), (rows - 1 - row) * (height + GAP), width, height)
                with pen.struct("LI"):
                    _draw_frame(pen, photo, number + 1, place, block.style)


def _with_own_lines(
    reminders: tuple[Reminder, ...], spare: float, size: float
) -> tuple[list[Reminder], float]:
    """The reminders with as many empty lines more as the height left over has room for, and what is left then."""
    each = BLANK * size * (LEAD + 0.1)
    more = min(MOST_BLANK, int(spare / each))
    given = [one.model_copy(update={"blank": one.blank + more}) if one.blank else one for one in reminders]
    used = more * each if any(one.blank for one in reminders) else 0.0
    return given, spare - used


def _lines(reminder: Reminder, room: float, size: float) -> list[list[str]]:
    inner = room - (BOX + 6 if reminder.is_ticked else 0)
    return [broken(line, BODY, size, inner, 4) for line in reminder.lines]


def _tall(reminder: Reminder, room: float, size: float) -> float:
    count = sum(map(len, _lines(reminder, room, size))) + BLANK * reminder.blank
    return count * size * (LEAD + 0.1) + size * 1.9 + 14


def _draw_reminder(pen: Pen, reminder: Reminder, box: Box, size: float, style: PictureStyle) -> None:
    x, y, width, height = box
    pen.ground(box, SAND)
    left, side = x + 12, size * 1.7
    if reminder.icon:
        draw_icon(pen.canvas, reminder.icon, (left, y + height - 8 - side, side), (BRAND, BRAND_TINT), style)
        left += side + 6
    with pen.mark("P"):
        face = Type(BOLD, size * 1.05, BRAND)
        pen.line(reminder.title, face, (left, y + height - 8 - side * 0.7), x + width - left - 10, 7)
    top = y + height - 10 - side
    with pen.struct("L", Traits(numbering="None")):
        for lines in _lines(reminder, width - 24, size):
            with pen.struct("LI"), pen.mark("LBody"):
                top = _draw_item(pen, lines, (x + 12, top), (size, width - 24), is_ticked=reminder.is_ticked)
    for _ in range(reminder.blank):
        top -= size * BLANK * (LEAD + 0.1)
        _draw_box(pen, (x + 12, top + 1))
        pen.canvas.setStrokeColor(BRAND_MID)
        pen.canvas.setLineWidth(0.7)
        pen.canvas.line(x + 12 + BOX + 6, top, x + width - 14, top)


def _draw_item(
    pen: Pen, lines: list[str], at: tuple[float, float], sizes: tuple[float, float], *, is_ticked: bool
) -> float:
    """A line that may run over several; y of its ground."""
    (x, top), (size, room) = at, sizes
    inset = BOX + 6 if is_ticked else 0.0
    for number, line in enumerate(lines):
        top -= size * (LEAD + 0.1)
        if is_ticked and not number:
            _draw_box(pen, (x, top + size * 0.2))
        pen.line(line, Type(BODY, size), (x + inset, top + size * DROP), room - inset, size * 0.8)
    return top


def _draw_box(pen: Pen, at: tuple[float, float]) -> None:
    pen.canvas.setStrokeColor(BRAND)
    pen.canvas.setFillColor(white)
    pen.canvas.setLineWidth(0.9)
    pen.canvas.roundRect(*at, BOX, BOX, 1.6, stroke=1, fill=1)


def _draw_frame(pen: Pen, photo: PhotoFrame, number: int, box: Box, style: PictureStyle) -> None:
    """An empty frame with a small picture in its corner, and its caption below."""
    x, y, width, height = box
    canvas = pen.canvas
    canvas.setFillColor(white)
    canvas.setStrokeColor(BRAND_MID)
    canvas.setLineWidth(1)
    canvas.setDash([4, 3])
    canvas.roundRect(x, y + CAPTION, width, height - CAPTION, 8, stroke=1, fill=1)
    canvas.setDash([])
    if photo.icon:
        draw_icon(canvas, photo.icon, (x + 8, y + CAPTION + 8, 20), (BRAND_MID, BRAND_TINT), style)
    pen.ground((x, y + 1, 17, 17), BRAND, 8.5)
    with pen.mark("LBody"):
        pen.line(str(number), Type(DISPLAY, 9.5, white), (x + 8.5, y + 6.2), 14, 6, "centre")
        pen.line(photo.caption, Type(BOLD, 11, INK), (x + 23, y + 5.5), width - 25, 7)
