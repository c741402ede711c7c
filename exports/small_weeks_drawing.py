"""All steps' weeks small beside each other: how the week grows, seen at a glance."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import SmallWeek, SmallWeeks
from exports.style import BODY, BOLD, DISPLAY, GRID, INK, LINE, MUTED, SEMI, fitted, paint_box, printable
from exports.tagged import TaggedCanvas, Traits
from exports.week_drawing import placed

LAYOUTS = ((8, 4, 92.0), (12, 6, 84.0), (21, 7, 66.0), (36, 9, 54.0))
"""Up to so many weeks: how many in a row, and their height in points, so that one page holds them all."""
LEAST_FOR_A_NAME = 9.0
"""Width of an entry that has room for three letters, points."""


class SmallWeeksDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """All weeks as one figure with a sentence; more steps stand closer."""

    gap = 8.0

    def __init__(self, block: SmallWeeks, width: float) -> None:
        super().__init__()
        self.block, self.width = block, width
        count = len(block.weeks)
        _, self.per_row, self.week_height = next((one for one in LAYOUTS if count <= one[0]), LAYOUTS[-1])
        self.height = -(-count // self.per_row) * (self.week_height + self.gap)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws all of them as one figure."""
        canvas: TaggedCanvas = self.canv
        x, y = canvas.absolutePosition(0, 0)
        traits = Traits(alt=self.block.description, box=(x, y, x + self.width, y + self.height))
        with canvas.mark("Figure", traits):
            width = (self.width - self.gap * (self.per_row - 1)) / self.per_row
            for number, small in enumerate(self.block.weeks):
                row, column = divmod(number, self.per_row)
                top = self.height - row * (self.week_height + self.gap)
                box = (column * (width + self.gap), top - self.week_height, width, self.week_height)
                _draw_small_week(canvas, small, box)


def _draw_small_week(canvas: Any, small: SmallWeek, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    week = small.week
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(white)
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, y, width, height, 4, stroke=1, fill=1)
    room = _draw_title(canvas, small, box)
    day_width, top = (width - 10) / len(week.days), y + height - room
    scale = (height - room - 6) / max(week.last - week.first, 1)
    for day, name in enumerate(week.days):
        left = x + 5 + day * day_width
        canvas.setFillColor(MUTED)
        canvas.setFont(SEMI, 6)
        canvas.write((left + day_width / 2, top + 3), printable(name[:1].upper(), SEMI), "centre")
        canvas.setStrokeColor(GRID)
        canvas.line(left + day_width / 2, top, left + day_width / 2, top - (week.last - week.first) * scale)
        for one in placed(week.on(day)):
            lane = (day_width - 2) / one.lanes
            entry_height = max((one.end - one.start) * scale - 0.5, 2.5)
            bottom = top - (one.start - week.first) * scale - entry_height
            corner = (left + 1 + one.lane * lane, bottom)
            paint_box(canvas, (*corner, lane - 0.4, entry_height), one.entry.look, 1.2)
            shown, size = fitted(one.entry.short, BOLD, 5.4, lane - 5, 3.8)
            if entry_height > size and lane - 5 > LEAST_FOR_A_NAME:
                canvas.setFillColor(INK)
                canvas.setFont(BOLD, size)
                canvas.write((corner[0] + 4, bottom + entry_height / 2 - size * 0.36), shown)


def _draw_title(canvas: Any, small: SmallWeek, box: tuple[float, float, float, float]) -> float:
    """The step and its weeks, beside each other where there is room. Returns the room they and the days take."""
    x, y, width, height = box
    title, title_size = fitted(small.title, DISPLAY, 7.6, width - 10, 5)
    span, span_size = fitted(small.span, BODY, 6.8, width - 10, 4.6)
    is_narrow = width < NARROW
    canvas.setFillColor(INK)
    canvas.setFont(DISPLAY, title_size)
    canvas.write((x + 5.5, y + height - 10.5), title)
    canvas.setFillColor(MUTED)
    canvas.setFont(BODY, span_size)
    if is_narrow:
        canvas.write((x + 5.5, y + height - 18), span)
    else:
        canvas.write((x + width - 5.5, y + height - 10.5), span, "right")
    return 31.0 if is_narrow else 24.0


NARROW = 90.0
"""Width of a week whose title has no room for its span beside it, points."""
