"""The items that a need asks for by its own strength, placed by trying every time of the week, without any solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from planning.checks import items as checked
from planning.checks.weeks import AttendedWeek
from planning.clock import Weekday
from planning.offers import Anchor, Offer, offers_in
from planning.offers.base import hung_time
from planning.plan import PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit

EVERY = 30
"""Minutes between the times that are tried. What is drawn (lessons, hours, lengths of items) lies on half hours, and an
item that has room at all could be moved earlier to one of them."""

Times = list[PlannedItem]


def with_asked_items(problem: Problem, planned: PlanStep) -> PlanStep:
    """The step with all that is asked for, where there is room for all of it; otherwise without any."""
    placed: list[PlannedItem] = []
    for week in planned.step.week_labels:
        placed.extend(next(_placed(_wanted(problem, planned, week), ()), ()))
    return planned.model_copy(update={"items": tuple(placed)})


def _wanted(problem: Problem, planned: PlanStep, week: WeekLabel) -> list[tuple[int, list[Times]]]:
    """How often each thing is asked for, and its possible times day by day; what has the fewest first."""
    lessons = planned.in_week(week)
    visits = tuple(Visit.of(planned.number, lesson) for lesson in lessons)
    attended = AttendedWeek(step=planned.number, week=week, visits=visits)
    found = []
    for offer in offers_in(problem, planned.number, week):
        if offer.is_asked and (often := checked.wanted(offer, attended)):
            days = [list(_times(problem, planned, offer, week, day)) for day in Weekday]
            found.append((often, [times for times in days if times]))
    return sorted(found, key=lambda wanted: sum(map(len, wanted[1])))


def _placed(
    wanted: Sequence[tuple[int, list[Times]]], there: tuple[PlannedItem, ...]
) -> Iterator[tuple[PlannedItem, ...]]:
    """Every way of placing all of it beside what is there, each thing on as many days as it is asked for."""
    if not wanted:
        yield there
        return
    (often, days), *rest = wanted
    for chosen in combinations(days, often):
        for more in _one_of_each(chosen, there):
            yield from _placed(rest, more)


def _one_of_each(days: Sequence[Times], there: tuple[PlannedItem, ...]) -> Iterator[tuple[PlannedItem, ...]]:
    if not days:
        yield there
        return
    for item in days[0]:
        if not checked._clash((*there, item), ()):
            yield from _one_of_each(days[1:], (*there, item))


def _times(
    problem: Problem, planned: PlanStep, offer: Offer, week: WeekLabel, weekday: Weekday
) -> Iterator[PlannedItem]:
    """The times that day at which the item is in place and over no lesson."""
    lessons = planned.in_week(week)
    for start in _starts(offer, weekday, [p for p in lessons if p.lesson.weekday == weekday]):
        item = PlannedItem(
            kind=offer.kind, week=week, weekday=weekday, start=start, end=start + offer.minutes, carrier=offer.carrier,
            person=offer.person, place=offer.place, subject=offer.subject, need=offer.need, contact=offer.contact,
        )  # fmt: skip
        in_place = checked._is_in_place(problem, planned.number, week, offer, item, lessons)
        if in_place and not checked._clash((item,), lessons):
            yield item


def _starts(offer: Offer, weekday: Weekday, that_day: Sequence[PlannedLesson]) -> list[int]:
    if offer.anchor is Anchor.FREE:
        windows = [window for window in offer.windows if window.weekday == weekday]
        return [s for window in windows for s in range(window.start, window.end - offer.minutes + 1, EVERY)]
    hung = hung_time(offer, weekday, min(p.start for p in that_day), max(p.end for p in that_day)) if that_day else None
    return [hung.start] if hung else []
