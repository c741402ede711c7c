"""Why lessons stand in a plan, and why subjects do not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import AnyNeed
from planning.plan import LeftOut, Plan, PlannedLesson, PlanStep, ReasonKind
from planning.problem import Problem
from planning.reasons import explained
from tests.planning.builders import need, plan, problem, timetable, written

NEEDS: tuple[AnyNeed, ...] = (
    need("earliest_start", time="09:00", last_step=1),
    need("avoid_teacher", teachers=["Lärare-B"], last_step=2),
    need("begin_with", "wish_2", subjects=["Bild"], last_step=1),
    need("days_off", "wish_1", weekdays=["thu"]),
    need("full_restore", first_step=3),
)


def kinds(of: PlannedLesson | LeftOut) -> set[ReasonKind]:
    """The kinds of its reasons."""
    return {reason.kind for reason in of.reasons}


def lesson(step: PlanStep, name: str) -> PlannedLesson:
    """The planned lesson with that id."""
    return next(planned for planned in step.lessons if planned.lesson.id == name)


def left(step: PlanStep, subject: str) -> LeftOut:
    """What is said of that subject."""
    return next(out for out in step.left_out if out.subject == subject)


def told(of: Problem, *steps: str) -> tuple[PlanStep, ...]:
    """The steps of that plan with their reasons."""
    return explained(of, plan(of, *steps)).steps


@st.composite
def any_plan(draw: st.DrawFn) -> tuple[Problem, Plan]:
    """Any three steps of the week, with any of the needs."""
    needs = draw(st.lists(st.sampled_from(NEEDS), unique_by=lambda n: n.id))
    of = problem(timetable(), *needs, steps=3)
    steps = [" ".join(sorted(draw(st.sets(st.sampled_from("abcdef"))))) for _ in range(3)]
    return of, plan(of, *steps)


@given(any_plan())
@settings(max_examples=200, deadline=None)
def test_everything_has_a_reason(made: tuple[Problem, Plan]) -> None:
    """Every lesson that stands in the plan, and every subject that does not, in any plan at all."""
    for step in explained(*made).steps:
        assert all(planned.reasons for planned in step.lessons)
        assert all(out.reasons for out in step.left_out)


@given(any_plan())
@settings(max_examples=100, deadline=None)
def test_every_lesson_that_is_not_attended_is_told(made: tuple[Problem, Plan]) -> None:
    """Lessons attended and lessons left out make the whole week."""
    of = made[0]
    for step in explained(*made).steps:
        assert len(step.lessons) + sum(out.lessons for out in step.left_out) == len(of.timetable.occasions)
        assert step.minutes("") + sum(out.minutes for out in step.left_out) == of.timetable.minutes_per_week("")


@given(any_plan())
@settings(max_examples=100, deadline=None)
def test_reasons_change_nothing_and_are_always_the_same(made: tuple[Problem, Plan]) -> None:
    """Telling twice tells the same, and moves no lesson."""
    once = explained(*made)
    assert explained(made[0], once) == once
    assert written(once) == written(made[1])


@given(any_plan())
@settings(max_examples=100, deadline=None)
def test_a_reason_names_a_need_of_the_case(made: tuple[Problem, Plan]) -> None:
    """Or none."""
    known = {n.id for n in made[0].needs} | {None}
    for step in explained(*made).steps:
        given_reasons = [part.reasons for part in step.lessons] + [part.reasons for part in step.left_out]
        assert {reason.need for reasons in given_reasons for reason in reasons} <= known


def test_a_lesson_comes_when_its_limit_is_released() -> None:
    """The reason is the tick that held it back the step before."""
    of = problem(timetable(), need("earliest_start", time="09:00", last_step=1), steps=2)
    first, second = told(of, "b", "a b")
    assert lesson(second, "a").reasons[0].kind is ReasonKind.LIMIT_RELEASED
    assert lesson(second, "a").reasons[0].need == "earliest_start"
    assert second.released == ("earliest_start",)
    assert first.released == ()


def test_what_a_limit_lets_in_by_easing_is_a_matter_of_pace() -> None:
    """An hour earlier each step: the limit neither holds the lesson back for good nor is released."""
    of = problem(timetable(), need("earliest_start", time="09:00", eases_minutes_per_step=60), steps=2)
    first, second = told(of, "b", "a b")
    assert kinds(left(first, "Svenska")) == {ReasonKind.PACE}
    assert kinds(lesson(second, "a")) == {ReasonKind.NEXT_IN_CALM_PACE}


def test_a_lesson_that_stays_is_kept() -> None:
    """It is not new and needs no other reason."""
    first, second = told(problem(steps=2), "a", "a b")
    assert lesson(first, "a").is_new
    assert not lesson(second, "a").is_new
    assert kinds(lesson(second, "a")) == {ReasonKind.KEPT}
    assert kinds(lesson(second, "b")) == {ReasonKind.NEXT_IN_CALM_PACE}


@pytest.mark.parametrize("before", ["a@08:00-08:30", "a*"])
def test_more_of_a_lesson_is_new(before: str) -> None:
    """A longer part, or the classroom instead of the small room."""
    second = told(problem(steps=2), before, "a")[1]
    assert lesson(second, "a").is_new


def test_a_subject_is_left_out_because_a_limit_holds() -> None:
    """By the limit's own name; others wait for the pace."""
    of = problem(timetable(), need("avoid_subject", subjects=["Matematik"]))
    (step,) = told(of, "a")
    assert left(step, "Matematik").reasons[0].need == "avoid_subject"
    assert kinds(left(step, "Matematik")) == {ReasonKind.LIMIT_HOLDS}
    assert (left(step, "Matematik").lessons, left(step, "Matematik").minutes) == (2, 120)
    assert kinds(left(step, "Bild")) == {ReasonKind.PACE}


def test_what_is_lost_again_is_said_to_have_moved() -> None:
    """And which limit moved it, when one bars it now."""
    of = problem(timetable(), need("avoid_subject", subjects=["Bild"], first_step=2), steps=2)
    second = told(of, "a c", "b")[1]
    assert kinds(left(second, "Bild")) == {ReasonKind.LIMIT_HOLDS, ReasonKind.MOVED_BY_LIMIT}
    assert kinds(left(second, "Svenska")) == {ReasonKind.MOVED_BY_LIMIT}


def test_what_a_wish_keeps_out_is_told_by_that_wish() -> None:
    """Where no hard need bars the subject; a wish that only prefers some lesson a week keeps none out."""
    wait = need("avoid_subject", "wish_3", subjects=["Matematik"])
    prefers = need("trusted_adult", "wish_3", teachers=["Lärare-A"])
    (step,) = told(problem(timetable(), wait, prefers), "a c d f")
    assert [reason.need for reason in left(step, "Matematik").reasons] == ["avoid_subject"]


@pytest.mark.parametrize("beside", ["coach_all_lessons", "small_group_first", "avoid_place", "rest_day_between"])
def test_the_last_step_names_the_limit_that_keeps_it_from_being_the_whole_week(beside: str) -> None:
    """And no other that the plan has met: one more lesson would have had the coach and the small room too."""
    fields = {"avoid_place": {"places": ["classroom"]}}.get(beside, {})
    of = problem(timetable(), need("max_lessons_per_week", n=1), need(beside, **fields))
    reasons = left(told(of, "a*+")[0], "Slöjd").reasons
    assert [reason.need for reason in reasons] == ["max_lessons_per_week"]


def test_the_last_step_says_of_each_lesson_what_keeps_it_out() -> None:
    """Two of one subject, one barred by a teacher and one by how many there may be: neither is said to come later."""
    week = "x mon 08:00-09:00 Svenska Lärare-B\ny tue 08:00-09:00 Svenska Lärare-A\nz wed 08:00-09:00 Bild"
    of = problem(week, need("avoid_teacher", teachers=["Lärare-B"]), need("max_lessons_per_week", n=1))
    (step,) = told(of, "z")
    assert {reason.need for reason in left(step, "Svenska").reasons} == {"avoid_teacher", "max_lessons_per_week"}
    assert kinds(left(step, "Svenska")) == {ReasonKind.LIMIT_HOLDS}


def test_a_lesson_that_clashes_with_an_attended_one_is_not_left_out() -> None:
    """Nobody can be in two places at once."""
    of = problem("x mon 08:00-09:00 Svenska\ny mon 08:30-09:30 Bild")
    assert told(of, "x")[0].left_out == ()


WHY: list[tuple[AnyNeed, ReasonKind]] = [
    (need("begin_with", "wish_3", subjects=["Svenska"]), ReasonKind.WISHED_SUBJECT),
    (need("only_subjects", subjects=["Svenska"]), ReasonKind.WISHED_SUBJECT),
    (need("preferred_times", "wish_1", windows=[{"start": "08:00", "end": "10:00"}]), ReasonKind.WISHED_TIME),
    (need("trusted_adult", "wish_2", teachers=["Lärare-A"]), ReasonKind.TRUSTED_ADULT),
    (need("only_teachers", teachers=["Lärare-A"]), ReasonKind.TRUSTED_ADULT),
    (need("safe_room", "wish_2", rooms=["B12"]), ReasonKind.SAFE_ROOM),
    (need("with_friend", "wish_2", groups=["7X"]), ReasonKind.FRIEND),
    (need("coach_at_first_lesson"), ReasonKind.COACH_CAN_BE_THERE),
    (need("coach_all_lessons"), ReasonKind.COACH_CAN_BE_THERE),
    (need("require_subject", subjects=["Svenska"], min=1), ReasonKind.GOAL),
    (need("full_restore"), ReasonKind.GOAL),
    (need("keep_eligibility", "wish_1", subjects=["Svenska"]), ReasonKind.ELIGIBILITY),
]


@pytest.mark.parametrize(("wanted", "kind"), WHY, ids=lambda value: getattr(value, "kind", value))
def test_a_lesson_tells_which_need_it_meets(wanted: Any, kind: ReasonKind) -> None:
    """Its kind of reason, and the need by name."""
    (step,) = told(problem(timetable(), wanted), "a+")
    assert [(reason.kind, reason.need) for reason in step.lessons[0].reasons] == [(kind, wanted.id)]


@pytest.mark.parametrize("wanted", [wanted for wanted, _ in WHY if wanted.kind != "begin_with"], ids=lambda n: n.kind)
def test_a_need_of_a_later_step_is_no_reason_yet(wanted: AnyNeed) -> None:
    """Beginning with a subject is the exception: it is why the lesson came, and stays so."""
    later = wanted.model_copy(update={"first_step": 2})
    (step,) = told(problem(timetable(), later), "a+")
    assert kinds(step.lessons[0]) == {ReasonKind.NEXT_IN_CALM_PACE}


def test_what_half_steps_leave_out_of_the_last_step_is_said_to_be_for_them() -> None:
    """There is no later step to come in; where the ladder ends whole nothing is said of them."""
    calm = need("half_steps", "wish_3")
    done = plan(problem(steps=3), "a", "a b", "a b c")
    (left, *_) = explained(problem(timetable(), calm, steps=3), done).last.left_out
    assert [(reason.kind, reason.need) for reason in left.reasons] == [(ReasonKind.LIMIT_HOLDS, calm.id)]
    ended = calm.model_copy(update={"last_step": 2})
    (left, *_) = explained(problem(timetable(), ended, steps=3), done).last.left_out
    assert [reason.kind for reason in left.reasons] == [ReasonKind.PACE]


def test_a_lesson_is_left_out_for_the_one_who_would_be_met_in_the_doorway() -> None:
    """The need is named for the lesson before theirs, which is with somebody else."""
    away = need("avoid_group", groups=["7Y"], doorway_minutes=10)
    of = problem("x mon 08:00-09:00 Svenska - B12 7X\ny mon 09:05-10:00 Bild - B12 7Y", away)
    left = explained(of, plan(of, "")).last.left_out
    assert {out.subject: [reason.need for reason in out.reasons] for out in left} == {
        "Bild": [away.id], "Svenska": [away.id],
    }  # fmt: skip
