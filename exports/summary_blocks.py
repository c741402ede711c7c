"""The summary on paper as data: the student's lines in groups, to tick by hand."""

from __future__ import annotations

from planning.frozen import Frozen


class SummaryLine(Frozen):
    """One thing understood, and what the student has said of it so far."""

    text: str
    is_right: bool | None = None
    is_most_important: bool = False


class SummaryTopic(Frozen):
    """The lines about one topic."""

    name: str
    lines: tuple[SummaryLine, ...]


class SummaryGroup(Frozen):
    """«Det här fungerar» and the others."""

    name: str
    topics: tuple[SummaryTopic, ...]


class SummarySheet(Frozen):
    """The whole page. `right`, `wrong` and `important` are what the boxes and the star stand for."""

    title: str
    whose: str
    """First name and day."""
    how: str
    """What to do with boxes and stars."""
    right: str
    wrong: str
    important: str
    groups: tuple[SummaryGroup, ...]
