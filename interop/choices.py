"""What the reader is told (`TimetableChoice`) and what it answers (`Reading`): values shared by every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.timetable import Timetable, WeekLabel

Unit = Literal["class", "student_path"]
Fold = Literal["weekly", "dated", "auto"]
RAW_LENGTH = 300


class TimetableChoice(Frozen):
    """Which part of somebody's file is this student's week, and what the file itself does not say.

    `unit`: «class» holds everything that any part of the class has, «student_path» one possible student.
    `week_labels`: the file's week labels in use, in rotation order; None takes all of them.
    `keep_parts`: values of part_of_group to keep, the empty one included only when "" is named; None keeps all.
    `lesson_kinds`: values of a kind column that are lessons; None lets the words of the column speak.
    `from_date`, `to_date`: both included; only for dated sources.
    `bell_times`: hour label -> (start, end), for sources without a clock; goes before the label's own clock.
    `days`: the source's day name -> (week label, weekday), for sources that have names of their own.
    `lesson_minutes`: assumed, with a doubt, where a source has a start only (our default: 45).
    `rows`: rows of a table as somebody has put them right, by the place that a doubt names.
    `fold`: «weekly» makes an ordinary week of dated lessons, «dated» leaves them; «auto» folds a calendar file
    whose lessons repeat.
    """

    group: str | None = None
    """The group (class) in the file whose week it is; needed when the file has several."""
    unit: Unit | None = None
    """«class» holds all that any part of the class has, «student_path» one possible student."""
    week_labels: tuple[WeekLabel, ...] | None = Field(default=None, min_length=1)
    """The file's week labels in use, in the order of the rotation; null takes all of them."""
    keep_parts: tuple[str, ...] | None = None
    """Values of part_of_group to keep, the empty one only when it is named; null keeps all."""
    drop_subjects: tuple[str, ...] = ()
    """Subjects of the file that are left out."""
    lesson_kinds: tuple[str, ...] | None = None
    """Values of a kind column that are lessons; null lets the words of the column speak."""
    from_date: dt.date | None = None
    """First date to read, only for dated sources."""
    to_date: dt.date | None = None
    """Last date to read, only for dated sources."""
    bell_times: Mapping[str, tuple[ClockTime, ClockTime]] = {}
    """Hour label to [start, end], for sources without a clock."""
    days: Mapping[str, tuple[WeekLabel, WeekdayField]] = {}
    """The source's day name to [week label, weekday], for sources that have names of their own."""
    lesson_minutes: int = Field(default=45, ge=5, le=240)
    """Minutes of a lesson that has a start only; it is assumed with a doubt. 45 is our default."""
    rows: Mapping[str, str] = {}
    """Rows of a table that were put right by hand, by the place that the doubt about them names; empty: left out."""
    fold: Fold = "auto"
    """«weekly» makes an ordinary week of dated lessons, «dated» leaves them, «auto» folds what repeats."""

    def takes_part(self, part: str) -> bool:
        """Whether a lesson for that part of the group is wanted."""
        return self.keep_parts is None or part in self.keep_parts

    def takes_week(self, week: WeekLabel) -> bool:
        """Whether that week of the file is in use; what comes every week always is."""
        return self.week_labels is None or week == "" or week in self.week_labels

    def takes_date(self, day: dt.date) -> bool:
        """Whether the date lies between `from_date` and `to_date`."""
        return (self.from_date or dt.date.min) <= day <= (self.to_date or dt.date.max)


class Doubt(Frozen):
    """Something that was left out, or taken on an assumption (`left_out` is False), for the coach to look at.

    `where` is the place in the file: a line number, a date, a day and an hour. `code` is for `wording`;
    `raw` is what stood there, capped.
    """

    where: str
    code: str
    raw: str = ""
    left_out: bool = True


def doubt(where: object, code: str, raw: str = "", *, left_out: bool = True) -> Doubt:
    """A doubt whose raw text is capped at `RAW_LENGTH`."""
    text = raw if len(raw) <= RAW_LENGTH else raw[: RAW_LENGTH - 1] + "…"
    return Doubt(where=str(where)[:RAW_LENGTH], code=code, raw=text, left_out=left_out)


class Read(Frozen):
    """The timetable, everything understood."""

    timetable: Timetable


class ReadWithDoubts(Frozen):
    """The timetable, and what the coach should look at before trusting it."""

    timetable: Timetable
    doubts: tuple[Doubt, ...]


Reading = Read | ReadWithDoubts


def reading_of(timetable: Timetable, doubts: tuple[Doubt, ...]) -> Reading:
    """`Read` when there is no doubt, otherwise `ReadWithDoubts`."""
    return ReadWithDoubts(timetable=timetable, doubts=doubts) if doubts else Read(timetable=timetable)


def doubts_of(reading: Reading) -> tuple[Doubt, ...]:
    """The doubts of either kind of reading."""
    return reading.doubts if isinstance(reading, ReadWithDoubts) else ()


class GroupOffer(Frozen):
    """A group that can be chosen in the file: how many lessons it has, and in which weeks of the file."""

    group: str
    unit: Unit
    lessons: int
    weeks: tuple[WeekLabel, ...]
