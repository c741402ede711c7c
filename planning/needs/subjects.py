"""Needs about what: subjects to begin with, to wait with, to have enough of, and the way back to all of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planning.needs.base import Disclosure, NeedBase
from planning.timetable import LessonId


class BeginWith(NeedBase):
    """These subjects first."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["begin_with"] = "begin_with"
    subjects: tuple[str, ...]
    """Subjects, as the timetable writes them."""


class AvoidSubject(NeedBase):
    """Wait with these subjects."""

    kind: Literal["avoid_subject"] = "avoid_subject"
    subjects: tuple[str, ...]
    """Subjects, as the timetable writes them."""


class OnlySubjects(NeedBase):
    """Only these subjects for now."""

    kind: Literal["only_subjects"] = "only_subjects"
    subjects: tuple[str, ...]
    """Subjects, as the timetable writes them."""


class RequireSubject(NeedBase):
    """At least `min` lessons a week of these subjects taken together."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["require_subject"] = "require_subject"
    subjects: tuple[str, ...]
    """Subjects, as the timetable writes them."""
    min: int = Field(ge=1, le=40)
    """Fewest lessons a week, all the subjects taken together."""


class KeepEligibility(NeedBase):
    """Subjects that keep upper secondary school within reach come early (skollagen 3 kap. 12 §, 16 kap. 30 §)."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["keep_eligibility"] = "keep_eligibility"
    subjects: tuple[str, ...]
    """Subjects, as the timetable writes them."""


class FullRestore(NeedBase):
    """From `first_step` on every lesson is back, except these subjects, which stay out as agreed."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["full_restore"] = "full_restore"
    except_subjects: tuple[str, ...] = ()
    """Subjects that need not be back, as the timetable writes them."""
    except_lessons: tuple[LessonId, ...] = ()
    """Lessons that need not be back: a limit that was agreed for the whole plan rules them out."""


class NoRemoval(NeedBase):
    """A lesson that has been taken up stays in every later step."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["no_removal"] = "no_removal"
