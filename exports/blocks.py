"""A document as data: blocks in reading order. Renderers draw them; builders know nothing of paper.

All text is plain text. Where a value is empty the renderer rules a line for the school to fill in.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field as Limit

from exports.paper_blocks import PaperSheets
from exports.summary_blocks import SummarySheet
from planning.frozen import Frozen


class Look(StrEnum):
    """How something in a week looks: a tint and a pattern, so that it can be told apart in grey."""

    LANGUAGE = "language"
    MATHEMATICS = "mathematics"
    SCIENCE = "science"
    SOCIETY = "society"
    ARTS = "arts"
    SPORTS = "sports"
    OTHER = "other"
    COACH = "coach"
    LUNCH = "lunch"


class Tone(StrEnum):
    """How loud a paragraph is."""

    LEAD = "lead"
    BODY = "body"
    MUTED = "muted"
    INTRO = "intro"
    """Muted, and never parted from what it introduces."""


class Heading(Frozen):
    """A heading; level 1 is the document's title and comes once."""

    level: int = Limit(ge=1, le=3)
    text: str


class Paragraph(Frozen):
    """A paragraph."""

    text: str
    tone: Tone = Tone.BODY


class Bullets(Frozen):
    """A list with or without a title."""

    items: tuple[str, ...]
    title: str = ""


class Entry(Frozen):
    """A label and what it stands before; without values a ruled line. `lines` are the lines to rule."""

    label: str
    values: tuple[str, ...] = ()
    lines: int = 1


class Entries(Frozen):
    """Labelled facts, one under the other."""

    rows: tuple[Entry, ...]


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


class GridEntry(Frozen):
    """Something in a week. `start` and `end` are minutes after midnight; `name` is whole, `short` fits a small grid."""

    day: int = Limit(ge=0, le=4)
    start: int
    end: int
    look: Look
    name: str
    short: str
    time: str
    details: tuple[str, ...] = ()


class Week(Frozen):
    """A week, Monday to Friday, to the scale of the clock between `first` and `last` (minutes after midnight)."""

    title: str
    days: tuple[str, ...]
    first: int
    last: int
    entries: tuple[GridEntry, ...]
    empty: str
    """What is said of a day without anything."""

    def on(self, day: int) -> tuple[GridEntry, ...]:
        """That day's entries, in the order of the clock."""
        return tuple(sorted((e for e in self.entries if e.day == day), key=lambda e: (e.start, e.end, e.name)))


class SmallWeek(Frozen):
    """A week small enough to stand beside others."""

    title: str
    span: str
    week: Week


class SmallWeeks(Frozen):
    """All steps side by side: how the week grows. Says nothing that the step panels do not say in words."""

    weeks: tuple[SmallWeek, ...]
    description: str


class LegendItem(Frozen):
    """A look and its name."""

    look: Look
    text: str


class Legend(Frozen):
    """What the looks mean."""

    items: tuple[LegendItem, ...]


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


class Moment(Frozen):
    """Something in the student's day: when, what, and small facts. `icon` names a picture; empty for none."""

    time: str
    name: str
    details: tuple[str, ...] = ()
    icon: str
    look: Look


class DayCard(Frozen):
    """One day of the student's week. `note` stands where there is nothing else."""

    name: str
    moments: tuple[Moment, ...]
    note: str = ""


class HelpCard(Frozen):
    """Something good to know, under the week."""

    icon: str
    title: str
    text: str


class StudentWeek(Frozen):
    """A page of the student's own: one week of one step. `number` of `count` steps."""

    title: str
    subtitle: str
    number: int
    count: int
    days: tuple[DayCard, ...]
    help: tuple[HelpCard, ...]
    is_large: bool = False
    """With larger letters."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Entries
    | Rows
    | KeyTiles
    | Staircase
    | SmallWeeks
    | Legend
    | StepPanel
    | Note
    | Choices
    | Signatures
    | Box
    | PageBreak
    | StudentWeek
    | PaperSheets
    | SummarySheet
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
    is_landscape: bool = False
    blank: str = ""
    """What is printed before a ruled line: «Fylls i av skolan:»."""
    blocks: tuple[Block, ...]
