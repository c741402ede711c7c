"""When a plan meets the needs about rooms and places: for every kind a plan that does and one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from planning.needs import AnyNeed
from planning.problem import PlaceUse
from tests.planning.builders import breaches, is_met, need, problem, timetable

PLACES = {"corridor": PlaceUse(rooms=("B12", "B14")), "gym": PlaceUse(subjects=("Slöjd",))}
CASES: list[tuple[AnyNeed, tuple[str, ...], tuple[str, ...]]] = [
    (need("avoid_room", rooms=["B14", "Sal9"]), ("a c d",), ("a b",)),
    (need("avoid_place", places=["corridor"]), ("c f",), ("a c",)),
    (need("avoid_place", places=["gym"]), ("a b c",), ("f",)),
    (need("avoid_place", places=["a place nobody has described"]), ("a b c d e f",), ()),
    (need("avoid_place", places=["classroom"]), ("a* b*",), ("a* b",)),
    (need("avoid_place", places=["classroom"], last_step=1), ("a*", "a b"), ("a", "a*")),
    (need("safe_room", rooms=["B12"]), ("a b c",), ("b c",)),
    (need("safe_room", rooms=["B12"]), ("",), ("c",)),
    (need("small_group_first"), ("a*", "a b*"), ("a*", "a b")),
    (need("small_group_first", last_step=1), ("a*", "a b"), ("a", "a b")),
    (need("small_group_first", first_step=2), ("a", "a b*"), ("a", "b")),
    (need("start_elsewhere", places=["library"], last_step=1), ("", "a"), ("a", "a")),
]


def label(value: Any) -> str | None:
    """A need by its kind, in the names of tests."""
    return getattr(value, "kind", None)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), CASES, ids=label)
def test_a_plan_meets_the_need_or_breaks_it(
    wanted: AnyNeed, meets: tuple[str, ...], breaks: tuple[str, ...]
) -> None:
    """A place that nobody has described takes no lesson away: there is nothing to break it."""
    assert is_met(wanted, *meets, places=PLACES)
    assert not breaks or not is_met(wanted, *breaks, places=PLACES)


def test_a_lesson_that_comes_back_is_new_again() -> None:
    """After a step without it, it is met in the small room first."""
    wanted = need("small_group_first")
    assert is_met(wanted, "a*", "b*", "a* b")
    assert not is_met(wanted, "a*", "b*", "a b")


def test_each_lesson_in_a_classroom_is_told() -> None:
    """One breach a lesson, in its step."""
    of = problem(timetable(), need("avoid_place", places=["classroom"]), steps=2)
    assert [(b.step, b.lessons) for b in breaches(of, "a* b", "c")] == [(1, ("b",)), (2, ("c",))]


def test_the_way_into_school_is_met_by_every_plan() -> None:
    """It shapes contacts and moves no lesson."""
    assert is_met(need("place_ladder", comfort=[]), "", "a b", "a b c d e f")
