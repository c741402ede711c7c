"""How often something that is not a lesson is wanted in a week, its lessons being what they are."""

from __future__ import annotations

import pytest

from planning.checks.items import breaks_of, wanted
from planning.checks.weeks import attended_weeks
from planning.needs import AnyNeed
from tests.planning.builders import need, plan, problem
from tests.planning.checks.test_checks_items import FIKA, WEEK, support
from tests.planning.item_builders import offers


@pytest.mark.parametrize(
    ("asked", "kind", "lessons", "times"),
    [
        (FIKA, "fika", "", 1),
        (need("weekly_item", item="fika", times_a_week=3), "fika", "a", 3),
        (support("breakfast"), "breakfast", "a b c", 1),
        (support("breakfast"), "breakfast", "a d", 2),
        (support("breakfast"), "breakfast", "c", 0),
        (support("energy_check"), "rest", "a d", 2),
        (support("break_company"), "break_with_adult", "a b c", 1),
        (support("break_company"), "break_with_adult", "a c", 0),
        (need("rest_between_lessons", minutes=15), "rest", "a b", 1),
        (need("rest_between_lessons", "wish_2", minutes=30), "rest", "a b", 0),
        (need("lunch_elsewhere", how="small_room"), "lunch_small_room", "a b c d", 1),
        (need("lunch_elsewhere", how="small_room"), "lunch_small_room", "b", 0),
    ],
    ids=lambda value: str(getattr(value, "kind", value)),
)
def test_how_often_an_item_is_wanted_follows_from_the_week_s_lessons(
    asked: AnyNeed, kind: str, lessons: str, times: int
) -> None:
    """So many times a week; every morning that is a morning; every short break; every day that goes on over lunch."""
    of = problem(WEEK, asked)
    (week,) = attended_weeks(of, plan(of, lessons))
    (offer,) = offers(of, kind)
    assert wanted(offer, week) == times


def test_a_gap_of_hours_is_no_break() -> None:
    """It is waited out elsewhere: nobody stands in a corridor for two hours."""
    of = problem(WEEK, support("break_company"))
    (week,) = attended_weeks(of, plan(of, "a b c"))
    (offer,) = offers(of, "break_with_adult")
    assert breaks_of(offer, week.visits) == [(540, 560)]
