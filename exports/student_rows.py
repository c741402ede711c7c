"""A week in five rows, for small papers and screens: the day, and when there is what, as large as the room allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from exports.blocks import DayCard, Moment
from exports.icons import draw_icon
from exports.student_blocks import PictureStyle
from exports.student_moments import Box
from exports.student_pen import DROP, LEAD, Pen, Type
from exports.style import BODY, BOLD, BRAND, BRAND_TINT, DISPLAY, INK, MUTED, PAINTS, SAND, printable, text_width
from exports.tagged import Traits

ROW_GAP, INSIDE = 3.0, 4.0
"""Points between two rows, and inside a row above and below."""
BESIDE_LABEL, MOST_LABEL = 8.0, 0.32
"""Points on both sides of a day's name, and how much of the width it may take."""
BETWEEN = 1.0
"""Between two entries on a line, for each point of type."""
LEAST_CUT = 0.75
"""Below this share of a roomy size times alone say more than names that are cut. Our default."""
STEP = 0.5
"""How finely the size of type is tried out, points."""
PICTURE = 1.25
"""The side of a picture, for each point of type."""


@dataclass(frozen=True)
class Sizes:
    """The sizes of type that rows may have: the largest, down to what an entry a line needs, and the smallest."""

    most: float
    roomy: float
    least: float


@dataclass(frozen=True)
class _Way:
    """One way to draw the rows: size of type, entries side by side, with words or times only."""

    size: float
    columns: int = 1
    with_words: bool = True
    with_pictures: bool = True
    may_cut: bool = False
    """Whether a long name is cut, so that every entry keeps to its column."""


Chunk = tuple[Moment, float, float]
"""An entry, where it begins on its line, and the room that it takes; points."""


def draw_rows(pen: Pen, days: Sequence[DayCard], box: Box, sizes: Sizes, style: PictureStyle) -> None:
    """Draws the days as rows within the box, as a table with the days as its heads."""
    x, y, width, height = box
    way, rows = _fitting(days, width, height, sizes)
    heights = [_height(lines, way) for lines in rows]
    spare = max(0.0, height - sum(heights) - ROW_GAP * (len(days) - 1))
    # What is left over is shared, so that a week of little has calm rows and not a hole.
    heights = [one + spare / max(len(days), 1) for one in heights]
    squeeze = min(1.0, height / max(1.0, sum(heights) + ROW_GAP * (len(days) - 1)))
    label, top = _label(days, way.size, width), y + height
    drawn = replace(way, size=way.size * squeeze)
    with pen.struct("Table"):
        for day, lines, tall in zip(days, rows, heights, strict=True):
            around = (x, top - tall * squeeze, width, tall * squeeze)
            with pen.struct("TR"):
                _draw_row(pen, day, lines, _Row(around, label, drawn, style))
            top -= (tall + ROW_GAP) * squeeze


@dataclass(frozen=True)
class _Row:
    box: Box
    label: tuple[float, float]
    way: _Way
    style: PictureStyle


def _label(days: Sequence[DayCard], size: float, width: float) -> tuple[float, float]:
    """How wide the names of the days stand, and in which size of type: all in the same."""
    wide = max((text_width(printable(day.name, DISPLAY), DISPLAY, 1.0) for day in days), default=1.0)
    most = width * MOST_LABEL - 2 * BESIDE_LABEL
    type_size = min(size * 1.05, most / wide)
    return wide * type_size + 2 * BESIDE_LABEL, type_size


def _ways(sizes: Sizes) -> Iterator[_Way]:
    """From the best way to the last resort."""
    yield from (_Way(size) for size in _falling(sizes.most, sizes.roomy))
    yield from (_Way(size, columns) for size in _falling(sizes.most, sizes.least) for columns in (2, 3))
    yield from (_Way(size, 2, may_cut=True) for size in _falling(sizes.roomy, sizes.roomy * LEAST_CUT))
    times_only = _Way(sizes.roomy, with_words=False, with_pictures=False)
    for size in _falling(sizes.roomy, sizes.least):
        yield from (replace(times_only, size=size, columns=columns) for columns in (3, 4, 5))


def _falling(most: float, least: float) -> Iterator[float]:
    while most >= least:
        yield most
        most -= STEP


def _fitting(
    days: Sequence[DayCard], width: float, height: float, sizes: Sizes
) -> tuple[_Way, list[list[list[Chunk]]]]:
    """The first way whose rows fit the height; the last where none does."""
    for way in _ways(sizes):
        room = width - _label(days, way.size, width)[0] - BESIDE_LABEL
        rows = [_lines(day, way, room) for day in days]
        needed = sum(_height(lines, way) for lines in rows) + ROW_GAP * (len(days) - 1)
        if needed <= height and (way.columns > 1 or _is_wide_enough(days, way, room)):
            break
    return way, rows


def _is_wide_enough(days: Sequence[DayCard], way: _Way, room: float) -> bool:
    return all(_width(moment, way) <= room for day in days for moment in day.moments)


def _height(lines: list[list[Chunk]], way: _Way) -> float:
    return max(1, len(lines)) * way.size * LEAD + 2 * INSIDE


def _lines(day: DayCard, way: _Way, room: float) -> list[list[Chunk]]:
    """The day's entries line by line, in columns; a wide one takes the room of several."""
    gap = BETWEEN * way.size
    column = (room + gap) / way.columns
    lines: list[list[Chunk]] = []
    taken = way.columns
    for moment in day.moments:
        columns = 1 if way.may_cut else min(way.columns, ceil((_width(moment, way) + gap) / column))
        if taken + columns > way.columns:
            lines.append([])
            taken = 0
        lines[-1].append((moment, taken * column, columns * column - gap))
        taken += columns
    return lines


def _width(moment: Moment, way: _Way) -> float:
    size = way.size
    picture = size * (PICTURE + 0.35) if way.with_pictures and moment.icon else 0.0
    time = text_width(printable(moment.time, BOLD), BOLD, size)
    words = size * 0.35 + text_width(printable(moment.name), BODY, size) if way.with_words else 0.0
    return picture + time + words


def _draw_row(pen: Pen, day: DayCard, lines: list[list[Chunk]], row: _Row) -> None:
    x, y, width, height = row.box
    size = row.way.size
    pen.ground(row.box, BRAND_TINT if day.moments else SAND, 6)
    middle = y + height / 2
    with pen.mark("TH", Traits(scope="Row")):
        face = Type(DISPLAY, min(row.label[1], height * 0.7), INK if day.moments else MUTED)
        pen.line(day.name, face, (x + BESIDE_LABEL, middle - face.size * 0.35), row.label[0] - BESIDE_LABEL, 4)
    left, room = x + row.label[0], width - row.label[0] - BESIDE_LABEL
    with pen.struct("TD"):
        if not lines:
            with pen.mark("P"):
                pen.line(day.note, Type(BODY, size * 0.9, MUTED), (left, middle - size * 0.32), room, 5)
            return
        top = middle + len(lines) * size * LEAD / 2
        for number, line in enumerate(lines):
            for moment, start, wide in line:
                ground = (left + start, top - (number + 1) * size * LEAD)
                _draw_entry(pen, moment, ground, wide if row.way.columns > 1 else room, row)


def _draw_entry(pen: Pen, moment: Moment, at: tuple[float, float], room: float, row: _Row) -> None:
    left, y = at
    right, size = left + room, row.way.size
    if row.way.with_pictures and moment.icon:
        paint = PAINTS[moment.look]
        side = size * PICTURE
        place = (left, y + size * (LEAD - PICTURE) / 2, side)
        draw_icon(pen.canvas, moment.icon, place, (paint.edge, paint.tint), row.style)
        left += side + size * 0.35
    with pen.mark("P"):
        ground = y + size * DROP
        left += pen.line(moment.time, Type(BOLD, size, BRAND), (left, ground), right - left, size * 0.5)
        if row.way.with_words and moment.name:
            left += size * 0.35
            pen.line(moment.name, Type(BODY, size), (left, ground), max(1.0, right - left), size * 0.7)
