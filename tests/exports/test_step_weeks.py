"""Weeks as blocks: those that differ stand apart, those that are alike are joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from exports.blocks import Look
from exports.small_weeks_drawing import SmallWeeksDrawing
from exports.step_weeks import legend, panels, small_weeks
from exports.subject_looks import look_of
from exports.week_drawing import placed
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.public_plan import PublicPlan, public_plan
from planning.steps import Step
from planning.timetable import Lesson, LessonId, Timetable


def rotating(*weeks_of_lessons: str) -> PublicPlan:
    """A plan of four weeks A B A B, with one lesson for each of the given weeks."""
    lessons = tuple(
        Lesson(id=LessonId(f"l{n}"), subject="Bild", weekday=n, start="08:10", end="09:00", week=week)
        for n, week in enumerate(weeks_of_lessons)
    )
    step = Step(
        number=1, mondays=tuple(dt.date(2027, 1, 11) + dt.timedelta(weeks=n) for n in range(4)), week_labels=("A", "B")
    )
    planned = tuple(
        PlannedLesson(lesson=lesson, week=label, start=lesson.start, end=lesson.end)
        for lesson in lessons
        for label in step.week_labels
        if lesson.week in ("", label)
    )
    problem = Problem(timetable=Timetable(group="x", lessons=lessons, week_labels=("A", "B")), steps=(step,))
    return public_plan(problem, Plan(steps=(PlanStep(step=step, lessons=planned),), proven=True))


def test_two_weeks_that_differ_stand_in_one_grid() -> None:
    """What only one of them has bears its mark, in the order of the calendar: week 2 is even and thus B."""
    (panel,) = panels(rotating("A", "B", ""))
    (week,) = panel.weeks
    assert week.title == "Vecka B: v. 2, v. 4 och vecka A: v. 3, v. 5. Rutor utan märke gäller båda."
    assert [(entry.day, entry.mark) for entry in sorted(week.entries, key=lambda entry: entry.day)] == [
        (0, "A"), (1, "B"), (2, ""),
    ]  # fmt: skip


def test_weeks_that_take_turns_at_an_hour_share_it() -> None:
    """The one above the other in full width, since their names must be read."""
    entry = next(iter(panels(rotating("A", "B")))).weeks[0].entries[0]
    other = entry.model_copy(update={"mark": "B", "end": entry.end + 20})
    halves = [(one.lanes, one.start, one.end) for one in placed([entry.model_copy(update={"mark": "A"}), other])]
    middle = (entry.start + other.end) / 2
    assert halves == [(1, entry.start, middle), (1, middle, other.end)]


def test_weeks_that_are_alike_are_drawn_once() -> None:
    """A rotation without difference needs no second grid and no title."""
    (panel,) = panels(rotating("", ""))
    assert [week.title for week in panel.weeks] == [""]


def test_minutes_are_the_mean_of_the_weeks() -> None:
    """A lesson every other week counts half."""
    public = rotating("A", "")
    assert public.steps[0].minutes == 75
    assert public.subjects[0].ordinary == 75


def test_all_steps_have_the_same_hours(make_plan: Callable[[int], Any]) -> None:
    """So that growth can be seen from one panel to the next."""
    made = make_plan(8)
    hours = {(week.first, week.last) for panel in panels(public_plan(made.problem, made.plan)) for week in panel.weeks}
    assert len(hours) == 1


@pytest.mark.parametrize("count", [1, 8, 14, 35])
def test_the_small_weeks_of_any_plan_fit_half_a_page(make_plan: Callable[[int], Any], count: int) -> None:
    """More steps stand closer, and none is left out."""
    made = make_plan(count)
    block = small_weeks(public_plan(made.problem, made.plan))
    assert len(block.weeks) == count
    assert SmallWeeksDrawing(block, 495).wrap(495, 700)[1] < 260


def test_support_that_all_steps_have_is_not_repeated_in_every_panel(make_plan: Callable[[int], Any]) -> None:
    """It stands once, after the panels; what only some steps have stands with them."""
    made = make_plan(8)
    told = [item for panel in panels(public_plan(made.problem, made.plan)) for one in panel.lists for item in one.items]
    assert "Det finns en lugn plats att gå till" not in told
    assert "Nya lektioner börjar i ett litet rum med få elever" in told


def test_lunch_is_shown_only_within_a_day(make_plan: Callable[[int], Any]) -> None:
    """A student who goes home before lunch does not see it."""
    made = make_plan(4)
    public = public_plan(made.problem, made.plan)
    first = public.steps[0].weeks[0]
    assert first.lunches == ()
    assert len(public.steps[-1].weeks[0].lunches) == 5


def test_the_legend_has_what_occurs(made: Any) -> None:
    """And nothing else."""
    looks = {item.look for item in legend(public_plan(made.problem, made.plan)).items}
    assert Look.COACH in looks
    assert Look.OTHER not in looks


def test_clashing_lessons_stand_side_by_side() -> None:
    """Two at the same time share the width; a third after them has it all."""
    made = rotating("", "")
    (panel,) = panels(made)
    entry = panel.weeks[0].entries[0]
    later = entry.model_copy(update={"start": entry.end, "end": entry.end + 40})
    lanes = [(one.lane, one.lanes) for one in placed([entry, entry, later])]
    assert lanes == [(0, 2), (1, 2), (0, 1)]


def test_subjects_are_known_by_name_and_by_code() -> None:
    """Swedish names, codes of the timplan, and a name nobody knows."""
    known = {
        "Svenska": Look.LANGUAGE, "SO": Look.SOCIETY, "Ma": Look.MATHEMATICS, "Idrott och hälsa": Look.SPORTS,
        "Hem- och konsumentkunskap": Look.ARTS, "NO-ämnen": Look.SCIENCE, "Mentorstid": Look.OTHER,
        "Moderna språk": Look.LANGUAGE, "Samhällskunskap": Look.SOCIETY,
    }  # fmt: skip
    assert {name: look_of(name) for name in known} == known
