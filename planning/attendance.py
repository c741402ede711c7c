"""The class's timetable against the plan, for the school's attendance: what the student is at, and what is not planned.

What the plan leaves out is no absence: the school registers it as according to the plan (`features.md` F70, `law.md`
P16). Weeks stand by their Mondays, so that nobody reads from them which home the student lives in; rooms are left out,
since a register knows lessons by their subject and hour.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planning.clock import ClockTime, WeekdayField
from planning.frozen import Frozen
from planning.plan import Plan, PlannedLesson, PlanStep
from planning.problem import Problem
from planning.timetable import Lesson, OccasionId


class ClassLesson(Frozen):
    """A lesson of the class in some weeks of a step. `attended` is the part that is planned; None: it is not."""

    step: int
    mondays: tuple[dt.date, ...]
    weekday: WeekdayField
    start: ClockTime
    end: ClockTime
    subject: str
    attended: tuple[ClockTime, ClockTime] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the student is at all of it."""
        return self.attended is not None and self.minutes_by_plan == 0

    @property
    def minutes_by_plan(self) -> int:
        """Minutes of it that the student is away from as planned."""
        start, end = self.attended or (0, 0)
        return (self.end - self.start) - (end - start)


def class_lessons(problem: Problem, plan: Plan) -> tuple[ClassLesson, ...]:
    """Every lesson of the class in every step, in the order of steps, days and clock; alike ones once."""
    return tuple(row for planned in plan.steps for row in _of_step(problem, planned))


def _of_step(problem: Problem, planned: PlanStep) -> Iterator[ClassLesson]:
    found: dict[ClassLesson, list[dt.date]] = {}
    attended = {lesson.occasion: lesson for lesson in planned.lessons}
    for monday in planned.step.mondays:
        label = problem.calendar.week_label(problem.timetable, monday)
        for occasion in problem.timetable.occasions:
            if occasion.week == label:
                there = attended.get(OccasionId(f"{label}|{occasion.lesson.id}"))
                found.setdefault(_row(planned.number, occasion.lesson, there), []).append(monday)
    rows = (row.model_copy(update={"mondays": tuple(mondays)}) for row, mondays in found.items())
    yield from sorted(rows, key=lambda row: (row.weekday, row.start, row.end, row.subject, row.mondays))


def _row(step: int, lesson: Lesson, there: PlannedLesson | None) -> ClassLesson:
    return ClassLesson(
        step=step,
        mondays=(),
        weekday=lesson.weekday,
        start=lesson.start,
        end=lesson.end,
        subject=lesson.subject,
        attended=None if there is None else (there.start, there.end),
    )
