"""A timetable that is looked at before it is kept: what was read of it, and every step that put it right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casework.app_verbs import Doubt, FileLook, GroupOffer, TimetableChoice
from casework.school_day import SchoolDay
from interop.words import span_of
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
class HoursWanted:
    """A file whose hours have numbers and no times: it is read when somebody has said when they are."""

    given: Dropped
    choice: TimetableChoice
    hours: tuple[str, ...]


def hours_in(text: str, hours: Sequence[str]) -> dict[str, tuple[int, int]]:
    """When each hour is, of lines as «1: 08.10–09.00»; what is no such line is left out."""
    found = {}
    for line in text.splitlines():
        name, _, times = line.partition(":")
        start, end = span_of(times)
        if name.strip() in hours and start is not None and end is not None and start < end:
            found[name.strip()] = (start, end)
    return found


@dataclass(frozen=True)
class Look:
    """The week after a step: the timetable, what could not be read of it, and what of its file was asked for."""

    timetable: Timetable
    doubts: tuple[Doubt, ...] = ()
    choice: TimetableChoice = field(default_factory=TimetableChoice)


@dataclass
class WeekDraft:
    """A timetable in the making. `given`: the file that it was read from; None: tapped, or the one in hand."""

    read: FileLook
    given: Dropped | None = None
    offers: tuple[GroupOffer, ...] = ()
    choice: TimetableChoice = field(default_factory=TimetableChoice)
    """Which part of the file it is, and what the file does not say itself."""
    day: SchoolDay | None = None
    """The bell times that it was tapped into."""
    is_in_hand: bool = False
    """It was begun from the timetable that the case has."""
    looks: list[Look] = field(default_factory=list)
    left_alone: set[str] = field(default_factory=set)
    """Questions that somebody has said need nothing, by their keys."""

    def __post_init__(self) -> None:
        if not self.looks:
            self.looks.append(Look(self.read.timetable, self.read.doubts, self.choice))

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
        self.looks.append(Look(edited(self.timetable, edit), told, self.now.choice))

    def undo(self) -> None:
        """The last step taken back."""
        if self.can_undo:
            self.looks.pop()

    def take(self, again: FileLook, choice: TimetableChoice) -> None:
        """The file read again with rows put right: what came of them joins the week, and every other step stands."""
        before = {lesson.id for lesson in self.read.timetable.lessons}
        came = tuple(lesson for lesson in again.timetable.lessons if lesson.id not in before)
        weeks = tuple(dict.fromkeys((*self.timetable.week_labels, *again.timetable.week_labels)))
        week = edited(self.timetable, WeekEdit(puts=came, weeks=weeks)) if came else self.timetable
        self.read = again
        self.looks.append(Look(week, again.doubts, choice))
