"""From a problem to an outcome."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planning.calendar import ClosedDays, SchoolCalendar
from planning.checks.judge import broken_promises
from planning.needs import AnyNeed
from planning.outcomes import Conflict, Found
from planning.plan import ReasonKind
from planning.problem import Problem
from planning.timetable import Timetable
from scheduler.planner import plan_for
from tests.planning import kinds
from tests.planning.builders import A_WEEK, MONDAY, ladder, lessons, need, problem, timetable, written
from tests.scheduler.agreement import found
from tests.scheduler.brute import COUNTED, ORDER, losses, possible_plans, reached
from tests.scheduler.small_problems import FIELDS, PLACES, coaches, needs_of, rides, weeks

ROOT = Path(__file__).resolve().parents[2]
PLAN_IT = """
import sys
from planning.problem import Problem
from scheduler.planner import plan_for
sys.stdout.write(plan_for(Problem.model_validate_json(sys.stdin.read())).model_dump_json())
"""
MANY = (
    need("earliest_start", time="10:00", last_step=2), need("avoid_teacher", teachers=["Lärare-B"], last_step=1),
    need("max_days", n=2, growth_per_step=1), need("avoid_place", places=["corridor", "gym"], last_step=1),
    need("begin_with", "wish_3", subjects=["Bild", "Slöjd"], last_step=1), need("small_group_first", last_step=2),
    need("trusted_adult", "wish_1", teachers=["Lärare-A"]),
    need("keep_eligibility", "wish_1", subjects=["Matematik", "Svenska"]),
)  # fmt: skip
TWO_OF_ONE = "x mon 08:00-09:00 Svenska Lärare-B\ny tue 08:00-09:00 Svenska Lärare-A"
WISHES = (
    "earliest_start", "latest_end", "blocked_time", "days_off", "max_days", "rest_day_between", "max_lessons_per_day",
    "max_lessons_per_week", "min_lessons_per_week", "preferred_times", "no_lessons_yet", "avoid_subject",
    "only_subjects", "require_subject", "avoid_teacher", "trusted_adult", "avoid_room", "safe_room", "max_idle_gap",
    "max_growth", "rest_between_lessons", "avoid_group", "half_steps",
)  # fmt: skip
"""Kinds of wish whose losses the checks count as the solver does: lessons, days, waits or minutes too many or few."""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
@pytest.mark.parametrize("collides", [False, True])
def test_the_same_input_gives_the_same_outcome_in_any_process(seed: str, *, collides: bool) -> None:
    """To the last sign, however the process orders its sets."""
    needs = (*MANY, need("min_lessons_per_week", n=3)) if collides else MANY
    of = problem(timetable(), *needs, steps=4, places=PLACES)
    here = plan_for(of)
    assert isinstance(here, Conflict if collides else Found)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    there = subprocess.run(
        [sys.executable, "-c", PLAN_IT], input=of.model_dump_json(), env=environment, cwd=ROOT,
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert there.stdout == here.model_dump_json()


@st.composite
def small(draw: st.DrawFn, steps: int = 3, most: int = 6) -> Problem:
    """A small week with up to three needs of any kinds."""
    chosen = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=3, unique=True))
    needs = [draw(needs_of(kind, steps)) for kind in chosen]
    return problem(
        timetable(draw(weeks(most))), *needs, steps=steps,
        coach=draw(coaches()), rides=draw(rides()), places=PLACES,
    )  # fmt: skip


@given(small())
@settings(max_examples=60, deadline=None)
def test_a_plan_is_proven_checked_and_never_empty(of: Problem) -> None:
    """Every step has a lesson, or a contact with a date; every conflict has a contact."""
    outcome = plan_for(of)
    assert isinstance(outcome, Found | Conflict)
    if isinstance(outcome, Found):
        assert outcome.plan.proven
        assert broken_promises(of, outcome.plan) == ()
        assert all(step.lessons or step.contacts for step in outcome.plan.steps)


@given(small(), st.data())
@settings(max_examples=120, deadline=None)
def test_a_wish_never_makes_a_plan_impossible(of: Problem, data: st.DataObject) -> None:
    """Of any kind and strength, also among the most important."""
    strength = data.draw(st.sampled_from(["wish_1", "wish_2", "wish_3"]))
    wish = data.draw(needs_of(data.draw(st.sampled_from(sorted(FIELDS))), 3, strength, "wish"))
    dear = wish.model_copy(update={"most_important": data.draw(st.booleans())})
    wished = of.model_copy(update={"needs": (*of.needs, dear)})
    assert type(plan_for(wished)) is type(plan_for(of))


@pytest.mark.parametrize("kind", sorted({*FIELDS, "keep_eligibility"}))
@pytest.mark.parametrize("strength", ["wish_1", "wish_3"])
def test_a_wish_against_all_that_is_fixed_is_given_up(kind: str, strength: str) -> None:
    """There is a plan for a coach without hours, a day without rides and goals that ask for lessons all the same."""
    wish = need(kind, strength, id="wish", **kinds.FIELDS[kind])
    fixed = (need("coach_availability", "frame", id="hours"), need("min_lessons_per_week", n=1, id="goal"))
    assert found(problem(timetable(), *fixed, wish, steps=2, places=PLACES)).last.lessons


def test_what_has_been_reached_is_kept() -> None:
    """No step loses what the step before had, and no wish outweighs that."""
    wishes = need("days_off", "wish_3", weekdays=["mon"], first_step=3, most_important=True)
    plan = found(problem(timetable(), wishes, steps=4))
    for before, after in pairwise(plan.steps):
        assert {p.occasion for p in before.lessons} <= {p.occasion for p in after.lessons}
    assert plan.tiers["removed"] == 0


def test_what_has_been_reached_is_given_up_where_a_hard_need_forbids_it() -> None:
    """And nothing more than that."""
    goal = need("min_lessons_per_week", n=6, last_step=1)
    later = need("avoid_subject", subjects=["Matematik"], first_step=2)
    plan = found(problem(timetable(), goal, later, steps=2))
    assert written(plan) == ("a b c d e f", "a c d f")
    assert plan.tiers["removed"] == 2


def test_the_last_step_is_the_whole_week() -> None:
    """Once every limit has been released."""
    released = (
        need("earliest_start", time="10:00", last_step=1), need("max_days", n=1, growth_per_step=2),
        need("avoid_teacher", teachers=["Lärare-B"], last_step=2),
        need("begin_with", "wish_3", subjects=["Bild"], last_step=1),
    )  # fmt: skip
    plan = found(problem(timetable(), *released, steps=4))
    assert written(plan)[-1] == "a b c d e f"
    assert plan.last.left_out == ()


def test_the_last_step_is_the_whole_week_but_for_what_a_hard_need_bars() -> None:
    """What is left out is told with its reason."""
    plan = found(problem(timetable(), need("avoid_subject", subjects=["Matematik"]), steps=3))
    assert written(plan)[-1] == "a c d f"
    assert [out.subject for out in plan.last.left_out] == ["Matematik"]
    assert plan.last.left_out[0].reasons[0].need == "avoid_subject"


@given(small(steps=2))
@settings(max_examples=80, deadline=None)
@example(problem(A_WEEK, need("avoid_room", rooms=["B14"]), need("max_lessons_per_week", n=1), steps=2))
@example(problem(TWO_OF_ONE, need("avoid_teacher", teachers=["Lärare-B"]), need("max_days", n=0), steps=2))
def test_nothing_is_said_to_come_later_than_the_last_step(of: Problem) -> None:
    """There is no later one: what is left out there is kept out by something that can be named."""
    outcome = plan_for(of)
    if isinstance(outcome, Found):
        said = [reason.kind for out in outcome.plan.last.left_out for reason in out.reasons]
        assert ReasonKind.PACE not in said


def test_a_week_is_empty_only_when_nothing_is_possible() -> None:
    """A wish does not empty it, a hard need does; then there are dated contacts."""
    wished = found(problem(timetable(), need("no_lessons_yet", "wish_3", most_important=True, last_step=1), steps=2))
    assert written(wished)[0] != ""
    barred = found(problem(timetable(), need("no_lessons_yet", last_step=1), steps=2))
    assert written(barred)[0] == ""
    assert [contact.date.weekday() for contact in barred.steps[0].contacts] == [0, 4]


def test_an_empty_week_beside_a_full_one_has_its_contact_too() -> None:
    """In the B week of a step that has lessons in A: there is always a next contact."""
    of = problem(timetable("x mon 08:00-09:00 Svenska", ("A", "B")), need("no_lessons_yet", weeks=["B"]))
    (step,) = found(of).steps
    assert [p.occasion for p in step.lessons] == ["A|x"]
    b_week = MONDAY + dt.timedelta(weeks=1)
    assert any(b_week <= contact.date < b_week + dt.timedelta(weeks=1) for contact in step.contacts)


def test_a_step_that_lies_in_a_closure_is_no_breakdown() -> None:
    """No lesson may be planned in it and no contact can be: the rest of the ladder is planned all the same."""
    closure = ClosedDays(first=MONDAY, last=ladder(1)[0].last_day, name="Lov")
    of = problem(
        timetable(), need("no_lessons_yet", last_step=1), steps=2, calendar=SchoolCalendar(closed=(closure,))
    )  # fmt: skip
    assert isinstance(plan_for(of), Found)


def test_a_timetable_without_lessons_has_a_plan_of_contacts() -> None:
    """Never nothing."""
    plan = found(problem(Timetable(group="7X", lessons=()), steps=2))
    assert all(step.contacts and not step.lessons for step in plan.steps)


def test_a_strong_wish_outweighs_any_number_of_weaker_ones() -> None:
    """Ten wishes of the least strength for a subject, and one of the greatest to wait with it."""
    weak = [need("require_subject", "wish_1", id=f"weak{n}", subjects=["Matematik"], min=2) for n in range(10)]
    medium = [need("require_subject", "wish_2", id=f"medium{n}", subjects=["Matematik"], min=2) for n in range(10)]
    wait = need("avoid_subject", "wish_3", subjects=["Matematik"])
    without = written(found(problem(timetable(), wait, *weak, *medium, steps=3)))[0]
    assert not {"b", "e"} & set(without.split())


@pytest.mark.parametrize(
    ("stronger", "weaker"), [("wish_3", "wish_2"), ("wish_3", "wish_1"), ("wish_2", "wish_1")]
)
@pytest.mark.parametrize("waits", [False, True])
def test_of_two_wishes_the_stronger_is_met(stronger: str, weaker: str, *, waits: bool) -> None:
    """Whichever it is."""
    wait = need("avoid_subject", stronger if waits else weaker, subjects=["Matematik"])
    wants = need("require_subject", weaker if waits else stronger, subjects=["Matematik"], min=2)
    attended = set(written(found(problem(timetable(), wait, wants, steps=3)))[0].split())
    assert ({"b", "e"} <= attended) is not waits


def test_what_the_student_marked_as_most_important_outweighs_every_other_wish() -> None:
    """Also a strong one, though it is itself of the least strength."""
    wait = need("avoid_subject", "wish_3", subjects=["Matematik"])
    dear = need("require_subject", "wish_1", subjects=["Matematik"], min=2, most_important=True)
    assert {"b", "e"} <= set(written(found(problem(timetable(), wait, dear, steps=3)))[0].split())


def test_the_pace_is_gentle_where_nothing_asks_for_more() -> None:
    """No step goes above its ceiling, and each has at least as much as the one before."""
    plan = found(problem(timetable(), steps=4))
    assert plan.tiers.get("too_fast", 0) == 0
    minutes = [step.minutes("") for step in plan.steps]
    assert minutes == sorted(minutes)
    assert minutes[0] < minutes[-1]


TWO_LESSONS = "x mon 08:00-09:00 Bild\ny tue 08:00-09:00 Bild"


def test_wishes_choose_which_lessons_and_not_whether_there_are_any() -> None:
    """A wish to wait to the very end moves a subject to the last step, which is whole all the same."""
    plan = found(problem(timetable(), need("avoid_subject", "wish_3", subjects=["Matematik"]), steps=4))
    assert plan.tiers.get("too_slow", 0) == 0
    assert [bool({"b", "e"} & set(step.split())) for step in written(plan)][:2] == [False, False]
    assert written(plan)[-1] == "a b c d e f"


@st.composite
def tiny(draw: st.DrawFn) -> Problem:
    """Three lessons at most and two steps, a hard need and up to three wishes: few enough to try every plan."""
    needs: list[AnyNeed] = []
    if draw(st.booleans()):
        needs.append(draw(needs_of(draw(st.sampled_from(WISHES)), 2, "hard", "hard")))
    for n, kind in enumerate(draw(st.lists(st.sampled_from(WISHES), max_size=3))):
        strength = draw(st.sampled_from(["wish_1", "wish_2", "wish_3"]))
        wish = draw(needs_of(kind, 2, strength, f"wish{n}"))
        needs.append(wish.model_copy(update={"most_important": draw(st.booleans())}))
    return problem(timetable(draw(weeks(3))), *needs, steps=2)


@given(tiny())
@settings(max_examples=120, deadline=None)
@example(problem(TWO_LESSONS, need("days_off", "wish_3", weekdays=["mon"]), steps=2))
def test_no_plan_is_better_than_the_plan(of: Problem) -> None:
    """Every plan there is, weighed by the checks alone: what is lost, empty weeks, pace, wishes by their strength."""
    outcome = plan_for(of)
    best = min((losses(of, plan) for plan in possible_plans(of)), default=None)
    if best is None:
        assert isinstance(outcome, Conflict)
        return
    assert isinstance(outcome, Found)
    assert losses(of, outcome.plan) == best
    assert reached(outcome.plan) == tuple(lost for tier, lost in zip(ORDER, best, strict=True) if tier in COUNTED)


def test_a_rotation_is_planned_week_by_week() -> None:
    """Lessons that come every week are taken up in both weeks together."""
    rows = (*lessons(A_WEEK), *lessons("z fri 08:00-09:00 Musik", week="B"))
    plan = found(problem(timetable(rows, ("A", "B")), steps=3))
    for step in plan.steps:
        a_week, b_week = ({p.lesson.id for p in step.in_week(week)} for week in ("A", "B"))
        assert b_week - {"z"} == a_week
    assert len(plan.last.lessons) == 13
