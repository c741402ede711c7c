"""A week drawn as a grid: days across and times down, or the other way, as it looks when copied from a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from interop.delimiting import Record
from interop.lesson_text import lesson_in
from interop.words import day_of, span_of
from planning.clock import Weekday, clock_text

_LEAST_DAYS = 2
_LINES_BEFORE_DAYS = 10
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\s*/\s*\d{1,2}|\d{1,2}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*",
    re.IGNORECASE,
)

Cells = Mapping[str, str]
GridRow = tuple[int, str, Cells, str]
"""A lesson's line, its place («4 mon»), its cells by field, and what stood there."""


def as_grid(matrix: Sequence[Record], rows: Mapping[str, str]) -> list[GridRow] | None:
    """The lessons of the grid, row by row; None when it is none. `rows`: cells put right by hand, by their place."""
    return _days_across(matrix, rows) or _days_across(_turned(matrix), rows)


def _days_across(matrix: Sequence[Record], rows: Mapping[str, str]) -> list[GridRow] | None:
    for place, (_, cells) in enumerate(matrix[:_LINES_BEFORE_DAYS]):
        days = _days(cells)
        if len({day for _, day in days.values()}) >= _LEAST_DAYS and len(days) == len(set(days.values())):
            found = [row for record in matrix[place + 1 :] for row in _row(record, days, rows)]
            timed = sum(bool(row[2]["start"]) for row in found)
            return found if timed * 2 > len(found) else None
    return None


def _days(cells: Sequence[str]) -> dict[int, tuple[str, Weekday]]:
    """The columns that are days: «Måndag», «Tis 1/9», «Mån A»."""
    named = {number: day_of(_DATE.sub("", cell)) for number, cell in enumerate(cells) if len(cell) <= 30}
    return {number: day for number, day in named.items() if day is not None}


def _row(record: Record, days: Mapping[int, tuple[str, Weekday]], rows: Mapping[str, str]) -> list[GridRow]:
    line, cells = record
    if len(_days(cells)) >= _LEAST_DAYS:
        return []
    start, end = _time_of(cells[: min(days)])
    found: list[GridRow] = []
    for column, (week, day) in days.items():
        text = cells[column].strip() if column < len(cells) else ""
        place = f"{line} {week}{day.short}"
        given = rows.get(place, text).strip()
        if not given or not any(sign.isalnum() for sign in given):
            continue
        lesson = lesson_in(given)
        from_, till = (lesson.start, lesson.end) if lesson.start is not None else (start, end)
        fields = {
            "weekday": day.short, "week": week, "subject": lesson.subject, "room": lesson.room,
            "teacher": lesson.teacher,
            "start": "" if from_ is None else clock_text(from_), "end": "" if till is None else clock_text(till),
        }
        found.append((line, place, fields, given))
    return found


def _time_of(cells: Sequence[str]) -> tuple[int | None, int | None]:
    """The time that stands before the days: «08.10–09.00» in one cell, or start and end in two."""
    spans = [span for cell in cells if (span := span_of(cell))[0] is not None]
    if not spans:
        return None, None
    start, end = spans[0]
    return start, end if end is not None or len(spans) == 1 else spans[1][0]


def _turned(matrix: Sequence[Record]) -> list[Record]:
    """Columns as rows, where the first row has times and the days stand below each other."""
    timed = next((n for n, (_, cells) in enumerate(matrix[:_LINES_BEFORE_DAYS])
                  if sum(span_of(cell)[0] is not None for cell in cells) >= _LEAST_DAYS), None)  # fmt: skip
    if timed is None:
        return []
    rows = [cells for _, cells in matrix[timed:]]
    width = max(len(cells) for cells in rows)
    return [(n + 1, [cells[n] if n < len(cells) else "" for cells in rows]) for n in range(width)]
