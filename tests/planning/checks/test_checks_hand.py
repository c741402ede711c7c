"""When a plan meets what was settled by hand: for every kind plans that do and plans that do not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from planning.checks.judge import bars
from planning.needs.hand import NamedLesson
from planning.timetable import Occasion
from planning.visits import Visit
from tests.planning.builders import breaches, is_met, lessons, need, problem, timetable

B = {"id": "b"}


@pytest.mark.parametrize(
    ("fields", "plan", "met"),
    [
        ({}, "a b", True),
        ({}, "a", False),
        ({}, "", False),
        ({}, "b@09:10-09:40", True),
        ({"at": {"start": "09:10", "end": "09:40"}}, "b@09:10-09:40", True),
        ({"at": {"start": "09:10", "end": "09:40"}}, "b", False),
        ({"setting": "small_room"}, "b*", True),
        ({"setting": "small_room"}, "b", False),
        ({"setting": "classroom"}, "b*", False),
        ({"with_coach": True}, "b+", True),
        ({"with_coach": True}, "b", False),
        ({"with_coach": False}, "b+", False),
        ({"setting": "small_room", "with_coach": True}, "b*+", True),
        ({"setting": "small_room", "with_coach": True}, "b*", False),
    ],
)
def test_a_lock_keeps_the_lesson_as_it_was_settled(fields: dict[str, Any], plan: str, *, met: bool) -> None:
    """There, and in the part, the setting and the company that were given; what was not given is free."""
    assert is_met(need("keep_lesson", lesson=B, **fields), plan) is met


@pytest.mark.parametrize(("plan", "met"), [("a c", True), ("a b", False), ("b@09:10-09:40", False), ("", True)])
def test_what_is_left_out_is_not_there_at_all(plan: str, *, met: bool) -> None:
    """Not even in part."""
    assert is_met(need("leave_out_lesson", lesson=B), plan) is met


@pytest.mark.parametrize(
    ("fields", "plan", "met"),
    [
        ({"setting": "small_room"}, "a b*", True),
        ({"setting": "small_room"}, "a* b", False),
        ({"setting": "classroom"}, "b*", False),
        ({"with_coach": True}, "a b+", True),
        ({"with_coach": True}, "a+ b", False),
        ({"with_coach": False}, "a+ b", True),
        ({"with_coach": True}, "a", True),
    ],
)
def test_a_setting_binds_the_lesson_only_where_it_is_attended(fields: dict[str, Any], plan: str, *, met: bool) -> None:
    """And no other lesson."""
    assert is_met(need("lesson_setting", lesson=B, **fields), plan) is met


@pytest.mark.parametrize(
    ("fields", "plan", "met"),
    [
        ({"first_minutes": 20}, "b@09:10-09:30", True),
        ({"first_minutes": 20}, "b@09:50-10:10", False),
        ({"first_minutes": 20}, "b", False),
        ({"first_minutes": 20}, "a", True),
        ({"first_minutes": 90}, "b", True),
        ({"last_minutes": 20}, "b@09:50-10:10", True),
        ({"last_minutes": 20}, "b", False),
        ({"last_minutes": 90}, "b", True),
        ({"at": {"start": "09:30", "end": "10:00"}}, "b@09:30-10:00", True),
        ({"at": {"start": "09:30", "end": "10:00"}}, "b@09:30-10:05", False),
    ],
)
def test_a_part_is_attended_to_the_minute(fields: dict[str, Any], plan: str, *, met: bool) -> None:
    """The first or last minutes, or the hours given; a lesson that is no longer than that is attended whole."""
    assert is_met(need("lesson_part", lesson=B, **fields), plan) is met


@pytest.mark.parametrize("kind", ["keep_lesson", "leave_out_lesson"])
def test_a_change_holds_in_its_steps_only(kind: str) -> None:
    """Before and after them the lesson is as it would be."""
    settled = need(kind, lesson=B, first_step=2, last_step=2)
    found = breaches(problem(timetable(), settled, steps=3), *("", "b", "") if kind[0] == "l" else ("b", "", "b"))
    assert [(breach.step, breach.amount) for breach in found] == [(2, 1)]


def test_a_change_holds_in_its_weeks_only() -> None:
    """The B week of a rotation is another one."""
    week = timetable(lessons("x mon 08:00-09:00 Svenska"), ("A", "B"))
    settled = need("keep_lesson", lesson={"id": "x"}, weeks=["B"])
    assert is_met(settled, "B|x", week=week)
    assert not is_met(settled, "A|x", week=week)


def test_a_lesson_that_the_timetable_no_longer_has_binds_nothing() -> None:
    """There is nothing to keep."""
    assert is_met(need("keep_lesson", lesson={"id": "gone"}), "a b")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("lesson_setting", {}),
        ("lesson_part", {}),
        ("lesson_part", {"first_minutes": 20, "last_minutes": 20}),
        ("lesson_part", {"first_minutes": 0}),
    ],
)
def test_a_change_that_settles_nothing_is_refused(kind: str, fields: dict[str, Any]) -> None:
    """It would look like one that holds."""
    with pytest.raises(ValidationError):
        need(kind, lesson=B, **fields)


def test_a_lesson_is_named_as_a_reader_knows_it() -> None:
    """By subject, weekday and hour beside its id."""
    lesson = timetable().lessons[1]
    assert NamedLesson.of(lesson).model_dump(mode="json") == {
        "id": "b", "subject": "Matematik", "weekday": "mon", "start": "09:10",
    }  # fmt: skip


def test_a_whole_lesson_is_ruled_out_where_only_a_part_was_settled() -> None:
    """And no other lesson is."""
    of = problem(timetable(), need("lesson_part", lesson=B, first_minutes=20))
    whole = {o.lesson.id: Visit.whole(1, Occasion(lesson=o.lesson, week=o.week)) for o in of.timetable.occasions}
    assert [name for name, visit in whole.items() if bars(of.needs[0], visit, of)] == ["b"]
