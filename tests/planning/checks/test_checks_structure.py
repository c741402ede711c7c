"""What must hold of every plan whatever the needs."""

from __future__ import annotations

import datetime as dt

from planning.calendar import ClosedDays, SchoolCalendar
from planning.checks.structure import faults
from planning.plan import LeftOut, Plan
from planning.problem import Problem
from tests.planning.builders import MONDAY, lessons, plan, problem, timetable


def codes(of: Problem, done: Plan) -> set[str]:
    """The kinds of fault, without the step."""
    return {fault.removeprefix("structure:").split(":step ")[0] for fault in faults(of, done)}


def changed(done: Plan, **fields: object) -> Plan:
    """The plan with its first step changed."""
    first = done.steps[0].model_copy(update=fields)
    return done.model_copy(update={"steps": (first, *done.steps[1:])})


def test_a_plan_of_the_student_s_own_lessons_has_no_fault() -> None:
    """Whole or in part, and a step without lessons has its contact."""
    of = problem(steps=2)
    assert codes(of, plan(of, "", "a b@09:20-10:00 d")) == set()


def test_a_lesson_that_the_student_does_not_have_is_a_fault() -> None:
    """Of another class, or of an older timetable."""
    of = problem(timetable("x mon 08:00-09:00 Svenska"))
    assert codes(of, plan(problem(), "a")) == {"unknown_lesson"}


def test_a_lesson_that_has_changed_since_is_a_fault() -> None:
    """Its id is the same, but its hour is not: the plan is made of a lesson that the student does not have."""
    of = problem(timetable("a mon 13:00-14:00 Svenska Lärare-A B12 7X"))
    assert "unknown_lesson" in codes(of, plan(problem(), "a"))


def test_a_lesson_in_a_week_that_the_step_does_not_have_is_a_fault() -> None:
    """It would never take place, and no need would be asked about it."""
    week = timetable(lessons("x mon 08:00-09:00 Svenska"), ("A", "B"))
    of = problem(week)
    only_a = of.model_copy(update={"steps": (of.steps[0].model_copy(update={"week_labels": ("A",)}),)})
    assert codes(only_a, plan(only_a, "A|x")) == set()
    assert codes(only_a, plan(only_a, "A|x B|x"))


def test_a_part_lies_within_its_lesson() -> None:
    """And is longer than nothing."""
    of = problem()
    assert codes(of, plan(of, "a@07:50-08:30")) == {"part_outside_lesson"}
    assert codes(of, plan(of, "a@08:30-09:01")) == {"part_outside_lesson"}
    assert codes(of, plan(of, "a@08:30-08:30")) == {"part_outside_lesson"}


def test_nobody_is_twice_in_a_lesson() -> None:
    """Not even in two parts of it."""
    of = problem()
    assert codes(of, plan(of, "a@08:00-08:20 a@08:40-09:00")) == {"same_lesson_twice"}


def test_nobody_is_in_two_places_at_once() -> None:
    """Lessons that only touch do not clash, nor do parts that leave room."""
    of = problem("x mon 08:00-09:00 Svenska\ny mon 08:30-09:30 Bild\nz mon 09:00-10:00 Slöjd")
    assert codes(of, plan(of, "x y")) == {"two_places_at_once"}
    assert codes(of, plan(of, "x z")) == set()
    assert codes(of, plan(of, "x@08:00-08:30 y")) == set()


def test_a_lesson_without_a_reason_is_a_fault() -> None:
    """So is a subject left out without one."""
    of = problem()
    done = plan(of, "a")
    silent = done.steps[0].lessons[0].model_copy(update={"reasons": ()})
    assert codes(of, changed(done, lessons=(silent,))) == {"lesson_without_reason"}
    left = LeftOut(subject="Bild", week="", lessons=1, minutes=60, reasons=())
    assert codes(of, changed(done, left_out=(left,))) == {"left_out_without_reason"}


def test_a_step_is_never_nothing() -> None:
    """Without a lesson it has a contact."""
    of = problem()
    assert codes(of, changed(plan(of, ""), contacts=())) == {"nothing_at_all"}


def test_a_contact_on_a_closed_day_is_a_fault() -> None:
    """Weekends too."""
    of = problem()
    done = plan(of, "")
    closure = ClosedDays(first=MONDAY, last=MONDAY, name="Studiedag")
    shut = of.model_copy(update={"calendar": SchoolCalendar(closed=(closure,))})
    assert codes(shut, done) == {"contact_on_closed_day"}
    saturday = done.steps[0].contacts[0].model_copy(update={"date": MONDAY + dt.timedelta(days=5)})
    assert codes(of, changed(done, contacts=(saturday,))) == {"contact_on_closed_day"}


def test_the_plan_s_steps_are_the_ladder_s() -> None:
    """Neither more nor fewer, nor in another order."""
    of = problem(steps=2)
    done = plan(of, "a", "a b")
    assert codes(of, done.model_copy(update={"steps": done.steps[:1]})) == {"steps"}
    assert codes(of, done.model_copy(update={"steps": done.steps[::-1]})) == {"steps"}


def test_a_fault_says_in_which_step_it_is() -> None:
    """For whoever has to find it."""
    of = problem(steps=2)
    assert list(faults(of, plan(of, "a", "a a")))[0].endswith("step 2")  # noqa: RUF015 - the first is enough
