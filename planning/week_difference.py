"""What a new timetable changes of the one in hand: lessons new, gone, moved, or with another room or teacher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from planning.frozen import Frozen
from planning.timetable import Lesson, Timetable


class Pair(NamedTuple):
    """A lesson as it was and as it is."""

    before: Lesson
    after: Lesson


class WeekDifference(Frozen):
    """Lesson by lesson, in the order of the clock."""

    new: tuple[Lesson, ...] = ()
    gone: tuple[Lesson, ...] = ()
    moved: tuple[Pair, ...] = ()
    other: tuple[Pair, ...] = ()
    """At the same time, with another room, teacher, kind or name."""
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.new or self.gone or self.moved or self.other)


def difference(before: Timetable, after: Timetable) -> WeekDifference:
    """The difference. A lesson counts as moved when the same subject is at another time, nearest first."""
    old, new = list(before.lessons), list(after.lessons)
    same = _paired(old, new, _all_of)
    other = _paired(old, new, lambda o: (o.week, o.date, o.weekday, o.start, o.end, _name(o)))
    other += _paired(old, new, lambda o: (o.week, o.date, o.weekday, o.start, o.end))
    moved = _paired(old, new, lambda o: (_name(o), o.weekday, o.week))
    moved += _paired(old, new, lambda o: (_name(o), o.week))
    moved += _paired(old, new, _name)
    return WeekDifference(
        new=tuple(sorted(new, key=_clock)),
        gone=tuple(sorted(old, key=_clock)),
        moved=tuple(sorted(moved, key=lambda pair: _clock(pair.before))),
        other=tuple(sorted(other, key=lambda pair: _clock(pair.before))),
        same=len(same),
    )


def _paired(old: list[Lesson], new: list[Lesson], key: Callable[[Lesson], Hashable]) -> list[Pair]:
    """Pairs with the same key, taken out of both lists."""
    waiting: dict[Hashable, list[Lesson]] = defaultdict(list)
    for lesson in sorted(new, key=_clock):
        waiting[key(lesson)].append(lesson)
    pairs = [Pair(lesson, waiting[key(lesson)].pop(0)) for lesson in sorted(old, key=_clock) if waiting[key(lesson)]]
    before, after = {id(pair.before) for pair in pairs}, {id(pair.after) for pair in pairs}
    old[:] = [lesson for lesson in old if id(lesson) not in before]
    new[:] = [lesson for lesson in new if id(lesson) not in after]
    return pairs


def _name(lesson: Lesson) -> str:
    return lesson.subject.casefold()


def _all_of(lesson: Lesson) -> str:
    return lesson.model_copy(update={"source_ref": ""}).model_dump_json(exclude={"id", "groups"})


def _clock(lesson: Lesson) -> tuple[object, ...]:
    return lesson.week, lesson.weekday, lesson.start, lesson.end, lesson.subject, lesson.id
