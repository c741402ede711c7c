"""The ladder on the calendar: lov is skipped, ISO weeks are read, dated weeks are followed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.ladder import calendar_of, steps_of
from planning.errors import BadInput
from planning.steps import Step
from planning.timetable import Timetable
from tests.casework.small_week import MONDAY, TODAY, dated, facts, week


def steps(timetable: Timetable | None = None, today: dt.date = TODAY, **given: Any) -> tuple[Step, ...]:
    """The steps of a case with those facts."""
    case = facts(**given)
    known = timetable or week()
    return steps_of(case, known, calendar_of(case, known, today), today)


def mondays(found: tuple[Step, ...]) -> list[str]:
    """The Mondays of all steps."""
    return [monday.isoformat() for step in found for monday in step.mondays]


def test_whole_week_of_lov_is_skipped() -> None:
    """The sportlov is in no step, and the weeks after it move up."""
    lov = {"first": "2027-01-18", "last": "2027-01-22", "name": "Sportlov"}
    assert mondays(steps(calendar={"closed": [lov]})) == ["2027-01-11", "2027-01-25"]


def test_week_with_one_open_day_counts() -> None:
    """A studiedag or four do not make a lov."""
    nearly = {"first": "2027-01-18", "last": "2027-01-21", "name": "Studiedagar"}
    assert mondays(steps(calendar={"closed": [nearly]})) == ["2027-01-11", "2027-01-18"]


def test_given_steps_are_used_as_they_are() -> None:
    """Numbers count from the first Monday, and a week of lov that was named is kept."""
    given = {"first_monday": "2027-01-11", "steps": [{"weeks": [1, 2]}, {"weeks": [4]}]}
    found = steps(ladder=given)
    assert mondays(found) == ["2027-01-11", "2027-01-18", "2027-02-01"]
    assert [step.week_numbers for step in found] == [(1, 2), (4,)]


def test_iso_weeks_cross_the_year_by_week_53() -> None:
    """2026 has a week 53; the week after it is the first of 2027."""
    found = steps(ladder={"steps": [{"weeks": ["2026-W52", "2026-W53"]}, {"weeks": ["2027-W01"]}]})
    assert mondays(found) == ["2026-12-21", "2026-12-28", "2027-01-04"]


@pytest.mark.parametrize("label", ["2027-W53", "2027-W00", "2027-3", "snart", "2027-W", "-W01", "0000-W01"])
def test_week_that_no_year_has_is_refused(label: str) -> None:
    """2027 has no week 53: told with the field, not as a fault of the program."""
    with pytest.raises(BadInput) as refused:
        steps(ladder={"steps": [{"weeks": [label]}]})
    assert refused.value.data["field"] == "ladder.steps"


def test_week_zero_is_refused() -> None:
    """Weeks are counted from one; nothing comes before the first Monday."""
    with pytest.raises(BadInput):
        steps(ladder={"first_monday": "2027-01-11", "steps": [{"weeks": [0]}]})


@pytest.mark.parametrize("weeks", [[[2], [1]], [[1, 1]], [[1, 2], [2]], [[2, 1]]])
def test_weeks_must_follow_each_other(weeks: list[list[int]]) -> None:
    """Neither backwards nor twice."""
    with pytest.raises(BadInput, match="weeks_out_of_order"):
        steps(ladder={"first_monday": "2027-01-11", "steps": [{"weeks": w} for w in weeks]})


def test_first_monday_must_be_a_monday() -> None:
    """A Tuesday is refused by name."""
    with pytest.raises(BadInput, match="not_a_monday"):
        steps(ladder={"first_monday": "2027-01-12"})


@pytest.mark.parametrize("today", [dt.date(2026, 11, 23), dt.date(2026, 11, 29)])
def test_without_a_date_the_ladder_begins_next_monday(today: dt.date) -> None:
    """Not the same day, even when it is a Monday."""
    assert mondays(steps(today=today, ladder={"number_of_steps": 1, "weeks_per_step": 1})) == ["2026-11-30"]


def test_jullov_is_taken_for_granted_until_the_school_says_its_own() -> None:
    """No step begins two days before Christmas; the school's own dates go first, and holidays are known."""
    ladder = {"first_monday": "2026-12-14", "number_of_steps": 2, "weeks_per_step": 1}
    assert mondays(steps(ladder=ladder)) == ["2026-12-14", "2027-01-11"]
    own = {"first": "2026-12-23", "last": "2027-01-03", "name": "Jullov"}
    assert mondays(steps(ladder=ladder, calendar={"closed": [own]})) == ["2026-12-14", "2026-12-21"]
    assert not calendar_of(facts(), week(), TODAY).is_open(dt.date(2027, 3, 26))


def test_no_lov_is_taken_for_granted_where_that_is_turned_off() -> None:
    """Then only public holidays are closed."""
    ladder = {"first_monday": "2026-12-21", "number_of_steps": 3, "weeks_per_step": 1}
    found = steps(ladder=ladder, calendar={"assume_lov": False})
    assert mondays(found) == ["2026-12-21", "2026-12-28", "2027-01-04"]


def test_summer_is_no_time_for_steps() -> None:
    """From mid-June to mid-August there is no school anywhere in the country."""
    found = steps(ladder={"first_monday": "2027-06-07", "number_of_steps": 2, "weeks_per_step": 1})
    assert mondays(found) == ["2027-06-07", "2027-08-16"]


def test_holidays_can_be_turned_off() -> None:
    """For a school abroad."""
    case = facts(calendar={"swedish_holidays": False})
    assert calendar_of(case, week(), TODAY).is_open(dt.date(2027, 3, 26))


def test_dated_timetable_gives_its_own_weeks() -> None:
    """Each step plans the weeks that have lessons of their own, from the first of them."""
    weeks = (dt.date(2027, 1, 11), dt.date(2027, 1, 18), dt.date(2027, 2, 1))
    found = steps(dated(*weeks), ladder={"number_of_steps": 3, "weeks_per_step": 1})
    assert mondays(found) == [day.isoformat() for day in weeks]
    assert [step.week_labels for step in found] == [("2027-W02",), ("2027-W03",), ("2027-W05",)]


def test_rotation_gives_every_step_all_its_weeks() -> None:
    """With A and B weeks a step plans both."""
    assert [step.week_labels for step in steps(week("A", "B"))] == [("A", "B"), ("A", "B")]


def test_nothing_but_lov_ahead_is_refused() -> None:
    """A ladder without a single week cannot be."""
    closed = {"first": "2027-01-01", "last": "2029-12-31", "name": "Stängt"}
    with pytest.raises(BadInput, match="no_weeks"):
        steps(calendar={"closed": [closed]})


def test_fewer_weeks_than_asked_for_is_not_passed_over() -> None:
    """Three steps were asked for and two fit: that is told, not planned short in silence."""
    closed = {"first": "2027-01-25", "last": "2029-12-31", "name": "Stängt"}
    ladder = {"first_monday": MONDAY, "number_of_steps": 3, "weeks_per_step": 1}
    with pytest.raises(BadInput):
        steps(ladder=ladder, calendar={"closed": [closed]})


@given(
    number=st.integers(1, 12),
    size=st.integers(1, 4),
    closed=st.lists(st.integers(0, 30), max_size=8, unique=True),
)
def test_steps_are_whole_in_order_and_never_in_lov(number: int, size: int, closed: list[int]) -> None:
    """Whatever weeks are closed: as many steps as asked for, each as long, no week twice and none without school."""
    lov = [MONDAY + dt.timedelta(weeks=n) for n in closed]
    shut = [{"first": day, "last": day + dt.timedelta(days=4), "name": "Lov"} for day in lov]
    ladder = {"first_monday": MONDAY, "number_of_steps": number, "weeks_per_step": size}
    found = steps(ladder=ladder, calendar={"closed": shut})
    taken = [monday for step in found for monday in step.mondays]
    assert [step.number for step in found] == list(range(1, number + 1))
    assert {len(step.mondays) for step in found} == {size}
    assert taken == sorted(set(taken))
    assert set(taken).isdisjoint(lov)
