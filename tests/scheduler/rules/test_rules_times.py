"""Needs about times in the model: possible, impossible, and in agreement with the checks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
from tests.planning.builders import lessons, need, problem, timetable, written
from tests.scheduler.agreement import (
    assert_agrees,
    assert_agrees_with_brute_force,
    assert_reaches,
    colliding,
    found,
)
from tests.scheduler.small_problems import problems_with

KINDS = (
    "earliest_start", "latest_end", "blocked_time", "not_present_during", "days_off", "dates_excluded", "max_days",
    "rest_day_between", "max_visit_minutes", "max_lessons_per_day", "max_lessons_per_week", "min_lessons_per_week",
    "max_minutes_per_week", "min_minutes_per_week", "max_growth", "max_growth_minutes", "preferred_times",
    "no_lessons_yet", "half_steps", "lesson_edges",
)

WINDOWS = [{"start": "08:00", "end": "09:30"}, {"start": "12:00", "end": "14:00"}]


@pytest.mark.parametrize(
    ("most", "bound"),
    [
        (4, need("earliest_start", time="09:10")),
        (4, need("latest_end", time="11:00")),
        (5, need("blocked_time", start="09:00", end="10:00", weekdays=["mon"])),
        (4, need("not_present_during", start="10:30", end="12:00")),
        (2, need("days_off", weekdays=["mon", "thu"])),
        (4, need("max_days", n=2)),
        (4, need("rest_day_between")),
        (5, need("max_visit_minutes", minutes=130)),
        (4, need("max_visit_minutes", minutes=20)),
        (5, need("max_lessons_per_day", n=2)),
        (3, need("max_lessons_per_week", n=3)),
        (3, need("max_minutes_per_week", minutes=239)),
        (4, need("preferred_times", windows=WINDOWS)),
        (0, need("no_lessons_yet")),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_limit_lets_through_so_much_and_no_more(most: int, bound: AnyNeed) -> None:
    """The fullest week that it leaves is planned, and one lesson more collides with it."""
    assert_reaches(most, bound)


def test_a_lesson_that_is_entered_late_is_attended_from_then_on() -> None:
    """Every lesson is, cut at its edges: none of them is lost, and the whole of one collides with the agreement."""
    edges = need("lesson_edges", minutes_late=10, minutes_early=5)
    plan = found(problem(timetable(), edges, need("min_lessons_per_week", n=6)))
    assert {(p.start - p.lesson.start, p.lesson.end - p.end) for p in plan.last.lessons} == {(10, 5)}
    whole = need("min_minutes_per_week", id="goal", minutes=360)
    assert colliding(problem(timetable(), edges, whole)) == {"lesson_edges", "goal"}
    reached = need("min_minutes_per_week", id="goal", minutes=6 * 45)
    assert written(found(problem(timetable(), edges, reached))) == ("a b c d e f",)


@pytest.mark.parametrize(
    "growth", [need("max_growth", n=2), need("max_growth_minutes", minutes=120)], ids=lambda n: n.kind
)
def test_growth_is_counted_from_the_step_before(growth: AnyNeed) -> None:
    """From one lesson to three; a goal beyond that collides with the start and the growth together."""
    assert_reaches(3, need("max_lessons_per_week", n=1, last_step=1), growth, steps=2)


@pytest.mark.parametrize(
    ("goal", "limit"),
    [
        (need("min_lessons_per_week", n=3), need("max_lessons_per_week", n=2)),
        (need("min_minutes_per_week", minutes=121), need("max_minutes_per_week", minutes=120)),
        (need("min_lessons_per_week", n=3), need("max_minutes_per_week", minutes=120)),
    ],
    ids=lambda n: n.kind,
)
def test_a_goal_collides_with_a_limit_below_it_and_with_none_above(goal: AnyNeed, limit: AnyNeed) -> None:
    """Exactly the two are named; where the limit ends before the goal begins, both are met."""
    assert colliding(problem(timetable(), goal, need("rest_day_between"), limit)) == {goal.id, limit.id}
    apart = goal.model_copy(update={"first_step": 2}), limit.model_copy(update={"last_step": 1})
    found(problem(timetable(), *apart, steps=2))


def test_a_date_excluded_takes_that_lesson_and_no_other() -> None:
    """A goal that wants it collides."""
    rows = tuple(
        lessons(f"x{n} mon 08:00-09:00 Svenska", date=day, week=week)[0]
        for n, (day, week) in enumerate([("2026-09-07", "2026-W37"), ("2026-09-14", "2026-W38")])
    )
    table = timetable(rows, ("2026-W37", "2026-W38"))
    away = need("dates_excluded", dates=["2026-09-07"])
    plan = found(problem(table, away))
    assert [lesson.lesson.id for lesson in plan.last.lessons] == ["x1"]
    assert colliding(problem(table, away, need("full_restore"))) == {"dates_excluded", "full_restore"}


def test_a_short_visit_is_a_part_of_a_lesson_that_grows() -> None:
    """Its first or its last minutes, until the whole lesson fits."""
    of = problem("x mon 08:00-09:00 Svenska", need("max_visit_minutes", minutes=20), need("no_removal"), steps=4)
    parts = [step.lessons[0] for step in found(of).steps]
    assert [part.minutes for part in parts] == [20, 30, 45, 60]
    assert all(part.start == 8 * 60 or part.end == 9 * 60 for part in parts)


def test_an_earliest_start_eases_step_by_step() -> None:
    """The lesson at eight comes when eight has become possible."""
    eases = need("earliest_start", time="10:00", eases_minutes_per_step=60)
    plan = found(problem(timetable(), eases, steps=3))
    assert [{"a", "e"} & set(step.split()) != set() for step in written(plan)] == [False, False, True]


def test_half_steps_take_up_no_more_than_half_of_what_the_line_rises() -> None:
    """From one lesson to three; a goal beyond that collides with the start and the pace together."""
    assert_reaches(3, need("max_lessons_per_week", n=1, last_step=1), need("half_steps"), steps=2)


@pytest.mark.parametrize("strength", ["wish_3", "hard"])
def test_half_steps_neither_starve_nor_leap(strength: str) -> None:
    """No step takes up more than a lesson, and nothing is lost of the pace; without them the week is back."""
    of = problem(timetable(), need("half_steps", strength), steps=4)
    plan = found(of)
    assert [len(step.lessons) for step in plan.steps] == [1, 2, 3, 4]
    assert {tier: plan.tiers.get(tier, 0) for tier in ("empty", "too_fast", "too_slow")} == {
        "empty": 0, "too_fast": 0, "too_slow": 0,
    }  # fmt: skip
    assert len(found(problem(timetable(), steps=4)).last.lessons) == 6


def test_a_whole_week_that_must_be_back_outweighs_a_wish_for_half_steps() -> None:
    """It is back; half steps that must be held collide with it, from the first step on."""
    whole = need("full_restore", first_step=3)
    assert len(found(problem(timetable(), need("half_steps", "wish_3"), whole, steps=3)).last.lessons) == 6
    assert colliding(problem(timetable(), need("half_steps"), whole, steps=3)) == {"half_steps", "full_restore"}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_what_comes_out_passes_the_checks(kind: str, data: st.DataObject) -> None:
    """A plan over three steps that keeps every promise, or a conflict without a needless need."""
    assert_agrees(data.draw(problems_with(kind, 8, data.draw(st.integers(2, 3)))))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_there_is_a_plan_exactly_when_trying_all_of_them_finds_one(kind: str, data: st.DataObject) -> None:
    """One step; otherwise the conflict is one of the smallest there are."""
    assert_agrees_with_brute_force(data.draw(problems_with(kind, 5, 1)))
