"""The ladder: steps of whole weeks on the calendar."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from planning.frozen import Frozen
from planning.timetable import WeekLabel

DATED_STEPS = 2
"""How many steps carry dates for the student: the one that is lived and the next (`method.md` §5.2 point 8)."""

MOST_DRAWN = 14
"""The last step that is drawn as a step; the tail is only «sedan» (`method.md` §5.2 point 7)."""


class Timing(StrEnum):
    """How a step's time is told."""

    DATED = "dated"
    """By its dates."""
    WHEN_READY = "when_ready"
    """«När du är redo»; to the school «tidigast» its weeks, since a decision has to say when."""
    AFTERWARDS = "afterwards"
    """«Sedan»: beyond what anybody has to look at now."""


def timing_of(number: int, current_step: int = 1) -> Timing:
    """How the time of that step is told while `current_step` is lived; before the plan begins that is step 1."""
    if number < current_step + DATED_STEPS:
        return Timing.DATED
    return Timing.WHEN_READY if number <= MOST_DRAWN else Timing.AFTERWARDS


class Step(Frozen):
    """A step: its number (from 1), the Mondays of its weeks, and the week labels it plans.

    `week_numbers` are the weeks counted from the start of the plan (1, 2, …), for the reader.
    """

    number: int
    mondays: tuple[dt.date, ...]
    week_labels: tuple[WeekLabel, ...]
    week_numbers: tuple[int, ...] = ()

    @property
    def first_day(self) -> dt.date:
        """The Monday that the step begins."""
        return self.mondays[0]

    @property
    def last_day(self) -> dt.date:
        """The Friday that the step ends."""
        return self.mondays[-1] + dt.timedelta(days=4)
