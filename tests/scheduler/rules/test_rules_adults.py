"""Needs about adults in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
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

KINDS = (
    "avoid_teacher", "only_teachers", "trusted_adult", "require_teacher_share", "coach_at_first_lesson",
    "coach_all_lessons", "coach_availability", "coach_minutes",
)

HOURS = need("coach_availability", "frame", source="coach")


def coach(start: str, end: str, lead_minutes: int = 0) -> Coach:
    """A coach with hours on Mondays."""
    hours = CoachHours.model_validate({"weekday": "mon", "start": start, "end": end})
    return Coach(name="Coach Exempel", hours=(hours,), lead_minutes=lead_minutes)


@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (4, need("avoid_teacher", teachers=["Lärare-B"])),
        (2, need("only_teachers", teachers=["Lärare-A"])),
        (3, need("require_teacher_share", teachers=["Lärare-A"], subjects=["Bild"])),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound)


@pytest.mark.parametrize(("minutes", "planned"), [(10, ""), (9, "x"), (0, "x")])
def test_a_lesson_is_not_planned_where_the_teacher_would_be_met_in_the_doorway(minutes: int, planned: str) -> None:
    """The next lesson in that room is theirs."""
    week = "x mon 08:00-09:00 Svenska Lärare-A B12\ny mon 09:10-10:00 Bild Lärare-B B12"
    away = need("avoid_teacher", teachers=["Lärare-B"], doorway_minutes=minutes)
    assert written(found(problem(week, away))) == (planned,)


def test_a_trusted_adult_is_met_every_week_that_has_lessons() -> None:
    """When that must be so and the adult's lessons are barred, there are none."""
    trusted = need("trusted_adult", teachers=["Lärare-A"])
    assert len(found(problem(timetable(), trusted)).last.lessons) == 6
    barred = need("avoid_subject", subjects=["Svenska", "Engelska"])
    assert_reaches(0, trusted, barred)


def test_where_the_coach_meets_every_day_the_days_begin_in_the_coach_s_hours() -> None:
    """Only Mondays do, and only with the lesson at eight."""
    assert_reaches(3, need("coach_at_first_lesson"), HOURS, coach=coach("08:00", "08:15"))


def test_where_the_coach_is_at_every_lesson_all_of_them_lie_in_the_coach_s_hours() -> None:
    """One does."""
    assert_reaches(1, need("coach_all_lessons"), HOURS, coach=coach("08:00", "09:00"))


def test_a_coach_who_needs_time_before_cannot_meet_at_the_very_start_of_the_hours() -> None:
    """Ten minutes before eight the coach is not there yet."""
    of = problem(
        timetable("x mon 08:00-09:00 Svenska"), need("coach_at_first_lesson"), HOURS,
        need("min_lessons_per_week", n=1), coach=coach("08:00", "09:00", lead_minutes=10),
    )  # fmt: skip
    assert colliding(of) == {"coach_at_first_lesson", "coach_availability", "min_lessons_per_week"}


def test_a_coach_at_every_lesson_who_also_meets_at_the_first_is_there_as_the_checks_say() -> None:
    """Company at every lesson, a meeting at the first, and hours that begin with the lesson."""
    of = problem(
        timetable("x mon 08:00-09:00 Svenska"), need("coach_all_lessons"), need("coach_at_first_lesson"), HOURS,
        need("min_lessons_per_week", n=1), coach=coach("08:00", "09:00", lead_minutes=10),
    )  # fmt: skip
    assert_agrees_with_brute_force(of)


def test_the_coach_s_minutes_are_for_so_many_lessons_and_no_more() -> None:
    """An hour at each of two lessons; a meeting takes a quarter of one."""
    minutes, stays = need("coach_minutes", minutes=130), need("coach_all_lessons")
    assert_reaches(2, minutes, stays)
    meets = [
        problem(timetable(), need("coach_minutes", minutes=most), need("coach_at_first_lesson")) for most in (60, 59)
    ]
    assert [len({p.lesson.weekday for p in found(of).last.lessons}) for of in meets] == [4, 3]


def test_what_the_coach_does_besides_takes_of_the_same_minutes() -> None:
    """An hour's activity leaves time to meet at two lessons of the week and not at three."""
    week = "x mon 08:00-09:00 Svenska\ny tue 08:00-09:00 Bild\nz wed 08:00-09:00 Slöjd"
    needs = (
        need("coach_minutes", minutes=90), need("coach_at_first_lesson"),
        need("weekly_item", item="activity", weekdays=["thu"]),
    )  # fmt: skip
    assert written(found(problem(week, *needs, need("min_lessons_per_week", n=2)))) != ("x y z",)
    whole = need("min_lessons_per_week", id="goal", n=3)
    assert colliding(problem(week, *needs, whole)) == {n.id for n in needs} | {"goal"}


def test_the_plan_says_where_the_coach_is() -> None:
    """At the first lesson of each day, or at all of them while that is asked for."""
    needs = need("coach_all_lessons", last_step=1), need("coach_at_first_lesson", first_step=2)
    first, second = found(problem(timetable(), *needs, need("full_restore"), steps=2)).steps
    assert all(lesson.with_coach for lesson in first.lessons)
    assert [lesson.lesson.id for lesson in second.lessons if lesson.with_coach] == ["a", "d", "e", "f"]


def test_a_wish_for_the_coach_is_met_where_the_coach_can_come_and_not_said_elsewhere() -> None:
    """Monday at eight the coach is there; on Tuesday the lesson is met without, and the plan says so."""
    wish = need("coach_at_first_lesson", "wish_2")
    of = problem(timetable(), wish, HOURS, need("full_restore"), coach=coach("08:00", "08:15"))
    assert [lesson.lesson.id for lesson in found(of).last.lessons if lesson.with_coach] == ["a"]


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
