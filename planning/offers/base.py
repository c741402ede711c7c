"""What an offer is: an item that a week is offered, and what its time hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from planning.clock import MINUTES_PER_DAY, ClockTime, Weekday, WeekdayField
from planning.frozen import Frozen
from planning.items import Carrier, ItemKind, item_catalogue
from planning.needs import AnyNeed, MorningHelp, RideNeeded, Support, WeeklyItem
from planning.needs.base import NeedId
from planning.problem import Problem, Ride
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


class OnDays(StrEnum):
    """The days that an item can be on."""

    ANY = "any"
    WITH_LESSONS = "with_lessons"
    """Nobody comes to school for it alone."""
    WITHOUT_LESSONS = "without_lessons"
    """It is where the student is when not at school."""


class Offer(Frozen):
    """An item that a week is offered. `apart` is minutes between it and the lesson that it hangs on, or any lesson."""

    kind: ItemKind
    need: NeedId | None
    """The need that asks for it; None for the contact that every plan has."""
    anchor: Anchor
    minutes: int
    apart: int = 0
    windows: tuple[DayWindow, ...] = ()
    """Where it may be; empty: wherever the lesson that it hangs on puts it. A day without room does not call for it."""
    served: tuple[ClockTime, ClockTime] | None = None
    """When lunch is served, for what is there on days that go on over it: start and end."""
    a_week: int = 0
    """How many times a week, where it hangs on no lesson."""
    on_days: OnDays = OnDays.ANY
    """On which days it can be, where it hangs on no lesson."""
    carrier: Carrier
    person: str = ""
    place: str = ""
    subject: str = ""
    is_asked: bool = False
    """Whether a need that is hard, or a wish, is about nothing else: it then binds the lessons by its own strength."""
    contact: int = 0
    """Which of the week's contacts it is, from 1; in a week without lessons they are dated (`planning.contacts`)."""

    @cached_property
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


def hung_time(offer: Offer, weekday: Weekday, first: int, last: int) -> DayWindow | None:
    """When an offer before or after a day's lessons is, on a day with lessons from `first` to `last`; None: never."""
    start = first - offer.apart - offer.minutes if offer.anchor is Anchor.BEFORE_DAY else last + offer.apart
    if not 0 <= start <= MINUTES_PER_DAY - offer.minutes:
        return None
    return DayWindow(weekday=weekday, start=start, end=start + offer.minutes)


def goes_home(offer: Offer) -> bool:
    """Whether an offer that goes with a ride goes with the way home."""
    return offer.kind in (ItemKind.RIDE_HOME, ItemKind.REST)


def ride_time(offer: Offer, ride: Ride) -> DayWindow | None:
    """When an offer is that goes with that ride: from when it leaves, or before it arrives; None: never."""
    start = ride.leaves + offer.apart if goes_home(offer) else ride.arrives - offer.apart - offer.minutes
    if not 0 <= start <= MINUTES_PER_DAY - offer.minutes:
        return None
    return DayWindow(weekday=ride.weekday, start=start, end=start + offer.minutes)


def reckoned_from(problem: Problem, step: int, week: WeekLabel, otherwise: Anchor) -> Anchor:
    """What a morning or an afternoon is reckoned from: the ride, for one who is driven, otherwise the lessons."""
    is_driven = any(isinstance(n, RideNeeded) and n.is_hard for n in holding(problem, step, week))
    return Anchor.RIDE if is_driven and problem.rides else otherwise


def each_day(start: int, end: int) -> tuple[DayWindow, ...]:
    """Those hours of every school day."""
    return tuple(DayWindow(weekday=day, start=start, end=end) for day in SCHOOL_WEEK)
