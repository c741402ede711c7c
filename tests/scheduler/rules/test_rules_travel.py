"""Needs about the way to school in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.problem import Ride
from tests.planning.builders import need
from tests.scheduler.agreement import assert_agrees, assert_agrees_with_brute_force, assert_reaches
from tests.scheduler.small_problems import problems_with

KINDS = ("ride_needed", "travel_times")

def ride(arrives: str, leaves: str) -> Ride:
    """A ride on Mondays."""
    return Ride.model_validate({"weekday": "mon", "arrives": arrives, "leaves": leaves})


@pytest.mark.parametrize(
    ("most", "rides"),
    [
        (0, ()),
        (2, (ride("07:50", "10:10"),)),
        (2, (ride("07:50", "10:10"), ride("12:20", "13:30"))),
        (3, (ride("07:50", "10:10"), ride("08:00", "13:30"))),
        (1, (ride("08:05", "13:00"),)),
    ],
)
def test_a_ride_brings_so_many_lessons_and_no_more(most: int, rides: tuple[Ride, ...]) -> None:
    """There and home with the same one, and no lesson without."""
    assert_reaches(most, need("ride_needed"), rides=rides)


@pytest.mark.parametrize(
    ("most", "bus"),
    [
        (4, need("travel_times", arrivals=["08:50", "10:00"])),
        (3, need("travel_times", departures=["09:00", "10:20"])),
        (1, need("travel_times", arrivals=["08:50"], departures=["10:20"])),
        (5, need("travel_times", departures=["14:00"], minutes_to_room=10)),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_the_bus_lets_through_so_much_and_no_more(most: int, bus: AnyNeed) -> None:
    """The first arrival and the last departure, with the walk to the room."""
    assert_reaches(most, bus)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 6, 1)))
