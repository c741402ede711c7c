"""The student's ordinary timetable: lessons that come every week, every other week, or on a date.

No bell grid is assumed: a lesson has its own start and end. A timetable has *week labels*: `("",)` when every
week is the same, `("A", "B")` for a rotation, ISO weeks («2026-W36») when lessons are dated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import NewType, Self

from pydantic import Field, model_validator

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen

LessonId = NewType("LessonId", str)
WeekLabel = str
EVERY_WEEK: WeekLabel = ""


def iso_week(day: dt.date) -> WeekLabel:
    """«2026-W36»: the week label of a dated lesson."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the day's week."""
    return day - dt.timedelta(days=day.weekday())


class LessonKind(StrEnum):
    """What stands in the timetable: only `LESSON` is teaching; the others shape the day around it."""

    LESSON = "lesson"
    LUNCH = "lunch"
    EVENT = "event"
    FREE = "free"


class Lesson(Frozen):
    """One row of a timetable. `week` is empty when it comes every week; `date` is set when it comes once."""

    id: LessonId
    subject: str
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    week: WeekLabel = EVERY_WEEK
    date: dt.date | None = None
    teachers: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    part_of_group: str = ""
    kind: LessonKind = LessonKind.LESSON
    source_ref: str = ""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a lesson must end after it starts")
        return self

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.end - self.start

    def overlaps(self, other: Lesson) -> bool:
        """Whether the two clash on the clock, the weekday being the same."""
        return self.weekday == other.weekday and self.start < other.end and other.start < self.end


def covered_minutes(lessons: Iterable[Lesson]) -> int:
    """Minutes of the week that the lessons fill. Nobody is in two places at once: parallel lessons count once."""
    minutes = 0
    until = (-1, 0)
    for lesson in sorted(lessons, key=lambda one: (one.weekday, one.start, one.end)):
        begins = max(lesson.start, until[1]) if until[0] == lesson.weekday else lesson.start
        minutes += max(0, lesson.end - begins)
        until = (lesson.weekday, max(lesson.end, until[1]) if until[0] == lesson.weekday else lesson.end)
    return minutes


OccasionId = NewType("OccasionId", str)


class Occasion(Frozen):
    """A lesson in one of the timetable's weeks: the smallest thing that a plan can take up or leave."""

    lesson: Lesson
    week: WeekLabel

    @cached_property
    def id(self) -> OccasionId:
        """Stable within the timetable."""
        return OccasionId(f"{self.week}|{self.lesson.id}")


class Timetable(Frozen):
    """The ordinary week (or weeks) of one student, or of one class. `source` names the file it came from."""

    group: str
    lessons: tuple[Lesson, ...]
    week_labels: tuple[WeekLabel, ...] = (EVERY_WEEK,)
    source: str = ""
    other_rooms: tuple[str, ...] = Field(default=(), exclude=True)
    """The school's rooms without lessons of this timetable, to be chosen beside its own; a setting, never kept here."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        if len({lesson.id for lesson in self.lessons}) != len(self.lessons):
            raise ValueError("lesson ids must be unique")
        return self

    @property
    def is_dated(self) -> bool:
        """Whether the lessons come on dates rather than every week."""
        return any(lesson.date for lesson in self.lessons)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Every teaching occasion, week by week, in the order of the clock (then subject, then source)."""
        return tuple(
            sorted(
                (Occasion(lesson=lesson, week=week) for lesson, week in self._lessons_by_week()),
                key=lambda o: (
                    self.week_labels.index(o.week), o.lesson.weekday, o.lesson.start, o.lesson.end,
                    o.lesson.subject, o.lesson.id,
                ),
            )
        )

    def _lessons_by_week(self) -> Iterator[tuple[Lesson, WeekLabel]]:
        for lesson in self.lessons:
            if lesson.kind is not LessonKind.LESSON:
                continue
            if lesson.week == EVERY_WEEK:
                yield from ((lesson, label) for label in self.week_labels)
            elif lesson.week in self.week_labels:
                yield lesson, lesson.week

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Every subject taught, in alphabetical order."""
        return tuple(sorted({o.lesson.subject for o in self.occasions}))

    @cached_property
    def teachers(self) -> tuple[str, ...]:
        """Every teacher of a lesson, in alphabetical order."""
        return tuple(sorted({t for o in self.occasions for t in o.lesson.teachers}))

    @cached_property
    def rooms(self) -> tuple[str, ...]:
        """Every room of a lesson, in alphabetical order."""
        return tuple(sorted({r for o in self.occasions for r in o.lesson.rooms}))

    @cached_property
    def known_rooms(self) -> tuple[str, ...]:
        """The rooms of its lessons, and the school's others."""
        return tuple(sorted({*self.rooms, *self.other_rooms}))

    def minutes_per_week(self, week: WeekLabel) -> int:
        """Teaching minutes of the whole week with that label; parallel lessons count once."""
        return covered_minutes(o.lesson for o in self.occasions if o.week == week)
