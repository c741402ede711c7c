"""When a plan meets the needs about gaps, rest and lunch: for every kind a plan that does and one that does not."""

from __future__ import annotations

import pytest

from planning.needs import LunchPlan
from tests.planning.builders import breaches, is_met, need, problem, timetable


@pytest.mark.parametrize(
    ("minutes", "plan", "met"),
    [
        (10, "a b", True),
        (9, "a b", False),
        (10, "a b c", False),
        (140, "a b c", True),
        (200, "a c", False),
        (0, "a d e f", True),
    ],
)
def test_no_wait_between_lessons_is_longer_than_can_be_borne(minutes: int, plan: str, *, met: bool) -> None:
    """Between lessons of one day; nights are no waits."""
    assert is_met(need("max_idle_gap", minutes=minutes), plan) is met


def test_every_wait_that_is_too_long_is_told() -> None:
    """With the lessons before and after it."""
    of = problem(timetable(), need("max_idle_gap", minutes=5))
    assert [breach.lessons for breach in breaches(of, "a b c")] == [("a", "b"), ("b", "c")]


@pytest.mark.parametrize("how", list(LunchPlan))
def test_a_day_crosses_lunch_only_where_lunch_is_arranged(how: LunchPlan) -> None:
    """Going home before, and not knowing yet, end the day; the other ways let it go on."""
    goes_on = how in (LunchPlan.SMALL_ROOM, LunchPlan.WITH_COACH, LunchPlan.BEFORE_OTHERS)
    wanted = need("lunch_elsewhere", how=how)
    assert is_met(wanted, "a b c") is goes_on
    assert is_met(wanted, "a b")
    assert is_met(wanted, "c d")


@pytest.mark.parametrize(
    ("hours", "met"),
    [("10:00-12:30", True), ("11:00-12:40", True), ("10:59-12:31", False), ("11:00-12:30", True)],
)
def test_a_single_lesson_over_lunch_crosses_it_too(hours: str, *, met: bool) -> None:
    """From before lunch is served until after it is over."""
    assert is_met(need("lunch_elsewhere"), "x", week=f"x mon {hours} Bild") is met


@pytest.mark.parametrize(
    ("minutes", "plan", "met"),
    [(10, "a b", True), (11, "a b", False), (60, "a c d", True), (60, "a b c", False), (60, "a", True)],
)
def test_there_is_a_rest_after_every_lesson(minutes: int, plan: str, *, met: bool) -> None:
    """Before the next one the same day; the last one of a day is followed by home."""
    assert is_met(need("rest_between_lessons", minutes=minutes), plan) is met


def test_every_rest_that_is_too_short_is_told() -> None:
    """With the lessons on either side of it."""
    of = problem(timetable(), need("rest_between_lessons", minutes=20))
    assert [breach.lessons for breach in breaches(of, "a b c")] == [("a", "b")]


@pytest.mark.parametrize(
    ("minutes", "rest", "met"),
    [
        (5, {"minutes": 5}, True),
        (4, {"minutes": 5}, False),
        (5, {"minutes": 5, "last_step": 1}, False),
        (5, {"minutes": 5, "weeks": ["B"]}, False),
    ],
)
def test_a_planned_rest_is_no_wait(minutes: int, rest: dict[str, object], *, met: bool) -> None:
    """Ten minutes are five of rest and five of waiting, in the steps and weeks where a rest must be held."""
    gap = need("max_idle_gap", minutes=minutes, first_step=2)
    of = problem(timetable(), gap, need("rest_between_lessons", **rest), steps=2)
    assert (breaches(of, "a", "a b") == ()) is met


def test_a_rest_that_is_only_wished_for_excuses_no_wait() -> None:
    """The plan may leave it out."""
    of = problem(timetable(), need("max_idle_gap", minutes=5), need("rest_between_lessons", "wish_3", minutes=5))
    assert breaches(of, "a b") != ()


def test_the_longest_of_two_rests_is_the_one_that_is_planned() -> None:
    """They are the same minutes."""
    rests = need("rest_between_lessons", id="long", minutes=60), need("rest_between_lessons", minutes=90)
    assert breaches(problem(timetable(), need("max_idle_gap", minutes=50), *rests), "b c") == ()
    assert breaches(problem(timetable(), need("max_idle_gap", minutes=49), *rests), "b c") != ()
