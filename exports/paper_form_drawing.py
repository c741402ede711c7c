"""Draws the form that is filled in by hand: big boxes in fixed places, and no question broken over pages."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportlab.platypus import Flowable

from exports.paper_blocks import BUTTONS, PaperBox, PaperQuestion, PaperSheets
from exports.paper_boxes import LARGE, NORMAL, PLACES, Scale, draw_box, draw_grid, draw_star, number_width
from exports.style import BODY, BOLD, DISPLAY, INK, LINE, MUTED, SAND, SEMI, fitted, printable, text_width
from exports.tagged import TaggedCanvas, Traits
from exports.tagged_flow import Place, TaggedParagraph, plain_paragraph

ROWS_TOGETHER = 22
"""More rows of boxes than this, and a question goes on as a new one with the same number: a page holds no more."""


def paper_flow(sheets: PaperSheets, width: float) -> Iterator[Flowable]:
    """The form from its title to its last question."""
    scale = LARGE if sheets.is_large else NORMAL
    title = scale.style("t", DISPLAY, scale.question * 1.75, spaceAfter=6)
    yield plain_paragraph(sheets.title, title, Place("H1"), outline=0)
    if sheets.whose:
        yield plain_paragraph(sheets.whose, scale.style("w", SEMI, scale.question, spaceAfter=6))
    if sheets.who:
        yield WhoDrawing(sheets, scale, width)
    body = scale.style("b", BODY, scale.text, spaceAfter=5)
    yield from (plain_paragraph(line, body) for line in sheets.lead)
    if sheets.how:
        yield NoteDrawing("", sheets.how, scale, width)
    if sheets.sees:
        yield NoteDrawing(sheets.sees_title, sheets.sees, scale, width)
    heading = scale.style("s", DISPLAY, scale.question * 1.3, spaceBefore=16, spaceAfter=4, keepWithNext=1)
    for section in sheets.sections:
        yield plain_paragraph(section.title, heading, Place("H2"), outline=1)
        for question in section.questions:
            for part in _parts(question, scale, width):
                yield QuestionDrawing(part, sheets, scale, width)


def _boxes_left(scale: Scale) -> float:
    """Where boxes begin, the same for every question."""
    return scale.gutter + scale.indent


def _columns(question: PaperQuestion, scale: Scale, width: float) -> int:
    """As many columns, four at most, as leave room for the longest label."""
    longest = max((text_width(printable(box.label), BODY, scale.text) for box in question.boxes), default=0.0)
    each = scale.box + number_width(scale) + longest + 18
    return max(1, min(BUTTONS, int((width - _boxes_left(scale)) / each)))


def _parts(question: PaperQuestion, scale: Scale, width: float) -> Iterator[PaperQuestion]:
    """The question; one with more boxes than a page holds, as several with the same number."""
    most = ROWS_TOGETHER * _columns(question, scale, width)
    cuts = range(0, len(question.boxes), most)
    if len(cuts) <= 1:
        yield question
        return
    is_first_row = bool(question.buttons and question.buttons[0])
    for first in cuts:
        buttons_here = first == (0 if is_first_row else cuts[-1])
        yield question.model_copy(
            update={
                "boxes": question.boxes[first : first + most],
                "buttons": question.buttons if buttons_here else (),
            }
        )


class NoteDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines on a quiet ground, with a title or without."""

    pad = 11.0

    def __init__(self, title: str, lines: tuple[str, ...], scale: Scale, width: float) -> None:
        super().__init__()
        self.width = width
        body = scale.style("n", BODY, scale.text)
        self.words = [plain_paragraph(title, scale.style("nt", BOLD, scale.text))] if title else []
        self.words += [plain_paragraph(line, body) for line in lines]
        self.height = sum(word.wrap(width - 2 * self.pad, 9999)[1] + 3 for word in self.words) + 2 * self.pad + 3

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, with air around."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the ground and the lines."""
        canvas: TaggedCanvas = self.canv
        canvas.setFillColor(SAND)
        canvas.roundRect(0, 4, self.width, self.height - 10, 6, stroke=0, fill=1)
        y = self.height - 6 - self.pad
        for word in self.words:
            y -= word.height
            word.drawOn(canvas, self.pad, y)
            y -= 3


class WhoDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Who fills the form in: a label and one box each."""

    def __init__(self, sheets: PaperSheets, scale: Scale, width: float) -> None:
        super().__init__()
        self.sheets, self.scale, self.width, self.height = sheets, scale, width, scale.row + 10

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the label and the boxes."""
        canvas: TaggedCanvas = self.canv
        y = self.height - self.scale.row
        label = printable(self.sheets.who_label, SEMI)
        canvas.setFillColor(INK)
        canvas.setFont(SEMI, self.scale.text)
        with canvas.mark("P"):
            canvas.write((0, y + 4), label)
        x = text_width(label, SEMI, self.scale.text) + 18
        with canvas.struct("L", Traits(numbering="None")):
            for who in self.sheets.who:
                draw_box(canvas, self.scale, (x, y), PaperBox(number=0, label=who), self.width - x)
                x += self.scale.box + text_width(printable(who), BODY, self.scale.text) + 24


class QuestionDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One question with all that belongs to it, never parted."""

    def __init__(self, question: PaperQuestion, sheets: PaperSheets, scale: Scale, width: float) -> None:
        super().__init__()
        self.question, self.scale, self.width = question, scale, width
        self.starred = sheets.starred
        self.left = scale.gutter + (scale.indent if question.condition else 0)
        self.place = Place("H3")
        room = width - self.left
        self.condition = self._sized(question.condition, SEMI, scale.least, room)
        self.text = self._sized(question.text, SEMI, scale.question, room, self.place)
        self.hint = self._sized(question.hint, BODY, scale.least, room)
        self.begins_with_buttons = bool(question.buttons and question.buttons[0])
        self.columns = _columns(question, scale, width)
        self.height = 20 + self._content_height()

    def _sized(
        self, text: str, font: str, size: float, room: float, place: Place | None = None
    ) -> TaggedParagraph | None:
        if not text:
            return None
        words = plain_paragraph(text, self.scale.style("q", font, size), place)
        words.wrap(room, 9999)
        return words

    def _content_height(self) -> float:
        words = sum(each.height + 2 for each in (self.condition, self.text) if each)
        rows = math.ceil(len(self.question.boxes) / self.columns) + int(self.begins_with_buttons) + int(self._has_hint)
        grid = (len(self.question.grid.halves) + 1) * self.scale.row + 6 if self.question.grid else 0
        return float(words + rows * self.scale.row + grid)

    @property
    def _has_hint(self) -> bool:
        return self.hint is not None or (any(self.question.buttons) and not self.begins_with_buttons)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size, with air above and below."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the question: when it is asked, its number and words, then its boxes."""
        canvas: TaggedCanvas = self.canv
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.7)
        canvas.line(0, 0, self.width, 0)
        if self.question.condition:
            canvas.setStrokeColor(MUTED)
            canvas.setLineWidth(2)
            canvas.line(self.left - 9, 9, self.left - 9, self.height - 8)
        with canvas.struct("Div"):
            y = self._draw_words(canvas, self.height - 8)
            if self.begins_with_buttons:
                self._draw_buttons(canvas, y)
                y -= self.scale.row
            if self._has_hint:
                y = self._draw_hint(canvas, y)
            y = self._draw_boxes(canvas, y)
            if self.question.grid:
                draw_grid(canvas, self.question.grid, self.scale, (_boxes_left(self.scale), y, self.width))

    def _draw_words(self, canvas: TaggedCanvas, y: float) -> float:
        if self.condition:
            y -= self.condition.height
            self.condition.drawOn(canvas, self.left, y)
            y -= 2
        self._draw_number(canvas, y - self.scale.question * 1.08)
        if self.text:
            y -= self.text.height
            self.text.drawOn(canvas, self.left, y)
        return y - 2

    def _draw_number(self, canvas: TaggedCanvas, y: float) -> None:
        """«12 · PL6», and a star before it in the margin."""
        question, scale = self.question, self.scale
        if question.is_starred:
            draw_star(canvas, (-10.0, y + scale.question * 0.33), scale.least * 0.55, self.starred)
        number = str(question.number)
        with canvas.mark(self.place.on(canvas)):
            canvas.setFillColor(INK)
            canvas.setFont(DISPLAY, scale.question)
            canvas.write((0, y), number)
            canvas.setFillColor(MUTED)
            beside = text_width(number, DISPLAY, scale.question) + 4
            shown, size = fitted(f"· {question.code}", BODY, scale.least, self.left - beside - 6, 9)
            canvas.setFont(BODY, size)
            canvas.write((beside, y), shown)

    def _draw_hint(self, canvas: TaggedCanvas, y: float) -> float:
        """What to do with the boxes, and on the same row the buttons that a question with boxes alone has."""
        below = y - self.scale.row
        if self.hint:
            self.hint.drawOn(canvas, self.left, below)
        if not self.begins_with_buttons:
            self._draw_buttons(canvas, y)
        return below

    def _draw_buttons(self, canvas: TaggedCanvas, y: float) -> None:
        """The buttons, each in its fixed place on the page."""
        left = _boxes_left(self.scale)
        room = self.width - left
        ends = (*PLACES[1:], 1.0)
        with canvas.struct("L", Traits(numbering="None")):
            for label, place, end in zip(self.question.buttons, PLACES, ends, strict=False):
                if label:
                    at = (left + place * room, y - self.scale.row)
                    draw_box(canvas, self.scale, at, PaperBox(number=0, label=label), (end - place) * room)

    def _draw_boxes(self, canvas: TaggedCanvas, y: float) -> float:
        boxes = self.question.boxes
        if not boxes:
            return y
        left = _boxes_left(self.scale)
        each = (self.width - left) / self.columns
        with canvas.struct("L", Traits(numbering="None")):
            for place, box in enumerate(boxes):
                row, column = divmod(place, self.columns)
                draw_box(canvas, self.scale, (left + column * each, y - (row + 1) * self.scale.row), box, each)
        return y - math.ceil(len(boxes) / self.columns) * self.scale.row
