"""Small papers as data: a sheet that always keeps to its page, the same four on a page, and cards to cut out."""

from __future__ import annotations

from enum import StrEnum

from exports.student_blocks import PictureStyle
from planning.frozen import Frozen


class SheetText(Frozen):
    """A short passage."""

    text: str
    is_muted: bool = False


Cell = str | tuple[str, ...]
"""What stands in a cell: a passage, or several under each other."""


class SheetTable(Frozen):
    """A table under a heading. Cells of the columns `ruled` (from 0) that are empty are lines to write on.

    With `ticks` a last column has boxes to tick, in every row its own.
    """

    title: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    ruled: tuple[int, ...] = ()
    ticks: tuple[tuple[str, ...], ...] = ()
    """The boxes of each row; empty for a table without boxes."""


class Bullet(StrEnum):
    """What stands before a line."""

    DOT = "•"
    DO = "✓"
    DO_NOT = "–"


class SheetLines(Frozen):
    """Short lines under a heading."""

    title: str
    lines: tuple[str, ...]
    bullet: Bullet = Bullet.DOT
    is_set_apart: bool = False
    """On a pale ground: what is good to have seen first."""


class SheetField(Frozen):
    """Something and its value; a line to write on where the value is empty."""

    label: str
    value: str = ""


class SheetFields(Frozen):
    """Labelled values under a heading."""

    title: str = ""
    rows: tuple[SheetField, ...]


class SheetPair(Frozen):
    """Two stretches side by side; the left one is read first."""

    left: tuple[SheetText | SheetLines | SheetFields, ...]
    right: tuple[SheetText | SheetLines | SheetFields, ...]


SheetPart = SheetText | SheetTable | SheetLines | SheetFields | SheetPair


class Sheet(Frozen):
    """A page of its own: everything on it is made smaller until it fits, and nothing is cut off."""

    title: str
    subtitle: str = ""
    parts: tuple[SheetPart, ...]
    foot: str = ""
    """A line at the foot of the sheet itself."""
    number: int = 1
    """Which of the document's sheets it is, from 1: the first bears the document's title."""
    may_run_on: bool = False
    """Whether it may run over several pages instead."""


class FourSheets(Frozen):
    """Up to four sheets on a page, to cut apart: each a quarter of it."""

    sheets: tuple[Sheet, ...]


class CutCard(Frozen):
    """A card of 85 × 55 mm: what is held up, and on its back what the adult does."""

    icon: str
    front: str
    line: str = ""
    """Smaller, under the words of the front."""
    blanks: int = 0
    """Lines to write on, under that."""
    back_title: str
    back: tuple[str, ...]


class CutCards(Frozen):
    """Up to eight cards on a page and their backs on the next, to print on both sides and cut out."""

    cards: tuple[CutCard, ...]
    fronts_title: str
    backs_title: str
    style: PictureStyle = PictureStyle.CALM
    number: int = 1
    """Which of the document's pages of cards it is, from 1."""
