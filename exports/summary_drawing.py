"""The summary on paper: two columns of lines with boxes, as large as one page allows.

Letters are never smaller than `LEAST`; what one page cannot hold then goes on to another, in letters that are larger
again. A heading is never parted from what it heads, and a line never from itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from exports.style import BODY, BOLD, BRAND, BRAND_MID, DISPLAY, INK, MUTED, SEMI, fitted
from exports.summary_blocks import SummaryLine, SummarySheet
from exports.tagged import TaggedCanvas, Traits
from exports.tagged_flow import Place, TaggedParagraph, plain_paragraph

MOST, LEAST = 11.5, 8.5
"""Largest and smallest letters of a line, points. Our default: below 8.5 a tired reader gives up."""
COLUMNS, GUTTER = 2, 20.0
HEAD = 62.0
"""Height of title, name and what to do, on the first page."""
WHOLE = 0.4
"""A topic that takes less than this share of a column is never parted."""


@dataclass
class _Row:
    """A heading or a line, measured. `level` 1 and 2 are headings, 3 is a line."""

    level: int
    words: TaggedParagraph
    above: float
    group: str
    line: SummaryLine | None = None

    @property
    def height(self) -> float:
        """Its height with the air above it."""
        return float(self.words.height) + self.above


@dataclass
class _Column:
    """Rows under each other, and how much of the height they take."""

    rows: list[_Row] = field(default_factory=list)
    used: float = 0.0

    def add(self, row: _Row) -> None:
        """Puts the row under the others; the first needs no air above."""
        self.used += row.height if self.rows else row.words.height
        self.rows.append(row)


class _Setting:
    """The page set in letters of one size."""

    def __init__(self, sheet: SummarySheet, width: float, size: float) -> None:
        self.sheet, self.width, self.size = sheet, width, size
        self.column = (width - GUTTER * (COLUMNS - 1)) / COLUMNS
        self.box = size * 0.98
        self.place = size * 1.65
        """Width of the place of one box."""
        self.air = 0.35 + 0.65 * (size - LEAST) / (MOST - LEAST)
        """How much air there is between rows: a third of it in the smallest letters, where room is short."""

    def chunks(self) -> Iterator[list[_Row]]:
        """The rows, topic by topic; a group's name goes with its first."""
        for group in self.sheet.groups:
            heads = [self._heading(group.name, 1, group.name)]
            for topic in group.topics:
                place = Place("L", traits=Traits(numbering="None"))
                lines = [self._line(line, place, group.name) for line in topic.lines]
                yield [*heads, self._heading(topic.name, 2, group.name), *lines]
                heads = []

    def _heading(self, text: str, level: int, group: str) -> _Row:
        font, size = (DISPLAY, self.size * 1.22) if level == 1 else (BOLD, self.size)
        style = ParagraphStyle(
            f"summary-{level}", fontName=font, fontSize=size, leading=size * 1.25,
            textColor=BRAND if level == 1 else MUTED, bulletFontName=font,
        )
        words = _paragraph(text, style, Place(f"H{level + 1}"), self.column)
        words.outline = 0 if level == 1 else None
        return _Row(level, words, self.size * self.air * (1.1 if level == 1 else 0.5), group)

    def _line(self, line: SummaryLine, place: Place, group: str) -> _Row:
        style = ParagraphStyle(
            "summary-line", fontName=BODY, fontSize=self.size, leading=self.size * 1.18, textColor=INK,
            bulletFontName=BODY,
        )
        room = self.column - 2 * self.place - self.size * 1.55
        words = _paragraph(line.text, style, Place("LBody", Place("LI", place)), room)
        return _Row(3, words, self.air * self.size * 0.36, group, line)

    def columns(self, heights: Iterator[float]) -> list[_Column]:
        """The rows in columns of those heights, as many as are needed."""
        columns, height = [_Column()], next(heights)
        for chunk in self.chunks():
            whole = sum(row.height for row in chunk)
            if columns[-1].rows and whole <= height * WHOLE and columns[-1].used + whole > height:
                columns.append(_Column())
                height = next(heights)
            for part in _kept_together(chunk):
                if columns[-1].rows and columns[-1].used + sum(row.height for row in part) > height:
                    columns.append(_Column())
                    height = next(heights)
                for row in part:
                    columns[-1].add(row)
        return columns


def _paragraph(text: str, style: ParagraphStyle, place: Place, width: float) -> TaggedParagraph:
    words = plain_paragraph(text, style, place)
    words.wrap(width, 10_000)
    return words


def _kept_together(chunk: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Headings with the first line under them; every other line by itself."""
    held: list[_Row] = []
    for row in chunk:
        held.append(row)
        if row.line is not None:
            yield held
            held = []


def _heights(height: float) -> Iterator[float]:
    """The heights of all columns to come: the first page has its title."""
    for _ in range(COLUMNS):
        yield height - HEAD - 14
    while True:
        yield height - 14


def summary_flow(sheet: SummarySheet, width: float, height: float) -> list[Flowable]:
    """The pages: one where letters of at least the least size let it be one, else as few as can be."""
    sizes = [MOST - 0.25 * step for step in range(round((MOST - LEAST) / 0.25) + 1)]
    fewest = len(_Setting(sheet, width, LEAST).columns(_heights(height)))
    pages = math.ceil(fewest / COLUMNS)
    for size in sizes:
        setting = _Setting(sheet, width, size)
        columns = setting.columns(_heights(height))
        if len(columns) <= pages * COLUMNS:
            break
    columns = _balanced(setting, columns, height)
    shown = [columns[at : at + COLUMNS] for at in range(0, len(columns), COLUMNS)]
    return [SummaryPage(setting, part, height, is_first=number == 0) for number, part in enumerate(shown)]


def _balanced(setting: _Setting, columns: list[_Column], height: float) -> list[_Column]:
    """The columns of a single page made about equally long; several pages stay as they are."""
    if len(columns) > COLUMNS:
        return columns
    most = height - HEAD - 14
    even = sum(column.used for column in columns) / COLUMNS
    while even < most:
        tried = setting.columns(iter([even] * 100))
        if len(tried) <= COLUMNS:
            return tried
        even += setting.size
    return columns


class SummaryPage(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One page of columns; the first begins with the title and what to do."""

    def __init__(self, setting: _Setting, columns: Sequence[_Column], height: float, *, is_first: bool) -> None:
        super().__init__()
        self.setting, self.columns, self.is_first = setting, columns, is_first
        self.width, self.height = setting.width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page."""
        canvas: TaggedCanvas = self.canv
        top = self.height
        if self.is_first:
            self._draw_head(canvas)
            top -= HEAD
        for number, column in enumerate(column for column in self.columns if column.rows):
            self._draw_column(canvas, column, number * (self.setting.column + GUTTER), top)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        sheet = self.setting.sheet
        lines = (
            ("H1", sheet.title, DISPLAY, 22.0, BRAND, 22), ("P", sheet.whose, BODY, 12.0, INK, 40),
            ("P", sheet.how, BODY, 10.0, MUTED, 57),
        )  # fmt: skip
        for tag, text, font, most, colour, down in lines:
            shown, size = fitted(text, font, most, self.width, LEAST)
            with canvas.mark(tag):
                canvas.setFillColor(colour)
                canvas.setFont(font, size)
                canvas.write((0, self.height - down), shown)

    def _draw_column(self, canvas: TaggedCanvas, column: _Column, left: float, top: float) -> None:
        setting = self.setting
        with canvas.artifact():
            canvas.setFillColor(MUTED)
            for number, name in enumerate((setting.sheet.right, setting.sheet.wrong)):
                shown, size = fitted(name, BODY, LEAST, setting.place - 1, 6)
                canvas.setFont(BODY, size)
                canvas.write((left + number * setting.place + setting.box / 2, top - 8), shown, "centre")
            if column.rows[0].level > 1:
                # The column goes on with the group of the one before.
                going_on, size = fitted(f"{column.rows[0].group} …", SEMI, LEAST, setting.column * 0.75, 6)
                canvas.setFont(SEMI, size)
                canvas.write((left + 2 * setting.place, top - 8), going_on)
        y = top - 14
        for number, row in enumerate(column.rows):
            y -= row.height if number else row.words.height
            if row.line is None:
                self._draw_heading(canvas, row, (left, y))
            else:
                self._draw_line(canvas, row, row.line, (left, y))

    def _draw_heading(self, canvas: TaggedCanvas, row: _Row, at: tuple[float, float]) -> None:
        row.words.drawOn(canvas, *at)
        if row.level == 1:
            canvas.setStrokeColor(BRAND_MID)
            canvas.setLineWidth(0.8)
            canvas.line(at[0], at[1] - 1.5, at[0] + self.setting.column, at[1] - 1.5)

    def _draw_line(self, canvas: TaggedCanvas, row: _Row, line: SummaryLine, at: tuple[float, float]) -> None:
        x, y = at
        setting = self.setting
        base = y + row.words.height - setting.box - setting.size * 0.12
        for number, is_ticked in enumerate((line.is_right is True, line.is_right is False)):
            _draw_box(canvas, (x + number * setting.place, base), setting.box, is_ticked=is_ticked)
        row.words.drawOn(canvas, x + 2 * setting.place, y)
        radius = setting.size * 0.56
        centre = (x + setting.column - radius, base + setting.box / 2)
        _draw_star(canvas, centre, radius, is_filled=line.is_most_important)


def _draw_box(canvas: TaggedCanvas, at: tuple[float, float], side: float, *, is_ticked: bool) -> None:
    x, y = at
    canvas.setStrokeColor(INK)
    canvas.setFillColor(white)
    canvas.setLineWidth(0.9)
    canvas.roundRect(x, y, side, side, 1.6, stroke=1, fill=1)
    if is_ticked:
        canvas.setStrokeColor(BRAND)
        canvas.setLineWidth(1.7)
        canvas.line(x + side * 0.2, y + side * 0.48, x + side * 0.42, y + side * 0.24)
        canvas.line(x + side * 0.42, y + side * 0.24, x + side * 0.84, y + side * 0.8)


def _draw_star(canvas: TaggedCanvas, centre: tuple[float, float], radius: float, *, is_filled: bool) -> None:
    """A star to fill in, or filled in already."""
    path: Any = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.45
        angle = math.pi / 2 + corner * math.pi / 5
        point = (centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle))
        (path.lineTo if corner else path.moveTo)(*point)
    path.close()
    canvas.setStrokeColor(BRAND)
    canvas.setFillColor(BRAND if is_filled else white)
    canvas.setLineWidth(0.8)
    canvas.drawPath(path, stroke=1, fill=1)
