"""What the adults know about time: the school's calendar, the weeks of two homes, and the way to school and home."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from planning.calendar import ClosedDays, NationalTest
from planning.clock import ClockTime
from planning.frozen import Frozen
from planning.problem import Ride
from planning.terms import TermDates
from planning.timetable import WeekLabel

FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
Date = Annotated[dt.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A date that a plan can begin at."""


def _a_monday(day: dt.date) -> dt.date:
    if day.weekday() != 0:
        raise ValueError("not a Monday")
    return day


def _a_school_day(test: NationalTest) -> NationalTest:
    if test.date.weekday() > 4:
        raise ValueError("not a school day")
    return test


def _leaves_later(ride: Ride) -> Ride:
    if ride.leaves <= ride.arrives:
        raise ValueError("it ends before it begins")
    return ride


Monday = Annotated[Date, AfterValidator(_a_monday)]


class Span(Frozen):
    """The steps and weeks that something holds in."""

    first_step: int = Field(default=1, ge=1, le=40)
    """The first step that it holds in, counted from 1."""
    last_step: int | None = Field(default=None, ge=1, le=40)
    """The last step that it holds in; null to the end of the plan."""
    weeks: tuple[WeekLabel, ...] = ()
    """Week labels of the timetable that it holds in («A», «2026-W36»), or a home's («hem 1»); empty for all."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last_step is not None and self.last_step < self.first_step:
            raise ValueError("it ends before it begins")
        return self

    def meets(self, other: Span) -> bool:
        """Whether there is a step and a week label that both hold in."""
        begins = max(self.first_step, other.first_step)
        ends = min(span.last_step for span in (self, other, Span(last_step=40)) if span.last_step is not None)
        return begins <= ends and not (self.weeks and other.weeks and set(self.weeks).isdisjoint(other.weeks))


class TravelTimesFact(Span):
    """When buses or taxis come and go, in the steps and weeks where that binds the day."""

    arrivals: tuple[ClockTime, ...] = ()
    """When a bus or taxi is at school: the first lesson begins after one of them. Empty binds nothing."""
    departures: tuple[ClockTime, ...] = ()
    """When a bus or taxi leaves school: the last lesson ends before one of them. Empty binds nothing."""
    minutes_to_room: int = Field(default=10, ge=0, le=60)
    """Minutes of walk between the stop and the room."""

    @property
    def binds(self) -> bool:
        """Whether it says any time at all."""
        return bool(self.arrivals or self.departures)


class TravelFacts(TravelTimesFact):
    """The way to school and home, in the steps and weeks where it binds the day."""

    other_weeks: tuple[TravelTimesFact, ...] = ()
    """Times of other weeks, from the other home for instance. The times above then name their own weeks."""
    rides: tuple[Annotated[Ride, AfterValidator(_leaves_later)], ...] = ()
    """Rides that can be had, for a student who comes no other way (question VG1)."""

    @model_validator(mode="after")
    def _weeks_are_told_apart(self) -> Self:
        if any(one.meets(other) for one, other in combinations(self.times, 2)):
            raise ValueError("two travel times for one week")
        return self

    @property
    def times(self) -> tuple[TravelTimesFact, ...]:
        """All the times that bind something."""
        return tuple(times for times in (self, *self.other_weeks) if times.binds)


class CalendarFacts(Frozen):
    """The school's own closed days, terms and national tests, and which week comes first in a rotation of weeks."""

    closed: tuple[ClosedDays, ...] = ()
    """Holidays and other days without school that this school has decided on."""
    swedish_holidays: bool = True
    """Whether the red days of the Swedish calendar are closed too."""
    assume_lov: bool = True
    """Whether jullov and sommarlov of usual length are taken for granted in years where the school has said none."""
    first_week_monday: Monday | None = None
    """A Monday whose week has the first label of the rotation; null: in a rotation of two, weeks with odd ISO number
    have the first label, two in a row where week 53 meets week 1."""
    national_tests: tuple[Annotated[NationalTest, AfterValidator(_a_school_day)], ...] = ()
    """When the class writes national tests: lessons that they overlap are not planned that day."""
    terms: tuple[TermDates, ...] = ()
    """First and last school day of each term; those that are not given follow from the lov in December and summer."""
    first_home_monday: Monday | None = None
    """For a student who lives every other week in each of two homes: a Monday whose week is lived in home 1. Then
    «hem 1» and «hem 2» can stand wherever weeks are named. Only the coach sees it. Null: one home."""
