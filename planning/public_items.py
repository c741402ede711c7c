"""What is not a lesson, as the school may read it: when it is, and what it is where that tells nothing of an answer.

Made by taking in, like `planning.public_plan`. Of an item whose need may be told openly its kind is told; of one whose
need has a neutral sentence only that something is planned, and that only where it takes the student to school; of any
other nothing. Who makes it happen, where and why are never told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.items import ItemKind
from planning.needs.base import CARE, Disclosure
from planning.plan import Plan, PlannedItem, PlanStep
from planning.problem import Problem


class PublicItem(Frozen):
    """An item in some weeks of a step. `kind` is None where only that something is planned may be told."""

    step: int
    mondays: tuple[dt.date, ...]
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    kind: ItemKind | None = None


def public_items(problem: Problem, plan: Plan) -> tuple[PublicItem, ...]:
    """The items that may be told, in the order of steps, days and clock; those alike in several weeks once."""
    return tuple(item for planned in plan.steps for item in _of_step(problem, planned))


def _of_step(problem: Problem, planned: PlanStep) -> Iterator[PublicItem]:
    found: dict[PublicItem, list[dt.date]] = {}
    for monday in planned.step.mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        for item in planned.items_in(label):
            told = _told(problem, planned.number, item)
            if told is not None and monday not in found.setdefault(told, []):
                found[told].append(monday)
    items = (item.model_copy(update={"mondays": tuple(mondays)}) for item, mondays in found.items())
    yield from sorted(items, key=lambda item: (item.weekday, item.start, item.end, item.kind or "", item.mondays))


def _told(problem: Problem, step: int, item: PlannedItem) -> PublicItem | None:
    need = problem.needs_by_id.get(item.need) if item.need else None
    if need is None or need.origin == CARE:
        return None
    told = PublicItem(step=step, mondays=(), weekday=item.weekday, start=item.start, end=item.end)
    match need.disclosure:
        case Disclosure.OPEN:
            return told.model_copy(update={"kind": item.kind})
        case Disclosure.NEUTRAL:
            return told if item.at_school else None
        case Disclosure.CLOSED:
            return None
