"""A table of lessons as people send it: any delimiter, columns by heading in any order, Swedish or English.

Without headings the columns are known by what stands in them; a week drawn as a grid and lines under each day are read
as well.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from interop.bare_table import as_lines, columns_of
from interop.decoding import clean, decode
from interop.delimiting import DELIMITERS, GAP, Record, cells_of, is_rule, records, shown_row
from interop.grid_table import as_grid
from interop.words import date_of
from planning.errors import BadInput

MOST_COLUMNS = 60
MOST_ROWS = 6_000  # our default, and more than the 5000 of the design: the largest school seen has 5320 rows
_LINES_BEFORE_HEADINGS = 10
_MOST_LETTERS_BARE = 200_000  # our default: a week that somebody has pasted, and no school's export

_HEADING_WORDS: dict[str, str] = {
    "group": "group|groups|grupp|grupper|klass|klasser|class|classes|klass/grupp|grupp/klass",
    "unit": "unit|enhet",
    "week": "week|vecka|veckor|weeks|week label",
    "weekday": "weekday|day|dag|dagar|veckodag|veckodagar",
    "date": "start date|date|datum|startdatum",
    "start": "start|starttid|börjar|från|start local|start time|starts",
    "end": "end|slut|sluttid|slutar|till|end local|end time|ends",
    "time": "time|times|tid|tider|klockslag|klockan|kl|lektionstid|pass",
    "subject": "subject|subjects|ämne|ämnen|ämnesnamn|kurs|lektion|aktivitet|summary",
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
    has_more_cells: bool = False
    place: str = ""
    """What a doubt calls it: its line, or in a grid its line and day."""
    takes_day_from_above: bool = False

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


@dataclass(frozen=True)
class Table:
    """The fields that have a column, the rows that are not empty, and the columns where they had to be guessed."""

    fields: frozenset[str]
    rows: tuple[Row, ...]
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Headings:
    delimiter: str
    fields: list[str]
    """The field of every column, «» where unknown."""
    skipped: int
    """Records before the lessons."""


def read_table(content: bytes, name: str, mended: Mapping[str, str] = {}) -> Table:
    """The table of a CSV file. `BadInput`: headings_missing, too_many_columns, too_many_rows, bad_csv.

    `mended`: rows that somebody has put right, by the place that a doubt names.
    """
    text = decode(content, name).replace("\r\n", "\n").replace("\r", "\n")
    headings = _headings(text)
    if missing := _missing(set(headings.fields)):
        found = _without_headings(text, name, mended) if len(text) <= _MOST_LETTERS_BARE else None
        if found is None:
            raise BadInput("headings_missing", file=name, field=missing[0], missing=missing)
        return found
    return _rows(text, headings, name, mended)


def _rows(text: str, headings: _Headings, name: str, mended: Mapping[str, str]) -> Table:
    rows: list[Row] = []
    day = ""
    try:
        for line, cells in islice(records(text, headings.delimiter), headings.skipped, None):
            if len(cells) > MOST_COLUMNS:
                raise BadInput("too_many_columns", file=name, field=str(line), most=MOST_COLUMNS)
            given = cells_of(mended[str(line)]) if str(line) in mended else cells
            if any(cell.strip() for cell in given) and not is_rule(given):
                row = _row(line, given, headings.fields, day)
                day = row["weekday"]
                rows.append(row)
            if len(rows) > MOST_ROWS:
                raise BadInput("too_many_rows", file=name, field="rows", most=MOST_ROWS)
    except csv.Error as error:
        raise BadInput("bad_csv", file=name, field="content") from error
    return Table(fields=frozenset(headings.fields) - {""}, rows=tuple(rows))


def _row(line: int, cells: list[str], fields: list[str], day: str) -> Row:
    """One row. A day that stands only in the first of its rows holds for those below it."""
    texts = [clean(cell) for cell in cells]
    found = {field: text for field, text in zip(fields, texts, strict=False) if field}
    if "date" not in fields and date_of(found.get("weekday", "")) is not None:
        found["date"] = found["weekday"]
    from_above = bool(day) and "weekday" in found and not found["weekday"] and len([t for t in texts if t]) > 1
    if from_above:
        found["weekday"] = day
    return Row(
        line=line,
        cells=found,
        raw=shown_row(texts),
        has_more_cells=any(texts[len(fields) :]),
        place=str(line),
        takes_day_from_above=from_above,
    )


def _headings(text: str) -> _Headings:
    """Where the headings stand, and what they are.

    The best of the first lines under each delimiter is the one with most known headings.
    """
    best, known = _Headings(",", [], 0), 0
    for delimiter in DELIMITERS:
        try:
            for n, (_, cells) in enumerate(islice(records(text, delimiter), _LINES_BEFORE_HEADINGS), start=1):
                fields = _fields(cells[:MOST_COLUMNS])
                if len(set(fields) - {""}) > known:
                    best, known = _Headings(delimiter, fields, n), len(set(fields) - {""})
        except csv.Error:
            continue
    return best


def _without_headings(text: str, name: str, mended: Mapping[str, str]) -> Table | None:
    """A grid, a table whose columns can be told by what stands in them, or lines; None when it is none of these."""
    matrices = [(delimiter, matrix) for delimiter in DELIMITERS if (matrix := _matrix(text, delimiter)) is not None]
    for _, matrix in matrices:
        if (grid := as_grid(matrix, mended)) is not None:
            rows = tuple(Row(line, _cleaned(cells), clean(raw), place=place) for line, place, cells, raw in grid)
            return Table(frozenset({"weekday", "start", "end", "subject", "room", "teacher"}), rows)
    for delimiter, matrix in matrices:
        if (fields := columns_of(matrix)) is not None:
            table = _rows(text, _Headings(delimiter, fields, 0), name, mended)
            return Table(table.fields, table.rows, guessed=tuple(field for field in fields if field))
    return _lines(text, mended)


def _lines(text: str, mended: Mapping[str, str]) -> Table | None:
    lines = text.split("\n")
    for place, written in mended.items():
        if place.isdecimal() and int(place) <= len(lines):
            lines[int(place) - 1] = written
    found = as_lines("\n".join(lines))
    if found is None:
        return None
    rows = tuple(Row(line, _cleaned(cells), clean(raw), place=str(line)) for line, cells, raw in found)
    return Table(frozenset({"weekday", "start", "end", "subject", "room", "teacher"}), rows)


def _cleaned(cells: Mapping[str, str]) -> dict[str, str]:
    return {field: clean(cell) for field, cell in cells.items()}


def _matrix(text: str, delimiter: str) -> list[Record] | None:
    """Every row that is not empty; None where the delimiter does not stand in the text, or it is beyond measure."""
    if delimiter != GAP and delimiter not in text:
        return None
    try:
        every = [(n, cells) for n, cells in records(text, delimiter) if any(cell.strip() for cell in cells)]
    except csv.Error:
        return None
    matrix = [(n, cells) for n, cells in every if not is_rule(cells)]
    wide = any(len(cells) > MOST_COLUMNS for _, cells in matrix)
    return None if wide or len(matrix) > MOST_ROWS else matrix


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
