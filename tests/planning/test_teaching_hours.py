"""A plan's teaching beside the guaranteed hours of the stage."""

from __future__ import annotations

import datetime as dt

from planning.eligibility import SchoolYearGroup
from planning.problem import Problem
from planning.steps import Step
from planning.subject_codes import SubjectCode, read_subjects
from planning.teaching import Minutes, teaching_of
from planning.teaching_hours import HoursComparison, HoursRow, NoHours, hours_of
from tests.planning.builders import plan, problem

WEEK = """
    a mon 08:00-09:00 Ma
    b tue 08:00-09:00 Ma
    c wed 08:00-09:00 NO
    d thu 08:00-09:00 Kemi
    e fri 08:00-09:00 Mentorstid
    f fri 09:00-10:00 Modersmål
    g fri 10:00-11:00 Drakflygning
"""


def compared(of: Problem, *steps: str, year: int | None = 8, school_year: int = 2026) -> HoursComparison:
    """The comparison for a student in that year group."""
    group = None if year is None else SchoolYearGroup(year_group=year, school_year=school_year)
    return hours_of(teaching_of(of, plan(of, *steps)), read_subjects(of.timetable.subjects), group)


def row(of: HoursComparison, code: str) -> HoursRow:
    """The row of that subject."""
    return next(row for row in of.rows if row.code is SubjectCode(code))


def weeks_from(monday: dt.date, *, number: int = 1) -> Problem:
    """A problem of one step of so many weeks from that Monday."""
    mondays = tuple(monday + dt.timedelta(weeks=n) for n in range(number))
    return problem(WEEK).model_copy(update={"steps": (Step(number=1, mondays=mondays, week_labels=("",)),)})


def test_a_week_of_hogstadiet_by_hand() -> None:
    """400 h of matematik over 534 days: 225 minutes in five of them. The plan has one lesson of an hour."""
    found = row(compared(problem(WEEK), "a"), "MA")
    assert (found.guaranteed, found.minutes, found.below) == (225, Minutes(ordinary=120, planned=60), 165)


def test_a_block_stands_whole_and_with_its_least() -> None:
    """289 h of NO make 162 minutes, of which each of the three is due 45; a lesson of NO is in the block alone."""
    found = row(compared(problem(WEEK), "c d"), "NO")
    assert (found.guaranteed, found.minutes.planned, found.names) == (162, 120, ("Kemi", "NO"))
    least = {one.code.value: (one.guaranteed, one.minutes.planned) for one in found.within}
    assert least == {"BI": (45, 0), "FY": (45, 0), "KE": (45, 60)}


def test_subjects_that_the_timetable_lacks_are_told_too() -> None:
    """The timplan asks for engelska, whatever the timetable says; and for no språkval in year 2."""
    assert row(compared(problem(WEEK), "a"), "EN").minutes == Minutes()
    assert "SPV" not in {one.code.value for one in compared(problem(WEEK), "a", year=2).rows}


def test_what_no_row_holds_is_listed_apart() -> None:
    """Modersmål has no hours of its own, mentor time is no subject, and a name nobody knows is not guessed."""
    found = compared(problem(WEEK), "f")
    apart = {one.name: (one.code.value if one.code else None, one.minutes.planned) for one in found.beside}
    assert apart == {"Modersmål": ("ML", 60), "Mentorstid": ("OTHER", 0), "Drakflygning": (None, 0)}


def test_without_a_year_group_nothing_is_compared() -> None:
    """It says why; so it does outside the stages."""
    nobody_knows = compared(problem(WEEK), "a", year=None)
    assert (nobody_knows.rows, nobody_knows.why_not) == ((), NoHours.NO_YEAR_GROUP)
    assert compared(problem(WEEK), "a", year=0).why_not is NoHours.NOT_READ


def test_a_plan_over_the_summer_of_2028_keeps_its_hours() -> None:
    """Two weeks of June in year 8 and two of September in year 10: the same table, both rulesets named."""
    june, autumn = dt.date(2028, 6, 5), dt.date(2028, 9, 4)
    week = dt.timedelta(weeks=1)
    step = Step(number=1, mondays=(june, june + week, autumn, autumn + week), week_labels=("",))
    found = compared(problem(WEEK).model_copy(update={"steps": (step,)}), "a", school_year=2027)
    assert [ruleset.code for ruleset in found.rulesets] == ["SE-grundskola-9", "SE-grundskola-10"]
    assert (found.days, found.days_not_read) == (20, 0)
    assert row(found, "MA").guaranteed == 899  # 4 weeks of 224.7


def test_a_summer_between_two_stages_counts_both() -> None:
    """A week of year 6 and a week of year 7 of 2027: 230 and 225 minutes of matematik."""
    step = Step(number=1, mondays=(dt.date(2027, 6, 7), dt.date(2027, 8, 23)), week_labels=("",))
    found = compared(problem(WEEK).model_copy(update={"steps": (step,)}), "a", year=6)
    assert row(found, "MA").guaranteed == 455
    assert len(found.rulesets) == 1


def test_days_whose_timplan_nobody_has_read_are_counted_apart() -> None:
    """Förskoleklass in June 2028 has none, year 2 of the ten-year school has the old one's year 1."""
    step = Step(number=1, mondays=(dt.date(2028, 6, 5), dt.date(2028, 9, 4)), week_labels=("",))
    found = compared(problem(WEEK).model_copy(update={"steps": (step,)}), "a", year=0, school_year=2027)
    assert (found.days, found.days_not_read) == (5, 5)
    new = compared(weeks_from(dt.date(2028, 9, 4)), "a", year=1, school_year=2028)
    assert (new.rows, new.why_not) == ((), NoHours.NOT_READ)
