"""Small pictures, drawn from paths that ship with the program (`assets/README.md`), in two styles of the same names."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.pathobject import PDFPathObject

from exports.student_blocks import PictureStyle

_FOLDER = Path(__file__).resolve().parents[1] / "assets" / "icons"


class _Set(NamedTuple):
    """A file of pictures, and the side of the square that their paths are drawn in."""

    file: str
    side: int


_SETS = {
    PictureStyle.CALM: _Set("phosphor.json", 256),
    PictureStyle.COLOURFUL: _Set("fluent.json", 32),
}


@cache
def _pictures(style: PictureStyle) -> dict[str, list[dict[str, Any]]]:
    """The layers of every picture: each a path, and «soft» (in the tint) or a «fill» of its own."""
    return dict(json.loads((_FOLDER / _SETS[style].file).read_text(encoding="utf-8")))


def icon_names(style: PictureStyle = PictureStyle.CALM) -> frozenset[str]:
    """The pictures there are."""
    return frozenset(_pictures(style))


def draw_icon(
    canvas: Any,
    name: str,
    at: tuple[float, float, float],
    tones: tuple[Color, Color],
    style: PictureStyle = PictureStyle.CALM,
) -> None:
    """Draws the picture with its lower left corner and side at (x, y, side).

    `tones` are the ink and the tint of a calm picture; a colourful one has its own colours.
    """
    x, y, side = at
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / _SETS[style].side, -side / _SETS[style].side)
    for layer, path in _drawn(style, name):
        canvas.setFillColor(_fill(layer, tones))
        canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
    canvas.restoreState()


def _fill(layer: dict[str, Any], tones: tuple[Color, Color]) -> Color:
    if "fill" in layer:
        return HexColor(layer["fill"])
    return tones[1] if layer["soft"] else tones[0]


@cache
def _drawn(style: PictureStyle, name: str) -> list[tuple[dict[str, Any], PDFPathObject]]:
    """The layers with their paths: a page has the same few pictures many times over."""
    return [(layer, _path(layer["path"].split())) for layer in _pictures(style)[name]]


def _path(tokens: list[str]) -> PDFPathObject:
    path = PDFPathObject()
    moves = {"M": (path.moveTo, 2), "L": (path.lineTo, 2), "C": (path.curveTo, 6), "Z": (path.close, 0)}
    place = 0
    while place < len(tokens):
        act, count = moves[tokens[place]]
        act(*map(float, tokens[place + 1 : place + 1 + count]))
        place += 1 + count
    return path
