"""A document as data: blocks in reading order. Renderers draw them; builders know nothing of paper.

All text is plain text. Where a value is empty the renderer rules a line for the school to fill in.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field as Limit

from exports.decision_form import DecisionForm as DecisionForm
from exports.looks import Look as Look
from exports.page_format import PageFormat
from exports.paper_blocks import PaperSheets
from exports.sheet_blocks import CutCards as CutCards
from exports.sheet_blocks import FourSheets as FourSheets
from exports.sheet_blocks import Sheet as Sheet
from exports.student_blocks import DayCard as DayCard
from exports.student_blocks import HelpCard as HelpCard
from exports.student_blocks import Moment as Moment
from exports.student_blocks import StudentWeek as StudentWeek
from exports.student_papers import OwnPaper
from exports.summary_blocks import SummarySheet
from exports.table_blocks import GroupedRows as GroupedRows
from exports.table_blocks import RowGroup as RowGroup
from exports.table_blocks import StepCell as StepCell
from exports.table_blocks import StepColumn as StepColumn
from exports.table_blocks import StepRow as StepRow
from exports.table_blocks import StepTable as StepTable
from exports.text_blocks import Bullets as Bullets
from exports.text_blocks import Entries as Entries
from exports.text_blocks import Entry as Entry
from exports.text_blocks import FactColumns as FactColumns
from exports.text_blocks import ListColumns as ListColumns
from exports.week_blocks import GridEntry as GridEntry
from exports.week_blocks import Legend as Legend
from exports.week_blocks import LegendItem as LegendItem
from exports.week_blocks import SmallWeek as SmallWeek
from exports.week_blocks import SmallWeeks as SmallWeeks
from exports.week_blocks import Week as Week
from planning.frozen import Frozen


class Tone(StrEnum):
    """How loud a paragraph is."""

    LEAD = "lead"
    BODY = "body"
    MUTED = "muted"
    FINE = "fine"
    """Small print: what the rest rests on."""
    INTRO = "intro"
    """Muted, and never parted from what it introduces."""


class Heading(Frozen):
    """A heading; level 1 is the document's title and comes once."""

    level: int = Limit(ge=1, le=3)
    text: str
    may_part: bool = False
    """Whether what follows may run over to the next page: then only its beginning is kept with the heading."""


class Paragraph(Frozen):
    """A paragraph."""

    text: str
    tone: Tone = Tone.BODY


class Rows(Frozen):
    """A table. The first column names the row; `numeric` says from which column on there are numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    """Relative widths; empty for equal."""
    numeric: int | None = None
    summary: str = ""
    has_total: bool = False
    """Whether the last row sums up the others."""


class Tile(Frozen):
    """A number worth seeing first, and what it is."""

    value: str
    label: str


class KeyTiles(Frozen):
    """The few facts that give the picture in a glance."""

    tiles: tuple[Tile, ...]


class Stair(Frozen):
    """One stair: a step's name, its weeks, its minutes and how they are said."""

    name: str
    span: str
    minutes: int
    text: str


class Staircase(Frozen):
    """The weekly hours of all steps against the whole timetable. `description` says the same in a sentence."""

    stairs: tuple[Stair, ...]
    full_minutes: int
    full_text: str
    description: str


class StepPanel(Frozen):
    """One step: what it means beside what its week looks like."""

    number: int
    title: str
    span: str
    facts: tuple[str, ...]
    lists: tuple[Bullets, ...]
    weeks: tuple[Week, ...]


class Note(Frozen):
    """Something set apart from the text."""

    title: str
    paragraphs: tuple[str, ...]


class Choices(Frozen):
    """Boxes to tick, with a line after those that ask for words."""

    items: tuple[str, ...]
    ticked: tuple[bool, ...] = ()


class Signatures(Frozen):
    """Places to sign, side by side."""

    labels: tuple[str, ...]


class PageBreak(Frozen):
    """The rest begins on a new page."""


class Box(Frozen):
    """Blocks that belong together in a frame, kept on one page where they fit."""

    title: str
    blocks: tuple[Entries | Choices | Paragraph | Signatures, ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | ListColumns
    | Entries
    | FactColumns
    | Rows
    | GroupedRows
    | StepTable
    | KeyTiles
    | Staircase
    | SmallWeeks
    | Legend
    | StepPanel
    | Note
    | Choices
    | Signatures
    | Box
    | DecisionForm
    | PageBreak
    | OwnPaper
    | PaperSheets
    | SummarySheet
    | Sheet
    | FourSheets
    | CutCards
)


class Document(Frozen):
    """A whole document. `mark` stands on every page (status or secrecy), `running` beside it, `footer` at the foot."""

    title: str
    subject: str
    author: str
    """An organisation, never a person: it stands in the file's metadata."""
    language: str = "sv-SE"
    mark: str = ""
    across: str = ""
    """A pale word across every page («UTKAST»), or nothing."""
    running: str = ""
    footer: str = ""
    page_text: str = "{page} ({pages})"
    foot_size: float = 8.6
    """Type size of page number and footer, points."""
    format: PageFormat = PageFormat.A4
    blank: str = ""
    """What is printed before a ruled line: «Fylls i av skolan:»."""
    attached: str = ""
    """The plan as JSON, attached to the file, or nothing. It holds only what the blocks say."""
    blocks: tuple[Block, ...]
