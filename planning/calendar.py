"""The real calendar: which days school is open, and which of the timetable's weeks a calendar week is."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import model_validator

from planning.frozen import Frozen
from planning.timetable import Timetable, WeekLabel, iso_week


class ClosedDays(Frozen):
    """A lov, a studiedag or a holiday: `first` to `last`, both included."""

    first: dt.date
    """First day without school."""
    last: dt.date
    """Last day without school; the same as `first` for a single day."""
    name: str
    """What it is called: «Sportlov»."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last < self.first:
            raise ValueError("it ends before it begins")
        return self

    def covers(self, day: dt.date) -> bool:
        """Whether the day falls within."""
        return self.first <= day <= self.last


class SchoolCalendar(Frozen):
    """Closed days, public holidays included; Saturdays and Sundays are always closed (skollagen 7 kap. 17 §).

    `anchor_monday` is a Monday whose week has the first label of a rotation; without it a two-week rotation follows
    the ISO week number, first label in odd weeks, as Swedish schools count «udda» and «jämna» weeks.
    """

    closed: tuple[ClosedDays, ...] = ()
    anchor_monday: dt.date | None = None

    def closed_because(self, day: dt.date) -> str | None:
        """Why there is no school that day: the name of the closure, «» at a weekend, None when school is open."""
        named = next((c.name for c in self.closed if c.covers(day)), None)
        return named if named is not None else ("" if day.weekday() > 4 else None)

    def is_open(self, day: dt.date) -> bool:
        """Whether there is school that day."""
        return self.closed_because(day) is None

    def open_days(self, monday: dt.date) -> tuple[dt.date, ...]:
        """The days of that week with school."""
        return tuple(d for d in (monday + dt.timedelta(days=n) for n in range(5)) if self.is_open(d))

    def week_label(self, timetable: Timetable, monday: dt.date) -> WeekLabel:
        """Which of the timetable's weeks the week beginning that Monday is."""
        if timetable.is_dated:
            return iso_week(monday)
        labels = timetable.week_labels
        if self.anchor_monday is not None:
            return labels[(monday - self.anchor_monday).days // 7 % len(labels)]
        return labels[(monday.isocalendar().week - 1) % len(labels)]
