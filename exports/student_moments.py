"""What stands in a day of the student's page: airy where there is room, close together where the day is full.

A lesson has its subject's colour; what is not a lesson lies on calm ground, so that the two are told apart in grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.lib.colors import Color

from exports.blocks import Moment
from exports.icons import draw_icon
from exports.student_blocks import PictureStyle
from exports.style import BODY, BOLD, BRAND, DISPLAY, INK, LINE, MUTED, PAINTS, SAND, broken, fitted, text_width
from exports.tagged import TaggedCanvas

Box = tuple[float, float, float, float]
"""x, y of the lower left corner, width, height; points."""
_Picture = tuple[float, PictureStyle]
"""The side of a picture, points, and its style."""

MOST_MOMENT, MOST_PICTURE = 70.0, 36.0
"""The tallest room for a moment, and the largest picture, where the day has few."""
SHRINK = 0.9
"""How far letters may shrink before the day is drawn close together."""
BESIDE = 6.0
"""Between a picture and the words."""
MOST_LINE, TIGHT_PICTURE = 14.5, 16.0
"""Of a full day: the height of a line, and the side of a picture."""
MOST_GROWTH, LEAST_GROWTH = 1.35, 0.55
"""How far the letters of a full day may grow where there is room, and how far they shrink before they are squeezed."""
LEAST = 8.0
"""Below this type size a line is cut, unless the whole day is so full that all of it is smaller."""
SMALL, GAP = 9.0, 5.0
"""Type size of facts in a full day, and the room before what stands beside the time."""
LEAD = 1.16
"""Height of a line for each point of its type."""
AIR = 0.55
"""Space around a moment of a full day, in lines."""


class Drawn(NamedTuple):
    """How the days of a page are drawn: letters so many times as large, and pictures in that style."""

    larger: float = 1.0
    style: PictureStyle = PictureStyle.CALM


@dataclass(frozen=True)
class _Line:
    """A line of type; `beside` stands after it on the same line, small."""

    text: str
    font: str
    size: float
    colour: Color
    beside: str = ""


def airy(
    days: Sequence[Sequence[Moment]], width: float, height: float, sizes: Sequence[float], style: PictureStyle
) -> Drawn | None:
    """How days of that size are drawn airily: in the first of the sizes, largest first, in which every word has room.

    None where the letters would shrink too much: then they are drawn close together.
    """
    fits = (size for size in sizes if all(_is_airy(day, width, height, size) for day in days))
    return next((Drawn(size, style) for size in fits), None)


def _is_airy(day: Sequence[Moment], width: float, height: float, larger: float) -> bool:
    share = height / max(len(day), 1)
    side = _side(share, larger)
    told = [_roomy_lines(moment, _room(moment, width, side), larger) for moment in day]
    is_cut = any(line.text.endswith("…") for lines in told for line in lines)
    return all(SHRINK * _height(lines) <= share for lines in told) and not (is_cut and larger > 1.0)


def grown(days: Sequence[Sequence[Moment]], width: float, height: float, drawn: Drawn) -> Drawn:
    """The same with letters as large as the fullest day allows when drawn close together, and as small as it needs."""
    larger = drawn.larger * MOST_GROWTH
    while larger > LEAST_GROWTH and not all(_holds(day, width, height, larger) for day in days):
        larger -= 0.05
    return drawn._replace(larger=larger)


def _holds(day: Sequence[Moment], width: float, height: float, larger: float) -> bool:
    """Whether the day fits close together in letters of that size; large ones may cut no word."""
    told = [_tight_lines(one, _room(one, width, TIGHT_PICTURE * larger), larger) for one in day]
    needed = sum(len(lines) + AIR for lines in told) * MOST_LINE * larger
    is_cut = any(line.text.endswith("…") for lines in told for line in lines)
    return needed <= height and not (is_cut and larger > 1.0)


def draw_day(
    canvas: TaggedCanvas, moments: Sequence[Moment], box: Box, style: PictureStyle, sizes: Sequence[float]
) -> None:
    """One day alone, airy in the largest of the sizes of letters that fits, close together where none does."""
    _, _, width, height = box
    drawn = airy([moments], width, height, sizes, style)
    if drawn is not None:
        draw_roomy(canvas, moments, box, drawn)
    else:
        draw_tight(canvas, moments, box, grown([moments], width, height, Drawn(1.0, style)))


def _room(moment: Moment, width: float, side: float) -> float:
    """The room for words: beside the picture, or all of it where there is none."""
    return width - side - BESIDE if moment.icon else width


def _side(share: float, larger: float) -> float:
    return max(12.0, min(MOST_PICTURE * larger, share * 0.55))


def draw_roomy(canvas: TaggedCanvas, moments: Sequence[Moment], box: Box, drawn: Drawn) -> None:
    """One under the other: the time large, the name, and the facts."""
    x, y, width, height = box
    share = height / max(len(moments), 1)
    side = _side(share, drawn.larger)
    told = [(moment, _roomy_lines(moment, _room(moment, width, side), drawn.larger)) for moment in moments]
    wanted = max((_height(lines) + 6 for _, lines in told), default=0.0)
    each = min(share, max(MOST_MOMENT * drawn.larger, wanted))
    for number, (moment, lines) in enumerate(told):
        around = (x, y + height - (number + 1) * each, width, each)
        _draw_ground(canvas, moments, number, around)
        _draw_moment(canvas, moment, lines, around, (side, drawn.style))


def _roomy_lines(moment: Moment, room: float, larger: float) -> list[_Line]:
    return [
        _Line(moment.time, DISPLAY, 15.5 * larger, BRAND, moment.length),
        *(_Line(line, BOLD, 12.5 * larger, INK) for line in broken(moment.name, BOLD, 12.5 * larger, room, 2)),
        *(_Line(fact, BODY, 10.0 * larger, MUTED) for fact in moment.details),
    ]


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.size * LEAD for line in lines)


def draw_tight(canvas: TaggedCanvas, moments: Sequence[Moment], box: Box, drawn: Drawn) -> None:
    """Close together: until when and where stand beside the time, and with whom under the name."""
    x, y, width, height = box
    side = TIGHT_PICTURE * drawn.larger
    told = [(moment, _tight_lines(moment, _room(moment, width, side), drawn.larger)) for moment in moments]
    count = sum(len(lines) + AIR for _, lines in told)
    pitch = min(MOST_LINE * drawn.larger, height / max(count, 1))
    top = y + height
    for number, (moment, lines) in enumerate(told):
        tall = pitch * (len(lines) + AIR)
        _draw_ground(canvas, moments, number, (x, top - tall, width, tall))
        _draw_moment(canvas, moment, lines, (x, top - tall, width, tall), (side, drawn.style))
        top -= tall


def _tight_lines(moment: Moment, room: float, larger: float) -> list[_Line]:
    named = broken(moment.name, BOLD, 10.5 * larger, room, 2)
    beside, rest = "".join(moment.details[:1]), moment.details[1:]
    left = room - GAP - text_width(moment.time, DISPLAY, 11.5 * larger)
    if text_width(beside, BODY, SMALL * larger) > left:
        beside, rest = "", moment.details
    joined = " · ".join(rest)
    facts = rest if text_width(joined, BODY, SMALL * larger) > room else (joined,) * bool(rest)
    return [
        _Line(moment.time, DISPLAY, 11.5 * larger, BRAND, beside),
        *(_Line(line, BOLD, 10.5 * larger, INK) for line in named),
        *(_Line(line, BODY, SMALL * larger, MUTED) for line in facts),
    ]


def _draw_ground(canvas: TaggedCanvas, moments: Sequence[Moment], number: int, box: Box) -> None:
    """Calm ground under what is not a lesson; a line between lessons."""
    x, y, width, height = box
    if not moments[number].is_lesson:
        canvas.setFillColor(SAND)
        canvas.roundRect(x - 4, y + 1.2, width + 8, height - 2.4, 5, stroke=0, fill=1)
    elif number and moments[number - 1].is_lesson:
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.7)
        canvas.line(x + 2, y + height, x + width - 2, y + height)


def _draw_moment(canvas: TaggedCanvas, moment: Moment, lines: Sequence[_Line], box: Box, picture: _Picture) -> None:
    """The picture, and the lines beside it, smaller where they need more than the height."""
    x, bottom, width, height = box
    side, style = picture
    left, room = x, width
    if moment.icon:
        paint = PAINTS[moment.look]
        draw_icon(canvas, moment.icon, (x, bottom + height / 2 - side / 2, side), (paint.edge, paint.tint), style)
        left, room = x + side + BESIDE, width - side - BESIDE
    scale = min(1.0, (height - 3) / _height(lines))
    y = bottom + (height + _height(lines) * scale) / 2
    with canvas.mark("P"):
        for line in lines:
            y -= line.size * scale * LEAD
            _draw_line(canvas, line, (left, y + line.size * scale * 0.28), scale, room)


def _draw_line(canvas: TaggedCanvas, line: _Line, at: tuple[float, float], scale: float, room: float) -> None:
    size = line.size * scale
    shown, fits = fitted(line.text, line.font, size, room, min(LEAST, size))
    canvas.setFillColor(line.colour)
    canvas.setFont(line.font, fits)
    canvas.write(at, shown)
    if not line.beside:
        return
    taken = text_width(shown, line.font, fits) + GAP
    beside, small = fitted(line.beside, BODY, SMALL / 11.5 * size, room - taken, min(LEAST, size))
    canvas.setFillColor(MUTED)
    canvas.setFont(BODY, small)
    canvas.write((at[0] + taken, at[1]), beside)
