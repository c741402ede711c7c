"""Small weeks, ladders and plans made by hand, for the tests of planning and of the scheduler.

A week is written as lines: «a mon 08:00-09:00 Svenska Lärare-A B12 7X» (id, day, hours, subject, teacher, room, group;
«-» for none, and what is left off at the end is none). A plan is one string a step: «a b@08:00-08:30 c+ d*» attends
a whole, a part of b, c with the coach and d in the small room; «B|a» is lesson a in weeks labelled B.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from planning.checks.judge import breaches_of
from planning.clock import parse_clock
from planning.contacts import contacts_in
from planning.needs import NEED, AnyNeed
from planning.outcomes import Breach
from planning.plan import Plan, PlannedLesson, PlanStep, Reason, ReasonKind, Setting
from planning.problem import Problem
from planning.steps import Step
from planning.timetable import EVERY_WEEK, Lesson, Timetable, WeekLabel

MONDAY = dt.date(2026, 9, 7)
"""Monday of an odd week without closed days."""

A_WEEK = """
    a mon 08:00-09:00 Svenska   Lärare-A B12   7X
    b mon 09:10-10:10 Matematik Lärare-B B14   7X
    c mon 12:30-13:30 Bild      Lärare-C Ateljén 7Y
    d tue 10:00-11:00 Engelska  Lärare-A B12   7X
    e wed 08:00-09:00 Matematik Lärare-B B14   7X
    f thu 13:00-14:00 Slöjd     Lärare-C Sal9  7Y
"""
"""Six lessons of an hour over four days."""


def lessons(text: str, **fields: Any) -> tuple[Lesson, ...]:
    """The lessons of a week written as lines; `fields` go to every one of them."""
    return tuple(_lesson(line.split(), fields) for line in text.strip().splitlines())


def _lesson(words: list[str], fields: dict[str, Any]) -> Lesson:
    name, day, hours, subject, *rest = words
    teacher, room, group = ((part,) if part != "-" else () for part in [*rest, "-", "-", "-"][:3])
    start, end = hours.split("-")
    given = {"id": name, "weekday": day, "start": start, "end": end, "subject": subject}
    return Lesson.model_validate({**given, "teachers": teacher, "rooms": room, "groups": group, **fields})


def timetable(week: str | tuple[Lesson, ...] = A_WEEK, labels: tuple[WeekLabel, ...] = (EVERY_WEEK,)) -> Timetable:
    """A timetable of those lessons."""
    rows = lessons(week) if isinstance(week, str) else week
    return Timetable(group="7X", lessons=rows, week_labels=labels)


def ladder(count: int, labels: tuple[WeekLabel, ...] = (EVERY_WEEK,)) -> tuple[Step, ...]:
    """So many steps of as many weeks as there are labels."""
    size = len(labels)
    return tuple(
        Step(
            number=number + 1,
            mondays=tuple(MONDAY + dt.timedelta(weeks=number * size + n) for n in range(size)),
            week_labels=labels,
        )
        for number in range(count)
    )


def need(kind: str, strength: str = "hard", /, **fields: Any) -> AnyNeed:
    """A need of that kind; its id is the kind unless another is given, and an answer gave rise to it."""
    source = fields.pop("source", "answer")
    common = {"kind": kind, "id": kind, "origin": {"source": source, "ref": "XX1"}, "strength": strength}
    return NEED.validate_python({**common, **fields})


def problem(
    week: str | tuple[Lesson, ...] | Timetable = A_WEEK, *needs: AnyNeed, steps: int = 1, **fields: Any
) -> Problem:
    """A problem over that week with so many steps."""
    table = week if isinstance(week, Timetable) else timetable(week)
    return Problem(timetable=table, steps=ladder(steps, table.week_labels), needs=needs, **fields)


def plan(of: Problem, *steps: str) -> Plan:
    """The plan written as one string a step; contacts stand in steps without lessons."""
    planned = zip(of.steps, steps, strict=True)
    return Plan(steps=tuple(_step(of, step, text.split()) for step, text in planned), proven=False)


def _step(of: Problem, step: Step, words: list[str]) -> PlanStep:
    attended = tuple(_attended(of, word) for word in words)
    return PlanStep(step=step, lessons=attended, contacts=() if attended else contacts_in(of, step))


def _attended(of: Problem, word: str) -> PlannedLesson:
    found = re.fullmatch(r"(?:(\w+)\|)?(\w+)(?:@([\d:]+)-([\d:]+))?(\*?)(\+?)", word)
    assert found, word
    lesson = next(lesson for lesson in of.timetable.lessons if lesson.id == found[2])
    return PlannedLesson(
        lesson=lesson,
        week=found[1] or lesson.week,
        start=parse_clock(found[3] or lesson.start),
        end=parse_clock(found[4] or lesson.end),
        setting=Setting.SMALL_ROOM if found[5] else Setting.CLASSROOM,
        with_coach=bool(found[6]),
        reasons=(Reason(kind=ReasonKind.KEPT),),
    )


def written(done: Plan) -> tuple[str, ...]:
    """The plan as `plan` reads it, without parts, coach and setting: the ids a step attends, in alphabetical order."""
    return tuple(" ".join(sorted(p.occasion.removeprefix("|") for p in step.lessons)) for step in done.steps)


def breaches(of: Problem, *steps: str) -> tuple[Breach, ...]:
    """Where that plan does not meet the problem's first need."""
    return tuple(breaches_of(of.needs[0], of, plan(of, *steps)))


def is_met(wanted: AnyNeed, *steps: str, week: str | tuple[Lesson, ...] | Timetable = A_WEEK, **fields: Any) -> bool:
    """Whether that plan of the week meets the need; `fields` go to the problem."""
    return not breaches(problem(week, wanted, steps=len(steps), **fields), *steps)
