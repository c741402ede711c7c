"""The way to school and home: waking up, rides, company, and somebody who meets."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import (
    AnyNeed,
    CoachAtFirstLesson,
    MorningHelp,
    RideNeeded,
    Support,
    SupportKind,
)
from planning.offers.base import Anchor, Offer, each_day, holding, offer_of, reckoned_from
from planning.offers.calm_hours import at_calm_hours
from planning.problem import Problem
from planning.rungs import Rung, SmallLadder
from planning.small_ladders import keeper_in, rung_in
from planning.timetable import WeekLabel

WAKE_UP_BEFORE = 75
"""Minutes between waking up and the first lesson: a morning with its way to school. Our default."""

MESSAGE_BEFORE = 60
"""Minutes between a message in the morning and the first lesson. Our default."""

TEXT_AFTER = 30
"""Minutes between the last lesson and a text afterwards. Our default."""

AT_HOME = "guardian"
"""Who drives, where those at home have said that they do (G02)."""

NOON = 12 * 60

EMPTY_SCHOOL = (15 * 60 + 30, 17 * 60)
"""When a school is mostly empty and still open. Our default."""


def way_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What is offered around the way to school in that week."""
    for need in holding(problem, step, week):
        match need:
            case MorningHelp():
                yield from _waking(need, reckoned_from(problem, step, week, Anchor.BEFORE_DAY))
            case CoachAtFirstLesson() if problem.coach.lead_minutes >= 5:
                yield offer_of(
                    ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY, minutes=problem.coach.lead_minutes,
                    carrier=Carrier.COACH, person=problem.coach.name,
                )  # fmt: skip
            case RideNeeded() if problem.rides:
                yield from _driven(need, problem, step)
            case Support():
                yield from _supported(need, reckoned_from(problem, step, week, Anchor.BEFORE_DAY))
            case _:
                pass
    yield from _climbing(problem, step, week)


def _climbing(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """What the small ladders ask for: the bus in company before it is taken alone, and one's seat in an empty room."""
    bus, room = (keeper_in(problem, ladder, step) for ladder in (SmallLadder.BUS, SmallLadder.CLASSROOM))
    is_driven = bool(problem.rides) and any(isinstance(need, RideNeeded) for need in holding(problem, step, week))
    on_bus = rung_in(problem, SmallLadder.BUS, step) is Rung.BUS_WITH_ADULT and not is_driven
    if on_bus and bus is not None and _is_about(bus, step, week):
        yield _bus(bus, problem, week)
    sees_seat = rung_in(problem, SmallLadder.CLASSROOM, step) is Rung.SEES_OWN_SEAT
    if sees_seat and room is not None and _is_about(room, step, week):
        yield from _own_seat(room, problem, step, week)


def _is_about(need: AnyNeed, step: int, week: WeekLabel) -> bool:
    """Whether the need is about that week, also where it has just ended."""
    return step not in need.not_in and (not need.weeks or week in need.weeks)


def _bus(need: AnyNeed, problem: Problem, week: WeekLabel) -> Offer:
    """With the coach; with somebody at home where the coach has no hours in the morning."""
    hours = [one for one in problem.coach.hours if not one.weeks or week in one.weeks]
    is_there = not problem.coach.hours or any(one.start < NOON for one in hours)
    who = {"person": problem.coach.name} if is_there else {"carrier": Carrier.GUARDIAN}
    return offer_of(ItemKind.BUS_WITH_ADULT, need, Anchor.BEFORE_DAY, **who)


def _waking(need: MorningHelp, before: Anchor) -> Iterator[Offer]:
    """Only in a way that was ticked: by those at home first, then by phone, then at the door."""
    carriers = {
        "someone_at_home": Carrier.GUARDIAN,
        "phone_call": Carrier.COACH_REMOTE,
        "text_message": Carrier.COACH_REMOTE,
        "knock": Carrier.COACH,
    }
    ticked = next((carrier for way, carrier in carriers.items() if way in need.ways), None)
    if ticked is not None:
        yield offer_of(ItemKind.WAKE_UP, need, before, apart=WAKE_UP_BEFORE, carrier=ticked)


def _driven(need: RideNeeded, problem: Problem, step: int) -> Iterator[Offer]:
    """There and home by the rides that are known; a bus with somebody where that is the only way that was ticked."""
    drivers = {ride.by for ride in problem.rides}
    by = drivers.pop() if len(drivers) == 1 else ""
    is_coach = bool(by) and by == problem.coach.name
    who = {"carrier": Carrier.COACH if is_coach else Carrier.GUARDIAN, "person": "" if by == AT_HOME else by}
    on_bus = rung_in(problem, SmallLadder.BUS, step) is Rung.BUS_WITH_ADULT
    there = ItemKind.BUS_WITH_ADULT if on_bus else ItemKind.RIDE_THERE
    yield offer_of(there, need, Anchor.RIDE, **who)
    yield offer_of(ItemKind.RIDE_HOME, need, Anchor.RIDE, **who)


def _supported(need: Support, before: Anchor) -> Iterator[Offer]:
    match need.item:
        case SupportKind.MEET_AT_ARRIVAL if named := [c for c in need.choices if c not in ("friend", "met_outside")]:
            yield offer_of(ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY, person=named[0])
        case SupportKind.MEET_AT_ARRIVAL if "friend" not in need.choices:
            yield offer_of(ItemKind.MEET_AT_ARRIVAL, need, Anchor.BEFORE_DAY)
        case SupportKind.TEXT_MESSAGES:
            yield from _texts(need, before)
        case _:
            pass


def _texts(need: Support, before: Anchor) -> Iterator[Offer]:
    """Only when it was ticked: a text every morning that nobody asked for is one more demand."""
    if "in_the_morning" in need.choices:
        yield offer_of(
            ItemKind.MORNING_MESSAGE, need, before, apart=MESSAGE_BEFORE, carrier=Carrier.COACH_REMOTE
        )
    if "afterwards" in need.choices:
        yield offer_of(ItemKind.TEXT, need, Anchor.AFTER_DAY, apart=TEXT_AFTER, carrier=Carrier.COACH_REMOTE)


def _own_seat(need: AnyNeed, problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """With the coach, who brings the student there; with an adult of the school where the coach has other hours."""
    windows = at_calm_hours(problem, step, week, each_day(*EMPTY_SCHOOL))
    by_coach = offer_of(
        ItemKind.SEE_OWN_SEAT, need, Anchor.FREE, windows=windows, a_week=1, person=problem.coach.name
    )
    start, end = EMPTY_SCHOOL
    is_there = not problem.coach.hours or any(
        min(end, hours.end) - max(start, hours.start) >= by_coach.minutes
        for hours in problem.coach.hours if not hours.weeks or week in hours.weeks
    )
    if is_there:
        yield by_coach
    elif not any(isinstance(n, RideNeeded) and n.is_hard for n in holding(problem, step, week)):
        yield by_coach.model_copy(update={"carrier": Carrier.ADULT, "person": ""})
