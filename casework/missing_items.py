"""Which promised items a plan lacks, and what kept them out: what stands behind «delvis»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planning.checks.items import is_of, wanted
from planning.checks.weeks import AttendedWeek, attended_weeks
from planning.clock import MINUTES_PER_DAY
from planning.items import Carrier, ItemKind
from planning.needs import AnyNeed
from planning.offers import Anchor, DayWindow, Offer, offers_in
from planning.offers.base import GRID
from planning.plan import Plan
from planning.problem import Problem
from wording.verdicts import WhyMissing, say_missing


def missing_lines(problem: Problem, plan: Plan, need: AnyNeed) -> tuple[str, ...]:
    """A sentence for every kind of item that the need asks for and some week lacks; none when all are there."""
    found: dict[tuple[ItemKind, WhyMissing], list[int]] = {}
    for week in attended_weeks(problem, plan):
        for offer in offers_in(problem, week.step, week.week):
            if offer.need == need.id and _lacks(plan, week, offer):
                found.setdefault((offer.kind, _why(problem, week, offer)), []).append(week.step)
    return tuple(say_missing(kind, sorted(set(steps)), why) for (kind, why), steps in found.items())


def _lacks(plan: Plan, week: AttendedWeek, offer: Offer) -> bool:
    """As `planning.checks.items.missing` counts: contacts of a week without lessons are dated."""
    if offer.contact and not week.visits:
        return False
    there = sum(is_of(item, offer) for item in plan.steps[week.step - 1].items_in(week.week))
    return there < wanted(offer, week)


def _why(problem: Problem, week: AttendedWeek, offer: Offer) -> WhyMissing:
    if offer.anchor is Anchor.RIDE:
        return WhyMissing.NO_RIDE
    hours = problem.coach
    if offer.carrier is Carrier.COACH and hours.hours:
        times = tuple(_times(offer, week))
        if not any(hours.can_be_there(slot.weekday, week.week, slot.start, slot.end) for slot in times):
            return WhyMissing.COACH_IS_ELSEWHERE
    return WhyMissing.NO_TIME


def _times(offer: Offer, week: AttendedWeek) -> Iterator[DayWindow]:
    """The times that the item could be, were nothing in its way."""
    if offer.anchor in (Anchor.FREE, Anchor.OVER_LUNCH):
        for window in offer.windows:
            for start in range(window.start, window.end - offer.minutes + 1, GRID):
                yield DayWindow(weekday=window.weekday, start=start, end=start + offer.minutes)
        return
    for weekday, visits in week.days():
        starts = {
            Anchor.BEFORE_DAY: [min(v.start for v in visits) - offer.apart - offer.minutes],
            Anchor.AFTER_DAY: [max(v.end for v in visits) + offer.apart],
            Anchor.IN_BREAK: [before.end for before, _ in pairwise(visits)],
        }
        for start in starts.get(offer.anchor, []):
            if 0 <= start <= MINUTES_PER_DAY - offer.minutes:
                yield DayWindow(weekday=weekday, start=start, end=start + offer.minutes)
