"""A visit: one way of attending one occasion in one step, whole or in part. Rules and checks speak of visits."""

from __future__ import annotations

from planning.frozen import Frozen
from planning.plan import PlannedLesson
from planning.timetable import Lesson, Occasion, WeekLabel

Series = tuple[object, ...]
"""What makes two lessons «the same» from one step to the next."""


class Visit(Frozen):
    """Attending `lesson` from `start` to `end` (minutes of the day) in weeks labelled `week` of that step."""

    step: int
    week: WeekLabel
    lesson: Lesson
    start: int
    end: int

    @classmethod
    def of(cls, step: int, planned: PlannedLesson) -> Visit:
        """The visit that a planned lesson is."""
        return cls(step=step, week=planned.week, lesson=planned.lesson, start=planned.start, end=planned.end)

    @classmethod
    def whole(cls, step: int, occasion: Occasion) -> Visit:
        """The whole lesson of that occasion."""
        lesson = occasion.lesson
        return cls(step=step, week=occasion.week, lesson=lesson, start=lesson.start, end=lesson.end)

    @property
    def minutes(self) -> int:
        """Minutes attended."""
        return self.end - self.start


def series_of(lesson: Lesson, week: WeekLabel) -> Series:
    """The recurring lesson that this is one of: the lesson itself when weekly, subject and hour when dated."""
    if lesson.date is None:
        return (week, lesson.id)
    return (lesson.subject, lesson.weekday, lesson.start)
