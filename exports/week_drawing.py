"""Weeks to the scale of the clock: one large with words, or all steps small beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import GridEntry, SmallWeek, SmallWeeks, Week
from exports.style import BODY, BOLD, DISPLAY, GRID, INK, LINE, MUTED, SEMI, fitted, paint_box, printable
from exports.tagged import TaggedCanvas, Traits

AXIS = 20.0
HEAD = 16.0
LEAST_POINTS_PER_MINUTE, MOST_POINTS_PER_MINUTE = 0.3, 0.62
NATURAL_HEIGHT = 178.0
"""Three steps a page: the height of the hours, unless the shortest entry would then be unreadable."""
LINE_PITCH = 7.1
LEAST_ENTRY = 9.0
"""Height of a name in small type, points."""
MOST_LINES = 4


@dataclass(frozen=True)
class _Placed:
    """An entry with its lane among those that clash with it."""

    entry: GridEntry
    lane: int
    lanes: int


def placed(entries: Sequence[GridEntry]) -> Iterator[_Placed]:
    """One day's entries, side by side where they clash on the clock."""
    cluster: list[GridEntry] = []
    end = -1
    for entry in entries:
        if cluster and entry.start >= end:
            yield from _lanes(cluster)
            cluster = []
        end = max(end, entry.end) if cluster else entry.end
        cluster.append(entry)
    yield from _lanes(cluster)


def _lanes(cluster: Sequence[GridEntry]) -> list[_Placed]:
    ends: list[int] = []
    chosen: list[tuple[GridEntry, int]] = []
    for entry in cluster:
        lane = next((n for n, end in enumerate(ends) if end <= entry.start), len(ends))
        ends[lane : lane + 1] = [entry.end]
        chosen.append((entry, lane))
    return [_Placed(entry, lane, len(ends)) for entry, lane in chosen]


def scale_of(week: Week) -> float:
    """Points per minute at which the hours fill the natural height, within limits."""
    return min(MOST_POINTS_PER_MINUTE, max(LEAST_POINTS_PER_MINUTE, NATURAL_HEIGHT / max(week.last - week.first, 1)))


class WeekDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A week as a grid; in the structure a table with one row per day, read in the order of the clock."""

    def __init__(self, week: Week, width: float, least_height: float = 0) -> None:
        super().__init__()
        self.week, self.width = week, width
        natural = (week.last - week.first) * scale_of(week)
        self.height = max(HEAD + natural, least_height)
        self.scale = (self.height - HEAD) / max(week.last - week.first, 1)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the grid at its place on the page."""
        self.draw_on(self.canv)

    def draw_on(self, canvas: TaggedCanvas) -> None:
        """Draws the grid with its lower left corner at the origin."""
        self._draw_hours(canvas)
        with canvas.struct("Table"):
            for day, name in enumerate(self.week.days):
                with canvas.struct("TR"):
                    self._draw_day(canvas, day, name)

    @property
    def _day_width(self) -> float:
        return (self.width - AXIS) / len(self.week.days)

    def _y(self, minute: int) -> float:
        return self.height - HEAD - (minute - self.week.first) * self.scale

    def _draw_hours(self, canvas: TaggedCanvas) -> None:
        canvas.setFont(BODY, 6.8)
        canvas.setLineWidth(0.5)
        for minute in range(-(-self.week.first // 60) * 60, self.week.last + 1, 60):
            y = self._y(minute)
            canvas.setStrokeColor(GRID)
            canvas.line(AXIS, y, self.width, y)
            canvas.setFillColor(MUTED)
            canvas.drawRightString(AXIS - 4, y - 2.2, f"{minute // 60:02d}")
        for day in range(1, len(self.week.days)):
            x = AXIS + day * self._day_width
            canvas.line(x, 0, x, self.height - HEAD)

    def _draw_day(self, canvas: TaggedCanvas, day: int, name: str) -> None:
        x = AXIS + day * self._day_width
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 8.2)
        with canvas.mark("TH", Traits(scope="Row")):
            canvas.write((x + self._day_width / 2, self.height - 10), printable(name, BOLD), "centre")
        entries = self.week.on(day)
        with canvas.struct("TD"):
            if not entries:
                canvas.setFillColor(MUTED)
                canvas.setFont(BODY, 6.8)
                with canvas.mark("P"):
                    canvas.write((x + self._day_width / 2, self._y(self.week.first) - 9), self.week.empty, "centre")
            for one in placed(entries):
                self._draw_entry(canvas, one, x, self._floor(entries, one.entry))

    def _floor(self, entries: Sequence[GridEntry], entry: GridEntry) -> float:
        """How far down a short entry may reach: to where the next one begins."""
        following = (self._y(other.start) for other in entries if other.start >= entry.end)
        return max(following, default=0)

    def _draw_entry(self, canvas: TaggedCanvas, one: _Placed, x: float, floor: float) -> None:
        entry, room = one.entry, (self._day_width - 3) / one.lanes
        top, left = self._y(entry.start), x + 1.5 + one.lane * room
        bottom = min(self._y(entry.end), max(floor, top - LEAST_ENTRY))
        room_below = max(0.0, min(bottom - floor - 2, MOST_LINES * LINE_PITCH)) if one.lanes == 1 else 0.0
        height, inner = top - bottom - 0.8, room - 8
        paint_box(canvas, (left, bottom, room - 0.8, height), entry.look)
        lines = _lines(entry, height + room_below)
        inside = max(1, int((height - 0.6) // LINE_PITCH))
        with canvas.mark("P"):
            y = top - 7.3 if len(lines) > 1 or height > 12 else bottom + height / 2 - 2.4
            for number, (text, font, size) in enumerate(lines):
                if number == inside:
                    y = min(y, bottom - 6.6)
                shown, fits = fitted(text, font, size, inner, 5.6)
                canvas.setFont(font, fits)
                canvas.setFillColor(INK)
                canvas.write((left + 5.4, y), shown)
                y -= LINE_PITCH


def _lines(entry: GridEntry, height: float) -> list[tuple[str, str, float]]:
    """What stands in the entry and in free time under it: as many lines as there is room for, the last joined."""
    lines = [(entry.name, BOLD, 7.6), (entry.time, BODY, 6.9), *((detail, BODY, 6.6) for detail in entry.details)]
    room = max(1, int((height - 0.6) // LINE_PITCH))
    if room < len(lines):
        rest = " · ".join(text for text, _, _ in lines[max(room, 1) - 1 :])
        lines = [*lines[: room - 1], (rest, SEMI if room == 1 else BODY, 6.6)]
    return lines


class SmallWeeksDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """All steps' weeks small, four in a row; in the structure one figure with a sentence."""

    per_row, gap, week_height = 4, 9.0, 92.0

    def __init__(self, block: SmallWeeks, width: float) -> None:
        super().__init__()
        self.block, self.width = block, width
        rows = -(-len(block.weeks) // self.per_row)
        self.height = rows * (self.week_height + self.gap)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws all of them as one figure."""
        canvas: TaggedCanvas = self.canv
        x, y = canvas.absolutePosition(0, 0)
        traits = Traits(alt=self.block.description, box=(x, y, x + self.width, y + self.height))
        with canvas.mark("Figure", traits):
            width = (self.width - self.gap * (self.per_row - 1)) / self.per_row
            for number, small in enumerate(self.block.weeks):
                row, column = divmod(number, self.per_row)
                top = self.height - row * (self.week_height + self.gap)
                box = (column * (width + self.gap), top - self.week_height, width, self.week_height)
                _draw_small_week(canvas, small, box)


def _draw_small_week(canvas: Any, small: SmallWeek, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    week = small.week
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(white)
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, y, width, height, 4, stroke=1, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(DISPLAY, 7.6)
    canvas.write((x + 6, y + height - 11), printable(small.title, DISPLAY))
    canvas.setFillColor(MUTED)
    canvas.setFont(BODY, 6.8)
    canvas.write((x + width - 6, y + height - 11), printable(small.span), "right")
    day_width, top = (width - 10) / len(week.days), y + height - 25
    scale = (height - 31) / max(week.last - week.first, 1)
    for day, name in enumerate(week.days):
        left = x + 5 + day * day_width
        canvas.setFillColor(MUTED)
        canvas.setFont(SEMI, 6)
        canvas.write((left + day_width / 2, top + 3), printable(name[:1].upper(), SEMI), "centre")
        canvas.setStrokeColor(GRID)
        canvas.line(left + day_width / 2, top, left + day_width / 2, top - (week.last - week.first) * scale)
        for one in placed(week.on(day)):
            room = (day_width - 2) / one.lanes
            entry_height = max((one.entry.end - one.entry.start) * scale - 0.5, 3.5)
            bottom = top - (one.entry.start - week.first) * scale - entry_height
            paint_box(canvas, (left + 1 + one.lane * room, bottom, room - 0.4, entry_height), one.entry.look, 1.2)
            shown, size = fitted(one.entry.short, BOLD, 5.4, room - 5, 3.6)
            canvas.setFillColor(INK)
            canvas.setFont(BOLD, size)
            if entry_height > size:
                canvas.write((left + 5 + one.lane * room, bottom + entry_height / 2 - size * 0.36), shown)
