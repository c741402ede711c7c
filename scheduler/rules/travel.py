"""Needs about the way to school and home as constraints."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import assert_never

from planning.needs import RideNeeded, TravelNeed, TravelTimes
from planning.problem import Ride
from scheduler.model import Choice, Model, Posting, Week


def post(need: TravelNeed, model: Model) -> None:
    """Put the need into the model."""
    posting = Posting(model, need)
    for week in model.weeks_of(need):
        match need:
            case RideNeeded():
                _post_rides(posting, week)
            case TravelTimes():
                for choice in week.choices:
                    if _misses_bus(need, choice):
                        posting.never_together(choice.taken)
            case _:
                assert_never(need)


def _misses_bus(need: TravelTimes, choice: Choice) -> bool:
    in_time = not need.arrivals or any(a + need.minutes_to_room <= choice.visit.start for a in need.arrivals)
    gets_home = not need.departures or any(choice.visit.end + need.minutes_to_room <= d for d in need.departures)
    return not (in_time and gets_home)


def _post_rides(posting: Posting, week: Week) -> None:
    """One ride covers any two lessons of a day, and therefore the whole day."""
    for weekday, choices in week.days.items():
        rides = [
            ride for ride in posting.model.problem.rides
            if ride.weekday == weekday and (not ride.weeks or week.label in ride.weeks)
        ]
        for one, other in combinations_with_replacement(choices, 2):
            if not any(_covers(ride, one, other) for ride in rides):
                posting.never_together(*{c.taken.index: c.taken for c in (one, other)}.values())


def _covers(ride: Ride, one: Choice, other: Choice) -> bool:
    first, last = min(one.visit.start, other.visit.start), max(one.visit.end, other.visit.end)
    return ride.arrives <= first and last <= ride.leaves
