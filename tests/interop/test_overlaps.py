"""Lessons that a student cannot both attend."""

from __future__ import annotations

import datetime as dt

from interop.assembling import numbered
from interop.overlaps import overlapping
from planning.clock import Weekday
from planning.timetable import Lesson, LessonId, LessonKind, Timetable


def lesson(subject: str, start: str, end: str, **more: object) -> Lesson:
    """A Monday lesson, unless told otherwise."""
    fields = {"id": LessonId(""), "subject": subject, "weekday": Weekday.MON, "start": start, "end": end}
    return Lesson.model_validate({**fields, **more})


def pairs(*lessons: Lesson, labels: tuple[str, ...] = ("A", "B")) -> list[tuple[str, str]]:
    """The subjects that meet."""
    timetable = Timetable(group="8A", lessons=numbered(lessons), week_labels=labels)
    return [(one.subject, other.subject) for one, other in overlapping(timetable)]


def test_parallel_groups_are_found() -> None:
    """French and Spanish at once is a question; the next lesson begins when they end."""
    lessons = lesson("Franska", "08:10", "09:00"), lesson("Spanska", "08:30", "09:00"), lesson("Bild", "09:00", "10:00")
    assert pairs(*lessons) == [("Franska", "Spanska")]


def test_weeks_that_never_meet_do_not_clash() -> None:
    """A and B weeks are apart; what comes every week meets both."""
    slots = lesson("Slöjd", "08:10", "09:00", week="A"), lesson("Bild", "08:10", "09:00", week="B")
    assert pairs(*slots) == []
    assert len(pairs(*slots, lesson("Musik", "08:10", "09:00"))) == 2


def test_lunch_and_weeks_not_in_use_are_no_question() -> None:
    """Only teaching in the weeks in use is asked about."""
    lunch = lesson("Lunch", "08:10", "09:00", kind=LessonKind.LUNCH)
    assert pairs(lesson("Bild", "08:10", "09:00"), lunch, lesson("Slöjd", "08:10", "09:00", week="C")) == []


def test_dated_lessons_meet_on_their_date() -> None:
    """The same weekday of two dates is no clash."""
    one, other = dt.date(2026, 8, 31), dt.date(2026, 9, 7)
    first = lesson("Bild", "08:10", "09:00", week="2026-W36", date=one)
    later = lesson("Musik", "08:10", "09:00", week="2026-W37", date=other)
    labels = ("2026-W36", "2026-W37")
    assert pairs(first, later, labels=labels) == []
    assert pairs(first, first.model_copy(update={"subject": "Slöjd"}), labels=labels) == [("Bild", "Slöjd")]
