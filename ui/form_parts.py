"""What a form is made of, as data: fields, rows of the same, and parts that are saved each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planning.frozen import Frozen
from wording.fact_names import called


class Kind(Enum):
    """How a field is asked."""

    TEXT = "text"
    LONG = "long"
    LINES = "lines"
    DATE = "date"
    NUMBER = "number"
    MINUTES = "minutes"
    YES_NO = "yes_no"
    SAID = "said"
    """Yes, no, or nobody has said."""
    DECISION = "decision"
    """A kind of decision, chosen among those there are."""
    TESTS = "tests"
    """What is decided about national tests."""


@dataclass(frozen=True)
class Entry:
    """One field: its path within the facts (or within its row), and what it is called."""

    path: str
    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Rows:
    """Several of the same: the path of the list, what one of them is made of, and which model it is."""

    path: str
    title: str
    model: type[Frozen]
    columns: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A part of the form, saved by itself."""

    key: str
    title: str
    parts: tuple[Entry | Rows, ...]


def field(path: str, kind: Kind = Kind.TEXT) -> Entry:
    """A field of the facts, by the name that it has everywhere."""
    return Entry(path, called(path), kind)
