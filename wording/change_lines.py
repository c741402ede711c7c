"""What differs between two plans, in words: «I steg 2 får då vänta: Matematik måndag 09.10»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planning.plan_changes import Change, SlotChange
from wording.clock import weekday_name, written_span, written_time
from wording.language import tr
from wording.phrases import and_list, in_weeks


def change_lines(changes: Iterable[SlotChange]) -> Iterator[str]:
    """One line for every step and kind of change, what goes first."""
    found = list(changes)
    for step in sorted({change.step for change in found}):
        for kind in (Change.GONE, Change.OTHERWISE, Change.ADDED):
            same = [change for change in found if change.step == step and change.change is kind]
            if same:
                yield _line(kind, step, and_list(list(dict.fromkeys(slot_name(change) for change in same))))


def _line(kind: Change, step: int, lessons: str) -> str:
    match kind:
        case Change.GONE:
            return tr("I steg {step} får då vänta: {lessons}.", step=step, lessons=lessons)
        case Change.OTHERWISE:
            return tr("I steg {step} blir då en annan del av lektionen: {lessons}.", step=step, lessons=lessons)
        case Change.ADDED:
            return tr("I steg {step} kommer då också: {lessons}.", step=step, lessons=lessons)


def slot_name(change: SlotChange) -> str:
    """«Matematik måndag 09.10», «Bild tisdag 10.00–10.20» where it is a part, with the weeks of a rotation."""
    lesson = change.lesson
    is_part = (change.start, change.end) != (lesson.start, lesson.end)
    time = written_span(change.start, change.end) if is_part else written_time(change.start)
    weeks = in_weeks([change.week]) if lesson.week else ""
    return " ".join(part for part in (lesson.subject, weekday_name(lesson.weekday), time, weeks) if part)
