"""The words that were put into a document, to be compared with those that come out of its file."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from exports.blocks import Bullets, Document
from exports.style import printable
from planning.frozen import Frozen
from tests.exports.spoken import Spoken

NOT_WORDS: Mapping[str, str] = {
    "icon": "a picture's name",
    "description": "what a drawing says aloud instead of its marks",
    "summary": "what a table is about; its words say it themselves",
    "short": "the name where there is no room for the whole one, which stands elsewhere",
    "details": "cut where an hour has little room",
    "FormField.name": "what the field is called in the file",
    "FormField.hint": "said of a field by whoever reads aloud, before it is filled in",
    "SigningPlace.name": "what the field is called in the file",
    "DecisionForm.choices_about": "said of the boxes by whoever reads aloud",
    "DocumentCode.document": "printed in groups of four",
    "DocumentCode.plan": "printed in groups of four",
    "Moment.length": "beginning and end say it",
    "PaperSheets.who_label": "stands before boxes, where there are any",
    "Week.empty": "said of a day without anything, where there is one",
    "SummarySheet.important": "stands above a column",
    "PaperSheets.starred": "stands beside a star",
}
"""Fields of blocks that are not printed word for word, and why. By their own names, or with that of their block."""

DRAWN = {"(åååå-mm-dd)", "Dokument", "Version", "Kontroll"}
"""Words that a drawing says of itself."""
CODE = re.compile(r"[0-9A-Z]{4}|[0-9A-F]{1,3}|[0-9]+")
"""A group of a document's code, and the number of a question."""

CUT = "…"
LONGER_THAN_A_LINE = 24
"""A word of more letters may be parted at the end of a line."""


def texts(value: Any, leaving_out: Container[str] = NOT_WORDS) -> Iterator[str]:
    """Every text of a block, as it is to be read: in one line, with what no font has replaced: Arabic, not emoji."""
    match value:
        case Enum() | Bullets(items=()):  # a list without anything is left out with its title
            return
        case str():
            if shown := printable(value):
                yield shown
        case tuple():
            for one in value:
                yield from texts(one, leaving_out)
        case Frozen():
            for name in type(value).model_fields:
                if name not in leaving_out and f"{type(value).__name__}.{name}" not in leaving_out:
                    yield from texts(getattr(value, name), leaving_out)


def words(document: Document) -> set[str]:
    """Every word of the blocks, and what is said before a ruled line."""
    return {word for text in (*texts(document.blocks, ()), *texts(document.blank)) for word in text.split()}


def is_explained(word: str, known: set[str]) -> bool:
    """Whether a word of the file was put in: whole, cut with an ellipsis, as a piece of a word longer than a line, or
    as the letter that stands for a day or parts two things.
    """
    bare = word.removesuffix(CUT)
    if word in known or word in DRAWN or len(bare) <= 1 or CODE.fullmatch(word):
        return True
    if word.endswith(CUT) and any(one.startswith(bare) for one in known):
        return True
    return any(bare in one for one in known if len(one) > LONGER_THAN_A_LINE)


def missing(document: Document, heard: Sequence[Spoken]) -> list[str]:
    """Texts of the blocks that are not read whole, and those that are read before what stands before them."""
    said = f" {' '.join(' '.join(one.text for one in heard).split())} "
    found = [f"not read: {text}" for text in texts(document.blocks) if f" {text} " not in said]
    at = 0
    for block in document.blocks:
        places = [said.find(f" {text} ", at) for text in texts(block)]
        if places and max(places) < 0:
            found.append(f"read too early: {next(texts(block))}")
        at = min((place for place in places if place >= 0), default=at)
    return found
