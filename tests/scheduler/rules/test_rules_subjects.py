"""Needs about subjects in the model: possible, impossible, and in agreement with the checks."""

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
    colliding,
    found,
)
from tests.scheduler.small_problems import problems_with

KINDS = ("begin_with", "avoid_subject", "only_subjects", "require_subject", "full_restore", "no_removal")

@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (2, need("begin_with", subjects=["Bild", "Slöjd"])),
        (4, need("avoid_subject", subjects=["Matematik"])),
        (2, need("only_subjects", subjects=["Svenska", "Engelska"])),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound)


def test_a_least_number_of_a_subject_is_met_first_thing() -> None:
    """Where the pace alone would have begun with less; it collides with a teacher to avoid."""
    least = need("require_subject", subjects=["Matematik"], min=2)
    assert {"b", "e"} <= set(written(found(problem(timetable(), least, steps=3)))[0].split())
    avoid = need("avoid_teacher", teachers=["Lärare-B"])
    assert colliding(problem(timetable(), avoid, need("max_days", n=4), least)) == {"avoid_teacher", "require_subject"}


def test_a_whole_return_brings_all_back_but_the_exceptions() -> None:
    """It collides with days that are too few, unless what lies there is excepted."""
    few = need("max_days", n=3)
    assert written(found(problem(timetable(), need("full_restore"))))[0] == "a b c d e f"
    assert colliding(problem(timetable(), need("full_restore"), few)) == {"full_restore", "max_days"}
    found(problem(timetable(), need("full_restore", except_subjects=["Slöjd"]), few))


def test_a_whole_return_takes_one_of_two_lessons_at_the_same_time() -> None:
    """Nobody can be in two places at once."""
    week = "x mon 08:00-09:00 Spanska\ny mon 08:00-09:00 Franska\nz tue 08:00-09:00 Bild"
    assert written(found(problem(week, need("full_restore"))))[0] in ("x z", "y z")


def test_nothing_removed_collides_with_less_than_before() -> None:
    """Without it the lessons are given up."""
    full = need("min_lessons_per_week", n=6, last_step=1)
    fewer = need("max_lessons_per_week", n=3, first_step=2)
    assert len(found(problem(timetable(), full, fewer, steps=2)).last.lessons) == 3
    kept = problem(timetable(), full, fewer, need("no_removal"), steps=2)
    assert colliding(kept) == {"min_lessons_per_week", "max_lessons_per_week", "no_removal"}


@pytest.mark.parametrize(("subject", "first"), [("Svenska", "x"), ("Bild", "y")])
def test_subjects_that_keep_eligibility_come_first_among_equals(subject: str, first: str) -> None:
    """One lesson to begin with, of two that are alike."""
    week = "x mon 09:00-10:00 Svenska\ny wed 09:00-10:00 Bild"
    keep = need("keep_eligibility", "wish_1", subjects=[subject])
    assert written(found(problem(week, keep, steps=2))) == (first, "x y")


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 6, 1)))
