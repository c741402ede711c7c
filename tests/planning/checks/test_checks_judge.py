"""The independent judge."""

from __future__ import annotations

import pytest

from planning.checks.judge import bars, breaches_of, broken_promises, judge
from planning.needs import NEED_KINDS, Strength
from planning.outcomes import Met, NotMet, PartlyMet
from planning.problem import Coach, PlaceUse, Ride
from planning.visits import Visit
from tests.planning.builders import lessons, need, plan, problem, timetable
from tests.planning.kinds import FIELDS

PLACES = {"corridor": PlaceUse(rooms=("B12",))}
RIDES = (Ride.model_validate({"weekday": "mon", "arrives": "07:50", "leaves": "14:00"}),)


def visit(name: str) -> Visit:
    """The whole of that lesson of the week, in step 1."""
    lesson = next(lesson for lesson in timetable().lessons if lesson.id == name)
    return Visit(step=1, week="", lesson=lesson, start=lesson.start, end=lesson.end)


def test_every_need_gets_its_verdict_in_order() -> None:
    """A hard need is met or not; a wish may be met in part."""
    needs = (
        need("avoid_subject", subjects=["Bild"]),
        need("earliest_start", time="09:00"),
        need("days_off", "wish_1", weekdays=["mon"]),
    )
    of = problem(timetable(), *needs)
    verdicts = judge(of, plan(of, "a b"))
    assert [j.need for j in verdicts] == list(needs)
    assert [type(j.verdict) for j in verdicts] == [Met, NotMet, PartlyMet]


def test_a_hard_need_that_is_broken_makes_the_plan_unfit_and_a_wish_does_not() -> None:
    """It is named by its id."""
    of = problem(timetable(), need("earliest_start", time="09:00"), need("days_off", "wish_3", weekdays=["mon"]))
    assert broken_promises(of, plan(of, "a")) == ("earliest_start",)
    assert broken_promises(of, plan(of, "b")) == ()


def test_what_is_wrong_with_the_plan_itself_comes_first() -> None:
    """Before the needs."""
    of = problem(timetable(), need("earliest_start", time="09:00"))
    twice = plan(of, "a a")
    assert broken_promises(of, twice)[-1] == "earliest_start"
    assert all(code.startswith("structure:") for code in broken_promises(of, twice)[:-1])
    assert len(broken_promises(of, twice)) > 1


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
@pytest.mark.parametrize("name", list("abcdef"))
def test_what_a_need_rules_out_breaks_it_when_attended(kind: str, name: str) -> None:
    """The two questions of every topic agree: a barred lesson, attended alone, is a breach."""
    of = problem(timetable(), need(kind, **FIELDS[kind]), places=PLACES, rides=RIDES)
    barred = bars(of.needs[0], visit(name), of)
    assert not barred or list(breaches_of(of.needs[0], of, plan(of, name)))


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
def test_no_need_rules_out_what_lies_outside_its_steps_or_weeks(kind: str) -> None:
    """Neither before its first step nor in another week."""
    of = problem(places=PLACES, rides=RIDES)
    later = need(kind, first_step=2, **FIELDS[kind])
    other = need(kind, weeks=["B"], **FIELDS[kind])
    assert not any(bars(wanted, visit(name), of) for wanted in (later, other) for name in "abcdef")


@pytest.mark.parametrize("kind", sorted(NEED_KINDS))
def test_an_empty_plan_breaks_only_what_asks_for_something(kind: str) -> None:
    """Limits are met by staying away; goals, and what is to be there beside the lessons, are not."""
    of = problem(timetable(), need(kind, **FIELDS[kind]), coach=Coach(), places=PLACES)
    asks = {
        "min_lessons_per_week", "min_minutes_per_week", "require_subject", "full_restore", "keep_eligibility",
        "keep_lesson", "weekly_item",
    }  # fmt: skip
    assert bool(broken_promises(of, plan(of, ""))) is (kind in asks)


@pytest.mark.parametrize("strength", [s for s in Strength if not s.is_hard])
def test_no_wish_and_no_support_makes_a_plan_unfit(strength: Strength) -> None:
    """Whatever the plan."""
    of = problem(timetable(), *(need(kind, strength, **FIELDS[kind]) for kind in sorted(NEED_KINDS)))
    assert broken_promises(of, plan(of, "a b c d e f")) == ()


@pytest.mark.parametrize("steps", [("a",), ("a", "a b", "a b c"), ()])
def test_a_plan_for_another_ladder_is_judged_unfit_and_not_a_breakdown(steps: tuple[str, ...]) -> None:
    """A stored plan can be older than the ladder that it is judged against."""
    wanted = need("max_growth", n=1)
    other = plan(problem(timetable(), wanted, steps=len(steps)), *steps)
    of = problem(timetable(), wanted, steps=2)
    assert "structure:steps" in broken_promises(of, other)


def test_a_rotation_is_judged_in_all_its_weeks() -> None:
    """A fault in the B week counts."""
    week = timetable(lessons("x mon 08:00-09:00 Svenska\ny tue 10:00-11:00 Bild"), ("A", "B"))
    of = problem(week, need("earliest_start", time="09:00"))
    assert broken_promises(of, plan(of, "A|y B|y")) == ()
    assert broken_promises(of, plan(of, "A|y B|x")) == ("earliest_start",)
