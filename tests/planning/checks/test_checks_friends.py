"""When a plan meets the needs about friends and about students whom it is hard to meet."""

from __future__ import annotations

import pytest

from tests.planning.builders import breaches, is_met, lessons, need, problem


@pytest.mark.parametrize(("plan", "met"), [("c", True), ("a c", True), ("a b", False), ("", True)])
def test_a_week_with_lessons_has_one_with_the_friend(plan: str, *, met: bool) -> None:
    """One is enough, and a week without lessons needs none."""
    assert is_met(need("with_friend", groups=["7Y"]), plan) is met


def test_a_part_of_the_class_can_be_the_friend_s_group() -> None:
    """As well as the whole group."""
    week = lessons("x mon 08:00-09:00 Slöjd - - 7X", part_of_group="7X grupp 1")
    assert is_met(need("with_friend", groups=["7X grupp 1"]), "x", week=week)
    assert is_met(need("with_friend", groups=["7X"]), "x", week=week)
    assert not is_met(need("with_friend", groups=["7X grupp 2"]), "x", week=week)


def test_without_a_group_every_lesson_with_the_class_counts() -> None:
    """Nothing more is known."""
    assert is_met(need("with_friend"), "b")


@pytest.mark.parametrize(("plan", "met"), [("a b d e", True), ("", True), ("c", False), ("a f", False)])
def test_a_group_to_keep_away_from_shares_no_lesson(plan: str, *, met: bool) -> None:
    """Not one; other groups are free."""
    assert is_met(need("avoid_group", groups=["7Y"]), plan) is met


def test_a_part_of_the_class_can_be_the_group_to_keep_away_from() -> None:
    """The other half of the class is another matter."""
    week = lessons("x mon 08:00-09:00 Slöjd - - 7X", part_of_group="7X grupp 1")
    assert not is_met(need("avoid_group", groups=["7X grupp 1"]), "x", week=week)
    assert is_met(need("avoid_group", groups=["7X grupp 2"]), "x", week=week)


DOORWAY = """
    x mon 08:00-09:00 Svenska - B12 7X
    y mon 09:05-10:00 Bild - B12 7Y
    z mon 09:05-10:00 Bild - B14 7Y
"""


@pytest.mark.parametrize(
    ("minutes", "plan", "met"), [(0, "x", True), (4, "x", True), (5, "x", False), (5, "x@08:00-08:30", True)]
)
def test_nobody_meets_the_group_in_the_doorway(minutes: int, plan: str, *, met: bool) -> None:
    """Who comes to that room as the student leaves it; other rooms do not matter, and none does when it is off."""
    assert is_met(need("avoid_group", groups=["7Y"], doorway_minutes=minutes), plan, week=DOORWAY) is met


def test_every_lesson_with_the_group_is_told() -> None:
    """In one breach a week, and while the need holds."""
    of = problem(DOORWAY, need("avoid_group", groups=["7Y"], doorway_minutes=5, last_step=1), steps=2)
    assert [(b.step, b.lessons, b.amount) for b in breaches(of, "x y", "x y")] == [(1, ("x", "y"), 2)]
