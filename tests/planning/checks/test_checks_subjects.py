"""When a plan meets the needs about subjects: for every kind a plan that does and one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from planning.needs import AnyNeed
from tests.planning.builders import breaches, is_met, lessons, need, problem, timetable

CASES: list[tuple[AnyNeed, tuple[str, ...], tuple[str, ...]]] = [
    (need("begin_with", subjects=["Bild", "Slöjd"], last_step=1), ("c f", "a b"), ("a c", "a c")),
    (need("avoid_subject", subjects=["Matematik"]), ("a c d f",), ("a b",)),
    (need("avoid_subject", subjects=["Matematik"], last_step=1), ("a", "b"), ("b", "a")),
    (need("only_subjects", subjects=["Svenska", "Engelska"]), ("a d",), ("a b d",)),
    (need("require_subject", subjects=["Matematik", "Bild"], min=2), ("b c",), ("a b",)),
    (need("require_subject", subjects=["Matematik"], min=2), ("b e",), ("b@09:10-09:30",)),
    (need("keep_eligibility", subjects=["Matematik", "Svenska"]), ("a b e",), ("a b",)),
    (need("full_restore", first_step=2), ("a", "a b c d e f"), ("a b c d e f", "a b c d e")),
    (need("full_restore", except_subjects=["Matematik", "Slöjd"]), ("a c d",), ("a d b",)),
    (need("full_restore"), ("a b c d e f",), ("a@08:00-08:50 b c d e f",)),
    (need("no_removal"), ("a", "a b"), ("a", "b")),
    (need("no_removal"), ("a@08:00-08:30", "a"), ("a", "a@08:00-08:30")),
    (need("no_removal", first_step=2), ("a", "b", "b c"), ("a", "b", "c")),
    (need("no_removal", last_step=1), ("a", "a b", "c"), ("a", "b", "b")),
]


def label(value: Any) -> str | None:
    """A need by its kind, in the names of tests."""
    return getattr(value, "kind", None)


@pytest.mark.parametrize(("wanted", "meets", "breaks"), CASES, ids=label)
def test_a_plan_meets_the_need_or_breaks_it(
    wanted: AnyNeed, meets: tuple[str, ...], breaks: tuple[str, ...]
) -> None:
    """One plan of each."""
    assert is_met(wanted, *meets)
    assert not is_met(wanted, *breaks)


def test_of_two_lessons_at_the_same_time_one_is_enough_for_the_whole_week() -> None:
    """Nobody can be in two places at once; in part is not enough."""
    week = "x mon 08:00-09:00 Spanska\ny mon 08:00-09:00 Franska\nz tue 08:00-09:00 Bild"
    assert is_met(need("full_restore"), "x z", week=week)
    assert not is_met(need("full_restore"), "x", week=week)
    assert not is_met(need("full_restore"), "x@08:00-08:30 z", week=week)


@pytest.mark.parametrize(
    ("wanted", "plan", "amount"),
    [
        (need("avoid_subject", subjects=["Matematik"]), "b e a", 2),
        (need("require_subject", subjects=["Matematik"], min=2), "a", 2),
        (need("full_restore"), "a b", 4),
        (need("keep_eligibility", subjects=["Matematik", "Svenska"]), "a", 2),
    ],
    ids=label,
)
def test_a_breach_counts_lessons(wanted: AnyNeed, plan: str, amount: int) -> None:
    """Those that should not be there, or those that should."""
    assert sum(breach.amount for breach in breaches(problem(timetable(), wanted), plan)) == amount


def test_nothing_removed_follows_a_series_of_dated_lessons() -> None:
    """Next week's lesson of the same subject and hour keeps this week's; one that is never given again is not lost."""
    days = {"x0": ("2026-09-07", "2026-W37"), "x1": ("2026-09-14", "2026-W38")}
    rows = [lessons(f"{n} mon 08:00-09:00 Svenska", date=d, week=w)[0] for n, (d, w) in days.items()]
    once = lessons("z tue 08:00-09:00 Bild", date="2026-09-08", week="2026-W37")[0]
    table = timetable((*rows, once), ("2026-W37", "2026-W38"))
    steps = tuple(
        step.model_copy(update={"week_labels": (week,)})
        for step, week in zip(problem(steps=2).steps, table.week_labels, strict=True)
    )
    of = problem(table, need("no_removal")).model_copy(update={"steps": steps})
    assert not breaches(of, "x0 z", "x1")
    assert breaches(of, "x0", "")
