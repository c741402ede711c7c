"""Text to rows of cells, whatever stands between them: comma, semicolon, tab, upright line, or a gap of spaces."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

GAP = "  "
"""Columns that stand under each other, with two spaces or more between them."""
DELIMITERS = (",", ";", "\t", "|", GAP)
MENDED = ";"
"""What stands between the cells of a row that is shown to be put right."""
_GAP = re.compile(r"[ \u00a0]{2,}|\t")
_RULE = re.compile(r":?[-=_]{2,}:?")

Record = tuple[int, list[str]]
"""The line that a row ends at, and its cells."""


def records(text: str, delimiter: str) -> Iterator[Record]:
    """Every row of the text. Raises `csv.Error` for cells beyond measure."""
    if delimiter == GAP:
        for number, line in enumerate(text.split("\n"), start=1):
            yield number, _GAP.split(line.strip())
        return
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        yield reader.line_num, cells


def is_rule(cells: list[str]) -> bool:
    """Whether it is the line drawn below headings: «|---|---|»."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(_RULE.fullmatch(cell) for cell in filled)


def shown_row(cells: list[str]) -> str:
    """The row as somebody can read it and put it right."""
    return f"{MENDED} ".join(cells).rstrip(f"{MENDED} ")


def cells_of(mended: str) -> list[str]:
    """The cells of a row that somebody has put right."""
    return [cell.strip() for cell in mended.split(MENDED)]
