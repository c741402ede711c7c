"""A school year as the school has decided it: terms, lov and studiedagar. Kept as a setting of the school."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from planning.calendar import ClosedDays
from planning.frozen import Frozen
from planning.terms import TermDates, TermName

SchoolYear = str
"""«2026/27»."""
_YEAR = re.compile(r"^(20\d\d)/(\d\d)$")
BEGINS = (7, 1)
"""Month and day that a school year is counted from."""


class DayKind(StrEnum):
    """Why there is no school."""

    LOV = "lov"
    """For the whole municipality."""
    STUDY_DAY = "study_day"
    """Studiedag or kompetensutveckling: the school's own."""


class FreeDays(Frozen):
    """Days without school: `first` to `last`, both included."""

    first: dt.date
    last: dt.date | None = None
    """The same day as `first` where it is left out."""
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    """What it is called: «Sportlov»."""
    kind: DayKind = DayKind.LOV

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until < self.first:
            raise ValueError("it ends before it begins")
        return self

    @property
    def until(self) -> dt.date:
        """The last day without school."""
        return self.last or self.first

    @property
    def closed(self) -> ClosedDays:
        """As a case has it."""
        return ClosedDays(first=self.first, last=self.until, name=self.name)


class SchoolYearDates(Frozen):
    """The dates of one school year."""

    terms: tuple[TermDates, ...] = Field(default=(), max_length=2)
    """First and last school day of autumn and spring."""
    closed: tuple[FreeDays, ...] = Field(default=(), max_length=60)

    @model_validator(mode="after")
    def _terms_follow_each_other(self) -> Self:
        if any(after.first <= before.last or after.name is before.name for before, after in pairwise(self.terms)):
            raise ValueError("two terms at once")
        return self

    @model_validator(mode="after")
    def _no_day_twice(self) -> Self:
        for before, after in pairwise(sorted(self.closed, key=lambda days: days.first)):
            if after.first <= before.until:
                raise ValueError(f"a day twice: {before.name}, {after.name}")
        return self

    @property
    def days(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Everything that has dates, in the order it is written."""
        yield from ((term.first, term.last) for term in self.terms)
        yield from ((free.first, free.until) for free in self.closed)


SchoolDates = Mapping[SchoolYear, SchoolYearDates]
"""By school year, in order."""


def is_school_year(name: str) -> bool:
    """Whether it is written as one: «2026/27»."""
    found = _YEAR.match(name)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def school_year_called(day: dt.date) -> SchoolYear:
    """«2026/27» of a day in it."""
    begins = day.year - ((day.month, day.day) < BEGINS)
    return f"{begins}/{(begins + 1) % 100:02d}"


def outside(name: SchoolYear, dates: SchoolYearDates) -> Iterator[dt.date]:
    """The days that do not fall within that school year."""
    for day in (day for span in dates.days for day in span):
        if school_year_called(day) != name:
            yield day


def closed_days(dates: SchoolDates) -> tuple[ClosedDays, ...]:
    """All lov and studiedagar, in order."""
    every = (free.closed for year in dates.values() for free in year.closed)
    return tuple(sorted(every, key=lambda closed: (closed.first, closed.last)))


def terms_of(dates: SchoolDates) -> tuple[TermDates, ...]:
    """All terms, in order."""
    return tuple(sorted((term for year in dates.values() for term in year.terms), key=lambda term: term.first))


def term_called(year: SchoolYearDates, name: TermName) -> TermDates | None:
    """The year's autumn or spring."""
    return next((term for term in year.terms if term.name is name), None)


def taken_over(own: Iterable[ClosedDays], dates: SchoolDates) -> tuple[ClosedDays, ...]:
    """The closed days of a case with the school's dates taken in.

    What the case has besides stays, but for what the school has other dates for: days that touch, and a lov of the
    same name in the same school year.
    """
    school = closed_days(dates)
    named = {(school_year_called(day.first), day.name.casefold()) for day in school}
    kept = [
        day
        for day in own
        if (school_year_called(day.first), day.name.casefold()) not in named
        and not any(day.first <= other.last and other.first <= day.last for other in school)
    ]
    return tuple(sorted((*kept, *school), key=lambda day: (day.first, day.last)))
