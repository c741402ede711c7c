"""The way to school and home: waking up, rides, company, and somebody who meets."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import (
    AnyNeed,
    AvoidPlace,
    CoachAtFirstLesson,
    MorningHelp,
    RideNeeded,
    SmallGroupFirst,
    Support,
    SupportKind,
)
from planning.needs.environment import CLASSROOM
from planning.offers.base import SCHOOL_WEEK, Anchor, DayWindow, Offer, holding, offer_of
from planning.problem import Problem
from planning.timetable import WeekLabel

WAKE_UP_BEFORE = 75
"""Minutes between waking up and the first lesson: a morning with its way to school. Our default."""

MESSAGE_BEFORE = 60
"""Minutes between a message in the morning and the first lesson. Our default."""

EMPTY_SCHOOL = (15 * 60 + 30, 17 * 60)
"""When a school is mostly empty and still open. Our default."""


def way_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What is offered around the way to school in that week."""
    for need in holding(problem, step, week):
        match need:
            case MorningHelp():
                yield from _waking(need)
            case CoachAtFirstLesson() if problem.coach.lead_minutes >= 5:
                yield offer_of(
                    ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY, minutes=problem.coach.lead_minutes,
                    carrier=Carrier.COACH, person=problem.coach.name,
                )  # fmt: skip
            case RideNeeded() if problem.rides:
                yield offer_of(ItemKind.RIDE_THERE, need, Anchor.RIDE, carrier=Carrier.GUARDIAN)
                yield offer_of(ItemKind.RIDE_HOME, need, Anchor.RIDE, carrier=Carrier.GUARDIAN)
            case Support():
                yield from _supported(need)
            case SmallGroupFirst() | AvoidPlace() if _opens_classroom(need, step):
                yield _own_seat(need)
            case _:
                pass


def _waking(need: MorningHelp) -> Iterator[Offer]:
    """Only in a way that was ticked: by those at home first, then by phone, then at the door."""
    carriers = {
        "someone_at_home": Carrier.GUARDIAN,
        "phone_call": Carrier.COACH_REMOTE,
        "text_message": Carrier.COACH_REMOTE,
        "knock": Carrier.COACH,
    }
    ticked = next((carrier for way, carrier in carriers.items() if way in need.ways), None)
    if ticked is not None:
        yield offer_of(ItemKind.WAKE_UP, need, Anchor.BEFORE_DAY, apart=WAKE_UP_BEFORE, carrier=ticked)


def _supported(need: Support) -> Iterator[Offer]:
    match need.item:
        case SupportKind.MEET_AT_ARRIVAL if named := [c for c in need.choices if c not in ("friend", "met_outside")]:
            yield offer_of(ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY, person=named[0])
        case SupportKind.MEET_AT_ARRIVAL if "friend" not in need.choices:
            yield offer_of(ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY)
        case SupportKind.RIDE if "bus_together" in need.choices and "ride_from_home" not in need.choices:
            yield offer_of(ItemKind.BUS_WITH_ADULT, need, Anchor.BEFORE_DAY)
        case SupportKind.TEXT_MESSAGES if not need.choices or "in_the_morning" in need.choices:
            yield offer_of(
                ItemKind.MORNING_MESSAGE, need, Anchor.BEFORE_DAY, apart=MESSAGE_BEFORE, carrier=Carrier.COACH_REMOTE
            )
        case SupportKind.TEXT_MESSAGES if "afterwards" in need.choices:
            yield offer_of(ItemKind.TEXT, need, Anchor.AFTER_DAY, apart=30, carrier=Carrier.COACH_REMOTE)
        case _:
            pass


def _opens_classroom(need: AnyNeed, step: int) -> bool:
    """Whether the classroom opens in the next step: then the student sees the seat there first, while it is empty."""
    waits = isinstance(need, SmallGroupFirst) or (isinstance(need, AvoidPlace) and CLASSROOM in need.places)
    return waits and need.last_step == step


def _own_seat(need: AnyNeed) -> Offer:
    start, end = EMPTY_SCHOOL
    windows = tuple(DayWindow(weekday=day, start=start, end=end) for day in SCHOOL_WEEK)
    return offer_of(ItemKind.SEE_OWN_SEAT, need, Anchor.FREE, windows=windows, a_week=1, carrier=Carrier.ADULT)
