"""Items written as words, for the tests of what is not a lesson.

«fika mon 10:00-10:30» is the first fika that the week is offered, at that time; «B|fika tue 10:00-10:30» in weeks
labelled B.
"""

from __future__ import annotations

from typing import Any

from planning.clock import Weekday, parse_clock
from planning.items import item_catalogue
from planning.offers import Offer, offers_in
from planning.plan import Plan, PlannedItem
from planning.problem import Problem
from planning.timetable import WeekLabel


def offers(of: Problem, kind: str, step: int = 1, week: WeekLabel | None = None) -> list[Offer]:
    """What that week of that step is offered of the kind."""
    label = of.timetable.week_labels[0] if week is None else week
    return [offer for offer in offers_in(of, step, label) if offer.kind == kind]


def item(of: Problem, words: str, step: int = 1, **fields: Any) -> PlannedItem:
    """The item as it was offered there; `fields` are otherwise. One that nobody offers is as the catalogue says."""
    what, day, hours = words.split()
    label, _, kind = what.rpartition("|")
    week = label or of.timetable.week_labels[0]
    start, end = map(parse_clock, hours.split("-"))
    given: dict[str, Any] = {"kind": kind, "week": week, "weekday": day, "start": start, "end": end}
    found = offers(of, kind, step, week)
    if found:
        names = ("carrier", "person", "place", "subject", "need", "contact")
        given |= {name: getattr(found[0], name) for name in names}
    else:
        given["carrier"] = item_catalogue()[kind].carrier  # type: ignore[index]  # a plain string is enough to find it
    return PlannedItem.model_validate({**given, **fields})


def with_items(of: Problem, done: Plan, *words: str, step: int = 1) -> Plan:
    """The plan with those items in that step and none besides."""
    planned = tuple(item(of, word, step) for word in words)
    steps = tuple(s.model_copy(update={"items": planned}) if s.number == step else s for s in done.steps)
    return done.model_copy(update={"steps": steps})


def said(items: tuple[PlannedItem, ...]) -> list[str]:
    """The items as they are written above."""
    return [f"{i.kind} {Weekday(i.weekday).short} {_clock(i.start)}-{_clock(i.end)}" for i in items]


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
