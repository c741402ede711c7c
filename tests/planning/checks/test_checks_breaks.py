"""When a plan meets the needs about gaps and lunch: for every kind a plan that does and one that does not."""

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
