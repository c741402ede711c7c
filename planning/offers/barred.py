"""When an item may not be: outside its windows, or where a hard need bars it."""

from __future__ import annotations

from planning.clock import Weekday
from planning.items import Carrier, ItemKind
from planning.needs import (
    AnyNeed,
    AvoidPlace,
    BlockedTime,
    CoachAvailability,
    DaysOff,
    EarliestStart,
    LatestEnd,
    NotPresentDuring,
)
from planning.needs.base import NeedId
from planning.offers.base import Anchor, DayWindow, Offer, holding
from planning.problem import Problem, remembering
from planning.timetable import WeekLabel

_BARRING = (BlockedTime, NotPresentDuring, EarliestStart, LatestEnd, DaysOff, AvoidPlace, CoachAvailability)
"""Needs that can bar an item from a time."""


def is_kept_out(problem: Problem, step: int, week: WeekLabel, offer: Offer, slot: DayWindow) -> bool:
    """Whether the item cannot be at that time: outside its windows, or barred by a hard need."""
    return not has_room(offer, slot) or bool(kept_out_by(problem, step, week, offer, slot))


def has_room(offer: Offer, slot: DayWindow) -> bool:
    """Whether the time lies within one of the offer's windows; what hangs on a lesson needs none."""
    if not offer.windows:
        return offer.anchor is not Anchor.FREE
    return any(_lies_in(slot, window) for window in offer.windows)


def kept_out_by(
    problem: Problem, step: int, week: WeekLabel, offer: Offer, slot: DayWindow
) -> tuple[NeedId, ...]:
    """The hard needs that bar the item from that time: the coach is elsewhere, the time is taken."""
    return tuple(
        need.id for need in barring_needs(problem, step, week)
        if _bars(need, step, offer, slot)
        or (isinstance(need, CoachAvailability) and _is_elsewhere(problem, week, offer, slot))
    )  # fmt: skip


@remembering
def barring_needs(problem: Problem, step: int, week: WeekLabel) -> tuple[AnyNeed, ...]:
    """The hard needs that can bar an item from a time in that week."""
    return tuple(need for need in holding(problem, step, week) if need.is_hard and isinstance(need, _BARRING))


def edges(problem: Problem, step: int, week: WeekLabel, weekday: Weekday) -> frozenset[int]:
    """Times of day at which something ends that bars an item until then, or the coach's hours begin."""
    ends = {hours.start for hours in problem.coach.hours if hours.weekday == weekday}
    for need in barring_needs(problem, step, week):
        match need:
            case BlockedTime() | NotPresentDuring():
                ends.add(need.end)
            case EarliestStart():
                ends.add(need.time_in(step))
            case _:
                pass
    return frozenset(ends)


def _is_elsewhere(problem: Problem, week: WeekLabel, offer: Offer, slot: DayWindow) -> bool:
    """Whether the coach is needed there and has no hours; a ride is known to go at its time, whoever drives."""
    if offer.carrier is not Carrier.COACH or offer.anchor is Anchor.RIDE:
        return False
    return not problem.coach.can_be_there(slot.weekday, week, slot.start, slot.end)


def _lies_in(slot: DayWindow, window: DayWindow) -> bool:
    return slot.weekday == window.weekday and window.start <= slot.start and slot.end <= window.end


PLACES_OF: dict[ItemKind, str] = {
    ItemKind.LUNCH_BEFORE_OTHERS: "dining_hall",
    ItemKind.BUS_WITH_ADULT: "bus",
    ItemKind.SEE_OWN_SEAT: "classroom_door",
}
"""The places of question PL7 that an item takes the student to. To see one's seat in an empty room is no lesson."""


def _bars(need: AnyNeed, step: int, offer: Offer, slot: DayWindow) -> bool:
    on_day = slot.weekday
    match need:
        case BlockedTime(weekdays=days):
            return (not days or on_day in days) and slot.start < need.end and need.start < slot.end
        case NotPresentDuring(weekdays=days) if offer.at_school:
            return (not days or on_day in days) and slot.start < need.end and need.start < slot.end
        case EarliestStart() if offer.at_school and offer.anchor is Anchor.FREE:
            return slot.start < need.time_in(step)
        case LatestEnd() if offer.at_school:
            return slot.end > need.time
        case DaysOff(weekdays=days):
            return offer.at_school and on_day in days
        case AvoidPlace(places=places):
            return PLACES_OF.get(offer.kind, "") in places
        case _:
            return False
