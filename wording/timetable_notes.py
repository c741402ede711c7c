"""What in the timetable makes needs collide. The school may weigh it; no change of anybody is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planning.needs import AnyNeed, AvoidTeacher, RequireSubject
from planning.timetable import Lesson, Timetable
from wording.language import tr
from wording.phrases import and_list, full_stop, or_list


def held_by_avoided(needs: Iterable[AnyNeed], timetable: Timetable) -> Iterator[str]:
    """For every subject that is asked for: that its lessons are held by a teacher who is to be avoided.

    Lessons of those weeks alone in which both needs hold are counted.
    """
    given = tuple(needs)
    for wanted in given:
        for avoided in given:
            if isinstance(wanted, RequireSubject) and isinstance(avoided, AvoidTeacher):
                yield from _note(wanted, avoided, timetable)


def _note(wanted: RequireSubject, avoided: AvoidTeacher, timetable: Timetable) -> Iterator[str]:
    lessons = _lessons(wanted, avoided, timetable)
    held = [lesson for lesson in lessons if not set(avoided.teachers).isdisjoint(lesson.teachers)]
    if not held:
        return
    subjects = and_list(wanted.subjects)
    teachers = or_list([name for name in avoided.teachers if any(name in lesson.teachers for lesson in held)])
    if len(held) == len(lessons):
        said = tr("Alla lektioner i {subjects} hålls av {teachers}", subjects=subjects, teachers=teachers)
    else:
        said = tr(
            "{held} av {all} lektioner i {subjects} hålls av {teachers}",
            held=len(held), all=len(lessons), subjects=subjects, teachers=teachers,
        )
    yield " ".join((full_stop(said), *_others(held, avoided)))


def _others(held: list[Lesson], avoided: AvoidTeacher) -> Iterator[str]:
    """Who else is there: at every one of those lessons, or at some of them."""
    there = Counter(name for lesson in held for name in set(lesson.teachers) - set(avoided.teachers))
    always = sorted(name for name, times in there.items() if times == len(held))
    if always:
        yield tr("{names} är också med på de lektionerna – skolan kan ta ställning.", names=and_list(always))
    elif there:
        names = and_list(sorted(there))
        yield tr("{names} är också med på några av de lektionerna – skolan kan ta ställning.", names=names)


def _lessons(wanted: RequireSubject, avoided: AvoidTeacher, timetable: Timetable) -> list[Lesson]:
    """The lessons in those subjects, each once, in the weeks that both needs hold in."""
    found = {
        occasion.lesson.id: occasion.lesson
        for occasion in timetable.occasions
        if occasion.lesson.subject in wanted.subjects
        if all(not need.weeks or occasion.week in need.weeks for need in (wanted, avoided))
    }
    return list(found.values())
