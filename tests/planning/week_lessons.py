"""Lessons of small weeks that tests put together."""

from __future__ import annotations

from planning.timetable import Lesson, LessonId, Timetable


def lesson(text: str, **more: object) -> Lesson:
    """The lesson of «mon 08:10-09:00 Bild»."""
    day, times, subject = text.split(" ", 2)
    start, end = times.split("-")
    given = {"id": LessonId(text), "subject": subject, "weekday": day, "start": start, "end": end, **more}
    return Lesson.model_validate(given)


def week_of(*lessons: Lesson | str, labels: tuple[str, ...] = ("",)) -> Timetable:
    """Those lessons as a timetable."""
    made = tuple(one if isinstance(one, Lesson) else lesson(one) for one in lessons)
    return Timetable(group="", lessons=made, week_labels=labels)


def said(timetable: Timetable) -> list[str]:
    """Its lessons as «mon 490-540 Bild A», in their order."""
    return [f"{o.weekday.short} {o.start}-{o.end} {o.subject} {o.week}".strip() for o in timetable.lessons]
