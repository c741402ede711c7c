"""Tables as data that are more than rows: rows under what they belong to, and figures step by step."""

from __future__ import annotations

from pydantic import Field as Limit

from planning.frozen import Frozen


class RowGroup(Frozen):
    """Rows and what they belong to."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class GroupedRows(Frozen):
    """A table whose rows stand under the title of their group."""

    head: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    widths: tuple[float, ...]
    """Relative widths."""


class StepColumn(Frozen):
    """A step as the head of a column, and when it is."""

    name: str
    when: str = ""


class StepCell(Frozen):
    """What a row says of a step. `strength` shades it: 0 nothing, 1 some, 2 all there is."""

    text: str
    strength: int = Limit(default=0, ge=0, le=2)


class StepRow(Frozen):
    """A row of a table of steps: its name, what stands before the steps, a cell for each of them, what stands after."""

    name: str
    before: str = ""
    cells: tuple[StepCell, ...]
    after: tuple[str, ...] = ()
    note: str = ""
    is_total: bool = False


class StepTable(Frozen):
    """Figures step by step, the steps side by side; the same steps stand in the same place in every such table."""

    head: str
    before: str
    after: tuple[str, ...] = ()
    """Heads of the columns before and after the steps."""
    note: str = ""
    """Head of a last column with words, where there is room for one."""
    steps: tuple[StepColumn, ...]
    rows: tuple[StepRow, ...]
