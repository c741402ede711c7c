"""The word «UTKAST» across a page: seen at once, and never in the way of what is read."""

from __future__ import annotations

import math

from reportlab.lib.colors import HexColor

from exports.style import BOLD, printable, text_width
from exports.tagged import TaggedCanvas

_PALE = HexColor("#EEF1F3")
"""So light that all ink keeps a contrast of more than 7:1 on it."""
_SHARE = 0.62
"""How much of the page's diagonal the word takes up."""


def draw_across(canvas: TaggedCanvas, word: str, size: tuple[float, float]) -> None:
    """Draws the word from corner to corner, under everything that comes later. Call it inside an artifact."""
    width, height = size
    text = printable(word, BOLD)
    letter = _SHARE * math.hypot(width, height) / max(text_width(text, BOLD, 1), 1)
    canvas.saveState()
    canvas.setFillColor(_PALE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFont(BOLD, letter)
    canvas.write((0, -0.36 * letter), text, "centre")
    canvas.restoreState()
