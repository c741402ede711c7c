"""Small pictures in two tones, drawn from paths that ship with the program (`assets/README.md`)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color

_FILE = Path(__file__).resolve().parents[1] / "assets" / "icons" / "phosphor.json"
_SIZE = 256
"""The side of the square that the paths are drawn in."""


@cache
def _paths() -> dict[str, list[dict[str, Any]]]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


def icon_names() -> frozenset[str]:
    """The pictures there are."""
    return frozenset(_paths())


def draw_icon(canvas: Any, name: str, at: tuple[float, float, float], ink: Color, tint: Color) -> None:
    """Draws the picture with its lower left corner and side at (x, y, side)."""
    x, y, side = at
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / _SIZE, -side / _SIZE)
    for layer in _paths()[name]:
        canvas.setFillColor(tint if layer["soft"] else ink)
        canvas.drawPath(_path(canvas, layer["path"].split()), stroke=0, fill=1, fillMode=1)
    canvas.restoreState()


def _path(canvas: Any, tokens: list[str]) -> Any:
    path = canvas.beginPath()
    moves = {"M": (path.moveTo, 2), "L": (path.lineTo, 2), "C": (path.curveTo, 6), "Z": (path.close, 0)}
    place = 0
    while place < len(tokens):
        act, count = moves[tokens[place]]
        act(*map(float, tokens[place + 1 : place + 1 + count]))
        place += 1 + count
    return path
