"""The times that an item can have in a week, and the lessons that each of them needs or rules out.

One that hangs on a lesson has its times from the lessons. One with a free time begins where something ends that is in
its way (a lesson, another item, what bars it) or where its window begins, or ends where a lesson begins: between two
such times it could always be moved earlier to one of them, so none is lost by looking at no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, assert_never

from planning.clock import Weekday
from planning.items import ItemKind, item_catalogue
from planning.needs import NeedId
from planning.offers import Anchor, DayWindow, Offer, offers_in
from planning.offers.barred import edges, has_room, kept_out_by
from planning.offers.base import GRID, OnDays, goes_home, hung_time, ride_time
from planning.offers.rest import LONGEST_BREAK
from planning.problem import Problem
from scheduler.model import Choice, Literal, Week

MORNING = 10 * 60
"""Before this hour a contact is early for somebody who has been away for months. Our default."""

MOST_TIMES = 8
"""Most times that a free item is tried at on one day, where no need asks for it by its own strength. Our default."""

MOST_STACKED = 4
"""Most items whose lengths are added up to find where another can begin after them. Our default."""


class Possible(NamedTuple):
    """A time for an item, the visits it can not be with, and groups of visits of which each has one attended."""

    slot: DayWindow
    against: tuple[Literal, ...] = ()
    with_one_of: tuple[tuple[Literal, ...], ...] = ()
    barred_by: tuple[NeedId, ...] = ()
    """Hard needs that have to be given up first."""


def possible_times(problem: Problem, week: Week, offer: Offer, *, given_up: bool = False) -> Iterator[Possible]:
    """The times that nothing bars, day by day. With `given_up` also those that hard needs bar."""
    seen: set[tuple[int, int, int]] = set()
    days = set(week.days) if offer.anchor is not Anchor.FREE else {*week.days, *(w.weekday for w in offer.windows)}
    for weekday in sorted(days):
        found: list[Possible] = []
        for time in _times(problem, offer, weekday, week):
            key = (time.slot.weekday, time.slot.start, time.slot.end)
            if key in seen or not has_room(offer, time.slot):
                continue
            barred_by = kept_out_by(problem, week.step, week.label, offer, time.slot)
            if given_up or not barred_by:
                found.append(time._replace(barred_by=barred_by))
                if offer.anchor is not Anchor.IN_BREAK:
                    seen.add(key)
        yield from _the_best(offer, found, week.days.get(weekday, []))


def _the_best(offer: Offer, found: Sequence[Possible], choices: Sequence[Choice]) -> Sequence[Possible]:
    """Those next to lessons and late in the morning, where there are more than are worth looking at."""
    if offer.anchor not in (Anchor.FREE, Anchor.OVER_LUNCH) or offer.is_asked or len(found) <= MOST_TIMES:
        return found
    beside = {c.visit.end for c in choices} | {c.visit.start - offer.minutes for c in choices}
    ordered = sorted(found, key=lambda t: (t.slot.start not in beside, t.slot.start < MORNING, t.slot.start))
    return sorted(ordered[:MOST_TIMES], key=lambda time: time.slot.start)


def _times(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    choices = week.days.get(weekday, [])
    match offer.anchor:
        case Anchor.FREE:
            yield from _anywhere(problem, offer, weekday, week)
        case Anchor.OVER_LUNCH:
            yield from _over_lunch(problem, offer, weekday, week)
        case Anchor.BEFORE_DAY:
            for start in sorted({choice.visit.start for choice in choices}):
                earlier = [c.taken for c in choices if c.visit.start < start]
                first = [c.taken for c in choices if c.visit.start == start]
                yield from _hung(hung_time(offer, weekday, start, start), earlier, first)
        case Anchor.AFTER_DAY:
            for end in sorted({choice.visit.end for choice in choices}):
                later = [c.taken for c in choices if c.visit.end > end]
                last = [c.taken for c in choices if c.visit.end == end]
                yield from _hung(hung_time(offer, weekday, end, end), later, last)
        case Anchor.IN_BREAK:
            yield from _breaks(offer, weekday, choices)
        case Anchor.RIDE:
            yield from _rides(problem, offer, weekday, week)
        case _:
            assert_never(offer.anchor)


def _hung(slot: DayWindow | None, against: Iterable[Literal], with_one_of: Iterable[Literal]) -> Iterator[Possible]:
    if slot is not None:
        yield Possible(slot, tuple(against), (tuple(with_one_of),))


def _anywhere(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    """The beginnings that are enough to look at."""
    choices = week.days.get(weekday, [])
    windows = [window for window in offer.windows if window.weekday == weekday]
    offers = offers_in(problem, week.step, week.label)
    apart = offer.apart
    firsts = {c.visit.end + apart for c in choices} | {c.visit.start - apart - offer.minutes for c in choices}
    firsts |= edges(problem, week.step, week.label, weekday)
    firsts |= {time for window in windows for time in (window.start, max(window.start, MORNING))}
    firsts |= set(_ends_of_hung(offers, choices)) if offer.is_asked else set()
    starts = {_on_grid(first) + later for first in firsts for later in _later(offer, offers)}
    with_day = ((tuple(choice.taken for choice in choices),),) if offer.on_days is OnDays.WITH_LESSONS else ()
    takes_time = not item_catalogue()[offer.kind].alongside
    for start in sorted(starts):
        end = start + offer.minutes
        if any(window.start <= start and end <= window.end for window in windows):
            in_the_way = [
                c.taken for c in choices
                if offer.on_days is OnDays.WITHOUT_LESSONS
                or (takes_time and c.visit.start < end + apart and start - apart < c.visit.end)
            ]
            yield Possible(DayWindow(weekday=weekday, start=start, end=end), tuple(in_the_way), *with_day)


def _ends_of_hung(offers: Iterable[Offer], choices: Sequence[Choice]) -> Iterator[int]:
    """Where the items end that needs ask for before or after a day's lessons."""
    for other in offers:
        if other.is_asked and other.anchor is Anchor.BEFORE_DAY:
            yield from (choice.visit.start - other.apart for choice in choices)
        elif other.is_asked and other.anchor is Anchor.AFTER_DAY:
            yield from (choice.visit.end + other.apart + other.minutes for choice in choices)


def _later(offer: Offer, offers: Iterable[Offer]) -> set[int]:
    """How much later than the first possible time it can begin because others stand before it, minutes."""
    asked = [other.minutes for other in offers if other.is_asked and other.id != offer.id and other.windows]
    if not offer.is_asked:
        return {0, offer.minutes, *asked}
    return {sum(some) for size in range(MOST_STACKED + 1) for some in combinations(asked, size)}


def _over_lunch(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    """While lunch is served, on a day that goes on over it."""
    choices = week.days.get(weekday, [])
    before = tuple(c.taken for c in choices if offer.served and c.visit.start < offer.served[0])
    after = tuple(c.taken for c in choices if offer.served and c.visit.end > offer.served[1])
    if before and after:
        for possible in _anywhere(problem, offer, weekday, week):
            yield possible._replace(with_one_of=(before, after))


def _on_grid(minute: int) -> int:
    return -(-minute // GRID) * GRID


def _breaks(offer: Offer, weekday: Weekday, choices: Sequence[Choice]) -> Iterator[Possible]:
    """Between a lesson that is attended and the next one, with nothing attended in between."""
    least = offer.minutes if offer.kind is ItemKind.REST else GRID
    spans = {(b.visit.end, a.visit.start) for b in choices for a in choices}
    for end, start in sorted(span for span in spans if least <= span[1] - span[0] <= LONGEST_BREAK):
        between = [c.taken for c in choices if c.visit.start < start and end < c.visit.end]
        length = min(start - end, max(offer.minutes, GRID))
        yield Possible(
            DayWindow(weekday=weekday, start=end, end=end + length),
            tuple(between),
            (
                tuple(c.taken for c in choices if c.visit.end == end),
                tuple(c.taken for c in choices if c.visit.start == start),
            ),
        )


def _rides(problem: Problem, offer: Offer, weekday: Weekday, week: Week) -> Iterator[Possible]:
    """Home when the ride leaves; there, and what comes before that, when it arrives."""
    choices = week.days.get(weekday, [])
    for ride in problem.rides:
        if ride.weekday != weekday or (ride.weeks and week.label not in ride.weeks):
            continue
        if goes_home(offer):
            missed = [c.taken for c in choices if c.visit.end > ride.leaves]
        else:
            missed = [c.taken for c in choices if c.visit.start < ride.arrives]
        yield from _hung(ride_time(offer, ride), missed, [choice.taken for choice in choices])
