"""Lists side by side, facts in columns, and tables with groups or steps, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from exports.printable import clean
from exports.table_blocks import GroupedRows, StepTable
from exports.text_blocks import Bullets, Entry, FactColumns, ListColumns

RULE = "______"


def figure_lines(block: ListColumns | FactColumns | GroupedRows | StepTable, blank: str) -> Iterator[str]:
    """The block's lines. `blank` is said before what is to be filled in."""
    match block:
        case ListColumns():
            for one in block.lists:
                yield from bullet_lines(one)
        case FactColumns():
            yield from (entry_line(fact, blank) for fact in block.facts)
        case GroupedRows():
            yield from _grouped(block)
        case StepTable():
            yield from _step_table(block)
        case _:
            assert_never(block)


def bullet_lines(block: Bullets) -> Iterator[str]:
    """A list under its title; nothing of a list without items."""
    if block.title and block.items:
        yield f"{clean(block.title)}:"
    yield from (f"- {clean(item)}" for item in block.items)


def entry_line(fact: Entry, blank: str) -> str:
    """A fact behind its label, or a line to fill in."""
    values = "; ".join(clean(value) for value in fact.values if value)
    return f"{clean(fact.label)}: {values or f'{blank} {RULE}'.strip()}"


def _grouped(block: GroupedRows) -> Iterator[str]:
    yield " | ".join(map(clean, block.head))
    for group in block.groups:
        yield f"{clean(group.title).rstrip('.')}:"
        yield from (" | ".join(map(clean, row)) for row in group.rows)


def _step_table(block: StepTable) -> Iterator[str]:
    heads = (f"{step.name} ({step.when})" if step.when else step.name for step in block.steps)
    note = (block.note,) if block.note else ()
    yield " | ".join(map(clean, (block.head, block.before, *heads, *block.after, *note)))
    for row in block.rows:
        said = (row.note,) if row.note else ()
        yield " | ".join(map(clean, (row.name, row.before, *(cell.text for cell in row.cells), *row.after, *said)))
