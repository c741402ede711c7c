"""The timplan as dated data: which ruleset holds on a day, and what it guarantees a year group in its stage.

The rulesets stand in `rulesets/`, each with its dates, source and confidence. Hours are guaranteed for a stage of three
years, never for a week: shares of them are worked out in `planning.teaching_hours`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from planning.errors import BadInput
from planning.frozen import Frozen
from planning.ruleset_files import RULESETS, Confidence, read_ruleset
from planning.subject_codes import SubjectCode

Stage = Literal["low", "middle", "low_and_middle", "high"]
"""Lågstadiet, mellanstadiet, the two together (home economics), högstadiet."""

SCHOOL_YEAR_BEGINS = 7
"""The month that a school year is counted from: rulesets change on 1 July."""


def school_year_of(day: dt.date) -> int:
    """The calendar year in which the day's school year began: 2027 for 3 March 2028."""
    return day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1


class Sourced(Frozen):
    """A rule with its source, and how sure it is."""

    source: str = Field(min_length=3)
    confidence: Confidence


class Unit(Sourced):
    """How many minutes an hour of the timplan is."""

    minutes: int = Field(gt=0)


class SchoolYearDays(Sourced):
    """The fewest school days of a year."""

    days: int = Field(ge=100, le=200)


class FirstGrades(Sourced):
    """The first year group with grades."""

    first_year: int = Field(ge=1, le=10)


class Shift(Sourced):
    """By how much year groups are called higher in this ruleset than in the one before."""

    years: int = Field(ge=0, le=3)


class Keeps(Sourced):
    """Who keeps the hours of an earlier ruleset: those in `from_year` or higher in that school year."""

    hours_of: str
    from_year: int
    in_school_year: int


class StageHours(Frozen):
    """Hours of a subject by stage; None where the timplan has none there. `total` is the sum, to check against."""

    low: int | None = Field(default=None, ge=0)
    middle: int | None = Field(default=None, ge=0)
    low_and_middle: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    total: int | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        added = sum(hours or 0 for hours in (self.low, self.middle, self.low_and_middle, self.high))
        if self.total is not None and added != self.total:
            raise ValueError(f"the stages add up to {added}")
        return self

    def of(self, stage: Stage) -> int | None:
        """The hours of that stage."""
        hours: int | None = getattr(self, stage)
        return hours


class HoursRuleset(Sourced):
    """One state of the timplan, from `first_day` to `last_day` (None: until further notice)."""

    format: Literal[1]
    code: str
    version: str
    first_day: dt.date
    last_day: dt.date | None = None
    total_hours: int = Field(gt=0)
    unit: Unit
    school_year: SchoolYearDays
    stages: Mapping[Stage, tuple[int, ...]]
    hours: Mapping[SubjectCode, StageHours] = {}
    """Empty where the distribution over subjects has not been read."""
    least_in_block: Mapping[SubjectCode, Mapping[SubjectCode, StageHours]] = {}
    same_row: Mapping[SubjectCode, SubjectCode] = {}
    grades: FirstGrades
    shift: Shift | None = None
    keeps: Keeps | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("it ends before it begins")
        added = sum(hours.total or 0 for hours in self.hours.values())
        if self.hours and added != self.total_hours:
            raise ValueError(f"the subjects add up to {added}, and total_hours says {self.total_hours}")
        for block, subjects in self.least_in_block.items():
            strangers = [code for code in subjects if code not in block.block]
            if strangers or block not in self.hours:
                raise ValueError(f"least_in_block.{block}: {', '.join(strangers) or 'the block has no hours'}")
        return self

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def row_of(self, code: SubjectCode) -> SubjectCode:
        """The row of the timplan that the subject's hours stand in: NO for biology, SV for svenska som andraspråk."""
        block = next((block for block, subjects in self.least_in_block.items() if code in subjects), code)
        return self.same_row.get(code, block)


class Rulesets(Frozen):
    """All rulesets, the oldest first."""

    all: tuple[HoursRuleset, ...]

    def on(self, day: dt.date) -> HoursRuleset | None:
        """The one in force that day; None before the first one that is known."""
        return next((ruleset for ruleset in self.all if ruleset.holds_on(day)), None)

    def called(self, code: str) -> HoursRuleset:
        """The one with that code. Raises `BadInput` «ruleset»."""
        found = next((ruleset for ruleset in self.all if ruleset.code == code), None)
        if found is None:
            raise BadInput("ruleset", file="", field="keeps.hours_of", problem=f"no ruleset {code}")
        return found


@cache
def rulesets(folder: Path = RULESETS) -> Rulesets:
    """The rulesets of hours in that folder (`*_years.toml`). Raises `BadInput` «ruleset» on any fault.

    Between two of them no day may be left out, nor be in both.
    """
    read = {path.name: read_ruleset(HoursRuleset, path) for path in sorted(folder.glob("*_years.toml"))}
    in_order = sorted(read.items(), key=lambda pair: pair[1].first_day)
    for (_, earlier), (name, later) in pairwise(in_order):
        if earlier.last_day is None or earlier.last_day + dt.timedelta(days=1) != later.first_day:
            problem = f"{later.first_day} does not follow on the last day of {earlier.code}"
            raise BadInput("ruleset", file=name, field="first_day", problem=problem)
    found = Rulesets(all=tuple(ruleset for _, ruleset in in_order))
    for name, ruleset in in_order:
        if ruleset.keeps and ruleset.keeps.hours_of not in {one.code for one in found.all}:
            raise BadInput("ruleset", file=name, field="keeps.hours_of", problem=f"no {ruleset.keeps.hours_of}")
    return found


def year_group_on(year_group: int, school_year: int, day: dt.date) -> int:
    """The year group that a student who is in `year_group` in that school year is in on a day, as it is then called.

    One up each summer; one more over the summer in which the ten-year school begins (and one less backwards). May lie
    outside the school's years.
    """
    then = school_year_of(day)
    shifts = sum(
        ruleset.shift.years * ((school_year < start <= then) - (then < start <= school_year))
        for ruleset in rulesets().all
        if ruleset.shift and (start := school_year_of(ruleset.first_day))
    )
    return year_group + then - school_year + shifts


class StageShare(Frozen):
    """What the timplan guarantees a year group: its stage, and the ruleset whose hours are the student's."""

    ruleset: HoursRuleset
    """The one in force."""
    hours_from: HoursRuleset
    """The one whose hours the student has: an earlier one for those who keep its hours."""
    year_group: int
    """As it is called in the ruleset in force."""
    hours_year: int
    """The same year group as the ruleset of the hours calls it."""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that the year group is in: «low» and «low_and_middle», or «high»."""
        return tuple(stage for stage, years in self.hours_from.stages.items() if self.hours_year in years)

    @property
    def is_read(self) -> bool:
        """Whether the hours of each subject are known."""
        return bool(self.hours_from.hours) and bool(self.stages)

    def hours_a_day(self, hours: StageHours) -> Fraction:
        """Hours a school day, on average over the stage: the hours of its three years over 178 days each."""
        days = self.hours_from.school_year.days
        shares = (
            Fraction(hours.of(stage) or 0, len(self.hours_from.stages[stage]) * days) for stage in self.stages
        )
        return sum(shares, Fraction())


def share_on(day: dt.date, year_group: int) -> StageShare | None:
    """What holds on a day for a year group, as it is called that day; None before the first known ruleset."""
    ruleset = rulesets().on(day)
    if ruleset is None:
        return None
    if ruleset.keeps and ruleset.shift and _keeps_its_hours(ruleset.keeps, year_group, day):
        earlier = rulesets().called(ruleset.keeps.hours_of)
        hours_year = year_group - ruleset.shift.years
        return StageShare(ruleset=ruleset, hours_from=earlier, year_group=year_group, hours_year=hours_year)
    return StageShare(ruleset=ruleset, hours_from=ruleset, year_group=year_group, hours_year=year_group)


def _keeps_its_hours(keeps: Keeps, year_group: int, day: dt.date) -> bool:
    return year_group - (school_year_of(day) - keeps.in_school_year) >= keeps.from_year
