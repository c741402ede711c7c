"""The small ladders: one only where something was ticked, as low as the needs keep it, one rung a step from there."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.items import Carrier, ItemKind
from planning.needs import AnyNeed
from planning.needs.base import CARE
from planning.needs.environment import CLASSROOM
from planning.offers import Offer, offers_in
from planning.plan import Plan
from planning.problem import Coach, CoachHours, Problem, Ride
from planning.reasons import explained
from planning.rungs import RUNGS, LadderRung, Rung, SmallLadder
from planning.small_ladders import keeper_in, keepers, rung_in, rungs_in
from tests.planning.builders import need, plan, problem, timetable

HALL, CHANGING, BUS, ROOM = SmallLadder
KEEPING: dict[str, tuple[str, dict[str, Any]]] = {
    "lunch": ("lunch_elsewhere", {"how": "small_room"}),
    "early": ("lunch_elsewhere", {"how": "before_others"}),
    "hall": ("avoid_place", {"places": ["dining_hall"]}),
    "changing": ("avoid_place", {"places": ["changing_room", "corridor"]}),
    "sport": ("support", {"item": "sport_without_changing"}),
    "bus": ("avoid_place", {"places": ["bus"]}),
    "driven": ("ride_needed", {}),
    "ride": ("support", {"item": "ride", "choices": ["ride_from_home"]}),
    "together": ("support", {"item": "ride", "choices": ["bus_together"]}),
    "small": ("small_group_first", {}),
    "class": ("avoid_place", {"places": ["classroom"]}),
}
"""Needs that keep a small ladder low, by a name of our own."""


def keeping(name: str, **fields: Any) -> AnyNeed:
    """One of them."""
    kind, given = KEEPING[name]
    return need(kind, id=name, **given, **fields)


def climbed(ladder: SmallLadder, *needs: AnyNeed, steps: int = 6) -> str:
    """The rungs of the steps, counted from 0; «-» where there is none."""
    of = problem(timetable(), *needs, steps=steps)
    found = [rung_in(of, ladder, step) for step in range(1, steps + 1)]
    return "".join("-" if rung is None else str(RUNGS[ladder].index(rung)) for rung in found)


@pytest.mark.parametrize(
    ("ladder", "needs", "rungs"),
    [
        (HALL, [keeping("lunch", last_step=2)], "001222"),
        (HALL, [keeping("early", last_step=2)], "112222"),
        (HALL, [keeping("hall", last_step=2), keeping("early", last_step=4)], "001122"),
        (HALL, [keeping("lunch", last_step=1), keeping("hall", last_step=3)], "000122"),
        (CHANGING, [keeping("changing", last_step=2)], "001233"),
        (CHANGING, [keeping("changing", last_step=1), keeping("sport")], "011111"),
        (CHANGING, [keeping("sport", last_step=3)], "111233"),
        (BUS, [keeping("bus", last_step=1)], "012222"),
        (BUS, [keeping("driven", last_step=3), keeping("ride", last_step=1)], "000122"),
        (BUS, [keeping("driven", last_step=3), keeping("together", last_step=1)], "111222"),
        (BUS, [keeping("driven", last_step=3), keeping("together"), keeping("bus", last_step=2)], "001222"),
        (ROOM, [keeping("class", last_step=3)], "001222"),
        (ROOM, [keeping("small", last_step=1)], "122222"),
        (ROOM, [keeping("small", last_step=1), keeping("class", last_step=3)], "001222"),
    ],
)  # fmt: skip
def test_a_ladder_waits_for_its_needs_and_then_climbs(ladder: SmallLadder, needs: list[AnyNeed], rungs: str) -> None:
    """One rung a step; the longest limit decides, and the classroom is seen empty in the step before it opens."""
    assert climbed(ladder, *needs) == rungs


@pytest.mark.parametrize(
    ("ladder", "name"), [(HALL, "lunch"), (CHANGING, "changing"), (BUS, "bus"), (ROOM, "class"), (ROOM, "small")]
)
@pytest.mark.parametrize("last", [None, 6, 9])
def test_what_was_agreed_to_last_keeps_the_lowest_rung(ladder: SmallLadder, name: str, last: int | None) -> None:
    """To the end of the plan: nothing is promised beyond it."""
    assert climbed(ladder, keeping(name, last_step=last)) == "000000"


def test_a_ladder_begins_with_its_first_need() -> None:
    """Before lessons there is no dining hall to speak of."""
    assert climbed(HALL, keeping("lunch", first_step=3, last_step=4)) == "--0012"


@pytest.mark.parametrize("ladder", SmallLadder)
@pytest.mark.parametrize(
    "needs",
    [
        [], [need("avoid_place", places=["corridor"])], [need("ride_needed")], [keeping("ride")],
        [need("ride_needed"), need("support", item="ride", choices=["walk_together", "ride_from_home"])],
        [need("support", item="lunch_rung")],
    ],
)  # fmt: skip
def test_no_ladder_where_nothing_was_ticked(ladder: SmallLadder, needs: list[AnyNeed]) -> None:
    """Nor for one who walks to school with somebody: there is no bus."""
    of = problem(timetable(), *needs, steps=3)
    assert rung_in(of, ladder, 1) is None
    assert keepers(of, ladder) == ()


def test_what_is_told_to_nobody_makes_no_ladder_but_keeps_one_low() -> None:
    """A private answer is not read off a ladder that is suddenly there; nor does the ladder lead past it."""
    private = keeping("hall", last_step=4).model_copy(update={"origin": CARE})
    assert climbed(HALL, private) == "------"
    assert climbed(HALL, private, keeping("lunch", last_step=1)) == "000012"


NEEDS = st.builds(
    lambda name, first, length, endless: keeping(
        name, first_step=first, last_step=None if endless else first + length
    ),
    st.sampled_from(sorted(KEEPING)), st.integers(1, 3), st.integers(0, 5), st.booleans(),
)  # fmt: skip


@given(st.lists(NEEDS, max_size=5, unique_by=lambda one: one.id), st.integers(1, 8))
@settings(max_examples=300)
def test_every_ladder_rises_one_rung_a_step_and_never_falls(needs: list[AnyNeed], steps: int) -> None:
    """And stands on no rung that a need in force does not allow."""
    of = problem(timetable(), *needs, steps=steps)
    for ladder in SmallLadder:
        found = [rung_in(of, ladder, step) for step in range(1, steps + 1)]
        at = [RUNGS[ladder].index(rung) for rung in found if rung is not None]
        assert all(0 <= after - before <= 1 for before, after in pairwise(at))
        assert found[len(found) - len(at) :] == [RUNGS[ladder][n] for n in at]
        for step, rung in enumerate(found, 1):
            held = [k for k in keepers(of, ladder) if k.need.holds_in(step)]
            room = ladder is ROOM  # The seat is seen while the small room still holds.
            assert rung is None or all(RUNGS[ladder].index(rung) <= RUNGS[ladder].index(k.rung) + room for k in held)


def test_the_need_behind_a_rung_is_the_one_that_keeps_it_lowest_for_longest() -> None:
    """Once all are over, the one that was the last."""
    of = problem(timetable(), keeping("lunch", last_step=1), keeping("hall", last_step=3), steps=6)
    behind = [keeper_in(of, HALL, step) for step in (1, 3, 4)]
    assert [one.id for one in behind if one] == ["hall", "hall", "hall"]
    early = problem(timetable(), keeping("hall", last_step=1), keeping("early", last_step=3), steps=6)
    behind = [keeper_in(early, HALL, step) for step in (1, 2, 4)]
    assert [one.id for one in behind if one] == ["hall", "early", "early"]


ALL_FOUR = (
    keeping("lunch", last_step=1), keeping("changing", last_step=2), keeping("driven", last_step=1), keeping("ride"),
    keeping("class", last_step=2),
)  # fmt: skip


def test_all_four_stand_in_one_plan() -> None:
    """Each at its own pace, and each step says which are new."""
    of: Problem = problem(timetable(), *ALL_FOUR, steps=4)
    done: Plan = explained(of, plan(of, "a*", "a*", "a b", "a b"))
    assert [step.rungs for step in done.steps] == [rungs_in(of, step) for step in (1, 2, 3, 4)]
    assert done.steps[1].rungs == (
        LadderRung(ladder=HALL, rung=Rung.EATS_BEFORE_OTHERS, is_new=True),
        LadderRung(ladder=CHANGING, rung=Rung.SPORT_WAITS),
        LadderRung(ladder=BUS, rung=Rung.BUS_WITH_ADULT, is_new=True),
        LadderRung(ladder=ROOM, rung=Rung.SEES_OWN_SEAT, is_new=True),
    )
    assert [one.is_top for one in done.last.rungs] == [True, False, True, True]


def test_a_ladder_has_the_name_of_its_place() -> None:
    """The box that is ticked at question PL7."""
    assert ROOM.value == CLASSROOM
    assert {rung for rungs in RUNGS.values() for rung in rungs} == set(Rung)


RIDES = (Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "14:00", "by": "guardian"}),)
ON_THE_LADDERS = {
    ItemKind.LUNCH_SMALL_ROOM: Rung.EATS_ELSEWHERE, ItemKind.LUNCH_BEFORE_OTHERS: Rung.EATS_BEFORE_OTHERS,
    ItemKind.RIDE_THERE: Rung.COMES_OTHERWISE, ItemKind.BUS_WITH_ADULT: Rung.BUS_WITH_ADULT,
    ItemKind.SEE_OWN_SEAT: Rung.SEES_OWN_SEAT,
}  # fmt: skip
"""What is offered on which rung."""


@given(st.lists(NEEDS, max_size=5, unique_by=lambda one: one.id))
@settings(max_examples=150)
def test_what_is_offered_follows_the_ladders(needs: list[AnyNeed]) -> None:
    """Lunch, the bus and one's own seat come on their rung and on no other; the bus in company whenever it is due."""
    of = problem(timetable(), *needs, steps=5, rides=RIDES)
    for step in range(1, 6):
        kinds = {offer.kind for offer in offers_in(of, step, "")}
        rungs = {one.rung for one in rungs_in(of, step)}
        for kind, rung in ON_THE_LADDERS.items():
            has_ladder = kind is not ItemKind.RIDE_THERE or bool(keepers(of, BUS))
            assert kind not in kinds or rung in rungs or not has_ladder
        for kind in (ItemKind.LUNCH_BEFORE_OTHERS, ItemKind.BUS_WITH_ADULT, ItemKind.SEE_OWN_SEAT):
            assert kind in kinds or ON_THE_LADDERS[kind] not in rungs


def offered(step: int, *needs: AnyNeed, coach: Coach | None = None) -> list[Offer]:
    """What the small ladders offer in that step of four."""
    of = problem(timetable(), *needs, steps=4, rides=RIDES, coach=coach or Coach())
    return [offer for offer in offers_in(of, step, "") if offer.kind in ON_THE_LADDERS]


def test_lunch_is_early_one_step_after_it_was_elsewhere() -> None:
    """At the hours that were said of lunch, and by the need that it comes from."""
    lunch = need("lunch_elsewhere", how="small_room", start="11:20", end="12:20", last_step=1)
    (before,), (after,) = offered(1, lunch), offered(2, lunch)
    assert (before.kind, before.served) == (ItemKind.LUNCH_SMALL_ROOM, (680, 740))
    assert (after.kind, after.need, after.windows[0].start) == (ItemKind.LUNCH_BEFORE_OTHERS, "lunch_elsewhere", 660)
    assert offered(3, lunch) == []


def test_one_who_only_avoids_the_dining_hall_eats_in_a_small_room_first() -> None:
    """At the usual hours; one who goes home for lunch is offered none."""
    (small,) = offered(1, keeping("hall", last_step=1))
    assert (small.kind, small.served) == (ItemKind.LUNCH_SMALL_ROOM, (660, 750))
    home = need("lunch_elsewhere", how="home_before", last_step=1)
    assert offered(1, keeping("hall", last_step=1), home) == []


@pytest.mark.parametrize(
    ("start", "carrier", "person"), [("07:00", Carrier.COACH, "Coach Exempel"), ("13:00", Carrier.GUARDIAN, "")]
)
def test_the_bus_is_taken_with_an_adult_before_it_is_taken_alone(start: str, carrier: Carrier, person: str) -> None:
    """With the coach where the coach has a morning, otherwise with somebody at home."""
    hours = CoachHours.model_validate({"weekday": "mon", "start": start, "end": "16:00"})
    coach = Coach(name="Coach Exempel", hours=(hours,))
    needs = (keeping("driven", last_step=2), keeping("ride", last_step=2))
    assert [offer.kind for offer in offered(2, *needs)] == [ItemKind.RIDE_THERE]
    (bus,) = offered(3, *needs, coach=coach)
    assert (bus.kind, bus.need, bus.carrier, bus.person) == (ItemKind.BUS_WITH_ADULT, "driven", carrier, person)
    assert offered(4, *needs) == []


def test_a_seat_is_seen_once_though_two_limits_keep_the_classroom() -> None:
    """In the last step before it opens."""
    needs = (keeping("small", last_step=1), keeping("class", last_step=3))
    assert [[offer.kind for offer in offered(step, *needs)] for step in (1, 2, 3, 4)] == [
        [], [], [ItemKind.SEE_OWN_SEAT], []
    ]  # fmt: skip
