"""Breakfast in the morning, and a small ladder into the dining hall."""

from __future__ import annotations

from typing import Any

import pytest

from planning.items import Carrier
from planning.needs import AnyNeed
from planning.offers import Anchor, Offer, offers_in
from planning.problem import Coach, Problem
from tests.planning.builders import need, problem
from tests.planning.item_builders import offers

WEEK = "a mon 08:00-09:00 Bild\nb mon 13:00-14:00 Bild"


def lunch(how: str, **fields: Any) -> AnyNeed:
    """Lunch elsewhere in steps 1–2, served from eleven to half past twelve."""
    return need("lunch_elsewhere", how=how, start="11:00", end="12:30", **{"last_step": 2, **fields})


def meals(of: Problem, step: int) -> list[str]:
    """The meals that a step is offered."""
    return [o.kind.value for o in offers_in(of, step, "") if o.kind.value.startswith(("lunch", "breakfast"))]


def only(of: Problem, kind: str, step: int = 1) -> Offer:
    """The one offer of that kind."""
    (offer,) = offers(of, kind, step)
    return offer


@pytest.mark.parametrize("how", ["small_room", "with_coach"])
def test_lunch_has_a_ladder_of_its_own(how: str) -> None:
    """In a small room, then in the dining hall before the others, then with them."""
    of = problem(WEEK, lunch(how), steps=4)
    assert [meals(of, step) for step in (1, 2, 3, 4)] == [
        ["lunch_small_room"], ["lunch_small_room"], ["lunch_before_others"], [],
    ]  # fmt: skip


def test_who_would_rather_eat_before_the_others_begins_there() -> None:
    """And has no rung left to take when that ends."""
    of = problem(WEEK, lunch("before_others"), steps=4)
    assert [meals(of, step) for step in (1, 2, 3)] == [["lunch_before_others"], ["lunch_before_others"], []]


def test_before_the_others_is_not_in_a_dining_hall_that_is_avoided() -> None:
    """Then it is in a small room as long as that holds."""
    avoided = need("avoid_place", places=["dining_hall"], last_step=1)
    of = problem(WEEK, lunch("before_others"), avoided, steps=3)
    assert [meals(of, step) for step in (1, 2)] == [["lunch_small_room"], ["lunch_before_others"]]


@pytest.mark.parametrize("how", ["home_before", "undecided"])
def test_who_goes_home_before_lunch_has_none_at_school_until_then(how: str) -> None:
    """The step after is before the others."""
    of = problem(WEEK, lunch(how), steps=3)
    assert [meals(of, step) for step in (1, 2, 3)] == [[], [], ["lunch_before_others"]]


def test_lunch_before_the_others_is_early() -> None:
    """Over before the hall fills, on days that go on over lunch."""
    early = only(problem(WEEK, lunch("before_others"), steps=3), "lunch_before_others")
    assert {(window.start, window.end) for window in early.windows} == {(10 * 60 + 40, 11 * 60 + 20)}
    assert (early.anchor, early.served) == (Anchor.OVER_LUNCH, (660, 750))


def test_lunch_in_a_small_room_is_when_lunch_is_served() -> None:
    """With an adult of the school, or with the coach where that was ticked."""
    of = problem(WEEK, lunch("small_room"), coach=Coach(name="Coach Exempel"))
    room = only(of, "lunch_small_room")
    assert {(window.start, window.end) for window in room.windows} == {(660, 750)}
    assert (room.carrier, room.person) == (Carrier.ADULT, "")
    with_coach = only(problem(WEEK, lunch("with_coach"), coach=Coach(name="Coach Exempel")), "lunch_small_room")
    assert (with_coach.carrier, with_coach.person) == (Carrier.COACH, "Coach Exempel")


def test_breakfast_is_before_the_first_lesson_of_a_morning() -> None:
    """A day that begins after half past ten has none."""
    breakfast = only(problem(WEEK, need("support", "support", item="breakfast")), "breakfast")
    assert (breakfast.anchor, breakfast.minutes) == (Anchor.BEFORE_DAY, 10)
    assert {window.end for window in breakfast.windows} == {10 * 60 + 30}
