"""All four small ladders in one solved plan, with what each rung asks for in the week."""

from __future__ import annotations

from planning.items import ItemKind
from planning.problem import Coach, PlaceUse, Ride
from planning.rungs import Rung
from planning.small_ladders import rungs_in
from tests.planning.builders import need, problem
from tests.scheduler.agreement import found

WEEK = "\n".join(
    f"{day}{n} {day} {hours} {subject}"
    for day in ("mon", "tue", "wed")
    for n, (hours, subject) in enumerate(
        [("08:30-09:30", "Svenska"), ("09:40-10:40", "Matematik"), ("12:40-13:40", "Idrott"), ("13:50-14:50", "Bild")]
    )
)
RIDES = tuple(
    Ride.model_validate({"weekday": day, "arrives": "08:20", "leaves": "15:00", "by": "guardian"})
    for day in ("mon", "tue", "wed")
)
NEEDS = (
    need("lunch_elsewhere", how="small_room", start="11:00", end="12:30", last_step=3),
    need("avoid_place", id="changing", places=["changing_room"], last_step=1),
    need("ride_needed", last_step=2), need("support", "support", item="ride", choices=["ride_from_home"], last_step=2),
    need("avoid_place", id="room", places=["classroom"], last_step=2),
    need("min_lessons_per_week", n=6),
)  # fmt: skip


def test_each_ladder_climbs_at_its_own_pace_and_brings_what_it_needs() -> None:
    """Lunch, the way to school and one's seat stand in the weeks of their rungs, and in no others."""
    of = problem(
        WEEK, *NEEDS, steps=5, rides=RIDES, coach=Coach(name="Coach Exempel"),
        places={"changing_room": PlaceUse(subjects=("Idrott",))},
    )  # fmt: skip
    plan = found(of)
    on = {
        ItemKind.RIDE_THERE: Rung.COMES_OTHERWISE, ItemKind.BUS_WITH_ADULT: Rung.BUS_WITH_ADULT,
        ItemKind.SEE_OWN_SEAT: Rung.SEES_OWN_SEAT,
    }  # fmt: skip
    for step in plan.steps:
        kinds = {item.kind for item in step.items}
        rungs = {one.rung for one in step.rungs}
        assert step.rungs == rungs_in(of, step.number)
        assert {kind for kind in on if kind in kinds} == {kind for kind, rung in on.items() if rung in rungs}
        assert ItemKind.LUNCH_SMALL_ROOM not in kinds or Rung.EATS_ELSEWHERE in rungs
        assert ItemKind.LUNCH_BEFORE_OTHERS not in kinds or Rung.EATS_BEFORE_OTHERS in rungs
        assert "Idrott" not in {p.lesson.subject for p in step.lessons} or Rung.SPORT_WAITS not in rungs
    assert [len(step.rungs) for step in plan.steps] == [4] * 5
    assert all(one.is_top for one in plan.last.rungs)
    assert ItemKind.LUNCH_BEFORE_OTHERS in {item.kind for item in plan.steps[3].items}
