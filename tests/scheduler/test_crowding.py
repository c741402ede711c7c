"""Items that wait until the lessons are settled are never lost to a choice of lessons."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from planning.problem import Coach, CoachHours, Problem, Ride
from scheduler.crowding import binding_offers
from scheduler.model import Model
from scheduler.objective import add_losses
from scheduler.planner import STAGES
from scheduler.posting import model_of
from scheduler.solving import Answer, Effort, Stage, solve
from tests.planning.builders import need, problem
from tests.scheduler.offered_problems import offered_problems

HOURS = need("coach_availability", "frame", source="coach")
MEETS = need("support", "support", id="meets", item="meet_at_arrival", choices=["Läraren Exempel"])
BREAKFAST = need("support", "support", id="breakfast", item="breakfast")


def coach(*hours: tuple[str, str, str]) -> Coach:
    """A coach with those hours: day, from, to."""
    rows = tuple(CoachHours.model_validate({"weekday": d, "start": s, "end": e}) for d, s, e in hours)
    return Coach(name="Coach Exempel", hours=rows)


TWO_SHORT_TIMES = problem(
    """
    x mon 09:00-10:00 Svenska
    y wed 12:20-13:20 Svenska
    q thu 09:00-10:00 Bild
    r thu 10:00-11:00 Bild
    z fri 09:00-10:00 Bild
    """,
    MEETS, HOURS, need("max_lessons_per_week", n=1, last_step=1),
    need("only_subjects", subjects=["Svenska"], last_step=1),
    steps=2, coach=coach(("mon", "12:00", "12:20"), ("wed", "12:00", "12:20")),
)  # fmt: skip
"""Two check-ins and two short times for them, in the first step: whoever meets at the door on Wednesday takes one."""


DRIVEN_IF_POSSIBLE = problem(
    "x tue 11:30-12:00 Svenska", need("morning_help", "support", ways=["phone_call"]), need("ride_needed", "wish_1"),
    rides=(Ride.model_validate({"weekday": "tue", "arrives": "10:30", "leaves": "15:00"}),),
)  # fmt: skip
"""The ride is on its way when it is time to wake up for the lesson."""


def lost(of: Problem, stages: tuple[Stage, ...]) -> dict[str, int] | None:
    """What each tier came to when items come into the model at those stages; None where there is no plan."""
    model = model_of(of)
    add_losses(model)
    solution = solve(model, Effort(), stages=stages)
    return None if solution.answer is Answer.IMPOSSIBLE else solution.tiers


class _Everything(frozenset[str]):
    """A set that holds whatever it is asked for."""

    def __contains__(self, _: object) -> bool:
        return True


@given(offered_problems())
@settings(max_examples=60, deadline=None)
@example(TWO_SHORT_TIMES)
@example(DRIVEN_IF_POSSIBLE)
def test_what_waits_is_never_lost_to_a_choice_of_lessons(of: Problem) -> None:
    """As much of what was promised is there as when everything is weighed before the lessons are settled."""
    late = lost(of, STAGES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scheduler.items.binding_offers", lambda *_: _Everything())
        early = lost(of, STAGES)
    assert (late is None) is (early is None)
    if late is not None and early is not None:
        assert late.get("promised", 0) == early.get("promised", 0)
        assert late.get("placed", 0) == 0


def binding(of: Problem, step: int = 1) -> set[str]:
    """The kinds of the offers of that step that lessons can get in the way of."""
    week = Model(of).weeks[step, ""]
    return {offer.split("|")[1] for offer in binding_offers(of, week)}


def test_what_has_times_beside_every_lesson_waits() -> None:
    """The coach is there all day: nothing of the lessons is in the way, nor is anybody who meets at the door."""
    of = problem("x mon 09:00-10:00 Svenska\ny tue 09:00-10:00 Bild", MEETS, BREAKFAST)
    assert binding(of) == set()


def test_what_a_lesson_could_take_the_last_time_of_does_not_wait() -> None:
    """The coach's only hour is during a lesson."""
    of = problem("x mon 09:00-10:00 Svenska", HOURS, coach=coach(("mon", "09:00", "10:00")))
    assert binding(of) == {"check_in"}


def test_what_hangs_on_a_lesson_waits_where_no_need_bars_it() -> None:
    """The breakfast before one of two lessons is outside the coach's hours."""
    week = "x mon 09:00-10:00 Svenska\ny tue 09:00-10:00 Bild"
    all_day = coach(("mon", "08:00", "16:00"), ("tue", "08:00", "16:00"))
    one_day = coach(("mon", "08:00", "16:00"), ("tue", "10:00", "16:00"))
    assert binding(problem(week, BREAKFAST, HOURS, coach=all_day)) == set()
    assert binding(problem(week, BREAKFAST, HOURS, coach=one_day)) == {"breakfast"}


def test_one_who_stands_in_the_way_of_a_crowded_one_does_not_wait_either() -> None:
    """Whoever meets at the door meets in the coach's only quarter of an hour."""
    short = coach(("mon", "08:40", "09:00"))
    assert binding(problem("x mon 09:00-10:00 Svenska", MEETS, HOURS, coach=short)) == {"check_in", "meet_at_arrival"}


def test_breaks_and_lunches_never_wait() -> None:
    """Whether they are there at all is a matter of which lessons are attended."""
    needs = need("rest_between_lessons", minutes=15), need("lunch_elsewhere", how="small_room")
    assert binding(problem("x mon 09:00-10:00 Svenska", *needs)) == {"rest", "lunch_small_room"}


def test_a_ride_waits_where_no_lesson_is_without_one() -> None:
    """As a must it bars the lessons without a ride; as a wish it can be missed."""
    ride = Ride.model_validate({"weekday": "tue", "arrives": "08:50", "leaves": "10:10"})
    week = "x mon 09:00-10:00 Svenska\ny tue 09:00-10:00 Bild"
    assert binding(problem(week, need("ride_needed"), rides=(ride,))) == set()
    assert binding(problem(week, need("ride_needed", "wish_2"), rides=(ride,))) == {"ride_there", "ride_home"}


def test_where_the_coach_s_minutes_are_few_nothing_waits() -> None:
    """Every item could be one too many."""
    of = problem("x mon 09:00-10:00 Svenska", MEETS, need("coach_minutes", minutes=30))
    assert binding(of) == {"check_in", "meet_at_arrival"}
