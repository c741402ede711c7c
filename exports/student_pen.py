"""What all drawings of the student's own do alike: type that stays in its room, and copies that say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from reportlab.lib.colors import Color, white

from exports.qr_drawing import qr_rows
from exports.student_blocks import TextMessage
from exports.style import BOLD, INK, broken, face_for, fitted, text_width
from exports.tagged import PLAIN, Align, TaggedCanvas, Traits

Tag = Literal["H1", "H2", "P", "TH", "LBody", "Figure"]
Group = Literal["Table", "TR", "TD", "L", "LI"]


class Type(NamedTuple):
    """A face, its size in points, and its colour."""

    font: str
    size: float
    colour: Color = INK


class Pen:
    """Draws on a canvas. What a copy draws is unmarked, and so nothing to whoever listens: it has been read already."""

    def __init__(self, canvas: TaggedCanvas, *, is_copy: bool = False) -> None:
        self.canvas, self.is_copy = canvas, is_copy

    @contextmanager
    def mark(self, tag: Tag, traits: Traits = PLAIN) -> Iterator[None]:
        """What is drawn within is content of a structure element."""
        if self.is_copy:
            yield
            return
        with self.canvas.mark(tag, traits):
            yield

    @contextmanager
    def struct(self, tag: Group, traits: Traits = PLAIN) -> Iterator[None]:
        """What is drawn within is grouped under a structure element."""
        if self.is_copy:
            yield
            return
        with self.canvas.struct(tag, traits):
            yield

    def line(
        self, text: str, face: Type, at: tuple[float, float], room: float, least: float, align: Align = "left"
    ) -> float:
        """One line of type, smaller down to `least` and then cut where it needs more room; its width, points."""
        font = face_for(text, face.font)
        shown, size = fitted(text, font, face.size, room, min(least, face.size))
        self.canvas.setFillColor(face.colour)
        self.canvas.setFont(font, size)
        self.canvas.write(at, shown, align)
        return text_width(shown, font, size)

    def lines(self, text: str, face: Type, top: tuple[float, float], room: float, most: int) -> float:
        """At most so many lines, the first one just under `top`; y of the ground under the last."""
        x, y = top
        for line in broken(text, face_for(text, face.font), face.size, room, most):
            y -= face.size * LEAD
            self.line(line, face, (x, y + face.size * DROP), room, face.size * 0.7)
        return y

    def ground(self, box: tuple[float, float, float, float], fill: Color, radius: float = 8.0) -> None:
        """A filled box with round corners: x, y, width, height."""
        x, y, width, height = box
        self.canvas.setFillColor(fill)
        self.canvas.roundRect(x, y, width, height, min(radius, width / 2, height / 2), stroke=0, fill=1)

    def code(self, message: TextMessage, corner: tuple[float, float], side: float) -> None:
        """The message as a square code over its number, on white ground, `side` points wide and high in all."""
        x, y = corner
        self.ground((x, y, side, side), white, 4)
        inner = side * CODE_SHARE
        at = (x + (side - inner) / 2, y + side - inner - side * QUIET_SHARE)
        left, bottom = self.canvas.absolutePosition(*at)
        with self.mark("Figure", Traits(alt=message.about, box=(left, bottom, left + inner, bottom + inner))):
            self._draw_code(message, at, inner)
        with self.mark("P"):
            face = Type(BOLD, min(9.0, side * 0.14))
            self.line(message.written, face, (x + side / 2, y + side * 0.035), side * 0.94, 3, "centre")

    def _draw_code(self, message: TextMessage, at: tuple[float, float], side: float) -> None:
        rows = _code_rows(message.code)
        module = side / len(rows)
        path = self.canvas.beginPath()
        for n, row in enumerate(rows):
            column = 0
            for is_dark, run in groupby(row):
                width = len(list(run))
                if is_dark:
                    y = at[1] + side - (n + 1) * module
                    path.rect(at[0] + column * module, y, width * module, module)
                column += width
        self.canvas.setFillColor(INK)
        self.canvas.drawPath(path, stroke=0, fill=1)


@cache
def _code_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code's rows, made once: every page of a document has the same."""
    return tuple(map(tuple, qr_rows(text)))


LEAD = 1.18
"""Height of a line for each point of its type."""
DROP = 0.28
"""How far above its ground a line of type stands, for each point of its type."""
QUIET_SHARE, CODE_SHARE = 0.05, 0.76
"""The empty edge over a square code and the code itself, as shares of the side of its ground."""
