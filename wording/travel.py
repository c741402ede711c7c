"""Needs about the way to school and home, in words."""

from __future__ import annotations

from typing import assert_never

from planning.needs import RideNeeded, TravelNeed, TravelTimes
from wording.clock import written_time
from wording.language import tr
from wording.phrases import Said, or_list


def say_travel(need: TravelNeed) -> Said:
    """The need in words."""
    match need:
        case RideNeeded():
            return Said(tr("Skjuts behövs till skolan och hem"), tr("Skjuts behövs"))
        case TravelTimes(arrivals=arrivals, departures=departures):
            parts = [tr("Dagen passar resorna")]
            if arrivals:
                parts.append(tr("framme {times}", times=or_list([written_time(time) for time in arrivals])))
            if departures:
                parts.append(tr("hem {times}", times=or_list([written_time(time) for time in departures])))
            return Said(", ".join(parts), parts[0])
        case _:
            assert_never(need)
