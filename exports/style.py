"""The look of the documents: fonts, colours, paragraph styles, and the pattern beside every colour.

Colours are chosen to be told apart in grey together with their patterns; ink on every tint is at least 7:1 (measured).
No red and no orange: nothing here is to look like a warning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from exports.blocks import Look, Tone
from exports.fonts import LettersAndEmoji
from exports.printable import clean, in_font

BODY, SEMI, BOLD, DISPLAY = "SourceSans3", "SourceSans3-SemiBold", "SourceSans3-Bold", "Figtree-ExtraBold"
_FILES = {
    BODY: "SourceSans3_400Regular.ttf",
    SEMI: "SourceSans3_600SemiBold.ttf",
    BOLD: "SourceSans3_700Bold.ttf",
    DISPLAY: "Figtree_800ExtraBold.ttf",
}

LONGEST = 2000
"""Longest text that one paragraph prints, in characters: less than a page."""

INK = HexColor("#16212B")
MUTED = HexColor("#4A5763")
BRAND = HexColor("#0B5364")
BRAND_MID = HexColor("#7FB2BC")
BRAND_TINT = HexColor("#DDEBEE")
SAND = HexColor("#F5F1E8")
LINE = HexColor("#C6CFD6")
GRID = HexColor("#E6EBEE")


@dataclass(frozen=True)
class Paint:
    """How a look is painted: its tint, its edge, and the pattern of the strip at the left edge."""

    tint: Color
    edge: Color
    pattern: str


PAINTS: dict[Look, Paint] = {
    Look.LANGUAGE: Paint(HexColor("#DCE9F7"), HexColor("#1F5FA8"), "solid"),
    Look.MATHEMATICS: Paint(HexColor("#E8E0F4"), HexColor("#5F459A"), "diagonal"),
    Look.SCIENCE: Paint(HexColor("#DDF0E1"), HexColor("#2A7A4B"), "level"),
    Look.SOCIETY: Paint(HexColor("#F3ECC9"), HexColor("#75681C"), "dots"),
    Look.ARTS: Paint(HexColor("#F4E1EE"), HexColor("#8E3B7A"), "cross"),
    Look.SPORTS: Paint(HexColor("#D6F0F0"), HexColor("#0E7078"), "upright"),
    Look.OTHER: Paint(HexColor("#E7EAF0"), HexColor("#49557A"), "backward"),
    Look.COACH: Paint(white, HexColor("#4A5763"), "dashed"),
    Look.LUNCH: Paint(white, HexColor("#8A96A0"), "none"),
}


@cache
def register_fonts() -> None:
    """Makes the fonts known to ReportLab; once per process."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(LettersAndEmoji(name, file))


def printable(text: str, font: str = BODY) -> str:
    """The text in one clean line, with only what the font, or that of emoji, has glyphs for."""
    register_fonts()
    return in_font(clean(text, LONGEST), pdfmetrics.getFont(font).code_points)


def face_for(text: str, font: str) -> str:
    """The font, or the bold one of the text where that has signs which the font of headings lacks: «ễ», «Ж»."""
    return BOLD if font == DISPLAY and printable(text, DISPLAY) != printable(text, BOLD) else font


def text_width(text: str, font: str, size: float) -> float:
    """Width in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, font: str, size: float, room: float, least: float) -> tuple[str, float]:
    """The text and a size at which it fits the room: smaller down to `least`, then cut with an ellipsis."""
    shown = printable(text, font)
    width = text_width(shown, font, 1)
    while size > least and width * size > room:
        size = max(least, size - 0.25)
    if width * size <= room:
        return shown, size
    longest = _longest(len(shown), lambda length: text_width(shown[:length] + "…", font, size) <= room)
    return shown[:longest].rstrip() + "…", size


def broken(text: str, font: str, size: float, room: float, most: int) -> list[str]:
    """The text in at most so many lines; the last is cut with an ellipsis if it must."""
    lines: list[list[str]] = []
    for word in text.split():
        is_new = not lines or text_width(" ".join([*lines[-1], word]), font, size) > room
        if is_new and len(lines) < most:
            lines.append([word])
        else:
            lines[-1].append(word)
    return [fitted(" ".join(line), font, size, room, size)[0] for line in lines]


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The greatest length up to `most` that fits, where what is longer is wider."""
    return bisect_left(range(1, most + 1), True, key=lambda length: not fits(length))  # noqa: FBT003 - what is sought


def _style(name: str, font: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    settings: dict[str, Any] = {"textColor": INK, "bulletFontName": font, "allowWidows": 0, "allowOrphans": 0, **more}
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **settings)


@cache
def styles() -> dict[str, ParagraphStyle]:
    """All paragraph styles by name."""
    register_fonts()
    listed = [
        _style("h1", DISPLAY, 18.5, 22.5, textColor=BRAND, spaceAfter=3),
        _style("h2", DISPLAY, 13.5, 17, textColor=BRAND, spaceBefore=11, spaceAfter=4, keepWithNext=1),
        _style("h3", BOLD, 11, 14, spaceBefore=7, spaceAfter=2, keepWithNext=1),
        _style(Tone.LEAD, SEMI, 11.5, 15.5, spaceAfter=5),
        _style(Tone.BODY, BODY, 10.5, 14.2, spaceAfter=5),
        _style(Tone.MUTED, BODY, 9.5, 12.6, textColor=MUTED, spaceAfter=5),
        _style(Tone.FINE, BODY, 8.2, 10.4, textColor=MUTED, spaceAfter=4),
        _style(Tone.INTRO, BODY, 9.5, 12.6, textColor=MUTED, spaceAfter=5, keepWithNext=1),
        _style("bullet", BODY, 10.5, 14, leftIndent=13.4, bulletIndent=1, spaceAfter=1.5),
        _style("small_bullet", BODY, 8.4, 10.2, leftIndent=10.6, bulletIndent=0.5, spaceAfter=0.5),
        _style("small_text", BODY, 8.4, 10.2, spaceAfter=0.5),
        _style("small_title", BOLD, 8.6, 10.6, spaceBefore=2),
        _style("label", SEMI, 9.8, 13, textColor=MUTED),
        _style("value", BODY, 10.5, 13.6),
        _style("cell", BODY, 9.5, 12),
        _style("cell_bold", BOLD, 9.5, 12),
        _style("cell_head", SEMI, 9, 11.4, textColor=BRAND),
        _style("number", BODY, 9.5, 12, alignment=2),
        _style("number_bold", BOLD, 9.5, 12, alignment=2),
        _style("number_head", SEMI, 9, 11.4, textColor=BRAND, alignment=2),
        _style("list_title", BOLD, 9.8, 13),
        _style("list_item", BODY, 9.8, 12.8, leftIndent=12.6, bulletIndent=1, spaceAfter=1),
        _style("fact_label", SEMI, 8.6, 11, textColor=MUTED),
        _style("fact_value", BODY, 10, 12.6),
        _style("figure_name", SEMI, 9, 11.2),
        _style("figure", BODY, 9, 11.2, alignment=2),
        _style("figure_bold", BOLD, 9, 11.2, alignment=2),
        _style("figure_head", SEMI, 9, 11, textColor=BRAND, alignment=2),
        _style("figure_total", BOLD, 9, 11.2),
        _style("figure_note", BODY, 9, 11.2),
        _style("figure_when", BODY, 7.2, 8.6, textColor=MUTED, alignment=2),
        _style("group_title", BOLD, 9.5, 12.2),
        _style("note_title", BOLD, 10.5, 14, textColor=BRAND),
        _style("box_title", DISPLAY, 12, 15, textColor=white),
    ]
    return {style.name: style for style in listed}


def paint_box(canvas: Any, box: tuple[float, float, float, float], look: Look, radius: float = 2.5) -> None:
    """A box (x, y, width, height) in that look: tint, edge and the patterned strip."""
    x, y, width, height = box
    paint = PAINTS[look]
    canvas.saveState()
    canvas.setLineWidth(0.7)
    canvas.setFillColor(paint.tint)
    canvas.setStrokeColor(paint.edge)
    if paint.pattern in ("dashed", "none"):
        canvas.setDash([2.2, 1.6] if paint.pattern == "dashed" else [0.8, 1.4])
    canvas.roundRect(x, y, width, height, min(radius, height / 2, width / 2), stroke=1, fill=1)
    canvas.setDash([])
    strip = (x + 0.35, y + 0.35, min(3.4, width / 3), height - 0.7)
    _paint_strip(canvas, strip, paint)
    canvas.restoreState()


def _paint_strip(canvas: Any, strip: tuple[float, float, float, float], paint: Paint) -> None:
    x, y, width, height = strip
    if paint.pattern in ("dashed", "none"):
        return
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillColor(paint.edge)
    canvas.setStrokeColor(paint.edge)
    canvas.setLineWidth(0.75)
    if paint.pattern == "solid":
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        return
    for x0, y0, x1, y1 in _hatch(paint.pattern, strip):
        canvas.line(x0, y0, x1, y1)
    if paint.pattern == "dots":
        for step in range(int(height / 2.6) + 1):
            canvas.circle(x + width / 2, y + 1.3 + step * 2.6, 0.8, stroke=0, fill=1)
    canvas.line(x + width, y, x + width, y + height)


def _hatch(pattern: str, strip: tuple[float, float, float, float]) -> list[tuple[float, float, float, float]]:
    x, y, width, height = strip
    rows = [y + n * 2.2 - width for n in range(int((height + 2 * width) / 2.2) + 1)]
    rising = [(x, row, x + width, row + width) for row in rows]
    falling = [(x, row + width, x + width, row) for row in rows]
    level = [(x, row, x + width, row) for row in rows]
    upright = [(x + width * n / 3, y, x + width * n / 3, y + height) for n in (0, 1, 2)]
    lines = {"diagonal": rising, "backward": falling, "cross": rising + falling, "level": level, "upright": upright}
    return lines.get(pattern, [])
