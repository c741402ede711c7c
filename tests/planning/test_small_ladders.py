"""The small ladders: one only where something was ticked, as low as the needs keep it, one rung a step from there."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.needs.base import CARE
from planning.needs.environment import CLASSROOM
from planning.plan import Plan
from planning.problem import Problem
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
