"""Needs that a change made by hand gives rise to: what coach and student have settled about one lesson themselves."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.needs.base import Disclosure, NeedBase
from planning.needs.times import Window
from planning.setting import Setting
from planning.timetable import Lesson, LessonId

Span = tuple[int, int]
"""From when to when, minutes of the day."""


class NamedLesson(Frozen):
    """A lesson by its id, and what a reader knows it by."""

    id: LessonId
    """Its id in the timetable."""
    subject: str = ""
    """Its subject, as the timetable writes it."""
    weekday: WeekdayField | None = None
    """Its weekday."""
    start: ClockTime | None = None
    """When it begins, time of day."""

    @classmethod
    def of(cls, lesson: Lesson) -> NamedLesson:
        """That lesson, named."""
        return cls(id=lesson.id, subject=lesson.subject, weekday=lesson.weekday, start=lesson.start)


class HandMade(NeedBase):
    """What all changes made by hand have: the one lesson that each is about.

    In which weeks of the timetable it holds stands in `weeks`. Where the timetable no longer has the lesson there is
    nothing to settle, and every plan meets it.
    """

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    lesson: NamedLesson
    """The lesson that it is about."""


class KeepLesson(HandMade):
    """A lock: this lesson is attended in these steps, in the part, the setting and the company given."""

    kind: Literal["keep_lesson"] = "keep_lesson"
    at: Window | None = None
    """Exactly the part that is attended; null: whole or in part, as the other needs have it."""
    setting: Setting | None = None
    """Where it is met; null: as the other needs have it."""
    with_coach: bool | None = None
    """Whether the coach is there; null: as the other needs have it."""


class LeaveOutLesson(HandMade):
    """The lesson is not attended in these steps."""

    kind: Literal["leave_out_lesson"] = "leave_out_lesson"


class LessonSetting(HandMade):
    """A move of rung: whenever this lesson is attended in these steps, it is in that setting and that company."""

    kind: Literal["lesson_setting"] = "lesson_setting"
    setting: Setting | None = None
    """Where it is met; null: as the other needs have it."""
    with_coach: bool | None = None
    """Whether the coach is there; null: as the other needs have it."""

    @model_validator(mode="after")
    def _settles_something(self) -> Self:
        if self.setting is None and self.with_coach is None:
            raise ValueError("a setting or the coach's company must be given")
        return self


class LessonPart(HandMade):
    """Whenever this lesson is attended in these steps, it is just that part of it: one of the three is given."""

    kind: Literal["lesson_part"] = "lesson_part"
    first_minutes: int | None = Field(default=None, gt=0, le=600)
    """Only its first minutes; the whole lesson when it is no longer."""
    last_minutes: int | None = Field(default=None, gt=0, le=600)
    """Only its last minutes; the whole lesson when it is no longer."""
    at: Window | None = None
    """Exactly from when to when."""

    @model_validator(mode="after")
    def _is_one_part(self) -> Self:
        given = [part for part in (self.first_minutes, self.last_minutes, self.at) if part is not None]
        if len(given) != 1:
            raise ValueError("exactly one of first_minutes, last_minutes and at must be given")
        return self


HandNeed = KeepLesson | LeaveOutLesson | LessonSetting | LessonPart


def span_asked_for(need: HandNeed, lesson: Lesson) -> Span | None:
    """The part of the lesson that the need asks for, None when it asks for none or is about another lesson."""
    if need.lesson.id != lesson.id or isinstance(need, LeaveOutLesson | LessonSetting):
        return None
    if need.at is not None:
        return need.at.start, need.at.end
    if isinstance(need, KeepLesson):
        return None
    if need.first_minutes is not None:
        return lesson.start, min(lesson.end, lesson.start + need.first_minutes)
    assert need.last_minutes is not None
    return max(lesson.start, lesson.end - need.last_minutes), lesson.end
