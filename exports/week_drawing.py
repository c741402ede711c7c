"""Weeks to the scale of the clock: one large with words, or all steps small beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from exports.blocks import GridEntry, Week
from exports.style import BODY, BOLD, GRID, INK, LINE, MUTED, PAINTS, SEMI, fitted, paint_box, printable
from exports.tagged import TaggedCanvas, Traits

AXIS = 20.0
HEAD = 16.0
LEAST_POINTS_PER_MINUTE, MOST_POINTS_PER_MINUTE = 0.3, 0.62
LEAST_HEIGHT, MOST_HEIGHT = 128.0, 142.0
"""Between these heights of the hours, in points, four steps stand on a page."""
TWO_LINES = 14.5
"""Height of an entry that has room for two lines."""
HEIGHT_OF_TWO = 178.0
"""Three steps a page, where a grid shows two weeks and an hour may be halved between them."""
LINE_PITCH = 6.6
LOOSE_PITCH = 7.4
"""From line to line: at least, and where there is room."""
LEAST_LINE = 4.8
"""Height of an entry that has no room for a line: it stands beside what follows it at once."""
LEAST_THIRD = 5.6
"""Height of one of the three lines where two weeks take turns, points."""
LEAST_ENTRY = 9.0
"""Height of a name in small type, points."""
MOST_LINES = 4
MARK = 8.6
"""Width of the field that says which of two weeks an entry is in, points."""


@dataclass(frozen=True)
class _Placed:
    """An entry with its lane among those that clash with it, and between which minutes it is drawn."""

    entry: GridEntry
    lane: int
    lanes: int
    start: float
    end: float
    other: GridEntry | None = None
    """The entry of the other week that it shares the hour with, where it stands above that."""


def placed(entries: Sequence[GridEntry], least: float = 0) -> Iterator[_Placed]:
    """One day's entries: side by side where they clash on the clock, above each other where two weeks take turns.

    An entry takes up at least so many minutes: what is shorter cannot be read, and stands beside what follows it.
    """
    cluster: list[GridEntry] = []
    end = -1.0
    for entry in entries:
        if cluster and entry.start >= end:
            yield from _lanes(cluster, least)
            cluster = []
        end = max(end if cluster else 0, _end_of(entry, least))
        cluster.append(entry)
    yield from _lanes(cluster, least)


def _end_of(entry: GridEntry, least: float) -> float:
    return max(entry.end, entry.start + least)


def _lanes(cluster: Sequence[GridEntry], least: float) -> list[_Placed]:
    if len(cluster) == 2 and cluster[0].mark != cluster[1].mark:
        start, end = cluster[0].start, max(entry.end for entry in cluster)
        middle = (start + end) / 2
        return [_Placed(cluster[0], 0, 1, start, middle, cluster[1]), _Placed(cluster[1], 0, 1, middle, end)]
    ends: list[float] = []
    chosen: list[tuple[GridEntry, int]] = []
    for entry in cluster:
        lane = next((n for n, end in enumerate(ends) if end <= entry.start), len(ends))
        ends[lane : lane + 1] = [_end_of(entry, least)]
        chosen.append((entry, lane))
    return [_Placed(entry, lane, len(ends), entry.start, entry.end) for entry, lane in chosen]


def scale_of(week: Week) -> float:
    """Points per minute at which most lessons have room for two lines, within limits."""
    minutes = max(week.last - week.first, 1)
    height = min(MOST_HEIGHT, max(LEAST_HEIGHT, TWO_LINES / week.typical * minutes))
    scale = (HEIGHT_OF_TWO if week.is_shared else height) / minutes
    return min(MOST_POINTS_PER_MINUTE, max(LEAST_POINTS_PER_MINUTE, scale))


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

    def _y(self, minute: float) -> float:
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
            for one in placed(entries, LEAST_LINE / self.scale):
                if one.other is not None and not self._has_room_for_turns(one.entry, one.other):
                    for lane, entry in enumerate((one.entry, one.other)):
                        aside = _Placed(entry, lane, 2, entry.start, entry.end)
                        self._draw_entry(canvas, aside, x, self._floor(entries, entry))
                elif one.other is not None:
                    self._draw_turns(canvas, (one.entry, one.other), x)
                elif one.start == one.entry.start:
                    self._draw_entry(canvas, one, x, self._floor(entries, one.entry))

    def _floor(self, entries: Sequence[GridEntry], entry: GridEntry) -> float:
        """How far down a short entry may reach: to where the next one begins."""
        following = (self._y(other.start) for other in entries if other.start >= entry.end)
        return max(following, default=0)

    def _draw_entry(self, canvas: TaggedCanvas, one: _Placed, x: float, floor: float) -> None:
        entry, room = one.entry, (self._day_width - 3) / one.lanes
        top, left = self._y(entry.start), x + 1.5 + one.lane * room
        bottom = min(self._y(entry.end), max(floor, top - LEAST_ENTRY) if one.lanes == 1 else top - LEAST_ENTRY)
        room_below = max(0.0, bottom - floor - 2) if one.lanes == 1 else 0.0
        height = top - bottom - 0.8
        paint_box(canvas, (left, bottom, room - 0.8, height), entry.look)
        inside = max(1, int((height - 0.4) // LINE_PITCH))
        lines = _lines(entry, min(inside + int(room_below // LINE_PITCH), MOST_LINES))
        with canvas.mark("P"):
            pitch = min(LOOSE_PITCH, max(LINE_PITCH, (height - 1.4) / min(inside, len(lines))))
            y = top - min(7.3, pitch * 0.96) if len(lines) > 1 or height > 12 else bottom + height / 2 - 2.4
            for number, (text, font, size) in enumerate(lines):
                if number == inside:
                    y = min(y, bottom - 6.6)
                mark = MARK if entry.mark and number == 0 else 0.0
                _write(canvas, (left + 5.4, y), (text, font, size), room - 8 - mark)
                if mark:
                    _draw_mark(canvas, entry, left + room - 2.2, y)
                y -= pitch if number + 1 < inside else LINE_PITCH

    def _has_room_for_turns(self, one: GridEntry, other: GridEntry) -> bool:
        """Whether three lines can be read in the time that two weeks take turns at."""
        return (max(one.end, other.end) - min(one.start, other.start)) * self.scale > 3 * LEAST_THIRD

    def _draw_turns(self, canvas: TaggedCanvas, turns: tuple[GridEntry, GridEntry], x: float) -> None:
        """An hour that two weeks take turns at: its time, and under it what each of them has."""
        top, bottom = self._y(min(one.start for one in turns)), self._y(max(one.end for one in turns))
        left, room, third = x + 1.5, self._day_width - 3, (top - bottom - 0.8) / 3
        times = dict.fromkeys(one.time for one in turns)
        said = next(iter(times)) if len(times) == 1 else " · ".join(f"{one.mark} {one.time}" for one in turns)
        with canvas.mark("P"):
            canvas.setFillColor(white)
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.7)
            canvas.roundRect(left, bottom, room - 0.8, third * 3, 2.5, stroke=1, fill=1)
            _write(canvas, (left + 5.4, top - third * 0.5 - 2.9), (said, BODY, min(6.9, third)), room - 8)
            for number, one in enumerate(turns, 1):
                y = bottom + third * (2 - number)
                paint_box(canvas, (left, y + 0.3, room - 0.8, third - 0.6), one.look, 1.6)
                line = y + third * 0.5 - 2.3
                _write(canvas, (left + 5.4, line), (one.name, BOLD, min(7.2, third * 0.92)), room - 8 - MARK)
                _draw_mark(canvas, one, left + room - 2.2, line)


def _write(canvas: TaggedCanvas, place: tuple[float, float], line: tuple[str, str, float], room: float) -> None:
    """A line of text in a font and a size, smaller where it must be to fit the room."""
    text, font, size = line
    shown, fits = fitted(text, font, size, room, min(size, 5.4))
    canvas.setFont(font, fits)
    canvas.setFillColor(INK)
    canvas.write(place, shown)


def _draw_mark(canvas: TaggedCanvas, entry: GridEntry, right: float, y: float) -> None:
    """Which of two weeks the entry is in, in a small field at its upper right corner."""
    shown, size = fitted(entry.mark, BOLD, 6.2, MARK - 2.4, 4)
    canvas.setFillColor(PAINTS[entry.look].edge)
    canvas.roundRect(right - MARK + 1, y - 1.6, MARK - 1, 7.4, 1.6, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(BOLD, size)
    canvas.write((right - MARK / 2 + 0.5, y), shown, "centre")


def _lines(entry: GridEntry, room: int) -> list[tuple[str, str, float]]:
    """What stands in the entry and in free time under it: at most so many lines, the last joined."""
    lines = [(entry.name, BOLD, 7.6), (entry.time, BODY, 6.9), *((detail, BODY, 6.6) for detail in entry.details)]
    if room < len(lines):
        rest = " · ".join(text for text, _, _ in lines[room - 1 :])
        lines = [*lines[: room - 1], (rest, SEMI if room == 1 else BODY, 6.6)]
    return lines
