"""When a plan meets the needs about times: for every kind a plan that does and one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from planning.needs import AnyNeed
from planning.pace import ROOM_MINUTES, half_step, line
from tests.planning.builders import breaches, is_met, lessons, need, problem, timetable

MORNING = {"start": "08:00", "end": "09:30"}
AFTERNOON = {"start": "12:00", "end": "14:00"}
ONE_STEP: list[tuple[AnyNeed, str, str]] = [
    (need("earliest_start", time="09:10"), "b c d f", "a b"),
    (need("latest_end", time="13:30"), "a b c", "c f"),
    (need("blocked_time", start="09:00", end="10:00"), "a d", "b"),
    (need("blocked_time", start="09:00", end="10:01", weekdays=["tue"]), "a b", "d"),
    (need("not_present_during", start="10:30", end="12:00"), "a b", "b c"),
    (need("not_present_during", start="10:30", end="12:00", weekdays=["tue"]), "b c", "d"),
    (need("days_off", weekdays=["mon", "thu"]), "d e", "d f"),
    (need("max_days", n=2), "a b c d", "a d f"),
    (need("max_days", n=0), "", "a"),
    (need("rest_day_between"), "a e", "a d"),
    (need("rest_day_between"), "d f", "e f"),
    (need("max_visit_minutes", minutes=130), "a b d", "a b c"),
    (need("max_visit_minutes", minutes=20), "a@08:00-08:20", "a"),
    (need("max_lessons_per_day", n=2), "a b d", "a b c"),
    (need("max_lessons_per_week", n=3), "a b c", "a b c d"),
    (need("min_lessons_per_week", n=2), "a b", "a"),
    (need("max_minutes_per_week", minutes=120), "a b", "a b c"),
    (need("min_minutes_per_week", minutes=90), "a b@09:10-09:40", "a"),
    (need("preferred_times", windows=[MORNING, AFTERNOON]), "a c", "b"),
    (need("no_lessons_yet"), "", "a"),
    (need("lesson_edges", minutes_late=10), "a@08:10-09:00", "a"),
    (need("lesson_edges", minutes_early=5), "a@08:00-08:55 b@09:10-10:05", "a@08:00-08:55 b"),
    (need("lesson_edges", minutes_late=10, minutes_early=5), "a@08:20-08:40", "a@08:10-09:00"),
]  # fmt: skip
TWO_STEPS: list[tuple[AnyNeed, tuple[str, str], tuple[str, str]]] = [
    (need("earliest_start", time="10:00", eases_minutes_per_step=50), ("d", "b"), ("b", "b")),
    (need("earliest_start", time="10:00", eases_minutes_per_step=50), ("d", "b d"), ("d", "a")),
    (need("max_days", n=1, growth_per_step=1), ("a", "a d"), ("a d", "a d")),
    (need("max_lessons_per_day", n=1, growth_per_step=1), ("a", "a b"), ("a", "a b c")),
    (need("max_visit_minutes", minutes=60), ("a", "a"), ("a", "a b")),
    (need("max_growth", n=2), ("a", "a b c"), ("a", "a b c d")),
    (need("max_growth", n=0), ("a b", "c"), ("a", "b c")),
    (need("max_growth_minutes", minutes=60), ("a", "a b"), ("a@08:00-08:30", "a b")),
    (need("max_lessons_per_week", n=1, last_step=1), ("a", "a b c"), ("a b", "a")),
    (need("min_lessons_per_week", n=2, first_step=2), ("", "a b"), ("a b", "a")),
]


def label(value: Any) -> str | None:
    """A need by its kind, in the names of tests."""
    return getattr(value, "kind", None)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), ONE_STEP, ids=label)
def test_a_week_meets_the_need_or_breaks_it(wanted: AnyNeed, meets: str, breaks: str) -> None:
    """One step, judged alone."""
    assert is_met(wanted, meets)
    assert not is_met(wanted, breaks)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), TWO_STEPS, ids=label)
def test_a_need_grows_and_ends_with_the_steps(
    wanted: AnyNeed, meets: tuple[str, str], breaks: tuple[str, str]
) -> None:
    """What is too much in one step may be right in the next."""
    assert is_met(wanted, *meets)
    assert not is_met(wanted, *breaks)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), ONE_STEP, ids=label)
def test_a_need_that_does_not_hold_yet_is_met_by_anything(wanted: AnyNeed, meets: str, breaks: str) -> None:
    """It begins with the second step."""
    later = wanted.model_copy(update={"first_step": 2})
    assert is_met(later, meets)
    assert is_met(later, breaks)


@pytest.mark.parametrize(
    ("wanted", "plan", "amount"),
    [
        (need("earliest_start", time="09:00"), "a e b", 2),
        (need("max_days", n=1), "a d f", 2),
        (need("max_lessons_per_day", n=1), "a b c", 2),
        (need("max_lessons_per_week", n=1), "a b c", 2),
        (need("min_lessons_per_week", n=4), "a", 3),
        (need("max_minutes_per_week", minutes=60), "a b", 60),
        (need("min_minutes_per_week", minutes=90), "a", 30),
        (need("max_visit_minutes", minutes=60), "a b", 70),
        (need("not_present_during", start="10:20", end="12:00"), "b c", 100),
        (need("no_lessons_yet"), "a b", 2),
    ],
    ids=label,
)
def test_a_breach_tells_how_far_from_met(wanted: AnyNeed, plan: str, amount: int) -> None:
    """In the need's own unit: lessons, days or minutes."""
    assert sum(breach.amount for breach in breaches(problem(timetable(), wanted), plan)) == amount


def test_a_breach_names_the_step_and_the_lessons() -> None:
    """So that a reader can find them."""
    of = problem(timetable(), need("latest_end", time="12:00"), steps=2)
    (breach,) = breaches(of, "a", "a c f")
    assert (breach.step, breach.week, breach.lessons) == (2, "", ("c", "f"))


def test_a_date_excluded_is_that_date_and_no_other() -> None:
    """Dated lessons of the same weekday a week later are free."""
    rows = tuple(
        lessons(f"x{n} mon 08:00-09:00 Svenska", date=day, week=week)[0]
        for n, (day, week) in enumerate([("2026-09-07", "2026-W37"), ("2026-09-14", "2026-W38")])
    )
    table = timetable(rows, ("2026-W37", "2026-W38"))
    wanted = need("dates_excluded", dates=["2026-09-07"])
    assert is_met(wanted, "x1", week=table)
    assert not is_met(wanted, "x0", week=table)


def test_a_need_of_b_weeks_leaves_a_weeks_alone() -> None:
    """A rotation is judged week by week."""
    table = timetable("x mon 08:00-09:00 Svenska\ny tue 08:00-09:00 Bild", ("A", "B"))
    wanted = need("days_off", weekdays=["mon"], weeks=["B"])
    assert is_met(wanted, "A|x A|y B|y", week=table)
    assert not is_met(wanted, "A|y B|x", week=table)


def test_growth_compares_each_week_with_the_same_week_before() -> None:
    """A full B week does not excuse a leap in A."""
    table = timetable("x mon 08:00-09:00 Svenska\ny tue 08:00-09:00 Bild", ("A", "B"))
    wanted = need("max_growth", n=1)
    assert is_met(wanted, "A|x B|x", "A|x A|y B|x", week=table)
    assert not is_met(wanted, "B|x B|y", "A|x A|y", week=table)


def test_a_day_that_only_touches_the_time_away_is_met() -> None:
    """Until its first minute and from its last one."""
    wanted = need("not_present_during", start="10:10", end="12:30")
    assert is_met(wanted, "b")
    assert is_met(wanted, "c")
    assert not is_met(wanted, "b c")


@pytest.mark.parametrize(
    ("plan", "met"),
    [
        (("a", "a b", "a b c"), True),
        (("a", "a b c", "a b c"), False),
        (("a b", "a b c", "a b c d e"), False),
        (("a b", "a b", "a"), True),
        (("a b c", "a b c", "a b c"), False),
    ],
)
def test_half_steps_rise_by_a_lesson_where_half_the_line_is_less(plan: tuple[str, ...], *, met: bool) -> None:
    """The line rises by 104 and 136 minutes: half of that is a lesson or little more; falling is no step.

    The first step may be as large as the line is there: two lessons.
    """
    assert is_met(need("half_steps"), *plan) is met


def test_half_steps_bind_the_steps_that_they_hold_in() -> None:
    """How far beyond half is told in begun lessons."""
    of = problem(timetable(), need("half_steps", last_step=2), steps=3)
    assert [(b.step, b.amount) for b in breaches(of, "", "a b c", "a b c d e f")] == [(2, 2)]


def test_half_steps_of_a_full_week_are_half_of_what_the_line_rises() -> None:
    """Five lessons a day: from two hours to twenty-five in three steps."""
    rows = "\n".join(
        f"{day}{hour} {day} {8 + hour:02d}:00-{9 + hour:02d}:00 Svenska"
        for day in ("mon", "tue", "wed", "thu", "fri") for hour in range(5)
    )  # fmt: skip
    table = timetable(rows)
    of = problem(table, need("half_steps"), steps=3)
    bound = half_step(of, "")[1]
    assert bound == -(-(line(problem(table, steps=3), "")[1] - 120) // 2) > ROOM_MINUTES
    first, *more = table.lessons
    fits = " ".join(lesson.id for lesson in more[: bound // 60])
    assert breaches(of, first.id, f"{first.id} {fits}", first.id) == ()
    beyond = f"{first.id} {fits} {more[bound // 60].id}"
    assert [(b.step, b.amount) for b in breaches(of, first.id, beyond, first.id)] == [(2, 1)]
