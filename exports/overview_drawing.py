"""The drawings of the first page: key tiles, the staircase of hours, the legend; and the frame of a step's panel."""

from __future__ import annotations

from reportlab.lib.colors import linearlyInterpolatedColor
from reportlab.platypus import Flowable

from exports.blocks import KeyTiles, Legend, Staircase
from exports.style import (
    BODY,
    BOLD,
    BRAND,
    BRAND_MID,
    BRAND_TINT,
    DISPLAY,
    INK,
    MUTED,
    SEMI,
    fitted,
    paint_box,
    printable,
    text_width,
)
from exports.tagged import TaggedCanvas, Traits

FEW_STAIRS, LOW_STAIRS, TALL_STAIRS = 2, 84.0, 140.0
"""Up to how many stairs the chart is low, and its two heights in points."""
LEAST_STAIR = 44.0
"""Width of a stair that has room for its words, points."""


class TilesDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The key tiles in a row; in the structure a list."""

    def __init__(self, block: KeyTiles, width: float) -> None:
        super().__init__()
        self.block, self.width, self.height = block, width, 50.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, with air below."""
        return self.width, self.height + 8

    def draw(self) -> None:
        """Draws the tiles."""
        canvas: TaggedCanvas = self.canv
        count, gap = len(self.block.tiles), 8.0
        width = (self.width - gap * (count - 1)) / count
        with canvas.struct("L", Traits(numbering="None")):
            for number, tile in enumerate(self.block.tiles):
                x = number * (width + gap)
                canvas.setFillColor(BRAND_TINT)
                canvas.roundRect(x, 8, width, self.height, 5, stroke=0, fill=1)
                with canvas.struct("LI"), canvas.mark("LBody"):
                    value, size = fitted(tile.value, DISPLAY, 15, width - 20, 9)
                    canvas.setFillColor(BRAND)
                    canvas.setFont(DISPLAY, size)
                    canvas.write((x + 10, 36), value)
                    label, size = fitted(tile.label, BODY, 9, width - 20, 7)
                    canvas.setFillColor(INK)
                    canvas.setFont(BODY, size)
                    canvas.write((x + 10, 19), label)


class StaircaseDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The hours of every step as a staircase up to the whole timetable; in the structure one figure."""

    def __init__(self, block: Staircase, width: float) -> None:
        super().__init__()
        self.block, self.width = block, width
        self.height = TALL_STAIRS if len(block.stairs) > FEW_STAIRS else LOW_STAIRS
        self.stair_width = width / len(block.stairs)
        self.every = max(1, -(-int(LEAST_STAIR) // max(int(self.stair_width), 1)))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the chart."""
        canvas: TaggedCanvas = self.canv
        x, y = canvas.absolutePosition(0, 0)
        traits = Traits(alt=self.block.description, box=(x, y, x + self.width, y + self.height))
        with canvas.mark("Figure", traits):
            for number in range(len(self.block.stairs)):
                self._draw_stair(canvas, number)
            self._draw_whole(canvas)
            for number in range(len(self.block.stairs)):
                self._write_stair(canvas, number)

    @property
    def _most(self) -> int:
        return max(self.block.full_minutes, *(stair.minutes for stair in self.block.stairs), 1)

    def _level(self, minutes: int) -> float:
        return 26 + (self.height - 26 - 24) * minutes / self._most

    def _draw_stair(self, canvas: TaggedCanvas, number: int) -> None:
        """A stair: the higher, the stronger its colour, with a line along its top."""
        count = len(self.block.stairs)
        x, top = number * self.stair_width, self._level(self.block.stairs[number].minutes)
        canvas.setFillColor(linearlyInterpolatedColor(BRAND_TINT, BRAND_MID, 0, max(count - 1, 1), number))
        canvas.rect(x, 26, self.stair_width - 1, top - 26, stroke=0, fill=1)
        canvas.setStrokeColor(BRAND)
        canvas.setLineWidth(2.2)
        canvas.line(x, top, x + self.stair_width - 1, top)

    def _write_stair(self, canvas: TaggedCanvas, number: int) -> None:
        """Its words; where stairs are narrow only some have them, the first and the last always."""
        stair, last = self.block.stairs[number], len(self.block.stairs) - 1
        is_apart = 1.5 * self.every <= number <= last - 1.5 * self.every and number % self.every == 0
        if self.every > 1 and number not in (0, last) and not is_apart:
            return
        room = self.stair_width * self.every - 3
        middle = min(max((number + 0.5) * self.stair_width, room / 2), self.width - room / 2)
        shown, size = fitted(stair.text, BOLD, 9.5, room, 5)
        left, top = self._place_of(number, text_width(shown, BOLD, size))
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, size)
        canvas.write((left, top + 4.5), shown)
        for text, font, most, level, colour in ((stair.name, SEMI, 9, 14, BRAND), (stair.span, BODY, 8, 4, MUTED)):
            shown, size = fitted(text, font, most, room, 5)
            canvas.setFillColor(colour)
            canvas.setFont(font, size)
            canvas.write((middle, level), shown, "centre")

    def _place_of(self, number: int, width: float) -> tuple[float, float]:
        """Where a stair's hours begin, and the top they stand on: over the stair or the lower ones before it."""
        left = (number + 0.5) * self.stair_width - width / 2
        if self.every > 1:
            left = max(0.0, (number + 1) * self.stair_width - width - 1)
        last = min(len(self.block.stairs) - 1, int((left + width) / self.stair_width))
        under = self.block.stairs[number : last + 1] if last > number else (self.block.stairs[number],)
        return left, max(self._level(stair.minutes) for stair in under)

    def _draw_whole(self, canvas: TaggedCanvas) -> None:
        y = self._level(self.block.full_minutes)
        canvas.setStrokeColor(MUTED)
        canvas.setLineWidth(0.8)
        canvas.setDash([3, 2])
        canvas.line(0, y, self.width, y)
        canvas.setDash([])
        canvas.setFillColor(MUTED)
        canvas.setFont(BODY, 8)
        canvas.write((0, y + 12 if self._is_crowded else y + 4), printable(self.block.full_text))

    @property
    def _is_crowded(self) -> bool:
        """Whether the first stair's own text stands where the line's would."""
        first = self._level(self.block.stairs[0].minutes)
        return self._level(self.block.full_minutes) - first < 14


class LegendDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What the looks of the weeks mean; flows over as many lines as it needs."""

    line = 15.0

    def __init__(self, block: Legend, width: float) -> None:
        super().__init__()
        self.block, self.width = block, width
        self.rows = self._arranged()

    def _arranged(self) -> list[list[tuple[float, int]]]:
        """Rows of (x, number of the item)."""
        rows: list[list[tuple[float, int]]] = [[]]
        x = 0.0
        for number, item in enumerate(self.block.items):
            width = 20 + text_width(printable(item.text), BODY, 8.6) + 14
            if x + width > self.width and rows[-1]:
                rows.append([])
                x = 0.0
            rows[-1].append((x, number))
            x += width
        return rows

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.line * len(self.rows) + 4

    def draw(self) -> None:
        """Draws the items as a list."""
        canvas: TaggedCanvas = self.canv
        with canvas.struct("L", Traits(numbering="None")):
            for row, items in enumerate(self.rows):
                y = self.line * (len(self.rows) - 1 - row) + 4
                for x, number in items:
                    item = self.block.items[number]
                    paint_box(canvas, (x, y - 1, 15, 9.5), item.look)
                    canvas.setFillColor(INK)
                    canvas.setFont(BODY, 8.6)
                    with canvas.struct("LI"), canvas.mark("LBody"):
                        canvas.write((x + 19, y + 0.8), printable(item.text))
