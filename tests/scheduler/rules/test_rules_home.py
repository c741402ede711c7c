"""Help with the morning in the model: it has its time every school day, and costs no lesson."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.items import ItemKind
from planning.needs import Strength
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import assert_agrees, assert_agrees_with_brute_force, colliding, found
from tests.scheduler.small_problems import problems_with

KINDS = ("morning_help",)

def test_it_moves_no_lesson() -> None:
    """The plan has the same lessons with it and without."""
    arranged = need("morning_help", Strength.SUPPORT, ways=["text_message"])
    assert written(found(problem(timetable(), arranged, steps=3))) == written(found(problem(timetable(), steps=3)))


@pytest.mark.parametrize("strength", [strength for strength in Strength if strength is not Strength.SUPPORT])
def test_waking_up_costs_no_lesson(strength: Strength) -> None:
    """Whatever its strength, the lessons are as good with it as without, and each school day has its waking up."""
    arranged = need("morning_help", strength, ways=["text_message"])
    helped, alone = found(problem(timetable(), arranged, steps=3)), found(problem(timetable(), steps=3))
    of_lessons = [tier for tier in alone.tiers if not tier.startswith("item_shape")]
    assert [helped.tiers[tier] for tier in of_lessons] == [alone.tiers[tier] for tier in of_lessons]
    for step in helped.steps:
        days = {lesson.lesson.weekday for lesson in step.lessons}
        assert {item.weekday for item in step.items if item.kind is ItemKind.WAKE_UP} == days


def test_it_is_never_named_among_what_collides() -> None:
    """Even when it must be."""
    needs = need("morning_help", ways=["text_message"]), need("no_lessons_yet"), need("min_lessons_per_week", n=1)
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
