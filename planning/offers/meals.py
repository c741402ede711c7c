"""Breakfast and lunch. The dining hall has a small ladder: elsewhere, then before the others, then with them."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import AnyNeed, LunchElsewhere, LunchPlan, Support, SupportKind
from planning.offers.base import Anchor, Offer, each_day, holding, offer_of
from planning.problem import Problem
from planning.rungs import Rung, SmallLadder
from planning.small_ladders import keeper_in, rung_in
from planning.timetable import WeekLabel

EARLY_MINUTES = 20
"""How long before lunch begins one who eats before the others may eat, and how soon after that it is over."""

USUAL_LUNCH = (11 * 60, 12 * 60 + 30)
"""When lunch is served where nobody has said when. Our default, as in `LunchElsewhere`."""

BREAKFAST_HOURS = (5 * 60, 10 * 60 + 30)
"""When breakfast is breakfast: a day that begins later has none. Our default."""


def meal_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What is offered to eat, when and where, in that week."""
    for need in holding(problem, step, week):
        match need:
            case Support(item=SupportKind.BREAKFAST):
                yield offer_of(
                    ItemKind.BREAKFAST, need, Anchor.BEFORE_DAY, windows=each_day(*BREAKFAST_HOURS),
                    person=problem.coach.name,
                )  # fmt: skip
            case _:
                pass
    yield from _lunches(problem, step, week)


def _lunches(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """As the dining hall's small ladder stands: elsewhere as it was ticked, or before the others."""
    behind = keeper_in(problem, SmallLadder.DINING_HALL, step)
    if behind is None or step in behind.not_in or (behind.weeks and week not in behind.weeks):
        return
    plans = [need for need in holding(problem, step, week) if isinstance(need, LunchElsewhere)]
    match rung_in(problem, SmallLadder.DINING_HALL, step):
        case Rung.EATS_ELSEWHERE if plans:
            for need in plans:
                yield from _elsewhere(need, problem)
        case Rung.EATS_ELSEWHERE:
            yield _in_small_room(behind, problem)
        case Rung.EATS_BEFORE_OTHERS:
            yield _before_others(behind, problem)
        case _:
            pass


def _elsewhere(need: LunchElsewhere, problem: Problem) -> Iterator[Offer]:
    match need.how:
        case LunchPlan.SMALL_ROOM | LunchPlan.BEFORE_OTHERS:
            yield _in_small_room(need, problem)
        case LunchPlan.WITH_COACH:
            yield _in_small_room(need, problem, carrier=Carrier.COACH, person=problem.coach.name)
        case LunchPlan.HOME_BEFORE | LunchPlan.UNDECIDED:
            return


def _in_small_room(need: AnyNeed, problem: Problem, **fields: object) -> Offer:
    served = _served(need, problem)
    windows = each_day(*served)
    return offer_of(ItemKind.LUNCH_SMALL_ROOM, need, Anchor.OVER_LUNCH, windows=windows, served=served, **fields)


def _before_others(need: AnyNeed, problem: Problem) -> Offer:
    """In the dining hall while it is still empty: from a while before lunch to a while after it has begun."""
    served = _served(need, problem)
    windows = each_day(max(0, served[0] - EARLY_MINUTES), served[0] + EARLY_MINUTES)
    return offer_of(ItemKind.LUNCH_BEFORE_OTHERS, need, Anchor.OVER_LUNCH, windows=windows, served=served)


def _served(need: AnyNeed, problem: Problem) -> tuple[int, int]:
    """When lunch is served: as the need says, or any other about lunch; otherwise the usual hours."""
    plans = [n for n in (need, *problem.needs) if isinstance(n, LunchElsewhere)]
    return (plans[0].start, plans[0].end) if plans else USUAL_LUNCH
