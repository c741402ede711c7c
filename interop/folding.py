"""From dated lessons to one ordinary week, or to an A and a B week by the ISO week's parity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from interop.assembling import numbered
from interop.choices import Doubt, Reading, doubt, reading_of
from planning.clock import Weekday, clock_text
from planning.timetable import EVERY_WEEK, Lesson, LessonKind, Timetable, WeekLabel

REPEATING_SHARE = 0.8  # our default: at least this share of the lessons …
REPEATING_WEEKS = 3  # … comes in at least this many weeks
_WEEKS_TO_TELL_PARITY = 2  # our default: of each parity, before A and B are told apart
_ODD, _EVEN = "A", "B"  # as `SchoolCalendar` counts: the first label in odd weeks


class _Place(NamedTuple):
    """Where in the week a lesson stands: what must be equal for two dates to be the same lesson."""

    weekday: int
    start: int
    end: int
    subject: str
    kind: LessonKind


def repeats(timetable: Timetable) -> bool:
    """Whether an ordinary week would keep enough of the teaching, each lesson of it seen in enough weeks.

    A rotation of three weeks or more repeats too, but no ordinary week holds it: it is left dated.
    """
    taught = [lesson for lesson in timetable.lessons if lesson.kind is LessonKind.LESSON]
    weeks_of_day = _weeks_of_day(taught)
    returning = 0
    for place, lessons in _by_place(taught).items():
        weeks = {lesson.week for lesson in lessons}
        if len(weeks) >= REPEATING_WEEKS and _label(weeks, weeks_of_day[place.weekday]) is not None:
            returning += len(lessons)
    return returning > 0 and returning >= REPEATING_SHARE * len(taught)


def as_weekly(timetable: Timetable) -> Reading:
    """The ordinary week of a dated timetable; what comes in the minority of the weeks is a doubt, left out.

    A weekday counts only in the weeks in which it has lessons at all, so that lov and holidays do not vote. With at
    least two odd and two even weeks a lesson of one parity alone makes A (odd) and B (even) weeks.
    """
    places = _by_place(timetable.lessons)
    weeks_of_day = _weeks_of_day(timetable.lessons)
    kept: list[Lesson] = []
    doubts: list[Doubt] = []
    for place, lessons in places.items():
        label = _label({lesson.week for lesson in lessons}, weeks_of_day[place.weekday])
        if label is None:
            doubts.append(_does_not_repeat(lessons))
        else:
            kept.append(_ordinary(lessons, label))
    rotates = any(lesson.week for lesson in kept)
    folded = Timetable(
        group=timetable.group,
        lessons=numbered(kept),
        week_labels=(_ODD, _EVEN) if rotates else (EVERY_WEEK,),
        source=timetable.source,
    )
    return reading_of(folded, tuple(sorted(doubts, key=lambda d: (d.where, d.raw))))


def _weeks_of_day(lessons: Sequence[Lesson]) -> dict[int, set[WeekLabel]]:
    """The weeks in which a weekday has any teaching at all."""
    weeks: dict[int, set[WeekLabel]] = defaultdict(set)
    for lesson in lessons:
        if lesson.kind is LessonKind.LESSON:
            weeks[lesson.weekday].add(lesson.week)
    return weeks


def _by_place(lessons: Sequence[Lesson]) -> dict[_Place, list[Lesson]]:
    places: dict[_Place, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        places[_Place(lesson.weekday, lesson.start, lesson.end, lesson.subject, lesson.kind)].append(lesson)
    return places


def _label(present: set[WeekLabel], possible: set[WeekLabel]) -> WeekLabel | None:
    """«» for a lesson of most weeks, A or B for one of most weeks of one parity, None for the minority."""
    odd = {week for week in possible if _is_odd(week)}
    even = possible - odd
    if min(len(odd), len(even)) < _WEEKS_TO_TELL_PARITY:
        return EVERY_WEEK if _most(present, possible) else None
    match _most(present, odd), _most(present, even):
        case True, True:
            return EVERY_WEEK
        case True, False:
            return _ODD
        case False, True:
            return _EVEN
        case _:
            return None


def _is_odd(week: WeekLabel) -> bool:
    """Whether «2026-W53» has an odd number."""
    return int(week[-1]) % 2 == 1


def _most(present: set[WeekLabel], possible: set[WeekLabel]) -> bool:
    return 2 * len(present & possible) > len(possible)


def _ordinary(lessons: Sequence[Lesson], label: WeekLabel) -> Lesson:
    """The lesson as it usually is: the most common teachers and rooms, the first of equals in the order of dates."""
    by_date = sorted(lessons, key=lambda lesson: (lesson.week, lesson.model_dump_json()))
    usual = Counter((o.teachers, o.rooms, o.groups, o.part_of_group) for o in by_date).most_common(1)[0][0]
    teachers, rooms, groups, part = usual
    return by_date[0].model_copy(
        update={
            "week": label, "date": None, "source_ref": "", "teachers": teachers, "rooms": rooms, "groups": groups,
            "part_of_group": part,
        }
    )


def _does_not_repeat(lessons: Sequence[Lesson]) -> Doubt:
    first = min(lessons, key=lambda lesson: (lesson.week, lesson.id))
    when = f"{Weekday(first.weekday).short} {clock_text(first.start)}-{clock_text(first.end)}"
    weeks = ", ".join(sorted({lesson.week for lesson in lessons}))
    return doubt(first.date or first.week, "does_not_repeat", f"{when} {first.subject} ({weeks})")
