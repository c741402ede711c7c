"""Contact with somebody trusted: at least twice a week while much is missing, and something that is liked."""

from __future__ import annotations

from collections.abc import Iterator

from planning.items import Carrier, ItemKind
from planning.needs import BlockedTime, CoachAllLessons, CoachAtFirstLesson, Support, SupportKind
from planning.offers.base import SCHOOL_WEEK, Anchor, DayWindow, Offer, holding, offer_of
from planning.pace import goal_minutes, line
from planning.problem import Problem
from planning.timetable import WeekLabel

CONTACTS_PER_WEEK = 2
"""Least contacts a week while absent (Lancashire guidance, `method.md` §1.1)."""

DAYTIME = (9 * 60, 16 * 60)
"""When the coach can be met where the coach's hours are not known. Our default."""

_WAYS = {
    "fika": ItemKind.FIKA,
    "lunch": ItemKind.LUNCH,
    "text_messages": ItemKind.TEXT,
    "talk": ItemKind.CHECK_IN,
    "in_the_car": ItemKind.CAR_RIDE,
    "at_home": ItemKind.HOME_VISIT,
}
"""What the boxes for checking in with the coach mean (ON2)."""

_PLEASANT = {"walk": ItemKind.WALK, "car_ride": ItemKind.CAR_RIDE, "fika": ItemKind.FIKA}
"""What the boxes for a first meeting mean; a thing that is liked is an activity."""

_NOT_OUTDOORS = frozenset({"text_messages", "lunch", *_PLEASANT})


def contact_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """The contacts of that week: with the coach, with an adult of the school, at training, at something liked."""
    yield from _check_ins(problem, step, week)
    for need in holding(problem, step, week):
        if not isinstance(need, Support):
            continue
        match need.item:
            case SupportKind.MEET_ADULT_FIRST:
                yield offer_of(ItemKind.MEET_ADULT, need, Anchor.FREE, a_week=1, windows=_daytime(problem, week))
            case SupportKind.FIRST_MEETING if any(choice not in _NOT_OUTDOORS for choice in need.choices):
                yield offer_of(
                    ItemKind.ACTIVITY, need, Anchor.FREE, a_week=1, windows=_daytime(problem, week),
                    person=problem.coach.name,
                )  # fmt: skip
            case SupportKind.FOLLOW_TO_TRAINING:
                yield from _training(need, problem, step, week)
            case _:
                pass


def _daytime(problem: Problem, week: WeekLabel) -> tuple[DayWindow, ...]:
    """The coach's hours that week; the ordinary day where none are known."""
    known = tuple(
        DayWindow(weekday=hours.weekday, start=hours.start, end=hours.end)
        for hours in problem.coach.hours
        if not hours.weeks or week in hours.weeks
    )
    start, end = DAYTIME
    return known or tuple(DayWindow(weekday=day, start=start, end=end) for day in SCHOOL_WEEK)


def _check_ins(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """Checking in with the coach. A coach who comes to the lessons is met there; then once a week is enough."""
    held = tuple(holding(problem, step, week))
    goal = goal_minutes(problem, week)
    much_is_missing = 2 * line(problem, week)[step - 1] < goal
    is_accompanied = any(isinstance(need, CoachAtFirstLesson | CoachAllLessons) and need.is_hard for need in held)
    times = CONTACTS_PER_WEEK if much_is_missing and not is_accompanied else 1
    asked = [n for n in held if isinstance(n, Support) and n.item is SupportKind.CONTACT_OTHER_WAY]
    ways = [_WAYS[choice] for need in asked for choice in need.choices if choice in _WAYS] or [ItemKind.CHECK_IN]
    for number in range(times):
        kind = ways[number % len(ways)]
        carrier = Carrier.COACH_REMOTE if kind is ItemKind.TEXT else Carrier.COACH
        yield offer_of(
            kind, asked[0] if asked else None, Anchor.FREE, a_week=1, windows=_daytime(problem, week),
            carrier=carrier, person=problem.trusted_person or problem.coach.name, contact=number + 1,
        )  # fmt: skip


def _training(need: Support, problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """Company to the training that the student goes to already: its own time, never lesson time."""
    for held in holding(problem, step, week):
        if isinstance(held, BlockedTime) and held.origin.ref == need.origin.ref and held.weekdays:
            start, end = max(0, held.start - 20), held.start
            window = DayWindow(weekday=held.weekdays[0], start=start, end=end)
            yield offer_of(
                ItemKind.EVENING_TRAINING, need, Anchor.FREE, a_week=1, minutes=20, windows=(window,),
                person=problem.coach.name,
            )  # fmt: skip
            return
