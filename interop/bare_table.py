"""Lessons without headings: columns known by what stands in them, or lines as people write them under each day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from interop.delimiting import Record
from interop.lesson_text import lesson_in
from interop.words import clock_of, day_number, day_of, span_of, weekday_of
from planning.clock import clock_text

_MOST_OF = 0.7  # our default: so large a share of a column's cells tells what it is
_LEAST_COLUMNS = 3
_CELL_OF_ROOM = re.compile(r"\d|sal(en)?\b|hall(en)?\b", re.IGNORECASE)
_HYPHEN = "[-\u2010-\u2014\u2212]"
_BEGINS = re.compile(
    rf"(?:kl\.?\s*)?(\d{{1,2}}[:.]\d{{2}}|\d{{4}}|\d{{1,2}}(?=\s*{_HYPHEN}\s*\d))"
    rf"(?:\s*(?:{_HYPHEN}|till|to|\s)\s*(?:kl\.?\s*)?(\d{{1,2}}[:.]\d{{2}}|\d{{4}}|\d{{1,2}}))?(?=\s|$|[,;:–-])",
    re.IGNORECASE,
)
"""The time that a line begins with."""

LineRow = tuple[int, Mapping[str, str], str]
"""A line, its cells by field (none where it says no lesson), and what stood there."""


def columns_of(matrix: Sequence[Record]) -> list[str] | None:
    """The field of every column of a table without headings; None when day, time and subject are not plain to see."""
    width = max((len(cells) for _, cells in matrix), default=0)
    if width < _LEAST_COLUMNS:
        return None
    columns = [[cells[n].strip() for _, cells in matrix if n < len(cells) and cells[n].strip()] for n in range(width)]
    fields = [""] * width
    day = next((n for n in (_first(columns, lambda cell: day_of(cell) is not None), _first(columns, _is_number))
                if n is not None), None)  # fmt: skip
    times = [n for n, cells in enumerate(columns) if n != day and _mostly(cells, _is_time)]
    if day is None or not times:
        return None
    fields[day] = "weekday"
    fields[times[0]] = "start"
    if len(times) > 1:
        fields[times[1]] = "end"
    rest = [n for n, cells in enumerate(columns) if cells and not fields[n] and n not in times]
    if not rest or not _mostly(columns[rest[0]], lambda cell: any(map(str.isalpha, cell))):
        return None
    fields[rest[0]] = "subject"
    for column in rest[1:]:
        field = "room" if _mostly(columns[column], lambda cell: bool(_CELL_OF_ROOM.search(cell))) else "teacher"
        fields[column] = field if field not in fields else ""
    return fields


def _first(columns: Sequence[Sequence[str]], is_one: Callable[[str], bool]) -> int | None:
    return next((n for n, cells in enumerate(columns) if _mostly(cells, is_one)), None)


def _mostly(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(is_one, cells)) >= _MOST_OF * len(cells)


def _is_number(cell: str) -> bool:
    return day_number(cell) is not None


def _is_time(cell: str) -> bool:
    return span_of(cell)[0] is not None


def as_lines(text: str) -> list[LineRow] | None:
    """Lessons written line by line: «Mån 08.10–09.00 Bild B204», or a day and its lessons below it; None otherwise."""
    found: list[LineRow] = []
    day = ""
    open_line: tuple[int, list[str]] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        written = line.strip(" \t\r\u00a0•*")
        named, rest = _day_first(written)
        day = named or day
        begins = _BEGINS.match(rest)
        if begins is not None and day:
            open_line = None if rest[begins.end() :].strip() else (number, [rest])
            found.append(_lesson(number, day, rest))
        elif open_line is not None and rest and not named:
            open_line[1].append(rest)
            found[-1] = _lesson(open_line[0], day, "\n".join(open_line[1]))
        elif rest:
            found.append((number, {}, written))
    lessons = sum(bool(cells.get("subject")) for _, cells, _ in found)
    return found if lessons and lessons * 2 >= len(found) else None


def _day_first(written: str) -> tuple[str, str]:
    """The day that a line begins with, «» when it begins with none, and what follows."""
    word, _, rest = written.partition(" ")
    known = weekday_of(word.rstrip(",:"))
    return (known.short, rest.strip(" ,:")) if known is not None else ("", written)


def _lesson(number: int, day: str, rest: str) -> LineRow:
    begins = _BEGINS.match(rest)
    assert begins is not None
    lesson = lesson_in(rest[begins.end() :])
    start, end = span_of(f"{begins[1]}-{begins[2]}") if begins[2] else (clock_of(begins[1]), None)
    cells = {
        "weekday": day, "subject": lesson.subject, "room": lesson.room, "teacher": lesson.teacher,
        "start": begins[1] if start is None else clock_text(start), "end": "" if end is None else clock_text(end),
    }
    return number, cells, f"{day} {rest}".replace("\n", ", ")
