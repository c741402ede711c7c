"""Support in the model: it binds nothing and never collides."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import Strength
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import assert_agrees, assert_agrees_with_brute_force, colliding, found
from tests.scheduler.small_problems import problems_with

KINDS = ("support", "weekly_item")


@pytest.mark.parametrize("strength", list(Strength))
def test_it_moves_no_lesson(strength: Strength) -> None:
    """The plan has the same lessons with it and without."""
    arranged = need("support", strength, item="safe_place")
    assert written(found(problem(timetable(), arranged, steps=3))) == written(found(problem(timetable(), steps=3)))


def test_it_is_never_named_among_what_collides() -> None:
    """Even when it must be."""
    needs = need("support", item="safe_place"), need("no_lessons_yet"), need("min_lessons_per_week", n=1)
    assert colliding(problem(timetable(), *needs)) == {"no_lessons_yet", "min_lessons_per_week"}


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
