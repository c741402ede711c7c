"""Which rung of each small ladder a step stands on: as low as the needs keep it, and one rung a step from there.

There is a ladder only where something was ticked: nobody who eats in the dining hall climbs into it. What is not told
to anybody (`CARE`) makes no ladder, but keeps one that is there as low as it must be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planning.needs import (
    AnyNeed,
    AvoidPlace,
    LunchElsewhere,
    LunchPlan,
    RideNeeded,
    SmallGroupFirst,
    Support,
    SupportKind,
)
from planning.needs.base import CARE
from planning.plan import Plan
from planning.problem import Problem, remembering
from planning.rungs import RUNGS, LadderRung, Rung, SmallLadder

WALKS = "walk_together"
"""The box of question VG2 that says that the way to school is on foot: then there is no bus to climb to."""

BUS_TOGETHER = "bus_together"
"""The box of question VG2 that asks for company on the bus."""


class Keeper(NamedTuple):
    """A need that keeps a ladder low, and the highest rung that it allows while it holds."""

    need: AnyNeed
    rung: Rung

    def holds_until(self, problem: Problem) -> int:
        """The last step that it keeps the ladder low; one beyond the plan where it was agreed to last to the end."""
        last, steps = self.need.last_step, len(problem.steps)
        return steps + 1 if last is None or last >= steps else last


@remembering
def keepers(problem: Problem, ladder: SmallLadder) -> tuple[Keeper, ...]:
    """The needs that keep the ladder low; none where there is no such ladder."""
    found = tuple(_keepers(problem, ladder))
    return found if any(_was_ticked(problem, keeper.need) for keeper in found) else ()


def _was_ticked(problem: Problem, need: AnyNeed) -> bool:
    """Whether a ladder stands on this need; a ride leads to a bus only where it is known that nobody walks."""
    ways = _ways_to_school(problem)
    leads_nowhere = isinstance(need, RideNeeded) and (not ways or WALKS in ways)
    return need.origin.ref != CARE.ref and not leads_nowhere


def _keepers(problem: Problem, ladder: SmallLadder) -> Iterator[Keeper]:
    lowest = RUNGS[ladder][0]
    for need in problem.needs:
        match ladder, need:
            case _, AvoidPlace(places=places) if ladder.value in places:
                yield Keeper(need, lowest)
            case SmallLadder.DINING_HALL, LunchElsewhere(how=how):
                yield Keeper(need, Rung.EATS_BEFORE_OTHERS if how is LunchPlan.BEFORE_OTHERS else lowest)
            case SmallLadder.CHANGING_ROOM, Support(item=SupportKind.SPORT_WITHOUT_CHANGING):
                yield Keeper(need, Rung.SPORT_WITHOUT_CHANGING)
            case SmallLadder.BUS, RideNeeded():
                yield Keeper(need, Rung.BUS_WITH_ADULT if _ways_to_school(problem) == {BUS_TOGETHER} else lowest)
            case SmallLadder.CLASSROOM, SmallGroupFirst():
                yield Keeper(need, lowest)
            case _:
                pass


def _ways_to_school(problem: Problem) -> set[str]:
    """The ways to school that were ticked, whenever they hold."""
    rides = (need for need in problem.needs if isinstance(need, Support) and need.item is SupportKind.RIDE)
    return {choice for need in rides for choice in need.choices}


def keeper_in(problem: Problem, ladder: SmallLadder, step: int) -> AnyNeed | None:
    """The need behind the rung of that step: of those that keep it there, or the last that did, the longest one."""
    there = keepers(problem, ladder)
    until = [keeper.holds_until(problem) for keeper in there]
    held = [keeper for keeper, last in zip(there, until, strict=True) if last >= step] or [
        keeper for keeper, last in zip(there, until, strict=True) if last == max(until)
    ]
    lowest = min((RUNGS[ladder].index(keeper.rung) for keeper in held), default=0)
    longest = sorted(
        (k for k in held if RUNGS[ladder].index(k.rung) == lowest), key=lambda k: -k.holds_until(problem)
    )
    return longest[0].need if longest else None


def rung_in(problem: Problem, ladder: SmallLadder, step: int) -> Rung | None:
    """The rung of the ladder in that step; None where there is no such ladder, or before it begins."""
    climbed = _climbed(problem, ladder)
    return climbed[step - 1] if 1 <= step <= len(climbed) else None


@remembering
def _climbed(problem: Problem, ladder: SmallLadder) -> tuple[Rung | None, ...]:
    """The rung of every step. A need that begins later holds from the ladder's beginning: nobody climbs to fall."""
    there = keepers(problem, ladder)
    if not there:
        return ()
    begins = min(keeper.need.first_step for keeper in there)
    found: list[Rung | None] = [None] * (begins - 1)
    at = 0
    for step in range(begins, len(problem.steps) + 1):
        allowed = _allowed(problem, ladder, step)
        at = allowed if step == begins else min(allowed, at + 1)
        found.append(RUNGS[ladder][at])
    return tuple(found)


def _allowed(problem: Problem, ladder: SmallLadder, step: int) -> int:
    """The highest rung that the needs allow in that step, by its place on the ladder."""
    rungs = RUNGS[ladder]
    held = [keeper for keeper in keepers(problem, ladder) if keeper.holds_until(problem) >= step]
    highest = min((rungs.index(keeper.rung) for keeper in held), default=len(rungs) - 1)
    opens_next = ladder is SmallLadder.CLASSROOM and bool(held)
    if opens_next and max(keeper.holds_until(problem) for keeper in held) == step:
        # The classroom is seen, empty, in the last step before it opens.
        return rungs.index(Rung.SEES_OWN_SEAT)
    return highest


def rungs_in(problem: Problem, step: int) -> tuple[LadderRung, ...]:
    """Every small ladder's rung in that step, in a fixed order."""
    found = []
    for ladder in SmallLadder:
        rung, before = rung_in(problem, ladder, step), rung_in(problem, ladder, step - 1)
        if rung is not None:
            found.append(LadderRung(ladder=ladder, rung=rung, is_new=before is not None and before is not rung))
    return tuple(found)


def with_rungs(problem: Problem, plan: Plan) -> Plan:
    """The same plan with each step's rungs."""
    steps = tuple(
        planned.model_copy(update={"rungs": rungs_in(problem, planned.number)}) for planned in plan.steps
    )
    return plan.model_copy(update={"steps": steps})
