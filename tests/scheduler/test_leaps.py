"""What a step changes at once, counted by the solver as `planning.dimensions` counts it on the finished plan."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planning.dimensions import leaps, state_of, steps_that_leap
from planning.needs import AnyNeed, AvoidPlace, SmallGroupFirst
from planning.needs.environment import CLASSROOM
from planning.outcomes import Found
from planning.plan import Plan, Setting
from planning.problem import Problem
from planning.steps import Step
from planning.visits import series_of
from scheduler.planner import plan_for
from scheduler.tiers import Tier
from tests.planning.builders import MONDAY, need, problem, timetable
from tests.scheduler.agreement import found
from tests.scheduler.brute import ORDER, is_possible, losses, possible_plans
from tests.scheduler.small_problems import needs_of, weeks

TELLING: dict[str, tuple[str, dict[str, object]]] = {
    "begin": ("begin_with", {"subjects": ["Bild"]}),
    "wait": ("avoid_subject", {"subjects": ["Matematik"]}),
    "small": ("small_group_first", {}),
    "few": ("small_group_first", {"most": 3}),
    "room": ("avoid_place", {"places": [CLASSROOM]}),
    "beside": ("coach_all_lessons", {}),
    "door": ("support", {"item": "meet_at_arrival"}),
    "texts": ("support", {"item": "text_messages"}),
    "short": ("max_visit_minutes", {"minutes": 30}),
    "late": ("lesson_edges", {"minutes_late": 10}),
    "settled": ("lesson_setting", {"lesson": {"id": "l0"}, "setting": "classroom"}),
    "apart": ("lesson_setting", {"lesson": {"id": "l1"}, "setting": "small_room"}),
}
"""Needs that say something of a dimension, by a name of our own."""


@st.composite
def telling(draw: st.DrawFn, steps: int, most: int, needs: int = 4, leave_out: tuple[str, ...] = ()) -> Problem:
    """A small week, some needs that say something of the dimensions, and one of any kind; now and then two weeks."""
    wanted: list[AnyNeed] = []
    names = sorted(TELLING.keys() - set(leave_out))
    for name in draw(st.lists(st.sampled_from(names), max_size=needs, unique=True)):
        kind, fields = TELLING[name]
        first = draw(st.integers(1, steps))
        last = draw(st.one_of(st.none(), st.integers(first, steps)))
        strength = draw(st.sampled_from(["hard", "hard", "wish_2"]))
        wanted.append(need(kind, strength, id=name, first_step=first, last_step=last, **fields))
    other = st.sampled_from(["days_off", "max_lessons_per_week", "full_restore", "no_lessons_yet", "max_days"])
    if draw(st.booleans()):
        wanted.append(draw(needs_of(draw(other), steps, name="other")))
    labels = draw(st.sampled_from([("",)] if leave_out else [("",), ("A", "B")]))
    rows = draw(weeks(most))
    if labels != ("",):
        rows = tuple(row.model_copy(update={"week": draw(st.sampled_from(["", "B"]))}) for row in rows)
    return problem(timetable(rows, labels), *wanted, steps=steps, rises_per_step=draw(st.sampled_from([1, 2])))


FALLS_TOGETHER = problem(
    timetable(), need("avoid_place", places=[CLASSROOM], last_step=1), need("coach_all_lessons", last_step=1), steps=2
)  # fmt: skip
PART_TO_WHOLE = problem(
    timetable(), need("small_group_first", last_step=1), need("max_visit_minutes", minutes=30, last_step=2), steps=4
)  # fmt: skip
FEW_TO_SOME = problem(
    timetable(), need("avoid_place", places=[CLASSROOM]), need("small_group_first", most=3, last_step=2), steps=4
)  # fmt: skip
BEGINS_LATE = problem(
    timetable(), need("days_off", weekdays=["mon", "tue", "wed", "thu", "fri"], last_step=2),
    need("begin_with", subjects=["Bild"]), steps=4,
)  # fmt: skip


LEFT_ALONE_IN_WHOLE_LESSONS = problem(
    timetable(), need("small_group_first", last_step=1), need("max_visit_minutes", minutes=30, last_step=2),
    need("coach_all_lessons", last_step=2), need("min_lessons_per_week", n=4), need("full_restore", first_step=3),
    steps=3,
)  # fmt: skip
SETTLED_IN_CLASS = problem(
    timetable(), need("small_group_first", "wish_1"), need("keep_lesson", lesson={"id": "a"}, setting="classroom"),
    need("max_lessons_per_week", n=1, last_step=1), need("full_restore", first_step=2), steps=2,
)  # fmt: skip


@pytest.mark.parametrize(("of", "leap"), [(LEFT_ALONE_IN_WHOLE_LESSONS, 5), (SETTLED_IN_CLASS, 0)])
def test_a_leap_that_cannot_be_helped_is_counted_as_it_is(of: Problem, leap: int) -> None:
    """Alone in whole lessons for the first time; and in the class already, since that was settled by hand."""
    plan = found(of)
    assert leaps(of, plan.steps) == plan.tiers.get("leaps", 0) == leap


@given(telling(steps=4, most=6))
@settings(max_examples=80, deadline=None)
@example(FALLS_TOGETHER)
@example(PART_TO_WHOLE)
@example(FEW_TO_SOME)
@example(BEGINS_LATE)
def test_the_solver_counts_what_the_finished_plan_shows(of: Problem) -> None:
    """In every step, with support that falls meanwhile weighed as it is there."""
    outcome = plan_for(of)
    if isinstance(outcome, Found) and outcome.plan.proven:
        assert outcome.plan.tiers.get("leaps", 0) == leaps(of, outcome.plan.steps)


def _met_as_read(of: Problem, plan: Plan) -> Plan:
    """The plan with every lesson met where the needs put it: new ones in the small room, and all that must be."""
    steps, known = [], set()
    for step in plan.steps:
        lessons = []
        for lesson in step.lessons:
            held = [n for n in of.needs if n.holds_in(step.number, lesson.week)]
            is_new = series_of(lesson.lesson, lesson.week) not in known
            small = any(
                (isinstance(n, SmallGroupFirst) and is_new) or (isinstance(n, AvoidPlace) and CLASSROOM in n.places)
                for n in held
            )
            setting = Setting.SMALL_ROOM if small else Setting.CLASSROOM
            lessons.append(lesson.model_copy(update={"setting": setting}))
        steps.append(step.model_copy(update={"lessons": tuple(lessons)}))
        known = {series_of(lesson.lesson, lesson.week) for lesson in lessons}
    return plan.model_copy(update={"steps": tuple(steps)})


@given(telling(steps=2, most=3, needs=3, leave_out=("settled", "apart")))
@settings(max_examples=60, deadline=None)
def test_no_plan_leaps_less_at_the_same_pace(of: Problem) -> None:
    """Of all the plans there are, weighed by the tiers from the top down to the leaps, place and people included.

    In one week: how alike two weeks are is weighed before, and is nothing that the checks count.
    """
    outcome = plan_for(of)
    plans = [_met_as_read(of, plan) for plan in possible_plans(of)]
    until = ORDER.index(Tier.LEAPS) + 1
    if not plans:
        assert not isinstance(outcome, Found)
        return
    assert isinstance(outcome, Found)
    assert losses(of, outcome.plan)[:until] == min(losses(of, plan)[:until] for plan in plans)


@given(telling(steps=2, most=3))
@settings(max_examples=40, deadline=None)
def test_a_leap_is_never_forbidden(of: Problem) -> None:
    """There is a plan whenever trying them all finds one, however much it changes at once."""
    assert isinstance(plan_for(of), Found) == is_possible(of)


def test_one_thing_rises_where_it_can_and_two_where_the_student_has_ticked_two() -> None:
    """With subjects ticked as hard, more time is more of the same subject until two things may change."""
    week = "\n".join(
        f"{day}{n} {day} {8 + n:02d}:00-{9 + n:02d}:00 {subject}"
        for day in ("mon", "tue", "wed")
        for n, subject in enumerate(("Svenska", "Matematik", "Bild", "Engelska"))
    )
    hard = need("begin_with", subjects=["Svenska"], last_step=1)
    one = problem(week, hard, steps=6)
    two = problem(week, hard, steps=6, rises_per_step=2)
    assert found(one).tiers["leaps"] <= leaps(one, found(two).steps)
    assert found(two).tiers.get("leaps", 0) == 0
    for before, after in pairwise(found(one).steps):
        if after.number not in steps_that_leap(one, found(one).steps):
            low, high = state_of(one, before), state_of(one, after)
            assert (high.time > low.time) + (high.subjects > low.subjects) <= 1


def test_support_does_not_fall_in_the_step_that_enters_the_class_where_that_can_wait() -> None:
    """A lesson is taken up a step later or earlier instead."""
    of = problem(
        timetable(), need("small_group_first", "hard", last_step=2), need("coach_all_lessons", last_step=3), steps=5
    )  # fmt: skip
    plan = found(of)
    entered = next(step.number for step in plan.steps if step.state.place == 7)
    assert entered != 4
    assert plan.tiers.get("leaps", 0) < 3


def test_a_step_whose_weeks_the_timetable_does_not_have_is_no_breakdown() -> None:
    """A dated timetable may end before the ladder."""
    of = problem(timetable(), need("begin_with", subjects=["Bild"]), steps=2)
    later = Step(number=3, mondays=(MONDAY + dt.timedelta(weeks=2),), week_labels=())
    assert isinstance(plan_for(of.model_copy(update={"steps": (*of.steps, later)})), Found)


@pytest.mark.parametrize("rises_per_step", [1, 2])
def test_how_much_rises_never_makes_a_plan_impossible(rises_per_step: int) -> None:
    """Everything at once in the second step, because it was agreed so."""
    goal = need("full_restore", first_step=2)
    of = problem(
        timetable(), need("max_lessons_per_week", n=1, last_step=1), goal, need("small_group_first", last_step=1),
        need("begin_with", "wish_1", subjects=["Bild"]), need("coach_all_lessons", last_step=1), steps=2,
        rises_per_step=rises_per_step,
    )  # fmt: skip
    assert steps_that_leap(of, found(of).steps) == (2,)
