"""Turns the blocks of a document into what ReportLab lays out on pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table
from reportlab.platypus import PageBreak as NewPage

from exports.blocks import (
    Block,
    Box,
    Bullets,
    Choices,
    CutCards,
    DecisionForm,
    Entries,
    FactColumns,
    FourSheets,
    GroupedRows,
    Heading,
    KeyTiles,
    Legend,
    ListColumns,
    Note,
    PageBreak,
    Paragraph,
    Rows,
    Sheet,
    Signatures,
    SmallWeeks,
    Staircase,
    StepPanel,
    StepTable,
    StudentWeek,
)
from exports.decision_form_drawing import DecisionFormDrawing
from exports.figure_flow import figure_flow
from exports.form_drawing import PanelDrawing, RuledLines, SignaturesDrawing, TickLine
from exports.overview_drawing import LegendDrawing, StaircaseDrawing, TilesDrawing
from exports.paper_blocks import PaperSheets
from exports.paper_form_drawing import paper_flow
from exports.pocket_card_blocks import PocketCards
from exports.printable import CELL, LONG, SHORT, clean
from exports.sheet_drawing import small_paper_flow
from exports.small_weeks_drawing import SmallWeeksDrawing
from exports.student_flow import own_paper
from exports.student_papers import FirstDay, PhoneWeek, ShortDay
from exports.style import BRAND, BRAND_TINT, GRID, LINE, SAND
from exports.summary_blocks import SummarySheet
from exports.summary_drawing import summary_flow
from exports.tagged import Traits
from exports.tagged_flow import Place, tagged, tagged_table

HEAD_AND_MORE = 110.0
"""Room that a heading needs with the beginning of what may run over to the next page, points."""
TALL_ENTRY = 1500
"""Characters of one entry that may fill a page of their own; its row is then parted over pages."""


class Flow:
    """The flow of blocks within a frame of that width and height, points. `blank` is said before a ruled line."""

    def __init__(self, width: float, height: float, blank: str) -> None:
        self.width, self.height, self.blank = width, height, blank

    def of(self, block: Block) -> Iterator[Flowable]:  # noqa: C901 - one branch for each kind of block
        """The block, laid out."""
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield tagged(block.text, block.tone)
            case Bullets():
                yield from _bullets(block)
            case ListColumns() | FactColumns() | GroupedRows() | StepTable():
                yield from figure_flow(block, self.width, self.blank)
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
            case DecisionForm():
                yield DecisionFormDrawing(block, self.width)
            case PageBreak():
                yield NewPage()
            case StudentWeek() | PocketCards() | PhoneWeek() | FirstDay() | ShortDay():
                yield own_paper(block, self.width, self.height - 1)
            case SummarySheet():
                yield from summary_flow(block, self.width, self.height - 1)
            case PaperSheets():
                yield from paper_flow(block, self.width)
            case Sheet() | FourSheets() | CutCards():
                yield from small_paper_flow(block, self.width, self.height - 1)
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
                or RuledLines(self.blank, entry.lines),
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
        is_short = sum(map(len, block.paragraphs)) <= TALL_ENTRY
        kept = [("NOSPLIT", (0, 0), (-1, -1))] if is_short else []
        return Table([[word] for word in words], colWidths=[self.width], style=[*_NOTE, *kept])

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


def _heading(block: Heading) -> Iterator[Flowable]:
    heading = tagged(block.text, f"h{block.level}", Place(f"H{block.level}"), outline=block.level - 1)
    if block.may_part:
        yield CondPageBreak(HEAD_AND_MORE)
        heading.keepWithNext = 0
    yield heading


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
