"""An ordinary week put right by hand: lessons put in, changed and taken out, as one step that can be undone."""

from __future__ import annotations

from planning.frozen import Frozen
from planning.timetable import EVERY_WEEK, Lesson, LessonId, LessonKind, Timetable, WeekLabel

ODD, EVEN = "A", "B"
"""As `SchoolCalendar` counts: the first label of a rotation in odd weeks."""


class WeekEdit(Frozen):
    """One step. A lesson of `puts` with the id of one that is there takes its place; any other is new.

    `weeks`: the week labels afterwards; None keeps those that are there.
    """

    puts: tuple[Lesson, ...] = ()
    removes: tuple[LessonId, ...] = ()
    weeks: tuple[WeekLabel, ...] | None = None


def edited(timetable: Timetable, edit: WeekEdit) -> Timetable:
    """The timetable after the step, with a name for each new lesson."""
    kept = {lesson.id: lesson for lesson in timetable.lessons if lesson.id not in set(edit.removes)}
    for lesson in edit.puts:
        named = lesson if lesson.id else lesson.model_copy(update={"id": _new_id(lesson, kept)})
        kept[named.id] = named
    lessons = tuple(sorted(kept.values(), key=lambda o: (o.week, o.weekday, o.start, o.end, o.subject, o.id)))
    weeks = edit.weeks if edit.weeks is not None else timetable.week_labels
    return timetable.model_copy(update={"lessons": lessons, "week_labels": _of_use(weeks, lessons)})


def _of_use(weeks: tuple[WeekLabel, ...], lessons: tuple[Lesson, ...]) -> tuple[WeekLabel, ...]:
    """Labels that some lesson has; a rotation that nothing tells apart any more is one week like every other."""
    named = {lesson.week for lesson in lessons} - {EVERY_WEEK}
    if not named:
        return (EVERY_WEEK,)
    if named <= {ODD, EVEN}:
        return (ODD, EVEN)
    return tuple(week for week in weeks if week) + tuple(sorted(named - set(weeks)))


def _new_id(lesson: Lesson, taken: dict[LessonId, Lesson]) -> LessonId:
    base = f"{lesson.week}{lesson.weekday.short}-{lesson.start:04d}-{lesson.subject}-h"
    number = 1
    while LessonId(f"{base}{number}") in taken:
        number += 1
    return LessonId(f"{base}{number}")


def without(*lessons: Lesson) -> WeekEdit:
    """Those lessons taken out."""
    return WeekEdit(removes=tuple(lesson.id for lesson in lessons))


def as_kind(kind: LessonKind, *lessons: Lesson) -> WeekEdit:
    """Those lessons as something else: a lunch, or what is no lesson."""
    return WeekEdit(puts=tuple(lesson.model_copy(update={"kind": kind}) for lesson in lessons))
