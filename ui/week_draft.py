"""A timetable that is looked at before it is kept: what was read of it, and every step that put it right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.app_verbs import Doubt, FileLook, GroupOffer
from casework.school_day import SchoolDay
from planning.timetable import Timetable
from planning.week_edits import WeekEdit, edited
from ui.components.dropzone import Dropped

_LINK = re.compile(r"(?:https?|webcals?)://\S+", re.IGNORECASE)
_CALENDAR = re.compile(r"^\s*BEGIN:VCALENDAR", re.IGNORECASE | re.MULTILINE)
_MENDABLE = re.compile(r"\d+(?: \S+)?")


def pasted(text: str) -> Dropped | None:
    """What was pasted, under the name that its content asks for; None for a link, which is never fetched."""
    content = text.strip("\ufeff \n\r")
    if _LINK.fullmatch(content):
        return None
    if _CALENDAR.search(content):
        return Dropped("kalender.ics", content.encode())
    return Dropped("schema.xml" if content.startswith("<") else "tabell.csv", content.encode())


@dataclass(frozen=True)
class Look:
    """The week after a step: the timetable, what could not be read of it, and the rows put right so far."""

    timetable: Timetable
    doubts: tuple[Doubt, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)


@dataclass
class WeekDraft:
    """A timetable in the making. `given`: the file that it was read from; None: tapped, or the one in hand."""

    read: FileLook
    given: Dropped | None = None
    offers: tuple[GroupOffer, ...] = ()
    group: str | None = None
    day: SchoolDay | None = None
    """The bell times that it was tapped into."""
    is_in_hand: bool = False
    """It was begun from the timetable that the case has."""
    looks: list[Look] = field(default_factory=list)
    left_alone: set[str] = field(default_factory=set)
    """Questions that somebody has said need nothing, by their keys."""

    def __post_init__(self) -> None:
        if not self.looks:
            self.looks.append(Look(self.read.timetable, self.read.doubts))

    @property
    def now(self) -> Look:
        """The week as it stands."""
        return self.looks[-1]

    @property
    def timetable(self) -> Timetable:
        """The timetable as it stands."""
        return self.now.timetable

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return len(self.looks) > 1

    @property
    def can_mend_rows(self) -> bool:
        """Whether its rows can be put right where they stand: it is a table, and no calendar."""
        return self.given is not None and not _CALENDAR.search(self.given.content[:4000].decode("utf-8", "replace"))

    def is_mendable(self, doubt: Doubt) -> bool:
        """Whether that row can be typed anew in its place."""
        return self.can_mend_rows and doubt.left_out and bool(_MENDABLE.fullmatch(doubt.where))

    def do(self, edit: WeekEdit, doubts: tuple[Doubt, ...] | None = None) -> None:
        """One step; with the doubts afterwards where it changes them."""
        told = self.now.doubts if doubts is None else doubts
        self.looks.append(Look(edited(self.timetable, edit), told, self.now.rows))

    def undo(self) -> None:
        """The last step taken back."""
        if self.can_undo:
            self.looks.pop()

    def take(self, again: FileLook, rows: Mapping[str, str]) -> None:
        """The file read again with rows put right: what came of them joins the week, and every other step stands."""
        before = {lesson.id for lesson in self.read.timetable.lessons}
        came = tuple(lesson for lesson in again.timetable.lessons if lesson.id not in before)
        weeks = tuple(dict.fromkeys((*self.timetable.week_labels, *again.timetable.week_labels)))
        week = edited(self.timetable, WeekEdit(puts=came, weeks=weeks)) if came else self.timetable
        self.read = again
        self.looks.append(Look(week, again.doubts, rows))
