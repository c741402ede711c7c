"""What is filled in by hand: ruled lines, boxes to tick, places to sign. And the frame of a step's panel."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import Signatures, StepPanel, Week
from exports.printable import SHORT, clean
from exports.style import BODY, BRAND, DISPLAY, INK, LINE, MUTED, SAND, SEMI, fitted, printable
from exports.tagged import PLAIN, TaggedCanvas, Traits
from exports.tagged_flow import Place, TaggedParagraph, tagged
from exports.week_drawing import WeekDrawing

AIR = 7.0
"""Air between panels, points."""
MOST_WORDS = 560.0
"""Height of the words that a step's panel has room for on one page, points."""


class RuledLines(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines to write on, the first beginning with what is asked for."""

    line = 19.0

    def __init__(self, text: str, lines: int = 1) -> None:
        super().__init__()
        self.text, self.lines = text, max(1, lines)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size: all the width there is."""
        self.width, self.height = width, self.line * self.lines
        return self.width, self.height

    def draw(self) -> None:
        """Draws the lines."""
        canvas: TaggedCanvas = self.canv
        canvas.setStrokeColor(MUTED)
        canvas.setLineWidth(0.6)
        for number in range(self.lines):
            y = self.height - self.line * (number + 1) + 4
            canvas.line(0, y, self.width, y)
        if self.text:
            shown, size = fitted(self.text, BODY, 8.2, self.width - 4, 5)
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, size)
            with canvas.mark("P"):
                canvas.write((0, self.height - self.line + 6.5), shown)


class TickLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A box to tick and what it stands for; a box may be ticked already."""

    box = 11.0

    def __init__(self, text: str, place: Place, *, is_ticked: bool) -> None:
        super().__init__()
        self.is_ticked = is_ticked
        self.words: TaggedParagraph = tagged(text, "value", Place("LBody", Place("LI", place)))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size."""
        self.width = width
        _, words = self.words.wrap(width - self.box - 8, height)
        self.height = max(words, self.box) + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draws the box and the words."""
        canvas: TaggedCanvas = self.canv
        y = self.height - self.box - 3
        canvas.setStrokeColor(INK)
        canvas.setFillColor(white)
        canvas.setLineWidth(1)
        canvas.rect(0.5, y, self.box, self.box, stroke=1, fill=1)
        if self.is_ticked:
            canvas.setStrokeColor(BRAND)
            canvas.setLineWidth(2)
            canvas.line(3, y + 5.4, 5.2, y + 2.8)
            canvas.line(5.2, y + 2.8, 9.4, y + 8.8)
        self.words.drawOn(canvas, self.box + 8, self.height - self.words.height - 2)


class SignaturesDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Places to sign, side by side."""

    def __init__(self, block: Signatures) -> None:
        super().__init__()
        self.block, self.height = block, 62.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size: all the width there is."""
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draws the places."""
        canvas: TaggedCanvas = self.canv
        count, gap = len(self.block.labels), 12.0
        width = (self.width - gap * (count - 1)) / count
        for number, label in enumerate(self.block.labels):
            x = number * (width + gap)
            canvas.setFillColor(SAND)
            canvas.roundRect(x, 2, width, self.height - 8, 4, stroke=0, fill=1)
            canvas.setStrokeColor(MUTED)
            canvas.setLineWidth(0.7)
            canvas.line(x + 10, 20, x + width - 10, 20)
            shown, size = fitted(label, BODY, 8.6, width - 20, 6)
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, size)
            with canvas.mark("P"):
                canvas.write((x + 10, 9), shown)


class PanelDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A step: number, weeks and what it means at the left, the week at the right, in one frame."""

    left, pad = 160.0, 8.0

    def __init__(self, panel: StepPanel, week: Week, width: float, *, with_lists: bool) -> None:
        super().__init__()
        self.panel, self.width = panel, width
        self.words, heights = _fitting(_words_of(panel) if with_lists else [], self.left - 2 * self.pad)
        self.head = 36.0
        text = self.head + heights + self.pad
        self.title = 11.0 if week.title else 0.0
        around = 2 * self.pad + self.title - 2
        self.grid = WeekDrawing(week, width - self.left - 2 * self.pad, text - around)
        self.height = max(text, self.grid.height + around)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, with air below."""
        return self.width, self.height + AIR

    def draw(self) -> None:
        """Draws the panel."""
        canvas: TaggedCanvas = self.canv
        self._draw_frame(canvas)
        with canvas.struct("Sect", PLAIN):
            self._draw_head(canvas)
            y = self.height + AIR - self.head
            for word in self.words:
                y -= word.getSpaceBefore() + word.height
                word.drawOn(canvas, self.pad, y)
            self._draw_week(canvas)

    def _draw_frame(self, canvas: TaggedCanvas) -> None:
        canvas.setFillColor(white)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, AIR, self.width, self.height, 6, stroke=1, fill=1)
        canvas.saveState()
        clip = canvas.beginPath()
        clip.roundRect(0.5, AIR + 0.5, self.width - 1, self.height - 1, 5.5)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setFillColor(SAND)
        canvas.rect(0, AIR, self.left, self.height, stroke=0, fill=1)
        canvas.restoreState()

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        top = self.height + AIR
        canvas.setFillColor(BRAND)
        canvas.circle(self.pad + 10.5, top - 19, 10.5, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(DISPLAY, 10.8)
        canvas.drawCentredString(self.pad + 10.5, top - 22.8, str(self.panel.number))
        room = self.left - self.pad - 30
        with canvas.mark("H3"):
            shown, size = fitted(self.panel.title, DISPLAY, 12, room, 8)
            canvas.setFillColor(INK)
            canvas.setFont(DISPLAY, size)
            canvas.write((self.pad + 27, top - 17), shown)
        with canvas.mark("P"):
            shown, size = fitted(self.panel.span, BODY, 8.2, room, 5.5)
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, size)
            canvas.write((self.pad + 27, top - 27), shown)

    def _draw_week(self, canvas: TaggedCanvas) -> None:
        top = self.height + AIR - self.pad
        if self.grid.week.title:
            canvas.setFillColor(MUTED)
            canvas.setFont(SEMI, 8)
            with canvas.mark("P"):
                canvas.write((self.left + self.pad + 2, top - 7), printable(self.grid.week.title, SEMI))
        canvas.saveState()
        canvas.translate(self.left + self.pad - 2, top - self.title - self.grid.height)
        self.grid.draw_on(canvas)
        canvas.restoreState()


def _fitting(words: list[Any], width: float) -> tuple[list[Any], float]:
    """The words that one page has room for, and their height."""
    total = 0.0
    for number, word in enumerate(words):
        height = word.wrap(width, MOST_WORDS)[1] + word.getSpaceBefore()
        if total + height > MOST_WORDS:
            return words[:number], total
        total += height
    return words, total


def _words_of(panel: StepPanel) -> list[Any]:
    words: list[Any] = [tagged(fact, "small_title") for fact in panel.facts]
    for bullets in panel.lists:
        if bullets.items and not bullets.title:
            words += [tagged(clean(item, SHORT), "small_text") for item in bullets.items]
        elif bullets.items:
            words.append(tagged(bullets.title, "small_title"))
            listing = Place("L", traits=Traits(numbering="Disc"))
            words += [_small_bullet(item, listing) for item in bullets.items]
    return words


def _small_bullet(text: str, listing: Place) -> TaggedParagraph:
    return tagged(clean(text, SHORT), "small_bullet", Place("LBody", Place("LI", listing)), bullet="•")
