"""A small invented week, and cases on it, for the tests of `casework`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework.facts import CaseFacts
from casework.proposing import problem_of
from planning.clock import Weekday
from planning.problem import Problem
from planning.timetable import Lesson, LessonId, LessonKind, Timetable, WeekLabel
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId

TODAY = dt.date(2026, 11, 23)
MONDAY = dt.date(2027, 1, 11)
ROWS = (
    (Weekday.MON, 9, "Svenska", "EXA", "A1"),
    (Weekday.MON, 10, "Bild", "EXB", "Bildsalen"),
    (Weekday.TUE, 10, "Matematik", "EXA", "A1"),
    (Weekday.WED, 10, "Engelska", "EXC", "A2"),
    (Weekday.THU, 13, "Idrott och hälsa", "EXD", "Hallen"),
)


def lesson(weekday: Weekday, hour: int, subject: str, teacher: str = "EXA", room: str = "A1", **more: Any) -> Lesson:
    """An hour of a subject."""
    name = f"{more.get('date', '')}{more.get('week', '')}{weekday.short}-{hour}-{subject}"
    given = {"teachers": (teacher,), "rooms": (room,), "groups": ("9T",), **more}
    return Lesson(id=LessonId(name), subject=subject, weekday=weekday, start=hour * 60, end=hour * 60 + 60, **given)


def week(*labels: WeekLabel) -> Timetable:
    """The small week, the same every week of those labels, with a lunch on Monday."""
    lunch = lesson(Weekday.MON, 11, "Lunch", kind=LessonKind.LUNCH)
    lessons = (*(lesson(*row) for row in ROWS), lunch)
    return Timetable(group="9T", lessons=lessons, week_labels=labels or ("",), source="test")


def dated(*mondays: dt.date) -> Timetable:
    """One dated lesson on the Monday of each of those weeks."""
    lessons = tuple(lesson(Weekday.MON, 10, "Bild", date=day, week=_label(day)) for day in mondays)
    return Timetable(group="9T", lessons=lessons, week_labels=tuple(_label(day) for day in mondays))


def _label(day: dt.date) -> str:
    return f"{day.isocalendar().year}-W{day.isocalendar().week:02d}"


def facts(**given: Any) -> CaseFacts:
    """Facts with two steps of a week from 11 January 2027, unless something else is given."""
    ladder = {"first_monday": MONDAY, "number_of_steps": 2, "weeks_per_step": 1}
    return CaseFacts.model_validate({"ladder": ladder, **given})


def sheet(**answers: Any) -> AnswerSheet:
    """Answers by question id: a button, a list of boxes, or an answer whole."""
    read = {}
    for question, given in answers.items():
        if isinstance(given, str):
            read[QuestionId(question)] = Answer(choice=Choice(given))
        elif isinstance(given, list):
            read[QuestionId(question)] = Answer(ticks=tuple(given))
        else:
            read[QuestionId(question)] = Answer.model_validate(given)
    return AnswerSheet(answers=read)


def problem(case: CaseFacts | None = None, answers: AnswerSheet | None = None, **more: Any) -> Problem:
    """The planning problem of that case on the small week."""
    return problem_of(case or facts(), more.pop("timetable", week()), answers or sheet(), today=TODAY, **more)
