"""Needs about rooms and places in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.checks.judge import judge
from planning.items import ItemKind
from planning.needs import AnyNeed
from planning.outcomes import Met
from planning.plan import Setting
from tests.planning.builders import need, problem, timetable
from tests.scheduler.agreement import (
    assert_agrees,
    assert_agrees_with_brute_force,
    assert_reaches,
    found,
)
from tests.scheduler.small_problems import PLACES, problems_with

KINDS = ("avoid_room", "avoid_place", "safe_room", "small_group_first", "start_elsewhere", "place_ladder")

@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (4, need("avoid_room", rooms=["B14"])),
        (4, need("avoid_place", places=["corridor"])),
        (5, need("avoid_place", places=["gym"])),
        (3, need("avoid_place", places=["gym", "corridor", "unknown"])),
        (0, need("start_elsewhere", places=["library"])),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound, places=PLACES)


def test_a_safe_room_is_met_every_week_that_has_lessons() -> None:
    """When that must be so and its lessons are barred, there are none."""
    assert_reaches(0, need("safe_room", rooms=["B12"]), need("avoid_subject", subjects=["Svenska", "Engelska"]))


def test_while_the_classroom_is_avoided_lessons_are_met_in_the_small_room() -> None:
    """None is lost for it."""
    first, second = found(problem(timetable(), need("avoid_place", places=["classroom"], last_step=1), steps=2)).steps
    assert {lesson.setting for lesson in first.lessons} == {Setting.SMALL_ROOM}
    assert {lesson.setting for lesson in second.lessons} == {Setting.CLASSROOM}
    assert len(second.lessons) == 6


def test_what_is_new_is_met_in_a_small_group_first() -> None:
    """And in the classroom from the next step on."""
    first, second = found(problem(timetable(), need("small_group_first"), steps=2)).steps
    known = {lesson.lesson.id for lesson in first.lessons}
    assert {lesson.setting for lesson in first.lessons} == {Setting.SMALL_ROOM}
    for lesson in second.lessons:
        assert (lesson.setting is Setting.CLASSROOM) is (lesson.lesson.id in known)


@pytest.mark.parametrize(
    "wish",
    [need("small_group_first", "wish_2"), need("avoid_place", "wish_2", places=["classroom"])],
    ids=lambda n: n.kind,
)
def test_a_wish_for_a_small_room_is_met_where_nothing_stands_against_it(wish: AnyNeed) -> None:
    """What a guardian answers for the student is a wish (`method.md` E10); it costs no lesson to meet it."""
    of = problem(timetable(), wish, steps=2)
    assert [type(judgement.verdict) for judgement in judge(of, found(of))] == [Met]


def test_the_way_into_school_moves_no_lesson_and_shapes_the_contacts() -> None:
    """The whole week is planned all the same; where it waits there is a walk first, then a tour as an invitation."""
    way = need("place_ladder", "support", comfort=["go_out"])
    assert len(found(problem(timetable(), way)).last.lessons) == 6
    waiting = found(problem(timetable(), way, need("no_lessons_yet"))).last
    told = [(contact.kind, contact.is_invitation) for contact in waiting.contacts]
    assert told == [(ItemKind.WALK, False), (ItemKind.GO_PAST_SCHOOL, True)]


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
