"""Weeks as data: what stands where on the clock, large or small, and what the looks mean."""

from __future__ import annotations

from pydantic import Field as Limit

from exports.looks import Look
from planning.frozen import Frozen


class GridEntry(Frozen):
    """Something in a week. `start` and `end` are minutes after midnight; `name` is whole, `short` fits a small grid."""

    day: int = Limit(ge=0, le=4)
    start: int
    end: int
    look: Look
    name: str
    short: str
    time: str
    mark: str = ""
    """Which week it is in, where the grid shows two («A»); empty when it is in both, or the grid shows one."""
    details: tuple[str, ...] = ()


class Week(Frozen):
    """A week, Monday to Friday, to the scale of the clock between `first` and `last` (minutes after midnight)."""

    title: str
    days: tuple[str, ...]
    first: int
    last: int
    entries: tuple[GridEntry, ...]
    empty: str
    """What is said of a day without anything."""
    typical: int = 60
    """Minutes that most lessons of the plan have at least: what the height is made for, the same in every step."""
    is_shared: bool = False
    """Whether two weeks share a grid in some step of the plan: then all its grids are taller."""

    def on(self, day: int) -> tuple[GridEntry, ...]:
        """That day's entries, in the order of the clock."""
        return tuple(sorted((e for e in self.entries if e.day == day), key=lambda e: (e.start, e.end, e.mark, e.name)))


class SmallWeek(Frozen):
    """A week small enough to stand beside others."""

    title: str
    span: str
    week: Week


class SmallWeeks(Frozen):
    """All steps side by side: how the week grows. Says nothing that the step panels do not say in words."""

    weeks: tuple[SmallWeek, ...]
    description: str


class LegendItem(Frozen):
    """A look and its name."""

    look: Look
    text: str


class Legend(Frozen):
    """What the looks mean."""

    items: tuple[LegendItem, ...]
