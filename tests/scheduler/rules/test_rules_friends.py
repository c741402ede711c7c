"""Needs about friends and groups to avoid in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import assert_agrees, assert_agrees_with_brute_force, assert_reaches, found
from tests.scheduler.small_problems import problems_with

KINDS = ("with_friend", "avoid_group")

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


@pytest.mark.parametrize(("groups", "most"), [(["7Y"], 4), (["7X"], 2), (["7X", "7Y"], 0)])
def test_a_group_to_keep_away_from_takes_its_lessons_and_no_more(groups: list[str], most: int) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, need("avoid_group", groups=groups))


def test_a_lesson_is_not_planned_where_the_group_would_be_met_in_the_doorway() -> None:
    """It is where the door is another one, and where the meeting does not matter."""
    week = "x mon 08:00-09:00 Svenska - B12 7X\ny mon 09:10-10:00 Bild - {room} 7Y"
    for room, minutes, planned in (("B12", 10, ""), ("B14", 10, "x"), ("B12", 9, "x"), ("B12", 0, "x")):
        away = need("avoid_group", groups=["7Y"], doorway_minutes=minutes)
        assert written(found(problem(week.format(room=room), away))) == (planned,)


def test_a_visit_that_ends_before_the_group_comes_is_planned() -> None:
    """Its first minutes, not its last."""
    week = "x mon 08:00-09:00 Svenska - B12 7X\ny mon 09:10-10:00 Bild - B12 7Y"
    away = need("avoid_group", groups=["7Y"], doorway_minutes=10)
    (part,) = found(problem(week, away, need("max_visit_minutes", minutes=30))).last.lessons
    assert (part.start, part.end) == (8 * 60, 8 * 60 + 30)


def test_a_group_that_one_would_rather_not_meet_is_met_last() -> None:
    """As a wish, and until it is released when it is one for now."""
    wish = need("avoid_group", "wish_3", groups=["7Y"])
    *early, last = written(found(problem(timetable(), wish, steps=3)))
    assert not {"c", "f"} & set(" ".join(early).split())
    assert {"c", "f"} <= set(last.split())
    for_now = need("avoid_group", "hard_now", groups=["7X"], last_step=1)
    first, second = written(found(problem(timetable(), for_now, steps=2)))
    assert not {"a", "b", "d", "e"} & set(first.split())
    assert {"a", "b", "d", "e"} <= set(second.split())


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
