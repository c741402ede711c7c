"""Sheets of a workbook: plain data, and how they are written as xlsx.

Text is always written as text, times as times, dates as dates. There is no formula in the file and no macro, and a text
that looks like a formula is marked so that it stays text also when somebody edits the cell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.table_cells import could_be_formula

LONGEST_CELL = 32_000
"""Signs in a cell; Excel takes 32 767."""
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a property of the file, which has no zone
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = {
    "bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E4EFE9", "bottom": 1, "border_color": "#5B7A6C",
}  # fmt: skip


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    """Text that may take several lines."""
    NUMBER = "number"
    SHARE = "share"
    """A share, 0 to 1, shown in per cent."""
    DATE = "date"
    TIME = "time"
    """Minutes after midnight."""


Cell = str | int | float | dt.date | None


@dataclass(frozen=True)
class Column:
    """A column: what stands over it, its width in signs, and what its cells are."""

    heading: str
    width: int
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Sheet:
    """A sheet: `rows` can be filtered, `below` are totals after them with what their numbers are."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    below: tuple[tuple[Kind, tuple[Cell, ...]], ...] = ()


def write_workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """The workbook; the same sheets give the same bytes."""
    out = BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, **_SAFE})
    workbook.set_properties({"title": title, "created": _MADE})
    try:
        looks = _Looks(workbook)
        for sheet in sheets:
            _write(workbook.add_worksheet(sheet.name), sheet, looks)
    finally:
        workbook.close()
    return out.getvalue()


class _Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[Kind, bool, bool], Format] = {}
        self.head: Format = workbook.add_format(_HEAD)

    def of(self, kind: Kind, *, is_total: bool = False, is_quoted: bool = False) -> Format:
        """How such a cell looks. `is_quoted`: it stays text also when it is edited."""
        key = (kind, is_total, is_quoted)
        if key not in self._made:
            told: dict[str, Any] = {"valign": "top", **_KINDS[kind]}
            if is_total:
                told |= {"bold": True, "top": 1}
            if is_quoted:
                told["quote_prefix"] = True
            self._made[key] = self._workbook.add_format(told)
        return self._made[key]


_KINDS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.TEXT: {},
    Kind.LONG_TEXT: {"text_wrap": True},
    Kind.NUMBER: {"num_format": "#,##0"},
    Kind.SHARE: {"num_format": "0%"},
    Kind.DATE: {"num_format": "yyyy-mm-dd", "align": "left"},
    Kind.TIME: {"num_format": "hh:mm", "align": "left"},
}


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        _put_text(page, 0, number, column.heading, looks.head)
    row = 0
    for cells in sheet.rows:
        row += 1
        _put_row(page, row, cells, sheet.columns, looks)
    if sheet.rows and len(sheet.columns) > 1:
        page.autofilter(0, 0, row, len(sheet.columns) - 1)
    for kind, cells in sheet.below:
        row += 1
        columns = [column if column.kind in _WORDS else Column("", 0, kind) for column in sheet.columns]
        _put_row(page, row, cells, columns, looks, is_total=True)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&R&P (&N)")


_WORDS = (Kind.TEXT, Kind.LONG_TEXT)


def _put_row(
    page: Worksheet,
    row: int,
    cells: Sequence[Cell],
    columns: Sequence[Column],
    looks: _Looks,
    *,
    is_total: bool = False,
) -> None:
    for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        at = row, number
        match cell:
            case None:
                pass
            case str():
                words = column.kind if column.kind in _WORDS else Kind.TEXT
                _put_text(page, *at, cell, looks.of(words, is_total=is_total, is_quoted=could_be_formula(cell)))
            case dt.date():
                moment = dt.datetime.combine(cell, dt.time())
                page.write_datetime(*at, moment, looks.of(Kind.DATE, is_total=is_total))
            case _:
                share_of_day = cell / (24 * 60) if column.kind is Kind.TIME else cell
                page.write_number(*at, share_of_day, looks.of(column.kind, is_total=is_total))


def _put_text(page: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Always as a string, whatever it looks like."""
    page.write_string(row, column, text[:LONGEST_CELL], look)
