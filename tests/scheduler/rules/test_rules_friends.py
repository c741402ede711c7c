"""Needs about friends in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import assert_agrees, assert_agrees_with_brute_force, assert_reaches, found
from tests.scheduler.small_problems import problems_with

KINDS = ("with_friend",)

def test_a_friend_is_met_every_week_that_has_lessons() -> None:
    """When that must be so and the shared lessons are barred, there are none."""
    assert_reaches(0, need("with_friend", groups=["7Y"]), need("avoid_teacher", teachers=["Lärare-C"]))


@pytest.mark.parametrize(("group", "shared"), [("7X", {"a", "b", "d", "e"}), ("7Y", {"c", "f"})])
def test_a_ladder_begins_with_a_lesson_that_is_shared(group: str, shared: set[str]) -> None:
    """As a wish, in every step."""
    plan = found(problem(timetable(), need("with_friend", "wish_2", groups=[group]), steps=3))
    assert all(shared & set(step.split()) for step in written(plan))


def test_the_whole_class_is_a_friend_s_group_where_none_is_named() -> None:
    """It binds nothing."""
    assert len(found(problem(timetable(), need("with_friend"))).last.lessons) == 6


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 6, 1)))
