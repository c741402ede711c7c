"""Autumn and spring term (skolförordningen 2011:185, 3 kap. 3 §): as decided, or read off the longest closed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from planning.frozen import Frozen

ONE_DAY = dt.timedelta(days=1)
Days = tuple[dt.date, dt.date]
"""First and last day, both included."""


class TermName(StrEnum):
    """The two terms of a school year."""

    AUTUMN = "autumn"
    SPRING = "spring"


class TermDates(Frozen):
    """First and last day of a term, both included."""

    first: dt.date
    """First day with school."""
    last: dt.date
    """Last day with school."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.last <= self.first:
            raise ValueError("it ends before it begins")
        return self

    @property
    def name(self) -> TermName:
        """Autumn when it begins after midsummer."""
        return TermName.AUTUMN if self.first.month >= 7 else TermName.SPRING


class Term(Frozen):
    """A term: which one, of which calendar year, from its first to its last day."""

    name: TermName
    year: int
    first: dt.date
    last: dt.date


def term_among(given: Sequence[TermDates], closed: Sequence[Days], day: dt.date) -> Term | None:
    """The term of that day: a given one, otherwise the one that the closed days leave; None between two terms.

    Where dates are given for that half of the year they alone decide. Otherwise autumn lies between the closed days
    that cover 1 July and those, longer than a day, that cover 31 December, and spring between these and the next
    1 July. Without such closed days a term reaches to the turn of the half year.
    """
    half = TermName.AUTUMN if day.month >= 7 else TermName.SPRING
    own = [term for term in given if (term.name, term.first.year) == (half, day.year)]
    if own:
        found = next((term for term in own if term.first <= day <= term.last), None)
        return Term(name=half, year=day.year, first=found.first, last=found.last) if found else None
    new_year, midsummer = dt.date(day.year, 1, 1), dt.date(day.year, 7, 1)
    if half is TermName.AUTUMN:
        first = _after(closed, midsummer, midsummer)
        last = _before(closed, dt.date(day.year, 12, 31), dt.date(day.year, 12, 31))
    else:
        first = _after(closed, new_year - ONE_DAY, new_year)
        last = _before(closed, midsummer, midsummer - ONE_DAY)
    return Term(name=half, year=day.year, first=first, last=last) if first <= day <= last else None


def _longest(closed: Sequence[Days], day: dt.date) -> Days | None:
    """The longest closed days over that day; None unless they last more than a day."""
    over = [(last - first, first, last) for first, last in closed if first <= day <= last and first < last]
    return max(over)[1:] if over else None


def _after(closed: Sequence[Days], day: dt.date, otherwise: dt.date) -> dt.date:
    """The day after the closed days over that day."""
    found = _longest(closed, day)
    return found[1] + ONE_DAY if found else otherwise


def _before(closed: Sequence[Days], day: dt.date, otherwise: dt.date) -> dt.date:
    """The day before the closed days over that day."""
    found = _longest(closed, day)
    return found[0] - ONE_DAY if found else otherwise
