"""From the lessons a reader found to a `Timetable`: stable ids, one order, the weeks in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from interop.choices import Doubt, Reading, TimetableChoice, doubt, reading_of
from interop.words import week_order
from planning.clock import Weekday, clock_text
from planning.errors import BadInput
from planning.timetable import EVERY_WEEK, Lesson, LessonId, LessonKind, Timetable, WeekLabel

UNNUMBERED = LessonId("")
MOST_LESSONS = 3_000  # our default: a school year of dated lessons is under 2000


def assemble(
    lessons: Sequence[Lesson], choice: TimetableChoice, *, group: str, source: str, doubts: Sequence[Doubt] = ()
) -> Reading:
    """The reading of one group. Lessons come in with any id; the same lesson twice is kept once, with a doubt.

    `BadInput`: no_lessons, with the number of doubts and the first of them, when no teaching is left;
    too_many_lessons.
    """
    once, repeated = _each_once(lessons)
    if len(once) > MOST_LESSONS:
        raise BadInput("too_many_lessons", file=source, field="group", most=MOST_LESSONS)
    if not any(lesson.kind is LessonKind.LESSON for lesson in once):
        first = next((d for d in doubts if d.left_out), None)
        raise BadInput(
            "no_lessons", file=source, field=first.where if first else "group", group=group[:200],
            doubts=len(doubts), first=first.code if first else "",
        )
    timetable = Timetable(
        group=group, lessons=numbered(once), week_labels=_week_labels(once, choice), source=source
    )
    return reading_of(timetable, (*doubts, *repeated))


def numbered(lessons: Iterable[Lesson]) -> tuple[Lesson, ...]:
    """The lessons in the order of the clock with ids made of what they say, whatever order they came in.

    Lessons that share week, day, start, subject and source get «·2», «·3» … in the order of the rest of their content.
    """
    alike: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        alike[_id_text(lesson)].append(lesson)
    named = [
        lesson.model_copy(update={"id": LessonId(text if n == 1 else f"{text}·{n}")})
        for text, same in alike.items()
        for n, lesson in enumerate(sorted(same, key=_content), start=1)
    ]
    return tuple(sorted(named, key=lambda o: (week_order(o.week), o.weekday, o.start, o.end, o.subject, o.id)))


def _id_text(lesson: Lesson) -> str:
    day = Weekday(lesson.weekday).short
    return f"{lesson.week}{day}-{clock_text(lesson.start)}-{lesson.subject}-{lesson.source_ref}"


def _content(lesson: Lesson) -> str:
    return lesson.model_dump_json(exclude={"id"})


def _each_once(lessons: Sequence[Lesson]) -> tuple[list[Lesson], list[Doubt]]:
    seen: dict[str, Lesson] = {}
    repeated = [
        doubt(_id_text(lesson), "repeated", lesson.subject)
        for lesson in lessons
        if seen.setdefault(_content(lesson), lesson) is not lesson
    ]
    return list(seen.values()), repeated


def _week_labels(lessons: Sequence[Lesson], choice: TimetableChoice) -> tuple[WeekLabel, ...]:
    """The weeks in use: the dated lessons' own ISO weeks, otherwise as chosen, otherwise all that stand there."""
    teaching = [lesson for lesson in lessons if lesson.kind is LessonKind.LESSON] or lessons
    dated = any(lesson.date for lesson in lessons)
    if choice.week_labels is not None and not dated:
        return choice.week_labels
    named = {lesson.week for lesson in (teaching if dated else lessons)} - {EVERY_WEEK}
    return tuple(sorted(named, key=week_order)) or (EVERY_WEEK,)
