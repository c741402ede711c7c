"""Planned lessons in words: «Matematik tisdag 11.00 och torsdag 09.00». Neither people nor rooms are told."""

from __future__ import annotations

from collections.abc import Iterable

from planning.plan import PlannedLesson, Setting
from wording.clock import weekday_name, written_span, written_time
from wording.language import tr
from wording.phrases import and_list, in_weeks, upper_first

_Slot = tuple[int, int, int]


def subject_lines(lessons: Iterable[PlannedLesson]) -> tuple[str, ...]:
    """One line for every subject and way of meeting it, in the order they first come."""
    lines: dict[tuple[str, str], dict[_Slot, list[PlannedLesson]]] = {}
    for planned in lessons:
        slots = lines.setdefault((planned.lesson.subject, _how(planned)), {})
        slots.setdefault(_slot(planned), []).append(planned)
    said = []
    for (subject, how), slots in lines.items():
        times = and_list([_time(slots[slot]) for slot in sorted(slots)])
        said.append(f"{subject} {times} ({how})" if how else f"{subject} {times}")
    return tuple(said)


def day_lines(lessons: Iterable[PlannedLesson]) -> tuple[str, ...]:
    """One line for every day: «Tisdag: bara Matematik 11.00–11.50»."""
    days: dict[tuple[_Slot, str], list[PlannedLesson]] = {}
    for planned in lessons:
        days.setdefault((_slot(planned), planned.lesson.subject), []).append(planned)
    said = []
    for (_, subject), same in sorted(days.items(), key=lambda day: day[0]):
        day = " ".join(part for part in (weekday_name(same[0].lesson.weekday), _weeks(same)) if part)
        span = written_span(same[0].start, same[0].end)
        said.append(tr("{day}: bara {subject} {span}", day=upper_first(day), subject=subject, span=span))
    return tuple(said)


def _slot(planned: PlannedLesson) -> _Slot:
    return planned.lesson.weekday, planned.start, planned.end


def _time(same: list[PlannedLesson]) -> str:
    planned = same[0]
    time = written_span(planned.start, planned.end) if planned.is_part else written_time(planned.start)
    return " ".join(part for part in (weekday_name(planned.lesson.weekday), time, _weeks(same)) if part)


def _weeks(same: list[PlannedLesson]) -> str:
    """The weeks, unless it is a lesson of every week that is met in more than one of them."""
    labels = sorted({planned.week for planned in same})
    comes_always = len(labels) > 1 and all(not planned.lesson.week for planned in same)
    return "" if comes_always else in_weeks(labels)


def _how(planned: PlannedLesson) -> str:
    parts = []
    if planned.is_part:
        parts.append(tr("en del av lektionen"))
    if planned.setting is Setting.SMALL_ROOM:
        parts.append(tr("i ett litet rum"))
    if planned.with_coach:
        parts.append(tr("med coachen"))
    return ", ".join(parts)
