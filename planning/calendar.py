"""The real calendar: which days school is open, and which of the timetable's weeks a calendar week is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Self

from pydantic import model_validator

from planning.clock import ClockTime
from planning.frozen import Frozen
from planning.homes import homes_labels
from planning.terms import Term, TermDates, term_among
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


class NationalTest(Frozen):
    """A national test of the class: ordinary lessons that overlap it do not happen that day."""

    date: dt.date
    """The day."""
    subject: str
    """The subject, as the timetable writes it."""
    start: ClockTime
    """When it begins, time of day."""
    end: ClockTime
    """When it ends, later than `start`."""
    name: str = ""
    """What part it is: «delprov B»; may be empty."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end <= self.start:
            raise ValueError("it ends before it begins")
        return self

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it takes any of the minutes `start`–`end` of its day."""
        return self.start < end and start < self.end


class Gap(Frozen):
    """School days in a row without school; weekends between count as neither. `back` is the first day after."""

    name: str
    """What the most of it is called: «Sportlov»; «» where it has no name."""
    first: dt.date
    last: dt.date
    days: int
    """How many weekdays it takes."""
    back: dt.date
    """The first day with school after it."""


class SchoolCalendar(Frozen):
    """Closed days, public holidays included; Saturdays and Sundays are always closed (skollagen 7 kap. 17 §).

    `anchor_monday` is a Monday whose week has the first label of a rotation: from there the weeks take turns without a
    stumble. Without it a rotation of two follows the ISO week number, first label in odd weeks, as Swedish schools
    count «udda» and «jämna» weeks. A year with a week 53 (2026) then has two odd weeks in a row at its end, 53 and 1:
    that is what «udda» says, and a school that lets its weeks take turns there has an anchor.
    """

    closed: tuple[ClosedDays, ...] = ()
    anchor_monday: dt.date | None = None
    national_tests: tuple[NationalTest, ...] = ()
    """Days on which the class writes a national test."""
    terms: tuple[TermDates, ...] = ()
    """The terms as the school has decided them; those that are not given follow from the longest closed days."""
    first_home_monday: dt.date | None = None
    """A Monday whose week the student lives in home 1, where the timetable is planned by home (`planning.homes`)."""

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
        if self.first_home_monday is not None:
            labels = homes_labels(labels, self.first_home_monday, monday)
        if self.anchor_monday is not None:
            return labels[(monday - self.anchor_monday).days // 7 % len(labels)]
        return labels[(monday.isocalendar().week - 1) % len(labels)]

    def repeated_weeks(self, timetable: Timetable, mondays: Iterable[dt.date]) -> tuple[dt.date, ...]:
        """Those Mondays whose week has the same label as the week before, in a rotation: where odd 53 meets odd 1."""
        if len(timetable.week_labels) < 2 or timetable.is_dated:
            return ()
        label, week = self.week_label, dt.timedelta(weeks=1)
        return tuple(day for day in mondays if label(timetable, day) == label(timetable, day - week))

    def tests_on(self, day: dt.date) -> tuple[NationalTest, ...]:
        """The national tests that day, in the order of the clock; none on a day without school."""
        tests = (test for test in self.national_tests if test.date == day and self.is_open(day))
        return tuple(sorted(tests, key=lambda test: (test.start, test.end, test.subject)))

    def term_of(self, day: dt.date) -> Term | None:
        """The term that the day belongs to; None between two terms."""
        return term_among(self.terms, [(c.first, c.last) for c in self.closed], day)

    def gaps(self, first: dt.date, last: dt.date, least: int) -> Iterator[Gap]:
        """Every row of at least `least` closed weekdays that begins within `first`–`last`, in order.

        A day later than `last` ends the last row: what lies beyond is not looked at.
        """
        weekdays = [day for day in _days(first, last) if day.weekday() < 5]
        for is_open, days in groupby(weekdays, key=self.is_open):
            row = list(days)
            if not is_open and len(row) >= least:
                back = row[-1] + dt.timedelta(days=1)
                while not self.is_open(back) and back <= last:
                    back += dt.timedelta(days=1)
                names = [self.closed_because(day) or "" for day in row]
                name = max(names, key=names.count)
                yield Gap(name=name, first=row[0], last=row[-1], days=len(row), back=back)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
