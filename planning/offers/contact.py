"""Contact with somebody trusted: at least twice a week while much is missing, and something that is liked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planning.items import Carrier, ItemKind
from planning.needs import (
    AnyNeed,
    BlockedTime,
    CoachAllLessons,
    CoachAtFirstLesson,
    NoLessonsYet,
    StartElsewhere,
    Support,
    SupportKind,
)
from planning.offers.base import Anchor, DayWindow, Offer, OnDays, each_day, holding, offer_of, reckoned_from
from planning.offers.calm_hours import at_calm_hours
from planning.pace import goal_minutes, line
from planning.problem import Problem
from planning.timetable import WeekLabel

CONTACTS_PER_WEEK = 2
"""Least contacts a week while absent (Lancashire guidance, `method.md` §1.1)."""

DAYTIME = (9 * 60, 16 * 60)
"""When the coach can be met where the coach's hours are not known. Our default."""

WAKING_HOURS = (8 * 60, 19 * 60)
"""Nobody is called to a meeting before or after, whatever the coach's hours: those can begin at six. Our default."""

LUNCH_HOURS = (11 * 60, 13 * 60)
"""When a lunch with the coach is lunch. Our default."""

HOME_APART = 60
"""Minutes between a lesson and a visit at home: the way. Our default."""

NOON = 12 * 60

_WAYS = {
    "fika": ItemKind.FIKA,
    "lunch": ItemKind.LUNCH,
    "talk": ItemKind.CHECK_IN,
    "in_the_car": ItemKind.CAR_RIDE,
    "at_home": ItemKind.HOME_VISIT,
}
"""What the boxes for checking in with the coach mean (ON2). A text is no meeting: it comes beside them."""

_PLEASANT = {
    "walk": ItemKind.WALK, "car_ride": ItemKind.CAR_RIDE, "fika": ItemKind.FIKA, "lunch": ItemKind.LUNCH,
}  # fmt: skip
"""What the boxes for a first meeting mean (IN3); a thing that is liked is an activity (IN1)."""

_NO_ACTIVITY = frozenset({"text_messages", *_PLEASANT})


def contact_offers(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """The contacts of that week: with the coach, with an adult of the school, at training, at something liked."""
    yield from _check_ins(problem, step, week)
    held = tuple(holding(problem, step, week))
    waits = any(isinstance(need, NoLessonsYet | StartElsewhere) and need.is_hard for need in held)
    # Then the week's contacts are dated, and the first of them is what is liked (`planning.contact_kinds`).
    for need in held:
        if not isinstance(need, Support):
            continue
        match need.item:
            case SupportKind.MEET_ADULT_FIRST:
                yield offer_of(ItemKind.MEET_ADULT, need, Anchor.FREE, a_week=1, windows=_daytime(problem, step, week))
            case SupportKind.FIRST_MEETING if not waits and any(c not in _NO_ACTIVITY for c in need.choices):
                yield offer_of(
                    ItemKind.ACTIVITY, need, Anchor.FREE, a_week=1, windows=_daytime(problem, step, week),
                    person=problem.coach.name,
                )  # fmt: skip
            case SupportKind.FOLLOW_TO_TRAINING:
                yield from _training(need, problem, step, week)
            case _:
                pass


def _daytime(
    problem: Problem, step: int, week: WeekLabel, within: tuple[int, int] = WAKING_HOURS
) -> tuple[DayWindow, ...]:
    """The coach's hours that week, or the ordinary day where none are known: what lies within those of the clock."""
    known = [
        DayWindow(weekday=hours.weekday, start=max(hours.start, within[0]), end=min(hours.end, within[1]))
        for hours in problem.coach.hours
        if (not hours.weeks or week in hours.weeks) and hours.start < within[1] and within[0] < hours.end
    ]
    usual = each_day(max(DAYTIME[0], within[0]), min(DAYTIME[1], within[1]))
    hours = known if problem.coach.hours else usual
    return at_calm_hours(problem, step, week, hours, is_meal=within == LUNCH_HOURS)


def _check_ins(problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """Checking in with the coach. A coach who comes to the lessons is met there; then once a week is enough."""
    held = tuple(holding(problem, step, week))
    goal = goal_minutes(problem, week)
    much_is_missing = 2 * line(problem, week)[step - 1] < goal
    is_accompanied = any(isinstance(need, CoachAtFirstLesson | CoachAllLessons) and need.is_hard for need in held)
    times = CONTACTS_PER_WEEK if much_is_missing and not is_accompanied else 1
    asked = [n for n in held if isinstance(n, Support) and n.item is SupportKind.CONTACT_OTHER_WAY]
    windows = _daytime(problem, step, week)
    over_lunch = _daytime(problem, step, week, LUNCH_HOURS)
    ways = _ways_to_meet(held, asked, can_have_lunch=bool(over_lunch))
    for number in range(times):
        kind = ways[number % len(ways)]
        at_home = _at_home(problem, step, week) if kind is ItemKind.HOME_VISIT else {}
        yield offer_of(
            kind, asked[0] if asked else None, Anchor.FREE, a_week=1,
            windows=over_lunch if kind is ItemKind.LUNCH else windows, carrier=Carrier.COACH,
            person=problem.trusted_person or problem.coach.name, contact=number + 1, **at_home,
        )  # fmt: skip


def _at_home(problem: Problem, step: int, week: WeekLabel) -> dict[str, object]:
    """A visit is when the student is at home: well before or after lessons, or another day for one who is driven."""
    is_driven = reckoned_from(problem, step, week, Anchor.FREE) is Anchor.RIDE
    return {"on_days": OnDays.WITHOUT_LESSONS} if is_driven else {"apart": HOME_APART}


def _ways_to_meet(held: Iterable[AnyNeed], asked: Iterable[Support], *, can_have_lunch: bool) -> list[ItemKind]:
    """What is all right to do first comes first, then the ways that were ticked in turn."""
    first = [
        _PLEASANT[choice] for need in held
        if isinstance(need, Support) and need.item is SupportKind.FIRST_MEETING
        for choice in need.choices if choice in _PLEASANT
    ]
    ticked = [_WAYS[choice] for need in asked for choice in need.choices if choice in _WAYS]
    ways = dict.fromkeys([*first[:1], *ticked])
    possible = [kind for kind in ways if kind is not ItemKind.LUNCH or can_have_lunch]
    return possible or [ItemKind.CHECK_IN]


def _training(need: Support, problem: Problem, step: int, week: WeekLabel) -> Iterator[Offer]:
    """Company to the training that the student goes to already: its own time, never lesson time.

    Only where its hour is told: a whole afternoon that is taken does not say when it begins.
    """
    for held in holding(problem, step, week):
        is_told = isinstance(held, BlockedTime) and held.origin.ref == need.origin.ref and held.start > NOON
        if isinstance(held, BlockedTime) and is_told and held.weekdays:
            start, end = max(0, held.start - 20), held.start
            window = DayWindow(weekday=held.weekdays[0], start=start, end=end)
            yield offer_of(
                ItemKind.EVENING_TRAINING, need, Anchor.FREE, a_week=1, minutes=20, windows=(window,),
                person=problem.coach.name,
            )  # fmt: skip
            return
