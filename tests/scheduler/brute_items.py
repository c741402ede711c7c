"""The items that a need asks for by its own strength, placed by trying every time of the week, without any solver."""

from __future__ import annotations

from collections.abc import Iterator

from planning.checks import items as checked
from planning.checks.weeks import AttendedWeek
from planning.clock import Weekday
from planning.offers import Anchor, Offer, offers_in
from planning.offers.base import GRID
from planning.plan import PlannedItem, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import WeekLabel
from planning.visits import Visit


def with_asked_items(problem: Problem, planned: PlanStep) -> PlanStep:
    """The step with all that is asked for, where there is room for all of it; otherwise without any."""
    placed: list[PlannedItem] = []
    for week in planned.step.week_labels:
        offers = [offer for offer in offers_in(problem, planned.number, week) if offer.is_asked]
        visits = tuple(Visit.of(planned.number, lesson) for lesson in planned.in_week(week))
        attended = AttendedWeek(step=planned.number, week=week, visits=visits)
        wanted = [(offer, n) for offer in offers for n in range(checked.wanted(offer, attended))]
        found = next(_placed(problem, planned, week, wanted, ()), None)
        placed.extend(found or ())
    return planned.model_copy(update={"items": tuple(placed)})


def _placed(
    problem: Problem,
    planned: PlanStep,
    week: WeekLabel,
    wanted: list[tuple[Offer, int]],
    there: tuple[PlannedItem, ...],
) -> Iterator[tuple[PlannedItem, ...]]:
    """Every way of placing what is still wanted beside what is there; each further time on a later day."""
    if not wanted:
        yield there
        return
    offer, number = wanted[0]
    lessons = planned.in_week(week)
    before = there[-1].weekday if number else -1
    for weekday in (day for day in Weekday if day > before):
        for item in _times(offer, week, weekday, lessons):
            in_place = checked._is_in_place(problem, planned.number, week, offer, item, lessons)
            if in_place and not checked._clash((*there, item), lessons):
                yield from _placed(problem, planned, week, wanted[1:], (*there, item))


def _times(
    offer: Offer, week: WeekLabel, weekday: Weekday, lessons: tuple[PlannedLesson, ...]
) -> Iterator[PlannedItem]:
    that_day = [planned for planned in lessons if planned.lesson.weekday == weekday]
    starts: list[int] = []
    if offer.anchor is Anchor.FREE:
        windows = [window for window in offer.windows if window.weekday == weekday]
        starts = [s for window in windows for s in range(window.start, window.end - offer.minutes + 1, GRID)]
    elif that_day:
        starts = [min(p.start for p in that_day) - offer.apart - offer.minutes]
        starts.append(max(p.end for p in that_day) + offer.apart)
    for start in starts:
        yield PlannedItem(
            kind=offer.kind, week=week, weekday=weekday, start=start, end=start + offer.minutes, carrier=offer.carrier,
            person=offer.person, place=offer.place, subject=offer.subject, need=offer.need, contact=offer.contact,
        )  # fmt: skip
