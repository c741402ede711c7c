"""When a plan meets the needs about the way to school: for every kind a plan that does and one that does not."""

from __future__ import annotations

import pytest

from planning.problem import Ride
from tests.planning.builders import breaches, is_met, need, problem, timetable


def ride(day: str, arrives: str, leaves: str, **fields: object) -> Ride:
    """A ride that weekday."""
    return Ride.model_validate({"weekday": day, "arrives": arrives, "leaves": leaves, **fields})


MONDAY_MORNING = ride("mon", "08:00", "10:10")


@pytest.mark.parametrize(("plan", "met"), [("a b", True), ("a", True), ("", True), ("a c", False), ("a d", False)])
def test_no_day_is_without_a_ride(plan: str, *, met: bool) -> None:
    """There in time, and not gone before the last lesson has ended."""
    assert is_met(need("ride_needed"), plan, rides=(MONDAY_MORNING,)) is met


def test_two_rides_do_not_make_one_day() -> None:
    """Who comes with the first and leaves with the second has no ride home of the first: one ride covers the day."""
    rides = (MONDAY_MORNING, ride("mon", "12:20", "13:30"))
    assert is_met(need("ride_needed"), "a", rides=rides)
    assert is_met(need("ride_needed"), "c", rides=rides)
    assert not is_met(need("ride_needed"), "a c", rides=rides)


def test_a_ride_of_b_weeks_is_none_in_a_weeks() -> None:
    """Who lives in two places has a ride every other week."""
    week = timetable("x mon 08:00-09:00 Svenska", ("A", "B"))
    rides = (ride("mon", "07:50", "09:00", weeks=["B"]),)
    assert is_met(need("ride_needed"), "B|x", week=week, rides=rides)
    assert not is_met(need("ride_needed"), "A|x", week=week, rides=rides)


@pytest.mark.parametrize(
    ("times", "plan", "met"),
    [
        ({"arrivals": ["07:50"]}, "a", True),
        ({"arrivals": ["07:51"]}, "a", False),
        ({"arrivals": ["07:51"], "minutes_to_room": 9}, "a", True),
        ({"arrivals": ["09:30", "07:50"]}, "a b", True),
        ({"departures": ["10:20"]}, "b", True),
        ({"departures": ["10:19"]}, "b", False),
        ({"departures": ["10:00", "15:00"]}, "b", True),
        ({}, "a b c d e f", True),
    ],
)
def test_the_bus_binds_the_first_and_the_last_lesson(times: dict[str, object], plan: str, *, met: bool) -> None:
    """With the walk to the room; without times nothing is bound."""
    assert is_met(need("travel_times", **times), plan) is met


def test_a_lesson_that_misses_the_bus_is_named() -> None:
    """The others are not."""
    of = problem(timetable(), need("travel_times", arrivals=["09:00"]))
    assert [breach.lessons for breach in breaches(of, "a b")] == [("a",)]
