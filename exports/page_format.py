"""The papers and screens that documents are made for: sizes and margins, in points."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PageFormat(StrEnum):
    """What a document is printed on, or shown on."""

    A4 = "a4"
    A4_LANDSCAPE = "a4_landscape"
    A6 = "a6"
    """A postcard: 105 × 148 mm."""
    CARD = "card"
    """A card for the pocket: 85 × 55 mm."""
    PHONE = "phone"
    """A phone's screen, 1080 × 2340 pixels at three pixels a point."""


class Measure(NamedTuple):
    """A page's width and height, and the margins at the sides, above and below."""

    width: float
    height: float
    side: float
    top: float
    bottom: float


_MM = 72 / 25.4

MEASURES: dict[PageFormat, Measure] = {
    PageFormat.A4: Measure(210 * _MM, 297 * _MM, 50.0, 53.0, 46.0),
    PageFormat.A4_LANDSCAPE: Measure(297 * _MM, 210 * _MM, 34.0, 30.0, 30.0),
    PageFormat.A6: Measure(105 * _MM, 148 * _MM, 18.0, 18.0, 18.0),
    PageFormat.CARD: Measure(85 * _MM, 55 * _MM, 9.0, 9.0, 9.0),
    PageFormat.PHONE: Measure(360.0, 780.0, 18.0, 36.0, 36.0),
}
