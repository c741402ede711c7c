"""When a plan meets the needs about friends."""

from __future__ import annotations

import pytest

from tests.planning.builders import is_met, lessons, need


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
