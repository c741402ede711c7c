"""The way to school and home: rides as they go, waking up only as ticked, and a seat seen before it is taken."""

from __future__ import annotations

from typing import Any

import pytest

from planning.items import Carrier
from planning.needs import AnyNeed
from planning.offers import Anchor, Offer, offers_in
from planning.problem import Coach, CoachHours, Problem, Ride
from tests.planning.builders import need, problem
from tests.planning.item_builders import offers

RIDE = Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "13:40", "by": "Mamma Exempel"})
DRIVEN = need("ride_needed")


def support(item: str, *choices: str, **fields: Any) -> AnyNeed:
    """Support of that kind with those boxes ticked."""
    return need("support", "support", item=item, choices=choices, **{"id": item, **fields})


def coach(start: str, end: str, **fields: Any) -> Coach:
    """A coach with hours on Mondays."""
    hours = CoachHours.model_validate({"weekday": "mon", "start": start, "end": end})
    return Coach.model_validate({"name": "Coach Exempel", "hours": (hours,), **fields})


def kinds(of: Problem, step: int = 1) -> list[str]:
    """What that step is offered, but for the check-ins that every plan has."""
    return [offer.kind.value for offer in offers_in(of, step, "") if not offer.contact]


def only(of: Problem, kind: str, step: int = 1) -> Offer:
    """The one offer of that kind."""
    (offer,) = offers(of, kind, step)
    return offer


def test_one_who_is_driven_is_driven_there_and_home() -> None:
    """By the one who drives, on every day with lessons."""
    of = problem("a mon 08:00-09:00 Bild", DRIVEN, rides=(RIDE,))
    assert kinds(of) == ["ride_there", "ride_home"]
    for kind in kinds(of):
        ride = only(of, kind)
        assert (ride.anchor, ride.carrier, ride.person) == (Anchor.RIDE, Carrier.GUARDIAN, "Mamma Exempel")


def test_nobody_is_driven_without_a_ride_or_without_needing_one() -> None:
    """A ride that nobody needs is not planned, and one that is not there can not be."""
    assert kinds(problem("a mon 08:00-09:00 Bild", DRIVEN)) == []
    assert kinds(problem("a mon 08:00-09:00 Bild", rides=(RIDE,))) == []


def test_a_ride_is_said_to_be_somebody_s_only_where_all_are() -> None:
    """With two who drive on different days no name is given; those at home need none."""
    other = RIDE.model_copy(update={"weekday": 1, "by": "Pappa Exempel"})
    offered = RIDE.model_copy(update={"by": "guardian"})
    assert only(problem("a mon 08:00-09:00 Bild", DRIVEN, rides=(RIDE, other)), "ride_there").person == ""
    assert only(problem("a mon 08:00-09:00 Bild", DRIVEN, rides=(offered,)), "ride_there").person == ""


def test_a_ride_with_the_coach_is_the_coach_s() -> None:
    """It takes the coach's minutes, whatever hours are written down for meetings."""
    mine = RIDE.model_copy(update={"by": "Coach Exempel"})
    of = problem("a mon 08:00-09:00 Bild", DRIVEN, rides=(mine,), coach=coach("10:00", "11:00"))
    assert only(of, "ride_home").carrier is Carrier.COACH


@pytest.mark.parametrize(
    ("ticks", "there"),
    [
        (("bus_together",), "bus_with_adult"),
        (("bus_together", "ride_from_home"), "ride_there"),
        (("ride_with_coach", "bus_together"), "ride_there"),
        ((), "ride_there"),
    ],
)
def test_there_is_one_way_there(ticks: tuple[str, ...], there: str) -> None:
    """A bus with somebody where that alone was ticked; never both a bus and a car."""
    of = problem("a mon 08:00-09:00 Bild", DRIVEN, support("ride", *ticks), rides=(RIDE,))
    assert kinds(of) == [there, "ride_home"]


@pytest.mark.parametrize(
    ("ways", "carrier"),
    [
        (["phone_call"], Carrier.COACH_REMOTE),
        (["text_message"], Carrier.COACH_REMOTE),
        (["knock"], Carrier.COACH),
        (["knock", "someone_at_home"], Carrier.GUARDIAN),
    ],
)
def test_waking_up_is_in_a_way_that_was_ticked(ways: list[str], carrier: Carrier) -> None:
    """Those at home first, then by phone, then at the door."""
    of = problem("a mon 08:00-09:00 Bild", need("morning_help", "support", ways=ways))
    assert only(of, "wake_up").carrier is carrier


@pytest.mark.parametrize("ways", [["nobody"], ["the_door"], []])
def test_who_ticked_no_way_of_waking_is_not_woken(ways: list[str]) -> None:
    """Company at the door wakes nobody."""
    assert kinds(problem("a mon 08:00-09:00 Bild", need("morning_help", "support", ways=ways))) == []


def test_one_who_is_driven_wakes_before_the_ride() -> None:
    """Not an hour before the first lesson, on the way there."""
    waking = need("morning_help", "support", ways=["phone_call"])
    week = "a mon 10:00-11:00 Bild"
    assert only(problem(week, waking), "wake_up").anchor is Anchor.BEFORE_DAY
    assert only(problem(week, waking, DRIVEN, rides=(RIDE,)), "wake_up").anchor is Anchor.RIDE


@pytest.mark.parametrize(
    ("ticks", "texts"),
    [
        ((), []),
        (("evening_before",), []),
        (("in_the_morning",), ["morning_message"]),
        (("afterwards",), ["text"]),
        (("in_the_morning", "afterwards"), ["morning_message", "text"]),
    ],
)
def test_a_text_comes_when_it_was_ticked_and_at_no_other_time(ticks: tuple[str, ...], texts: list[str]) -> None:
    """That the coach may text is no wish for a text every morning."""
    assert kinds(problem("a mon 08:00-09:00 Bild", support("text_messages", *ticks))) == texts


@pytest.mark.parametrize(
    ("choices", "person"),
    [((), [""]), (("Läraren Exempel", "Z"), ["Läraren Exempel"]), (("friend",), []), (("met_outside",), [""])],
)
def test_somebody_meets_at_the_door(choices: tuple[str, ...], person: list[str]) -> None:
    """The adult who was named first; a friend is asked by the staff and is no item of theirs."""
    of = problem("a mon 08:00-09:00 Bild", support("meet_at_arrival", *choices))
    assert [offer.person for offer in offers(of, "meet_at_arrival")] == person


@pytest.mark.parametrize(("lead", "meets"), [(0, []), (4, []), (10, [10])])
def test_a_coach_who_comes_before_the_lesson_meets_there(lead: int, meets: list[int]) -> None:
    """For as long as the coach is there before it begins."""
    of = problem("a mon 08:00-09:00 Bild", need("coach_at_first_lesson"), coach=Coach(lead_minutes=lead))
    assert [offer.minutes for offer in offers(of, "meet_at_arrival")] == meets


def test_nobody_is_met_twice_at_the_same_door() -> None:
    """The teacher and the coach: the one that was asked for first."""
    needs = support("meet_at_arrival", "Läraren Exempel"), need("coach_at_first_lesson")
    of = problem("a mon 08:00-09:00 Bild", *needs, coach=Coach(name="Coach Exempel", lead_minutes=10))
    assert [offer.person for offer in offers(of, "meet_at_arrival")] == ["Läraren Exempel"]


def test_what_comes_before_the_first_lesson_comes_in_a_row() -> None:
    """Woken, a message, breakfast, and then somebody meets: none of them at the same time."""
    needs = (
        need("morning_help", "support", ways=["phone_call"]), support("text_messages", "in_the_morning"),
        support("breakfast"), support("meet_at_arrival"),
    )  # fmt: skip
    of = problem("a mon 08:00-09:00 Bild", *needs)
    rows = [(offer.apart, offer.kind.value) for offer in offers_in(of, 1, "") if offer.anchor is Anchor.BEFORE_DAY]
    assert sorted(rows) == [(0, "meet_at_arrival"), (5, "breakfast"), (60, "morning_message"), (75, "wake_up")]


@pytest.mark.parametrize(
    "waits",
    [need("small_group_first", last_step=2), need("avoid_place", places=["classroom"], last_step=2)],
    ids=lambda value: value.kind,
)
def test_the_seat_is_seen_in_the_last_step_before_the_classroom_opens(waits: AnyNeed) -> None:
    """While the school is empty, once, and not before that step or after it."""
    of = problem("a mon 08:00-09:00 Bild", waits, steps=4)
    assert [kinds(of, step) for step in (1, 2, 3)] == [[], ["see_own_seat"], []]
    seat = only(of, "see_own_seat", 2)
    assert (seat.a_week, {(window.start, window.end) for window in seat.windows}) == (1, {(15 * 60 + 30, 17 * 60)})


def test_a_place_that_is_not_the_classroom_opens_no_seat() -> None:
    """The corridor has none."""
    corridor = need("avoid_place", places=["corridor"], last_step=1)
    assert kinds(problem("a mon 08:00-09:00 Bild", corridor, steps=2)) == []


@pytest.mark.parametrize(
    ("hours", "carrier", "needs"),
    [
        (("08:00", "16:00"), Carrier.COACH, ()),
        (("08:00", "12:00"), Carrier.ADULT, ()),
        (("08:00", "16:00"), Carrier.COACH, (DRIVEN,)),
        (("08:00", "12:00"), None, (DRIVEN,)),
    ],
)
def test_the_seat_is_shown_by_the_coach_who_can_bring_the_student(
    hours: tuple[str, str], carrier: Carrier | None, needs: tuple[AnyNeed, ...]
) -> None:
    """By somebody at school where the coach has other hours; not at all for one who cannot come alone."""
    of = problem(
        "a mon 08:00-09:00 Bild", need("small_group_first", last_step=1), *needs, steps=2, coach=coach(*hours)
    )
    assert [offer.carrier for offer in offers(of, "see_own_seat")] == ([carrier] if carrier else [])


def test_the_seat_is_not_seen_on_a_hard_day() -> None:
    """Mondays and Thursdays are hard."""
    needs = need("small_group_first", last_step=1), need("days_off", weekdays=["mon", "thu"])
    seat = only(problem("a mon 08:00-09:00 Bild", *needs, steps=2), "see_own_seat")
    assert [window.weekday.short for window in seat.windows] == ["tue", "wed", "fri"]
