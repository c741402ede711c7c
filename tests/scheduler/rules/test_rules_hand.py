"""What was settled by hand in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.clock import clock_text
from planning.needs import AnyNeed
from planning.plan import PlannedLesson, Setting
from planning.problem import Coach, CoachHours
from tests.planning.builders import need, problem, timetable, written
from tests.scheduler.agreement import (
    assert_agrees,
    assert_agrees_with_brute_force,
    assert_reaches,
    colliding,
    found,
)
from tests.scheduler.small_problems import problems_with

KINDS = ("keep_lesson", "leave_out_lesson", "lesson_setting", "lesson_part")
B = {"id": "b"}
TEN_MINUTES = Coach(hours=(CoachHours.model_validate({"weekday": "mon", "start": "08:00", "end": "08:10"}),))


def attended(name: str, *needs: AnyNeed, steps: int = 2, **fields: Any) -> list[PlannedLesson | None]:
    """That lesson in each step of the best plan; None where it is not there."""
    plan = found(problem(timetable(), *needs, steps=steps, **fields))
    return [next((p for p in step.lessons if p.lesson.id == name), None) for step in plan.steps]


def test_a_lock_brings_the_lesson_in_where_it_would_wait() -> None:
    """In the step it was settled for."""
    wait = need("avoid_subject", "wish_3", subjects=["Matematik"], last_step=1)
    (free,) = attended("b", wait, steps=2)[:1]
    (locked,) = attended("b", wait, need("keep_lesson", lesson=B, last_step=1), steps=2)[:1]
    assert free is None
    assert locked is not None


def test_what_is_left_out_is_left_out_of_a_week_that_would_have_all() -> None:
    """And one lesson more than the rest collides with it."""
    assert_reaches(5, need("leave_out_lesson", lesson=B))


def test_two_lessons_at_the_same_hour_are_not_kept_both() -> None:
    """The conflict names both locks."""
    clash = timetable("x mon 08:00-09:00 Bild\ny mon 08:30-09:30 Musik")
    locks = [need("keep_lesson", id=name, lesson={"id": name}) for name in "xy"]
    assert colliding(problem(clash, *locks)) == {"x", "y"}


@pytest.mark.parametrize(
    ("change", "limit"),
    [
        (need("keep_lesson", lesson=B), need("avoid_subject", subjects=["Matematik"])),
        (need("keep_lesson", lesson=B), need("leave_out_lesson", lesson=B)),
        (need("leave_out_lesson", lesson=B), need("full_restore")),
        (need("lesson_part", lesson=B, first_minutes=20), need("full_restore")),
        (need("keep_lesson", lesson=B, at={"start": "09:10", "end": "10:00"}), need("max_visit_minutes", minutes=30)),
        (need("keep_lesson", lesson=B, setting="classroom"), need("avoid_place", places=["classroom"])),
        (need("keep_lesson", lesson=B, setting="classroom"), need("small_group_first")),
        (need("keep_lesson", lesson=B, with_coach=False), need("coach_all_lessons")),
        (need("keep_lesson", lesson=B, with_coach=True), need("coach_availability")),
    ],
    ids=lambda n: n.kind,
)
def test_a_change_that_a_need_speaks_against_is_a_conflict_of_both(change: AnyNeed, limit: AnyNeed) -> None:
    """Neither is given up in silence."""
    changed = change.model_copy(update={"id": "change"})
    assert colliding(problem(timetable(), changed, limit, coach=TEN_MINUTES)) == {"change", limit.id}


def test_a_setting_holds_wherever_the_lesson_is_attended() -> None:
    """The small room where nobody else asked for it, and the classroom again when the change ends."""
    one, two = attended("b", need("keep_lesson", lesson=B), need("lesson_setting", lesson=B, setting="small_room",
                                                                last_step=1))  # fmt: skip
    assert one is not None
    assert two is not None
    assert (one.setting, two.setting) == (Setting.SMALL_ROOM, Setting.CLASSROOM)


def test_a_lesson_that_is_known_may_go_back_to_the_classroom_though_new_ones_begin_small() -> None:
    """It was met in the small room in the step before; that is what was asked for."""
    first = need("keep_lesson", lesson=B)
    moved = need("lesson_setting", lesson=B, setting="classroom", first_step=2)
    one, two = attended("b", need("small_group_first"), first, moved)
    assert one is not None
    assert two is not None
    assert (one.setting, two.setting) == (Setting.SMALL_ROOM, Setting.CLASSROOM)


@pytest.mark.parametrize("there", [True, False])
def test_the_coach_is_there_as_it_was_settled(*, there: bool) -> None:
    """Also where the coach was only wished for, or by nobody."""
    wish = [] if there else [need("coach_all_lessons", "wish_2")]
    (lesson,) = attended("b", *wish, need("keep_lesson", lesson=B, with_coach=there), steps=1)
    assert lesson is not None
    assert lesson.with_coach is there


@pytest.mark.parametrize(
    ("fields", "hours"),
    [
        ({"first_minutes": 20}, "09:10-09:30"),
        ({"last_minutes": 20}, "09:50-10:10"),
        ({"at": {"start": "09:25", "end": "09:55"}}, "09:25-09:55"),
        ({"first_minutes": 90}, "09:10-10:10"),
    ],
)
def test_just_the_part_that_was_settled_is_planned(fields: dict[str, Any], hours: str) -> None:
    """Though no limit asks for shorter visits."""
    (lesson,) = attended("b", need("keep_lesson", lesson=B), need("lesson_part", lesson=B, **fields), steps=1)
    assert lesson is not None
    assert f"{clock_text(lesson.start)}-{clock_text(lesson.end)}" == hours


def test_a_part_that_lies_outside_the_lesson_is_no_way_of_attending_it() -> None:
    """The lesson waits, and a lock on it collides."""
    outside = need("lesson_part", lesson=B, at={"start": "07:00", "end": "08:00"})
    assert written(found(problem(timetable(), outside))) == ("a c d e f",)
    assert colliding(problem(timetable(), outside, need("keep_lesson", lesson=B))) == {"lesson_part", "keep_lesson"}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 5, 1)))


