"""What a pen meets on a printed form: boxes, stars and the table of half days, and the sizes of it all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle

from exports.paper_blocks import PaperBox, PaperGrid
from exports.printable import clean
from exports.style import BODY, BRAND, INK, MUTED, SEMI, fitted, printable
from exports.tagged import TaggedCanvas, Traits


@dataclass(frozen=True)
class Scale:
    """Sizes in points: the question, what stands by a box, the least there is, and a box's side."""

    question: float
    text: float
    least: float
    box: float

    @property
    def row(self) -> float:
        """Height of a row of boxes."""
        return self.box + 10

    @property
    def gutter(self) -> float:
        """Width of what stands left of the questions: number and code."""
        return self.least * 6.4

    @property
    def indent(self) -> float:
        """How far a follow-up is moved in, and the boxes under a question."""
        return 18.0

    def style(self, name: str, font: str, size: float, **more: Any) -> ParagraphStyle:
        """A paragraph style with the air that tired eyes need."""
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.42, textColor=INK, bulletFontName=font, **more
        )


NORMAL = Scale(question=13.5, text=12, least=11, box=15)
LARGE = Scale(question=16.5, text=15, least=14, box=18)


PLACES = (0.0, 0.2, 0.4, 0.68)
"""Where the four answers stand, as shares of the width: the longest word stands last."""


def number_width(scale: Scale) -> float:
    """Room for the number of a box."""
    return scale.least * 1.5


def draw_box(canvas: TaggedCanvas, scale: Scale, at: tuple[float, float], box: PaperBox, room: float) -> None:
    """A box, its number if it has one, and its label."""
    x, y = at
    _draw_square(canvas, x, y + 1, scale.box)
    label_x = x + scale.box + 7
    with canvas.struct("LI"), canvas.mark("LBody"):
        if box.number:
            canvas.setFillColor(MUTED)
            canvas.setFont(BODY, scale.least)
            canvas.write((label_x, y + 4), str(box.number))
            label_x += number_width(scale)
        shown, size = fitted(clean(box.label), BODY, scale.text, room - (label_x - x) - 4, scale.least)
        canvas.setFillColor(INK)
        canvas.setFont(BODY, size)
        canvas.write((label_x, y + 4), shown)


def _draw_square(canvas: TaggedCanvas, x: float, y: float, side: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setFillColor(white)
    canvas.setLineWidth(1.3)
    canvas.roundRect(x, y, side, side, 2, stroke=1, fill=1)


def draw_star(canvas: TaggedCanvas, centre: tuple[float, float], radius: float, spoken: str) -> None:
    """A five-pointed star, drawn: not every font has one. `spoken` is what it is called when it is read aloud."""
    x, y = canvas.absolutePosition(*centre)
    box = (x - radius, y - radius, x + radius, y + radius)
    path = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi / 2 + corner * math.pi / 5
        (path.moveTo if corner == 0 else path.lineTo)(
            centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)
        )
    path.close()
    canvas.setFillColor(BRAND)
    with canvas.mark("Figure", Traits(alt=spoken, box=box)):
        canvas.drawPath(path, stroke=0, fill=1)


def draw_grid(canvas: TaggedCanvas, grid: PaperGrid, scale: Scale, at: tuple[float, float, float]) -> None:
    """The table of half days, from its upper left corner and to the right edge."""
    left, top, right = at
    name = scale.text * 6.2
    each = (right - left - name) / len(grid.days)
    canvas.setFont(SEMI, scale.least)
    with canvas.struct("Table"):
        with canvas.struct("TR"):
            for column, text in enumerate(("", *grid.days)):
                x = left + (name + (column - 1) * each if column else 0)
                shown, size = fitted(text, SEMI, scale.least, (each if column else name) - 4, scale.least * 0.7)
                with canvas.mark("TH", Traits(scope="Column")):
                    canvas.setFillColor(INK)
                    canvas.setFont(SEMI, size)
                    canvas.write((x, top - scale.row + 4), shown)
        for row, half in enumerate(grid.halves, start=1):
            y = top - (row + 1) * scale.row
            with canvas.struct("TR"):
                with canvas.mark("TH", Traits(scope="Row")):
                    canvas.setFillColor(INK)
                    canvas.setFont(SEMI, scale.least)
                    canvas.write((left, y + 4), printable(half, SEMI))
                for column, number in enumerate(grid.numbers[row - 1]):
                    _draw_cell(canvas, scale, (left + name + column * each, y), number)


def _draw_cell(canvas: TaggedCanvas, scale: Scale, at: tuple[float, float], number: int) -> None:
    x, y = at
    if number:
        _draw_square(canvas, x, y + 1, scale.box)
    with canvas.mark("TD"):
        canvas.setFillColor(MUTED)
        canvas.setFont(BODY, scale.least)
        canvas.write((x + scale.box + 6, y + 4), str(number) if number else "")
