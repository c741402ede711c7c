"""Lists side by side, facts in columns, and tables with groups or steps: which of them is laid out how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from exports.table_blocks import GroupedRows, StepTable
from exports.table_drawing import grouped_flow, step_table_flow
from exports.text_blocks import FactColumns, ListColumns
from exports.text_drawing import facts_flow, lists_flow


def figure_flow(block: ListColumns | FactColumns | GroupedRows | StepTable, width: float, blank: str) -> Iterator[Any]:
    """The block, laid out in that width (points)."""
    match block:
        case ListColumns():
            yield from lists_flow(block, width)
        case FactColumns():
            yield from facts_flow(block, width, blank)
        case GroupedRows():
            yield from grouped_flow(block, width)
        case StepTable():
            yield from step_table_flow(block, width)
        case _:
            assert_never(block)
