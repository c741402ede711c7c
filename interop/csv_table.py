"""A table of lessons as people send it: any delimiter, columns by heading in any order, Swedish or English."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from interop.decoding import clean, decode
from planning.errors import BadInput

MOST_COLUMNS = 60
MOST_ROWS = 6_000  # our default, and more than the 5000 of the design: the largest school seen has 5320 rows
_DELIMITERS = ",;\t"
_LINES_BEFORE_HEADINGS = 10

_HEADING_WORDS: dict[str, str] = {
    "group": "group|groups|grupp|grupper|klass|klasser|class|classes|klass/grupp|grupp/klass",
    "unit": "unit|enhet",
    "week": "week|vecka|veckor|weeks|week label",
    "weekday": "weekday|day|dag|veckodag",
    "date": "start date|date|datum|startdatum",
    "start": "start|starttid|börjar|från|start local|start time|starts",
    "end": "end|slut|sluttid|slutar|till|end local|end time|ends",
    "time": "time|tid|tider|klockslag|klockan|kl",
    "subject": "subject|ämne|ämnen|kurs|lektion|summary",
    "teacher": "teacher|teachers|lärare|signatur",
    "room": "room|rooms|sal|salar|lokal|lokaler|rum|plats|location",
    "part_of_group": "part of group|delgrupp|del av grupp",
    "ref": "source activity id|source ref|id",
    "kind": "kind|typ|slag",
    "note": "note|notes|anteckning|kommentar",
}
HEADINGS: dict[str, str] = {word: field for field, words in _HEADING_WORDS.items() for word in words.split("|")}


@dataclass(frozen=True)
class Row:
    """One row below the headings: its line in the file, its cells by field, and whether cells were left over."""

    line: int
    cells: Mapping[str, str]
    raw: str
    has_more_cells: bool

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True)
class Table:
    """The fields that have a column, and the rows that are not empty."""

    fields: frozenset[str]
    rows: tuple[Row, ...]


def read_table(content: bytes, name: str) -> Table:
    """The table of a CSV file. `BadInput`: headings_missing, too_many_columns, too_many_rows, bad_csv."""
    text = decode(content, name)
    delimiter, fields, skipped = _headings(text, name)
    rows = []
    try:
        for line, cells in islice(_lines(text, delimiter), skipped, None):
            if len(cells) > MOST_COLUMNS:
                raise BadInput("too_many_columns", file=name, field=str(line), most=MOST_COLUMNS)
            if any(cell.strip() for cell in cells):
                rows.append(_row(line, cells, fields))
            if len(rows) > MOST_ROWS:
                raise BadInput("too_many_rows", file=name, field="rows", most=MOST_ROWS)
    except csv.Error as error:
        raise BadInput("bad_csv", file=name, field="content") from error
    return Table(fields=frozenset(fields) - {""}, rows=tuple(rows))


def _row(line: int, cells: list[str], fields: list[str]) -> Row:
    texts = [clean(cell) for cell in cells]
    return Row(
        line=line,
        cells={field: text for field, text in zip(fields, texts, strict=False) if field},
        raw=" ".join(text for text in texts if text),
        has_more_cells=any(texts[len(fields) :]),
    )


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        yield reader.line_num, cells


def _headings(text: str, name: str) -> tuple[str, list[str], int]:
    """The delimiter, the field of every column ("" where unknown), and how many records come before the lessons.

    The best of the first lines under each delimiter is the one with most known headings.
    """
    best: tuple[int, str, list[str], int] = (0, ",", [], 0)
    for delimiter in _DELIMITERS:
        try:
            for n, (_, cells) in enumerate(islice(_lines(text, delimiter), _LINES_BEFORE_HEADINGS), start=1):
                fields = _fields(cells[:MOST_COLUMNS])
                if (known := len(set(fields) - {""})) > best[0]:
                    best = (known, delimiter, fields, n)
        except csv.Error:
            continue
    _, delimiter, fields, skipped = best
    if missing := _missing(set(fields)):
        raise BadInput("headings_missing", file=name, field=missing[0], missing=missing)
    return delimiter, fields, skipped


def _fields(cells: list[str]) -> list[str]:
    """The field of each heading; of two columns for one field the first counts."""
    fields: list[str] = []
    for cell in cells:
        words = " ".join(clean(cell).replace("_", " ").casefold().rstrip(".:").split())
        field = HEADINGS.get(words, "")
        fields.append("" if field in fields else field)
    return fields


def _missing(fields: set[str]) -> tuple[str, ...]:
    needed = (("weekday", {"weekday", "date"}), ("start", {"start", "time"}), ("subject", {"subject"}))
    return tuple(field for field, any_of in needed if not fields & any_of)
