"""Needs about gaps and lunch in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import (
    assert_agrees,
    assert_agrees_with_brute_force,
    assert_reaches,
    found,
)
from tests.scheduler.small_problems import problems_with

KINDS = ("max_idle_gap", "lunch_elsewhere")

@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (5, need("max_idle_gap", minutes=10)),
        (4, need("max_idle_gap", minutes=9)),
        (5, need("lunch_elsewhere", how="undecided")),
        (5, need("lunch_elsewhere", how="home_before")),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound)


@pytest.mark.parametrize(
    "bound", [need("max_idle_gap", minutes=140), need("lunch_elsewhere", how="small_room")], ids=lambda n: n.kind
)
def test_a_day_goes_on_where_the_wait_can_be_borne_and_lunch_is_arranged(bound: AnyNeed) -> None:
    """Nothing of the week is left out."""
    assert written(found(problem(timetable(), bound)))[0] == "a b c d e f"


def test_a_lesson_in_between_makes_a_long_wait_two_short_ones() -> None:
    """Without it the day falls apart."""
    week = "x mon 08:00-09:00 Bild\ny mon 09:30-10:30 Slöjd\nz mon 11:00-12:00 Musik"
    waits = need("max_idle_gap", minutes=30)
    assert written(found(problem(week, waits)))[0] == "x y z"
    assert written(found(problem(week, waits, need("avoid_subject", subjects=["Slöjd"]))))[0] in ("x", "z")


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 6, 1)))
