"""The ladder: steps of whole weeks on the calendar."""

from __future__ import annotations

import datetime as dt

from planning.frozen import Frozen
from planning.timetable import WeekLabel


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
