"""Every lesson of the class is told once for every step, with the part that is planned."""

from __future__ import annotations

import datetime as dt

from planning.attendance import class_lessons
from planning.calendar import SchoolCalendar
from planning.homes import by_home
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.steps import Step
from planning.timetable import Lesson, LessonId, Timetable

MONDAY = dt.date(2027, 1, 11)
MONDAYS = tuple(MONDAY + dt.timedelta(weeks=n) for n in range(4))
ART = Lesson(id=LessonId("l1"), subject="Bild", weekday="wed", start="08:10", end="09:00")
MUSIC = Lesson(id=LessonId("l2"), subject="Musik", weekday="tue", start="10:00", end="11:00")


def planned(
    timetable: Timetable, *lessons: PlannedLesson, calendar: SchoolCalendar | None = None
) -> tuple[Problem, Plan]:
    """A plan of one step of four weeks."""
    step = Step(number=1, mondays=MONDAYS, week_labels=timetable.week_labels)
    problem = Problem(timetable=timetable, steps=(step,), calendar=calendar or SchoolCalendar())
    return problem, Plan(steps=(PlanStep(step=step, lessons=lessons),), proven=True)


def test_what_the_plan_leaves_out_is_according_to_plan() -> None:
    """All of a lesson that is not planned, the rest of one of which a part is, nothing of a whole one."""
    part = PlannedLesson(lesson=ART, week="", start=ART.start, end=ART.start + 30)
    music, art = class_lessons(*planned(Timetable(group="x", lessons=(ART, MUSIC)), part))
    assert (music.subject, music.attended, music.minutes_by_plan, music.is_whole) == ("Musik", None, 60, False)
    assert (art.attended, art.minutes_by_plan, art.is_whole) == ((490, 520), 20, False)
    assert art.mondays == MONDAYS
    whole = part.model_copy(update={"end": ART.end})
    assert class_lessons(*planned(Timetable(group="x", lessons=(ART,)), whole))[0].is_whole


def test_weeks_that_differ_stand_by_their_mondays() -> None:
    """Planned in one of two weeks in turn, a lesson is told twice."""
    timetable = Timetable(group="x", lessons=(ART,), week_labels=("A", "B"))
    only_a = PlannedLesson(lesson=ART, week="A", start=ART.start, end=ART.end)
    told = class_lessons(*planned(timetable, only_a, calendar=SchoolCalendar(anchor_monday=MONDAY)))
    assert [(one.mondays, one.is_whole) for one in told] == [(MONDAYS[::2], True), (MONDAYS[1::2], False)]


def test_no_home_can_be_read() -> None:
    """What is alike in both homes is told once; nothing names one."""
    timetable = by_home(Timetable(group="x", lessons=(ART, MUSIC)))
    calendar = SchoolCalendar(first_home_monday=MONDAY)
    both = (PlannedLesson(lesson=ART, week=week, start=ART.start, end=ART.end) for week in timetable.week_labels)
    told = class_lessons(*planned(timetable, *both, calendar=calendar))
    assert [(one.subject, one.mondays) for one in told] == [("Musik", MONDAYS), ("Bild", MONDAYS)]
    assert "hem" not in str(told)
