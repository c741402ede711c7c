"""What an offer is, and the facts of a week that decide when an item may be."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from planning.clock import ClockTime, Weekday, WeekdayField
from planning.frozen import Frozen
from planning.items import Carrier, ItemKind, item_catalogue
from planning.needs import (
    AnyNeed,
    AvoidPlace,
    BlockedTime,
    CoachAvailability,
    DaysOff,
    EarliestStart,
    LatestEnd,
    MorningHelp,
    NotPresentDuring,
    Support,
    WeeklyItem,
)
from planning.needs.base import NeedId
from planning.problem import Problem
from planning.timetable import WeekLabel

SCHOOL_WEEK = tuple(Weekday)[:5]
"""Monday to Friday."""

GRID = 5
"""Items begin on the five-minute grid. Our default."""


class Anchor(StrEnum):
    """What an item's time hangs on."""

    FREE = "free"
    """Anywhere in its windows, so many times a week."""
    BEFORE_DAY = "before_day"
    """Before the first lesson of every day with lessons."""
    AFTER_DAY = "after_day"
    """After the last one."""
    OVER_LUNCH = "over_lunch"
    """At lunch, on days that go on over it."""
    IN_BREAK = "in_break"
    """In every short break between two lessons that are attended."""
    RIDE = "ride"
    """One of the rides that day, on every day with lessons."""


class DayWindow(Frozen):
    """A stretch of one weekday."""

    weekday: WeekdayField
    start: ClockTime
    end: ClockTime


class Offer(Frozen):
    """An item that a week is offered. `apart` is minutes between it and the lesson that it hangs on."""

    kind: ItemKind
    need: NeedId | None
    """The need that asks for it; None for the contact that every plan has."""
    anchor: Anchor
    minutes: int
    apart: int = 0
    windows: tuple[DayWindow, ...] = ()
    """Where it may be; empty: wherever its anchor puts it."""
    a_week: int = 0
    """How many times a week, where it hangs on no lesson."""
    carrier: Carrier
    person: str = ""
    place: str = ""
    subject: str = ""
    is_asked: bool = False
    """Whether a need that is hard, or a wish, is about nothing else: it then binds the lessons by its own strength."""
    contact: int = 0
    """Which of the week's contacts it is, from 1; in a week without lessons they are dated (`planning.contacts`)."""

    @property
    def id(self) -> str:
        """Stable from step to step."""
        return f"{self.need or ''}|{self.kind}|{self.contact or ''}"

    @property
    def at_school(self) -> bool:
        """Whether it takes the student to school."""
        return item_catalogue()[self.kind].at_school


_ASKING = (Support, MorningHelp, WeeklyItem)
"""Needs that are met by their items and by nothing else."""


def offer_of(kind: ItemKind, need: AnyNeed | None, anchor: Anchor, **fields: object) -> Offer:
    """An offer with the catalogue's defaults for what is not said."""
    entry = item_catalogue()[kind]
    is_asked = isinstance(need, _ASKING) and (need.is_hard or need.is_wish)
    given = {"minutes": entry.minutes, "carrier": entry.carrier, "is_asked": is_asked, **fields}
    return Offer.model_validate({"kind": kind, "need": need.id if need else None, "anchor": anchor, **given})


def holding(problem: Problem, step: int, week: WeekLabel) -> Iterator[AnyNeed]:
    """The needs that hold in that week of that step."""
    return (need for need in problem.needs if need.holds_in(step, week))


def is_kept_out(problem: Problem, step: int, week: WeekLabel, offer: Offer, slot: DayWindow) -> bool:
    """Whether a fact or a hard need bars the item from that time: the coach is elsewhere, the time is taken."""
    if offer.carrier is Carrier.COACH and _coach_is_elsewhere(problem, step, week, slot):
        return True
    if offer.windows and not any(_lies_in(slot, window) for window in offer.windows):
        return True
    return any(need.is_hard and _bars(need, step, offer, slot) for need in holding(problem, step, week))


def _coach_is_elsewhere(problem: Problem, step: int, week: WeekLabel, slot: DayWindow) -> bool:
    bound = any(isinstance(need, CoachAvailability) for need in holding(problem, step, week))
    return bound and not problem.coach.can_be_there(slot.weekday, week, slot.start, slot.end)


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
