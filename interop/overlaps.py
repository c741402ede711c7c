"""Lessons at the same time: a class's parallel groups, of which a student attends one («vilken grupp?»)."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from planning.timetable import EVERY_WEEK, Lesson, LessonKind, Timetable


def overlapping(timetable: Timetable) -> tuple[tuple[Lesson, Lesson], ...]:
    """Every pair of teaching lessons that one student cannot both attend, in the order of the timetable."""
    by_day: dict[int, list[Lesson]] = defaultdict(list)
    for lesson in timetable.lessons:
        if lesson.kind is LessonKind.LESSON and lesson.week in {EVERY_WEEK, *timetable.week_labels}:
            by_day[lesson.weekday].append(lesson)
    return tuple(
        (one, other)
        for day in sorted(by_day)
        for one, other in combinations(by_day[day], 2)
        if one.overlaps(other) and _meet(one, other)
    )


def _meet(one: Lesson, other: Lesson) -> bool:
    """Whether the two can fall in the same week, and on the same date if both have one."""
    if one.date and other.date:
        return one.date == other.date
    return EVERY_WEEK in {one.week, other.week} or one.week == other.week
