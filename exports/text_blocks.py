"""Facts and lists as data: labelled facts one under the other or in columns, and lists alone or side by side."""

from __future__ import annotations

from pydantic import Field as Limit

from planning.frozen import Frozen


class Bullets(Frozen):
    """A list with or without a title."""

    items: tuple[str, ...]
    title: str = ""


class ListColumns(Frozen):
    """Lists side by side, so many in a row; read one after the other."""

    lists: tuple[Bullets, ...]
    per_row: int = Limit(default=2, ge=1, le=4)


class Entry(Frozen):
    """A label and what it stands before; without values a ruled line. `lines` are the lines to rule."""

    label: str
    values: tuple[str, ...] = ()
    lines: int = 1


class Entries(Frozen):
    """Labelled facts, one under the other."""

    rows: tuple[Entry, ...]


class FactColumns(Frozen):
    """Labelled facts in columns, each under its label; read row by row."""

    facts: tuple[Entry, ...]
    per_row: int = Limit(default=3, ge=1, le=4)
