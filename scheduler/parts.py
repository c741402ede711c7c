"""The ways a lesson can be attended in a step: whole, its first or last minutes, or a part that was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from planning.needs import KeepLesson, LessonEdges, LessonPart, MaxVisitMinutes, NeedId
from planning.needs.hand import Span, span_asked_for
from planning.problem import Problem
from planning.timetable import Lesson, WeekLabel

Asking = frozenset[NeedId]
"""Needs that ask for a part of a lesson between them: with any of them given up it is asked for no longer."""


class Way(NamedTuple):
    """From when to when the lesson is attended. A part is there only because some needs ask for it."""

    start: int
    end: int
    asked_by: tuple[Asking, ...] = ()
    """Who asks for it: it is a way as long as all needs of any of these hold. Empty for the whole lesson."""


def ways_of(problem: Problem, step: int, label: WeekLabel, lesson: Lesson) -> list[Way]:
    """The whole lesson first, then its parts by the clock."""
    whole = lesson.start, lesson.end
    asked: dict[Span, list[Asking]] = {}
    for span, need_id in (*_first_and_last(problem, step, label, lesson), *_settled(problem, step, label, lesson)):
        if span != whole and lesson.start <= span[0] < span[1] <= lesson.end:
            asked.setdefault(span, []).append(frozenset({need_id}))
    for span, asking in list(_between_the_edges(problem, step, label, lesson, {whole: [frozenset()], **asked})):
        if span[0] < span[1]:
            asked.setdefault(span, []).append(asking)
    parts = (Way(start, end, tuple(dict.fromkeys(askings))) for (start, end), askings in sorted(asked.items()))
    return [Way(*whole), *parts]


def _first_and_last(problem: Problem, step: int, label: WeekLabel, lesson: Lesson) -> Iterator[tuple[Span, NeedId]]:
    """Its first and last minutes, where a visit must be shorter than the lesson."""
    for need in problem.needs:
        if isinstance(need, MaxVisitMinutes) and need.is_hard and need.holds_in(step, label):
            bound = need.minutes_in(step)
            if bound < lesson.minutes:
                yield (lesson.start, lesson.start + bound), need.id
                yield (lesson.end - bound, lesson.end), need.id


def _settled(problem: Problem, step: int, label: WeekLabel, lesson: Lesson) -> Iterator[tuple[Span, NeedId]]:
    """What changes by hand ask for."""
    for need in problem.needs:
        if isinstance(need, KeepLesson | LessonPart) and need.holds_in(step, label):
            span = span_asked_for(need, lesson)
            if span is not None:
                yield span, need.id


def _between_the_edges(
    problem: Problem, step: int, label: WeekLabel, lesson: Lesson, spans: Mapping[Span, Sequence[Asking]]
) -> Iterator[tuple[Span, Asking]]:
    """Each of them as it is for one who comes in a little later, or leaves a little earlier, than the others.

    Of many such needs one decides the minute to come in and one the minute to leave: one or two say it all.
    """
    held = [n for n in problem.hard_needs() if isinstance(n, LessonEdges) and n.holds_in(step, label)]
    for cutting in (*combinations(held, 1), *combinations(held, 2)):
        edges = [need.span_of(lesson) for need in cutting]
        for (start, end), askings in spans.items():
            cut = max(start, *(first for first, _ in edges)), min(end, *(last for _, last in edges))
            if cut != (start, end):
                yield from ((cut, asking | {need.id for need in cutting}) for asking in askings)
