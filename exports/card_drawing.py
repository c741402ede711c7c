"""Cards to cut out, drawn: eight fronts on a page, and their backs on the next, mirrored for printing on both sides."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports.icons import draw_icon
from exports.sheet_blocks import CutCard, CutCards
from exports.student_blocks import PictureStyle
from exports.style import BODY, BOLD, BRAND, BRAND_TINT, DISPLAY, INK, LINE, MUTED, broken, fitted, text_width
from exports.tagged import TaggedCanvas

_MM = 72 / 25.4
WIDE, HIGH = 85 * _MM, 55 * _MM
"""A card's size, points."""
COLUMNS, ROWS = 2, 4
ON_A_PAGE = COLUMNS * ROWS
MARK, APART = 8.0, 3.0
"""Length of a cut mark, and how far from the card it begins, points."""
PAD = 12.0
LARGEST, LARGEST_BACK = 44.0, 12.5
"""Type sizes where the words are few, points."""


class CutCardsDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A page of cards: their fronts, or their backs with the columns the other way round."""

    def __init__(self, block: CutCards, width: float, height: float, *, backs: bool) -> None:
        super().__init__()
        self.block, self.width, self.height, self.backs = block, width, height, backs

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size: the page's frame."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page."""
        canvas: TaggedCanvas = self.canv
        left, bottom = (self.width - COLUMNS * WIDE) / 2, (self.height - ROWS * HIGH) / 2
        self._draw_title(canvas, left)
        _draw_marks(canvas, left, bottom)
        for number, card in enumerate(self.block.cards[:ON_A_PAGE]):
            column, row = number % COLUMNS, number // COLUMNS
            x = left + WIDE * (COLUMNS - 1 - column if self.backs else column)
            y = bottom + HIGH * (ROWS - 1 - row)
            if self.backs:
                _draw_back(canvas, card, x, y)
            else:
                _draw_front(canvas, card, (x, y), self.block.style)

    def _draw_title(self, canvas: TaggedCanvas, left: float) -> None:
        title = self.block.backs_title if self.backs else self.block.fronts_title
        is_first = self.block.number == 1 and not self.backs
        shown, size = fitted(title, BOLD, 10, COLUMNS * WIDE, 6)
        canvas.setFillColor(MUTED)
        canvas.setFont(BOLD, size)
        with canvas.mark("H1" if is_first else "H2"):
            canvas.write((left, self.height - 20), shown)


def _draw_marks(canvas: TaggedCanvas, left: float, bottom: float) -> None:
    """Short lines outside the cards, where to cut, and hair lines between the cards."""
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.5)
    right, top = left + COLUMNS * WIDE, bottom + ROWS * HIGH
    for column in range(COLUMNS + 1):
        x = left + column * WIDE
        canvas.line(x, bottom - APART, x, bottom - APART - MARK)
        canvas.line(x, top + APART, x, top + APART + MARK)
    for row in range(ROWS + 1):
        y = bottom + row * HIGH
        canvas.line(left - APART, y, left - APART - MARK, y)
        canvas.line(right + APART, y, right + APART + MARK, y)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.3)
    for column in range(1, COLUMNS):
        canvas.line(left + column * WIDE, bottom, left + column * WIDE, top)
    for row in range(1, ROWS):
        canvas.line(left, bottom + row * HIGH, right, bottom + row * HIGH)


def _draw_front(canvas: TaggedCanvas, card: CutCard, at: tuple[float, float], style: PictureStyle) -> None:
    """A picture and a few large words; below them a smaller line, or lines to write on."""
    x, y = at
    room, side = WIDE - 2 * PAD, 44.0
    below = (15 if card.line else 0) + 20 * card.blanks
    if card.icon:
        draw_icon(canvas, card.icon, (x + PAD, y + HIGH - PAD - side, side), (BRAND, BRAND_TINT), style)
    left = x + PAD + (side + 12 if card.icon else 0)
    beside = room - (side + 12 if card.icon else 0)
    size, lines = _large(card.front, beside, HIGH - 2 * PAD - below)
    top = y + HIGH - PAD - (side / 2 + size * 0.35 if len(lines) == 1 else size * 0.9)
    canvas.setFillColor(BRAND)
    canvas.setFont(DISPLAY, size)
    with canvas.mark("P"):
        for number, line in enumerate(lines):
            canvas.write((left, top - number * size * 1.12), line)
    if card.line:
        shown, small = fitted(card.line, BODY, 11, room, 6)
        canvas.setFillColor(INK)
        canvas.setFont(BODY, small)
        with canvas.mark("P"):
            canvas.write((x + PAD, y + PAD + 20 * card.blanks), shown)
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.6)
    for number in range(card.blanks):
        canvas.line(x + PAD, y + PAD + 20 * number, x + WIDE - PAD, y + PAD + 20 * number)


def _large(text: str, room: float, height: float) -> tuple[float, list[str]]:
    """The largest letters in which the words stand whole in that room, and their lines."""
    size = LARGEST
    while size > 9:
        most = max(1, int(height // (size * 1.12)))
        lines = broken(text, DISPLAY, size, room, most)
        fits = not any(line.endswith("…") for line in lines)
        if fits and all(text_width(line, DISPLAY, size) <= room for line in lines):
            return size, lines
        size -= 1
    return size, broken(text, DISPLAY, size, room, max(1, int(height // (size * 1.12))))


def _draw_back(canvas: TaggedCanvas, card: CutCard, x: float, y: float) -> None:
    """What the card means, and what the adult does."""
    room = WIDE - 2 * PAD
    shown, size = fitted(card.back_title, BOLD, 11.5, room, 7)
    canvas.setFillColor(BRAND)
    canvas.setFont(BOLD, size)
    with canvas.mark("P"):
        canvas.write((x + PAD, y + HIGH - PAD - 10), shown)
    letters, lines = _small(card.back, room, HIGH - 2 * PAD - 16)
    canvas.setFillColor(INK)
    at = y + HIGH - PAD - 14 - letters * 1.25
    for passage in lines:
        with canvas.mark("P"):
            for line in passage:
                canvas.setFont(BODY, letters)
                canvas.write((x + PAD, at), line)
                at -= letters * 1.22
        at -= letters * 0.3


def _small(passages: tuple[str, ...], room: float, height: float) -> tuple[float, list[list[str]]]:
    """The largest letters in which the passages stand whole in that room."""
    size = LARGEST_BACK
    while True:
        lines = [broken(passage, BODY, size, room, 12) for passage in passages]
        tall = sum(len(passage) * size * 1.22 + size * 0.3 for passage in lines)
        if tall <= height or size <= 5:
            return size, lines
        size -= 0.5
