"""Parts of a class in a timetable: a student goes in one of «M-G-1» and «M-G-2», and the file has both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from planning.timetable import Lesson
from planning.week_marks import part_in


@dataclass(frozen=True)
class Parts:
    """The lessons of each part by its name; `of` says of what, «» where the file names parts of the class itself."""

    of: str
    by_name: tuple[tuple[str, tuple[Lesson, ...]], ...]

    def plain(self, lesson: Lesson) -> str:
        """The lesson's subject without the part."""
        found = part_in(lesson.subject)
        return found.stem if self.of and found is not None else lesson.subject


def parts_of(taught: Sequence[Lesson]) -> tuple[Parts, ...]:
    """Every choice between parts that the lessons leave open: those at the same time as one another."""
    by_class: dict[str, list[Lesson]] = defaultdict(list)
    by_subject: dict[str, dict[str, list[Lesson]]] = defaultdict(lambda: defaultdict(list))
    for lesson in taught:
        if lesson.part_of_group:
            by_class[lesson.part_of_group].append(lesson)
        elif (part := part_in(lesson.subject)) is not None:
            by_subject[part.stem][part.name].append(lesson)
    return tuple(
        Parts(of, tuple((name, tuple(by_name[name])) for name in sorted(names)))
        for of, by_name in (("", by_class), *by_subject.items())
        for names in _rivals(by_name)
    )


def _rivals(by_name: Mapping[str, Sequence[Lesson]]) -> list[set[str]]:
    """The names that exclude each other, each such choice by itself: «1» or «2», and beside that «French» or «IT»."""
    choices: list[set[str]] = []
    for one, another in combinations(sorted(by_name), 2):
        if _any_at_once((by_name[one], by_name[another])):
            touched = [names for names in choices if names & {one, another}]
            choices = [names for names in choices if names not in touched]
            choices.append({one, another}.union(*touched))
    return choices


def _any_at_once(parts: Sequence[Sequence[Lesson]]) -> bool:
    """Whether lessons of two parts are at the same time: only then can nobody go to both."""
    return any(
        mine.overlaps(other) and (not mine.week or not other.week or mine.week == other.week)
        for one, another in combinations(parts, 2)
        for mine in one
        for other in another
    )
