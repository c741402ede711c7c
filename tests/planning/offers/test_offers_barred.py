"""When an item may not be, and which needs say so: what a conflict can name, and what giving one up would open."""

from __future__ import annotations

import pytest

from planning.clock import Weekday
from planning.needs import AnyNeed
from planning.offers import Anchor, DayWindow, Offer
from planning.offers.barred import barring_needs, edges, has_room, is_kept_out, kept_out_by
from planning.offers.base import hung_time
from planning.offers.together import can_both_be, can_share_time
from planning.problem import Coach, CoachHours, Problem
from tests.planning.builders import A_WEEK, need, problem
from tests.planning.item_builders import offers

HOURS = CoachHours.model_validate({"weekday": "mon", "start": "09:00", "end": "12:00"})
COACH = Coach(name="Coach Exempel", hours=(HOURS,))


def slot(day: str, start: int, end: int) -> DayWindow:
    """Minutes of that day."""
    return DayWindow.model_validate({"weekday": day, "start": start, "end": end})


def asked(*needs: AnyNeed, item: str = "fika", **fields: object) -> tuple[Problem, Offer]:
    """A problem with those needs and an item written in, and its offer."""
    of = problem(A_WEEK, need("weekly_item", id="asked", item=item, **fields), *needs, coach=COACH)
    (offer,) = offers(of, item)
    return of, offer


@pytest.mark.parametrize(
    ("bars", "item", "when", "names"),
    [
        (need("coach_availability", "frame"), "fika", slot("mon", 570, 600), False),
        (need("coach_availability", "frame"), "fika", slot("mon", 720, 750), True),
        (need("coach_availability", "frame"), "homework_time", slot("mon", 720, 750), False),
        (need("blocked_time", start="10:00", end="11:00"), "fika", slot("tue", 600, 630), True),
        (need("blocked_time", start="10:00", end="11:00"), "fika", slot("tue", 570, 600), False),
        (need("blocked_time", start="10:00", end="11:00", weekdays=["mon"]), "fika", slot("tue", 600, 630), False),
        (need("not_present_during", start="10:00", end="11:00"), "homework_time", slot("tue", 600, 630), True),
        (need("not_present_during", start="10:00", end="11:00"), "fika", slot("tue", 600, 630), False),
        (need("earliest_start", time="10:00"), "homework_time", slot("tue", 570, 600), True),
        (need("latest_end", time="14:00"), "homework_time", slot("tue", 830, 860), True),
        (need("days_off", weekdays=["tue"]), "homework_time", slot("tue", 600, 630), True),
        (need("days_off", weekdays=["tue"]), "fika", slot("tue", 600, 630), False),
        (need("avoid_place", places=["dining_hall"]), "lunch_before_others", slot("tue", 660, 680), True),
        (need("avoid_teacher", teachers=["Lärare-A"]), "homework_time", slot("tue", 600, 630), False),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_need_that_bars_an_item_is_named(bars: AnyNeed, item: str, when: DayWindow, *, names: bool) -> None:
    """By its id: giving it up would open that time."""
    of, offer = asked(bars, item=item, end="16:00")
    assert kept_out_by(of, 1, "", offer, when) == ((bars.id,) if names else ())
    assert is_kept_out(of, 1, "", offer, when) is names


def test_all_that_bar_a_time_are_named() -> None:
    """Giving up one of two opens nothing."""
    taken, elsewhere = need("blocked_time", start="13:00", end="14:00"), need("coach_availability", "frame")
    of, offer = asked(taken, elsewhere)
    assert kept_out_by(of, 1, "", offer, slot("mon", 780, 810)) == ("blocked_time", "coach_availability")


@pytest.mark.parametrize("strength", ["wish_3", "support"])
def test_a_wish_bars_nothing(strength: str) -> None:
    """An item is not kept out by what itself gives way."""
    of, offer = asked(need("blocked_time", strength, start="08:00", end="17:00"))
    assert barring_needs(of, 1, "") == ()
    assert not is_kept_out(of, 1, "", offer, slot("mon", 600, 630))


def test_outside_its_windows_nothing_can_be_given_up() -> None:
    """No need says so: it was asked for at another time."""
    of, offer = asked(weekdays=["mon"], start="09:00", end="11:00")
    assert is_kept_out(of, 1, "", offer, slot("mon", 645, 675))
    assert kept_out_by(of, 1, "", offer, slot("mon", 645, 675)) == ()
    assert has_room(offer, slot("mon", 630, 660))


def test_an_item_with_no_hours_left_has_room_nowhere() -> None:
    """What hangs on a lesson needs no windows; what hangs on none has no other place."""
    _, offer = asked()
    nowhere = offer.model_copy(update={"windows": ()})
    hung = nowhere.model_copy(update={"anchor": Anchor.BEFORE_DAY})
    assert not has_room(nowhere, slot("mon", 600, 630))
    assert has_room(hung, slot("mon", 600, 630))


def test_what_keeps_an_item_out_ends_at_an_edge() -> None:
    """There it can begin: the coach's hours, the end of what is taken, the earliest hour."""
    needs = (
        need("blocked_time", start="08:00", end="10:15", weekdays=["mon"]), need("earliest_start", time="09:30"),
        need("not_present_during", start="11:00", end="11:45"),
    )  # fmt: skip
    of, _ = asked(*needs)
    assert edges(of, 1, "", Weekday.MON) == {540, 615, 570, 705}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("text", "fika", True), ("morning_message", "ride_there", True), ("ride_there", "breakfast", True),
        ("ride_there", "meet_at_arrival", True), ("bus_with_adult", "meet_at_arrival", True),
        ("ride_home", "fika", False), ("bus_with_adult", "walk", False), ("ride_there", "wake_up", False),
        ("fika", "walk", False), ("breakfast", "meet_at_arrival", False),
    ],
)  # fmt: skip
def test_two_items_are_at_once_only_where_one_takes_no_time(one: str, other: str, *, both: bool) -> None:
    """A text, and what is done on the way; whichever is named first."""
    assert can_share_time(one, other) is can_share_time(other, one) is both  # type: ignore[arg-type]  # plain strings do


@pytest.mark.parametrize(
    ("one", "one_at", "other", "other_at", "both"),
    [
        ("fika", slot("mon", 600, 630), "walk", slot("mon", 630, 660), True),
        ("fika", slot("mon", 600, 635), "walk", slot("mon", 630, 660), False),
        ("fika", slot("mon", 600, 635), "walk", slot("tue", 630, 660), True),
        ("text", slot("mon", 600, 605), "walk", slot("mon", 600, 630), True),
        ("lunch", slot("mon", 750, 780), "lunch_small_room", slot("mon", 660, 680), False),
        ("lunch", slot("mon", 750, 780), "lunch_small_room", slot("tue", 660, 680), True),
        ("lunch", slot("mon", 750, 780), "breakfast", slot("mon", 480, 490), True),
    ],
)
def test_two_items_are_one_after_the_other_and_lunch_is_once(
    one: str, one_at: DayWindow, other: str, other_at: DayWindow, *, both: bool
) -> None:
    """The same day; with an hour between two lunches too."""
    assert can_both_be(one, one_at, other, other_at) is both  # type: ignore[arg-type]  # plain strings do


@pytest.mark.parametrize(
    ("anchor", "first", "last", "time"),
    [
        ("before_day", 600, 700, (560, 590)), ("after_day", 600, 700, (710, 740)),
        ("before_day", 30, 700, None), ("after_day", 600, 1410, None),
    ],
)  # fmt: skip
def test_what_hangs_on_the_day_is_within_the_day(
    anchor: str, first: int, last: int, time: tuple[int, int] | None
) -> None:
    """Half an hour, ten minutes from the lessons; never before midnight or after it."""
    _, offer = asked()
    hung = offer.model_copy(update={"anchor": Anchor(anchor), "apart": 10})
    found = hung_time(hung, Weekday.MON, first, last)
    assert (None if found is None else (found.start, found.end)) == time
