"""Needs about which adults: teachers to meet or not to meet, and the coach's company."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planning.needs.base import Disclosure, NeedBase


class AvoidTeacher(NeedBase):
    """No lesson where one of these teachers is present."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["avoid_teacher"] = "avoid_teacher"
    teachers: tuple[str, ...]
    """Teachers, as the timetable writes them."""
    doorway_minutes: int = Field(default=0, ge=0, le=60)
    """A lesson that ends or begins within so many minutes of one of theirs in the same room is avoided too; 0: none."""


class OnlyTeachers(NeedBase):
    """Only lessons where one of these teachers is present."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["only_teachers"] = "only_teachers"
    teachers: tuple[str, ...]
    """Teachers, as the timetable writes them."""


class TrustedAdult(NeedBase):
    """Lessons with one of these adults come first."""

    disclosure: ClassVar[Disclosure] = Disclosure.NEUTRAL
    kind: Literal["trusted_adult"] = "trusted_adult"
    teachers: tuple[str, ...]
    """Teachers, as the timetable writes them."""


class RequireTeacherShare(NeedBase):
    """Only lessons with one of these teachers, or in one of these subjects."""

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["require_teacher_share"] = "require_teacher_share"
    teachers: tuple[str, ...]
    """Teachers, as the timetable writes them."""
    subjects: tuple[str, ...] = ()
    """Subjects that need none of them, as the timetable writes them."""


class CoachAtFirstLesson(NeedBase):
    """The coach meets at the first lesson of every day (`Coach.lead_minutes` before, for `Coach.stays_minutes`)."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["coach_at_first_lesson"] = "coach_at_first_lesson"


class CoachAllLessons(NeedBase):
    """The coach is with the student at every lesson, from start to end."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["coach_all_lessons"] = "coach_all_lessons"


class CoachAvailability(NeedBase):
    """The coach can only be where the coach's hours are: a lesson with the coach lies within one of them."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["coach_availability"] = "coach_availability"


class CoachMinutes(NeedBase):
    """The coach has at most so many minutes a week for this student: at lessons, at meetings and on the way.

    What there is of resources is never a reason in a proposal (law.md, finding 5): it is told to nobody but the coach.
    """

    disclosure: ClassVar[Disclosure] = Disclosure.CLOSED
    kind: Literal["coach_minutes"] = "coach_minutes"
    minutes: int = Field(ge=0, le=2400)
    """Most minutes a week."""
