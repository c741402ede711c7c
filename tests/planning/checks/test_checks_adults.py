"""When a plan meets the needs about adults: for every kind a plan that does and one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from planning.checks.judge import breaches_of
from planning.needs import AnyNeed
from planning.problem import Coach, CoachHours
from tests.planning.builders import breaches, is_met, lessons, need, plan, problem, timetable
from tests.planning.item_builders import with_items

CASES: list[tuple[AnyNeed, str, str]] = [
    (need("avoid_teacher", teachers=["Lärare-B"]), "a c d", "a b"),
    (need("only_teachers", teachers=["Lärare-A", "Lärare-C"]), "a c d f", "a b"),
    (need("trusted_adult", teachers=["Lärare-A"]), "a b c", "b c"),
    (need("trusted_adult", teachers=["Lärare-A"]), "", "b"),
    (need("require_teacher_share", teachers=["Lärare-A"], subjects=["Bild"]), "a c d", "a c f"),
    (need("coach_at_first_lesson"), "a+ b d+", "a+ b d"),
    (need("coach_at_first_lesson"), "b+ c", "b c+"),
    (need("coach_all_lessons"), "a+ b+ d+", "a+ b d+"),
]


def label(value: Any) -> str | None:
    """A need by its kind, in the names of tests."""
    return getattr(value, "kind", None)


def coach(start: str, end: str, **fields: int) -> Coach:
    """A coach with hours on Mondays."""
    hours = CoachHours.model_validate({"weekday": "mon", "start": start, "end": end})
    return Coach.model_validate({"name": "Coach Exempel", "hours": (hours,), **fields})


@pytest.mark.parametrize(("wanted", "meets", "breaks"), CASES, ids=label)
def test_a_week_meets_the_need_or_breaks_it(wanted: AnyNeed, meets: str, breaks: str) -> None:
    """One plan of each."""
    assert is_met(wanted, meets)
    assert not is_met(wanted, breaks)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), CASES, ids=label)
def test_a_need_that_is_released_binds_nothing_any_more(wanted: AnyNeed, meets: str, breaks: str) -> None:
    """It held in the first step only."""
    assert is_met(wanted.model_copy(update={"last_step": 1}), meets, breaks)


@pytest.mark.parametrize(
    ("minutes", "steps", "words", "beyond"),
    [
        (30, "a+ b", (), 0),
        (25, "a+ b", (), 0),
        (24, "a+ b", (), 1),
        (50, "a+ d+", (), 0),
        (54, "a+", ("fika tue 13:00-13:30",), 1),
        (25, "a+", ("homework_time tue 13:00-13:30",), 0),
        (0, "a b", (), 0),
    ],
)
def test_the_coach_s_week_is_meetings_and_items_together(
    minutes: int, steps: str, words: tuple[str, ...], beyond: int
) -> None:
    """Ten minutes before and fifteen of the lesson, and what the coach carries besides; nobody else's time counts."""
    of = problem(timetable(), need("coach_minutes", minutes=minutes), coach=Coach(lead_minutes=10))
    done = with_items(of, plan(of, steps), *words)
    assert sum(breach.amount for breach in breaches_of(of.needs[0], of, done)) == beyond


def test_a_coach_who_is_at_every_lesson_gives_all_of_it() -> None:
    """The whole lesson counts, from start to end; being met at the door is a part of that."""
    needs = need("coach_minutes", minutes=119), need("coach_all_lessons")
    of = problem(timetable(), *needs, need("coach_at_first_lesson"), coach=Coach(lead_minutes=10))
    done = with_items(of, plan(of, "a+ b+"), "meet_at_arrival mon 07:50-08:00")
    assert [breach.amount for breach in breaches_of(of.needs[0], of, done)] == [1]


def test_a_lesson_with_two_teachers_is_with_both() -> None:
    """The one to avoid is there, and so is the one to have."""
    (alone,) = lessons("a mon 08:00-09:00 Svenska")
    week = (alone.model_copy(update={"teachers": ("Lärare-A", "Lärare-B")}),)
    assert not is_met(need("avoid_teacher", teachers=["Lärare-B"]), "a", week=week)
    assert is_met(need("only_teachers", teachers=["Lärare-A"]), "a", week=week)


def test_the_coach_is_only_asked_for_where_the_coach_is_planned() -> None:
    """A lesson without the coach lies anywhere; one with the coach in the coach's hours."""
    hours = need("coach_availability")
    assert is_met(hours, "a+ b d", coach=coach("08:00", "08:15"))
    assert not is_met(hours, "a b+", coach=coach("08:00", "08:15"))
    assert not is_met(hours, "d+", coach=coach("08:00", "16:00"))


@pytest.mark.parametrize(
    ("start", "end", "lead", "stays", "is_enough"),
    [
        ("08:00", "08:15", 0, 15, True),
        ("08:00", "08:14", 0, 15, False),
        ("08:00", "08:15", 5, 15, False),
        ("07:55", "08:15", 5, 15, True),
        ("08:00", "08:59", 0, 0, False),
        ("08:00", "09:00", 0, 0, True),
        ("08:00", "09:00", 0, 90, True),
    ],
)
def test_meeting_takes_the_time_before_and_a_while_of_the_lesson(
    start: str, end: str, lead: int, stays: int, *, is_enough: bool
) -> None:
    """A stay of 0 minutes is a stay to the end; nobody stays longer than the lesson."""
    there = coach(start, end, lead_minutes=lead, stays_minutes=stays)
    assert is_met(need("coach_availability"), "a+", coach=there) is is_enough


def test_where_the_coach_is_at_every_lesson_the_hours_cover_the_lesson() -> None:
    """Until the last minute; while that holds, and no longer."""
    needs = need("coach_availability"), need("coach_all_lessons", last_step=1)
    of = problem(timetable(), *needs, steps=2, coach=coach("08:00", "08:30"))
    found = breaches(of, "a+", "a+")
    assert [breach.step for breach in found] == [1]


def test_the_first_lesson_of_a_day_is_the_first_that_is_attended() -> None:
    """Not the first of the ordinary day, and each day has its own."""
    of = problem(timetable(), need("coach_at_first_lesson"))
    assert [breach.lessons for breach in breaches(of, "b c d+")] == [("b",)]
    assert plan(of, "b+").steps[0].lessons[0].with_coach


@pytest.mark.parametrize(
    ("minutes", "plan", "met"), [(0, "x", True), (9, "x", True), (10, "x", False), (10, "x@08:00-08:45", True)]
)
def test_nobody_meets_the_teacher_in_the_doorway(minutes: int, plan: str, *, met: bool) -> None:
    """The one who comes to the same room as the student leaves it, attended or not; off when nothing is said."""
    week = "x mon 08:00-09:00 Svenska Lärare-A B12\ny mon 09:10-10:00 Bild Lärare-B B12"
    assert is_met(need("avoid_teacher", teachers=["Lärare-B"], doorway_minutes=minutes), plan, week=week) is met
