"""Draws a document as tagged PDF: accessible (PDF/UA-1), fit for archives (PDF/A-3a), the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from typing import Any, assert_never

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Spacer, Table
from reportlab.platypus import PageBreak as NewPage

from exports.blocks import (
    Block,
    Box,
    Bullets,
    Choices,
    Document,
    Entries,
    Heading,
    KeyTiles,
    Legend,
    Note,
    PageBreak,
    Paragraph,
    Rows,
    Signatures,
    SmallWeeks,
    Staircase,
    StepPanel,
    StudentWeek,
)
from exports.draft_mark import draw_across
from exports.form_drawing import PanelDrawing, RuledLines, SignaturesDrawing, TickLine
from exports.overview_drawing import LegendDrawing, StaircaseDrawing, TilesDrawing
from exports.paper_blocks import PaperSheets
from exports.paper_form_drawing import paper_flow
from exports.printable import CELL, LONG, SHORT, clean
from exports.student_drawing import StudentWeekDrawing
from exports.style import (
    BODY,
    BOLD,
    BRAND,
    BRAND_TINT,
    GRID,
    LINE,
    MUTED,
    SAND,
    fitted,
    printable,
    register_fonts,
)
from exports.summary_blocks import SummarySheet
from exports.summary_drawing import summary_flow
from exports.tagged import TaggedCanvas, Traits
from exports.tagged_flow import Place, tagged, tagged_table
from exports.week_drawing import SmallWeeksDrawing

SIDE, TOP, BOTTOM = 50.0, 53.0, 46.0
LANDSCAPE_SIDE, LANDSCAPE_TOP, LANDSCAPE_BOTTOM = 34.0, 30.0, 30.0
_CREATOR = "Stegvis"
TALL_ENTRY = 1500
"""Characters of one entry that may fill a page of their own; its row is then parted over pages."""


def render_pdf(document: Document) -> bytes:
    """The document as a PDF file. Equal documents give equal bytes."""
    register_fonts()
    return _Printer(document).print()


class _Printer:
    """Prints one document: once to count the pages, once for good."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.size = landscape(A4) if document.is_landscape else A4
        wide = (LANDSCAPE_SIDE, LANDSCAPE_TOP, LANDSCAPE_BOTTOM)
        self.side, self.top, self.bottom = wide if document.is_landscape else (SIDE, TOP, BOTTOM)
        self.width = self.size[0] - 2 * self.side
        self.height = self.size[1] - self.top - self.bottom

    def print(self) -> bytes:
        """The bytes of the file."""
        _, pages = self._build(0)
        data, _ = self._build(pages)
        return data

    def _build(self, pages: int) -> tuple[bytes, int]:
        out = io.BytesIO()
        document = self.document
        template = BaseDocTemplate(
            out, pagesize=self.size, title=printable(document.title), author=printable(document.author) or _CREATOR,
            subject=printable(document.subject), keywords=_CREATOR, creator=_CREATOR, producer=_CREATOR,
            lang=document.language, initialFontName=BODY, invariant=1,
        )
        frame = Frame(self.side, self.bottom, self.width, self.height, 0, 0, 0, 0)
        furnish = partial(self._furnish, pages)
        template.addPageTemplates([PageTemplate("page", [frame], onPage=furnish)])
        flowables = [flowable for block in document.blocks for flowable in self._flow(block)]
        template.build(flowables, canvasmaker=TaggedCanvas)
        return out.getvalue(), template.page

    def _furnish(self, pages: int, canvas: TaggedCanvas, _template: Any) -> None:
        """Head and foot of a page."""
        document, right = self.document, self.size[0] - self.side
        with canvas.artifact():
            if document.across:
                draw_across(canvas, document.across, self.size)
            if document.mark or document.running:
                self._draw_head(canvas, right)
            canvas.setFillColor(MUTED)
            number = document.page_text.format(page=canvas.getPageNumber(), pages=pages)
            canvas.setFont(BODY, document.foot_size)
            canvas.write((right, self.bottom - 24), number, "right")
            footer, size = fitted(document.footer, BODY, document.foot_size - 0.4, self.width - 60, 6)
            canvas.setFont(BODY, size)
            canvas.write((self.side, self.bottom - 24), footer)

    def _draw_head(self, canvas: TaggedCanvas, right: float) -> None:
        y = self.size[1] - 34
        canvas.setFillColor(BRAND)
        canvas.rect(0, self.size[1] - 9, self.size[0], 9, stroke=0, fill=1)
        mark, size = fitted(self.document.mark, BOLD, 9.4, self.width * 0.62, 7)
        canvas.setFont(BOLD, size)
        canvas.write((self.side, y), mark)
        canvas.setFillColor(MUTED)
        running, size = fitted(self.document.running, BODY, 8.8, self.width * 0.36, 6)
        canvas.setFont(BODY, size)
        canvas.write((right, y), running, "right")

    def _flow(self, block: Block) -> Iterator[Flowable]:  # noqa: C901 - one branch for each kind of block
        match block:
            case Heading():
                yield tagged(block.text, f"h{block.level}", Place(f"H{block.level}"), outline=block.level - 1)
            case Paragraph():
                yield tagged(block.text, block.tone)
            case Bullets():
                yield from _bullets(block)
            case Entries():
                yield self._entries(block, self.width)
                yield Spacer(1, 5)
            case Rows():
                yield self._rows(block)
                yield Spacer(1, 6)
            case KeyTiles():
                yield TilesDrawing(block, self.width)
            case Staircase():
                yield StaircaseDrawing(block, self.width)
            case SmallWeeks():
                yield SmallWeeksDrawing(block, self.width)
            case Legend():
                yield LegendDrawing(block, self.width)
            case StepPanel():
                yield from self._panel(block)
            case Note():
                yield Spacer(1, 4)
                yield self._note(block)
                yield Spacer(1, 6)
            case Choices():
                yield from _choices(block)
            case Signatures():
                yield SignaturesDrawing(block)
            case Box():
                yield KeepTogether([self._box(block), Spacer(1, 8)])
            case PageBreak():
                yield NewPage()
            case StudentWeek():
                yield StudentWeekDrawing(block, self.width, self.height - 1)
            case SummarySheet():
                yield from summary_flow(block, self.width, self.height - 1)
            case PaperSheets():
                yield from paper_flow(block, self.width)
            case _:
                assert_never(block)

    def _panel(self, panel: StepPanel) -> Iterator[Flowable]:
        for number, week in enumerate(panel.weeks):
            yield PanelDrawing(panel, week, self.width, with_lists=number == 0)

    def _entries(self, block: Entries, width: float) -> Table:
        rows = [
            [
                tagged(clean(entry.label, SHORT), "label"),
                [tagged(clean(value, LONG), "value") for value in entry.values if value]
                or RuledLines(self.document.blank, entry.lines),
            ]
            for entry in block.rows
        ]
        style = [*_BARE, ("LINEBELOW", (0, 0), (-1, -2), 0.4, GRID), ("RIGHTPADDING", (0, 0), (0, -1), 10)]
        is_tall = any(sum(map(len, entry.values)) > TALL_ENTRY for entry in block.rows)
        return tagged_table(rows, [width * 0.38, width * 0.62], style, (0, 1), may_part_rows=is_tall)

    def _rows(self, block: Rows) -> Table:
        numeric = len(block.head) if block.numeric is None else block.numeric
        head = [tagged(text, "number_head" if n >= numeric else "cell_head") for n, text in enumerate(block.head)]
        body = []
        for place, row in enumerate(block.rows):
            is_total = block.has_total and place == len(block.rows) - 1
            styles = [_cell_style(n, numeric, is_total=is_total) for n in range(len(row))]
            body.append([tagged(clean(text, CELL), style) for text, style in zip(row, styles, strict=True)])
        shares = block.widths or (1.0,) * len(block.head)
        widths = [self.width * share / sum(shares) for share in shares]
        return tagged_table([head, *body], widths, _TABLE, (1, 1))

    def _note(self, block: Note) -> Table:
        words = [tagged(block.title, "note_title")] if block.title else []
        words += [tagged(text, "body") for text in block.paragraphs]
        return Table([[word] for word in words], colWidths=[self.width], style=_NOTE)

    def _box(self, block: Box) -> Table:
        inner = self.width - 24
        rows: list[list[Any]] = [[tagged(block.title, "box_title", Place("H2"), outline=1)]]
        for part in block.blocks:
            match part:
                case Entries():
                    rows.append([self._entries(part, inner)])
                case Choices():
                    rows.append([list(_choices(part))])
                case Paragraph():
                    rows.append([tagged(part.text, part.tone)])
                case Signatures():
                    rows.append([SignaturesDrawing(part)])
                case _:
                    assert_never(part)
        return Table(rows, colWidths=[self.width], style=_BOX)


def _cell_style(column: int, numeric: int, *, is_total: bool) -> str:
    """Figures stand to the right; what names a row and what sums up is bold."""
    kind = "number" if column >= numeric else "cell"
    return f"{kind}_bold" if is_total or column == 0 else kind


def _bullets(block: Bullets) -> Iterator[Flowable]:
    if block.title:
        yield tagged(block.title, "h3", Place("P"))
    listing = Place("L", traits=Traits(numbering="Disc"))
    for item in block.items:
        yield tagged(item, "bullet", Place("LBody", Place("LI", listing)), bullet="•")
    yield Spacer(1, 4)


def _choices(block: Choices) -> Iterator[Flowable]:
    listing = Place("L", traits=Traits(numbering="None"))
    for number, item in enumerate(block.items):
        is_ticked = number < len(block.ticked) and block.ticked[number]
        yield TickLine(item, listing, is_ticked=is_ticked)


_BARE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]
_TABLE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
    ("BACKGROUND", (0, 0), (-1, 0), BRAND_TINT),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
]
_NOTE: list[tuple[Any, ...]] = [
    *_BARE,
    ("BACKGROUND", (0, 0), (-1, -1), SAND),
    ("LEFTPADDING", (0, 0), (-1, -1), 12),
    ("RIGHTPADDING", (0, 0), (-1, -1), 12),
    ("TOPPADDING", (0, 0), (-1, 0), 7),
    ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
]
_BOX: list[tuple[Any, ...]] = [
    *_BARE,
    ("BACKGROUND", (0, 0), (-1, 0), BRAND),
    ("BOX", (0, 0), (-1, -1), 1, BRAND),
    ("LEFTPADDING", (0, 0), (-1, -1), 12),
    ("RIGHTPADDING", (0, 0), (-1, -1), 12),
    ("TOPPADDING", (0, 0), (-1, 0), 5),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 7),
    ("TOPPADDING", (0, 1), (-1, 1), 8),
    ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
]
