"""Breakfast and lunch. The dining hall has a small ladder: elsewhere, then before the others, then with them."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import LunchElsewhere, LunchPlan, Support, SupportKind
from planning.offers.base import SCHOOL_WEEK, Anchor, DayWindow, Offer, holding, offer_of
from planning.problem import Problem
from planning.timetable import WeekLabel

EARLY_MINUTES = 20
"""How long before lunch begins one who eats before the others may eat. Our default."""


def meal_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What is offered to eat, when and where, in that week."""
    for need in holding(problem, step, week):
        match need:
            case Support(item=SupportKind.BREAKFAST):
                yield offer_of(ItemKind.BREAKFAST, need, Anchor.BEFORE_DAY, person=problem.coach.name)
            case LunchElsewhere():
                yield from _elsewhere(need, problem)
            case _:
                pass
    yield from _on_the_way_back(problem, step, week)


def _elsewhere(need: LunchElsewhere, problem: Problem) -> Iterator[Offer]:
    match need.how:
        case LunchPlan.SMALL_ROOM:
            yield _over_lunch(ItemKind.LUNCH_SMALL_ROOM, need)
        case LunchPlan.WITH_COACH:
            yield _over_lunch(
                ItemKind.LUNCH_SMALL_ROOM, need, carrier=Carrier.COACH, person=problem.coach.name
            )
        case LunchPlan.BEFORE_OTHERS:
            yield _over_lunch(ItemKind.LUNCH_SMALL_ROOM, need)
        case LunchPlan.HOME_BEFORE | LunchPlan.UNDECIDED:
            return


def _over_lunch(kind: ItemKind, need: LunchElsewhere, **fields: object) -> Offer:
    windows = tuple(DayWindow(weekday=day, start=need.start, end=need.end) for day in SCHOOL_WEEK)
    return offer_of(kind, need, Anchor.OVER_LUNCH, windows=windows, **fields)


def _on_the_way_back(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """The step after lunch elsewhere has ended the dining hall is met before the others come."""
    for need in problem.needs:
        if isinstance(need, LunchElsewhere) and need.last_step == step - 1 and need.holds_in(step - 1, week):
            start = need.start - EARLY_MINUTES
            windows = tuple(DayWindow(weekday=day, start=start, end=need.end) for day in SCHOOL_WEEK)
            yield offer_of(ItemKind.LUNCH_BEFORE_OTHERS, need, Anchor.OVER_LUNCH, windows=windows)
