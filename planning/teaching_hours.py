"""A plan's teaching beside the guaranteed hours of the stage: what deviates from the timplan, and by how much.

Method. The timplan guarantees hours for a stage of several years, never for a week. A plan's share of them is the hours
of the stage times the plan's school days over the school days of the stage (178 a year, the fewest that a year may
have: with more of them the true share of a day is smaller). Where the plan crosses a summer each day is counted in its
own year group, stage and ruleset. The school distributes the hours between the years (skolförordningen 9 kap. 4 §), so
the class timetable is the measure and this share stands beside it: it tells how the two relate, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from planning.eligibility import SchoolYearGroup
from planning.frozen import Frozen
from planning.guaranteed_hours import HoursRuleset, StageHours, StageShare, share_on
from planning.subject_codes import ReadSubjects, SubjectCode
from planning.teaching import Minutes, Teaching


class NoHours(StrEnum):
    """Why there is nothing to compare with."""

    NO_YEAR_GROUP = "no_year_group"
    NOT_READ = "not_read"
    """The ruleset says no hours for this year group: outside the stages, or a timplan that has not been read."""


class HoursRow(Frozen):
    """A row of the timplan (or a subject within a block), in minutes over the plan."""

    code: SubjectCode
    guaranteed: int
    """The plan's share of the stage's hours."""
    minutes: Minutes
    names: tuple[str, ...] = ()
    """What the timetable calls it."""
    within: tuple[HoursRow, ...] = ()
    """In a block the least of each of its subjects; lessons of the whole block stand in the block alone."""

    @property
    def below(self) -> int:
        """Minutes that the plan has less than the share; 0 when it has as much or more."""
        return max(0, self.guaranteed - self.minutes.planned)


class BesideTimplan(Frozen):
    """Teaching that no row of the timplan holds: modersmål, mentor time, and names that are not recognised."""

    name: str
    code: SubjectCode | None
    minutes: Minutes


class HoursComparison(Frozen):
    """The plan's teaching beside the timplan."""

    rows: tuple[HoursRow, ...] = ()
    beside: tuple[BesideTimplan, ...] = ()
    days: int = 0
    """School days that the share was counted over."""
    days_not_read: int = 0
    """School days of the plan whose timplan is not known."""
    rulesets: tuple[HoursRuleset, ...] = ()
    """Those in force in the plan, and those whose hours the student has."""
    why_not: NoHours | None = None
    """Why there are no rows, where there are none."""


def hours_of(teaching: Teaching, read: ReadSubjects, group: SchoolYearGroup | None) -> HoursComparison:
    """The comparison of a plan; without a year group only what stands beside the timplan."""
    summed = teaching.cumulated[-1] if teaching.steps else {}
    if group is None:
        return HoursComparison(beside=tuple(_beside(summed, read, None)), why_not=NoHours.NO_YEAR_GROUP)
    known, not_read = _days_by_share(teaching, group)
    if not known:
        beside = tuple(_beside(summed, read, None))
        return HoursComparison(beside=beside, days_not_read=not_read, why_not=NoHours.NOT_READ)
    table = known[0].share.hours_from
    return HoursComparison(
        rows=tuple(_rows(table, known, summed, read)),
        beside=tuple(_beside(summed, read, table)),
        days=sum(some.days for some in known),
        days_not_read=not_read,
        rulesets=tuple(_each_once(r for some in known for r in (some.share.ruleset, some.share.hours_from))),
    )


class _Days(NamedTuple):
    """How many of the plan's school days have that share."""

    share: StageShare
    days: int

    def minutes(self, hours: StageHours) -> Fraction:
        """What those days are worth of the hours of a stage."""
        return self.share.hours_a_day(hours) * self.days * self.share.hours_from.unit.minutes


def _days_by_share(teaching: Teaching, group: SchoolYearGroup) -> tuple[list[_Days], int]:
    """The days whose timplan is known, alike ones together, and how many others there are."""
    found: dict[tuple[str, str, int], _Days] = {}
    not_read = 0
    for day in teaching.days:
        share = share_on(day, group.on(day))
        if share is None or not share.is_read:
            not_read += 1
            continue
        key = (share.ruleset.code, share.hours_from.code, share.hours_year)
        found[key] = _Days(share, found[key].days + 1 if key in found else 1)
    return list(found.values()), not_read


def _each_once(rulesets: Iterable[HoursRuleset]) -> Iterator[HoursRuleset]:
    seen: set[str] = set()
    for ruleset in rulesets:
        if ruleset.code not in seen:
            seen.add(ruleset.code)
            yield ruleset


def _rows(
    table: HoursRuleset, known: Sequence[_Days], summed: Mapping[str, Minutes], read: ReadSubjects
) -> Iterator[HoursRow]:
    for code in table.hours:
        guaranteed = round(sum(some.minutes(some.share.hours_from.hours[code]) for some in known))
        names = tuple(name for name in summed if _row_of(name, read, table) is code)
        if guaranteed or names:
            yield HoursRow(
                code=code,
                guaranteed=guaranteed,
                minutes=_sum(summed, names),
                names=names,
                within=tuple(_within(code, names, known, summed, read)),
            )


def _within(
    block: SubjectCode, names: Iterable[str], known: Sequence[_Days], summed: Mapping[str, Minutes], read: ReadSubjects
) -> Iterator[HoursRow]:
    for code in known[0].share.hours_from.least_in_block.get(block, {}):
        alone = tuple(name for name in names if read.codes[name] is code)
        least = sum(some.minutes(some.share.hours_from.least_in_block[block][code]) for some in known)
        yield HoursRow(code=code, guaranteed=round(least), minutes=_sum(summed, alone), names=alone)


def _sum(summed: Mapping[str, Minutes], names: Iterable[str]) -> Minutes:
    return sum((summed[name] for name in names), Minutes())


def _row_of(name: str, read: ReadSubjects, table: HoursRuleset) -> SubjectCode | None:
    code = read.codes.get(name)
    return table.row_of(code) if code is not None else None


def _beside(
    summed: Mapping[str, Minutes], read: ReadSubjects, table: HoursRuleset | None
) -> Iterator[BesideTimplan]:
    for name, minutes in summed.items():
        code = read.codes.get(name)
        has_row = code is not None and (table.row_of(code) in table.hours if table else code is not SubjectCode.OTHER)
        if not has_row:
            yield BesideTimplan(name=name, code=code, minutes=minutes)
