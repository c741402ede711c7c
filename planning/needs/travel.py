"""Needs about the way to school and home."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from planning.clock import ClockTime
from planning.needs.base import Disclosure, NeedBase


class RideNeeded(NeedBase):
    """No day without a ride: there and home lie within one of `Problem.rides` that weekday."""

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["ride_needed"] = "ride_needed"


class TravelTimes(NeedBase):
    """Bus or taxi times bind the day: the first lesson after an arrival, the last one before a departure.

    `minutes_to_room` is the walk between the stop and the room. An empty list binds nothing.
    """

    disclosure: ClassVar[Disclosure] = Disclosure.OPEN
    kind: Literal["travel_times"] = "travel_times"
    arrivals: tuple[ClockTime, ...] = ()
    """When a bus or taxi is at school, times of day."""
    departures: tuple[ClockTime, ...] = ()
    """When a bus or taxi leaves school, times of day."""
    minutes_to_room: int = Field(default=10, ge=0, le=60)
    """Minutes of walk between the stop and the room."""
