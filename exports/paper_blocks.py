"""The questions on paper as data: what a form to fill in by hand is made of."""

from __future__ import annotations

from planning.frozen import Frozen

BUTTONS = 4
"""A row has so many fixed places; an empty one is left blank, so that an answer always stands in the same place."""


class PaperBox(Frozen):
    """A box to tick, with the number that it is keyed in by; 0 where the label says it."""

    number: int
    label: str


class PaperGrid(Frozen):
    """A small table of half days: one column a day, one row a half, with a numbered box in every square."""

    days: tuple[str, ...]
    halves: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    """By half, then day; 0 where there is no box."""


class PaperQuestion(Frozen):
    """One question. `code` is its lasting name; `number` counts within the form."""

    number: int
    code: str
    text: str
    condition: str = ""
    """When it is to be answered: «Om du svarade Ja på fråga 11»."""
    hint: str = ""
    """What to do with the boxes: «Kryssa en ruta.»"""
    buttons: tuple[str, ...] = ()
    """Labels of the fixed places, «» for one that is left out. The row comes first when the first is there."""
    boxes: tuple[PaperBox, ...] = ()
    grid: PaperGrid | None = None
    is_starred: bool = False
    """Part of the short route, where the form has more than that."""


class PaperSection(Frozen):
    """A stretch of questions under a heading."""

    title: str
    questions: tuple[PaperQuestion, ...]


class PaperSheets(Frozen):
    """The whole form: what to know first, and the questions."""

    title: str
    whose: str = ""
    """A first name or initials, only where somebody has asked for it."""
    lead: tuple[str, ...] = ()
    """Opening words."""
    how: tuple[str, ...] = ()
    """How it is filled in."""
    sees_title: str = ""
    sees: tuple[str, ...] = ()
    """Who sees the answers."""
    who_label: str = ""
    who: tuple[str, ...] = ()
    """Who fills it in: one box each."""
    starred: str = "★"
    """What the star is called when it is read aloud."""
    sections: tuple[PaperSection, ...]
    is_large: bool = False
