"""Flowables that tag themselves: paragraphs and tables keep one structure element when they split over pages."""

from __future__ import annotations

from typing import Any, Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.paraparser import ParaFrag
from reportlab.platypus.tables import TableRenderCB

from exports.style import face_for, printable, styles, text_width
from exports.tagged import PLAIN, Element, TaggedCanvas, Traits

LEAST_SHRUNK = 0.8
"""No smaller than this share of their size letters become to keep a word whole. Our default."""


class Place:
    """Where in the structure something goes: an element made when it is first drawn, then used again."""

    def __init__(self, tag: str, within: Place | None = None, traits: Traits = PLAIN) -> None:
        self.tag, self.within, self.traits = tag, within, traits
        self._element: Element | None = None

    def on(self, canvas: TaggedCanvas) -> Element:
        """The element."""
        if self._element is None:
            parent = self.within.on(canvas) if self.within else canvas.within[-1]
            self._element = Element(self.tag, parent, self.traits)
        return self._element

    @property
    def is_begun(self) -> bool:
        """Whether it has been drawn on a page before."""
        return self._element is not None


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that marks itself as content of its place. With `outline` (from 0) it stands in the bookmarks."""

    place: Place
    outline: int | None = None
    _room: float | None = None
    """The width that it is broken into lines for."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size. Tables ask again and again; the lines are found once for a width."""
        if width != self._room:
            self._size: tuple[float, float] = super().wrap(width, height)
            if self._splitLongWordCount and self._shrink(width):
                self._size = super().wrap(width, height)
            self._room = width
        return self._size

    def _shrink(self, width: float) -> bool:
        """Makes the letters a little smaller where that saves a word from being parted; whether it did."""
        words = self.frags[0]
        room = width - self.style.leftIndent - self.style.rightIndent
        longest = max(text_width(word, words.fontName, words.fontSize) for word in words.text.split())
        if not LEAST_SHRUNK <= room / longest < 1:
            return False
        words.fontSize *= 0.998 * room / longest
        return True

    def split(self, width: float, height: float) -> list[Any]:
        """The parts, which share the structure element."""
        parts: list[Any] = super().split(width, height)
        self._room = None  # splitting forgets the lines
        for part in parts:
            part.place, part.outline = self.place, self.outline
        return parts

    def draw(self) -> None:
        """Draws it as content of its element, or as an artifact where it repeats a table's head."""
        canvas = self.canv
        if canvas.is_repeating:
            with canvas.artifact():
                super().draw()
            return
        if self.outline is not None and not self.place.is_begun:
            key = f"heading-{canvas.getPageNumber()}-{len(canvas.marked)}"
            canvas.bookmarkHorizontal(key, 0, self.height + 12)
            canvas.addOutlineEntry(self.getPlainText(), key, self.outline)
        with canvas.mark(self.place.on(canvas)):
            super().draw()


def tagged(
    text: str, style: str, place: Place | None = None, *, bullet: str | None = None, outline: int | None = None
) -> TaggedParagraph:
    """A paragraph of plain text in a named style; by default a P of its own."""
    return plain_paragraph(text, styles()[style], place, bullet=bullet, outline=outline)


def plain_paragraph(
    text: str, style: ParagraphStyle, place: Place | None = None, *, bullet: str | None = None,
    outline: int | None = None,
) -> TaggedParagraph:  # fmt: skip
    """The same in a style of one's own. ReportLab's parser never sees the text, so nothing in it can be markup."""
    font = face_for(text, style.fontName)
    shown = printable(text, font)
    words = ParaFrag(
        text=shown, fontName=font, fontSize=style.fontSize, textColor=style.textColor,
        bold=0, italic=0, rise=0, greek=0, link=[], us_lines=[], __tag__="para",
    )  # fmt: skip
    mark = bullet and f"{bullet} "  # with the space that keeps it apart from the first word when read aloud
    paragraph = TaggedParagraph(None, style, mark, [words] if shown else [])
    paragraph.place = place or Place("P")
    paragraph.outline = outline
    return paragraph


class TableTags(TableRenderCB):  # type: ignore[misc]  # reportlab has no types
    """Turns a table into Table, TR, TH and TD, also over page breaks, where the repeated head is an artifact."""

    def __init__(self, head_rows: int, head_columns: int) -> None:
        self.head_rows, self.head_columns = head_rows, head_columns
        self.place = Place("Table")
        self.parts = 0
        self.is_repeat = False

    def startTable(self, table: Any) -> None:  # noqa: N802 - the names of these methods are reportlab's
        """Opens the element."""
        self.canvas: TaggedCanvas = table.canv
        self.canvas.within.append(self.place.on(self.canvas))
        self.parts += 1

    def startRow(self, _table: Any, row: int) -> None:  # noqa: N802
        """Opens a row."""
        self.is_repeat = self.parts > 1 and row < self.head_rows
        self.canvas.is_repeating = self.is_repeat
        if not self.is_repeat:
            self.canvas.within.append(Element("TR", self.canvas.within[-1]))

    def startCell(  # noqa: N802 - reportlab's signature
        self, _table: Any, row: int, column: int, _value: Any, _style: Any, _position: Any, _size: Any
    ) -> None:
        """Opens a cell, with its scope when it is a head."""
        if self.is_repeat:
            return
        scope: Literal["Row", "Column", ""] = (
            "Column" if row < self.head_rows else "Row" if column < self.head_columns else ""
        )
        cell = Element("TH" if scope else "TD", self.canvas.within[-1], Traits(scope=scope))
        self.canvas.within.append(cell)

    def endCell(self, _table: Any) -> None:  # noqa: N802
        """Closes the cell."""
        if not self.is_repeat:
            self.canvas.within.pop()

    def endRow(self, _table: Any) -> None:  # noqa: N802
        """Closes the row."""
        if not self.is_repeat:
            self.canvas.within.pop()
        self.canvas.is_repeating = False

    def endTable(self, _table: Any) -> None:  # noqa: N802
        """Closes the element."""
        self.canvas.within.pop()

    def _ignore(self, _table: Any) -> None:
        """Backgrounds and rules are painted outside all marks and become artifacts."""

    startBG = endBG = startLines = endLines = _ignore  # noqa: N815 - the names are reportlab's


def tagged_table(
    rows: list[list[Any]],
    widths: list[float],
    style: list[tuple[Any, ...]],
    heads: tuple[int, int] = (1, 1),
    *,
    may_part_rows: bool = False,
) -> Table:
    """A table with `heads` rows and columns of headers; the head rows are repeated on every page."""
    table = Table(
        rows, colWidths=widths, repeatRows=heads[0], renderCB=TableTags(*heads), splitInRow=int(may_part_rows)
    )
    table.setStyle(style)
    return table
