"""The ladder on the calendar, and the timetable in two labels where the student lives every other week in two homes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from casework.facts import CaseFacts
from casework.ladder import calendar_of, steps_of
from planning.calendar import SchoolCalendar
from planning.homes import by_home, home_in, home_of, translated
from planning.steps import Step
from planning.timetable import Timetable, WeekLabel
from questionnaire.answers import AnswerSheet

_PARTS = ("coach", "travel", "goals", "items", "limits")
"""Facts that name weeks of the timetable."""

Pairs = Sequence[tuple[WeekLabel, WeekLabel]]
"""Labels of the planned timetable, and the home that each is lived in."""


class OnCalendar(NamedTuple):
    """What is planned, once it is known which weeks are which."""

    facts: CaseFacts
    sheet: AnswerSheet
    timetable: Timetable
    calendar: SchoolCalendar
    steps: tuple[Step, ...]


def on_the_calendar(facts: CaseFacts, sheet: AnswerSheet, timetable: Timetable, today: dt.date) -> OnCalendar:
    """The case with its calendar and steps; with two homes everything is told in the weeks of each.

    Where the school's own weeks and the homes take turns together («alla A-veckor hos hem 1») the timetable stays as
    it is. Otherwise each of its weeks is planned once for each home. `BadInput` as `casework.ladder` raises it.
    """
    calendar = calendar_of(facts, timetable, today)
    steps = steps_of(facts, timetable, calendar, today)
    first = facts.calendar.first_home_monday
    if first is None:
        return OnCalendar(facts, sheet, timetable, calendar, steps)
    mondays = [monday for step in steps for monday in step.mondays]
    pairs = sorted({(calendar.week_label(timetable, monday), home_of(first, monday)) for monday in mondays})
    if len({label for label, _ in pairs}) < len(pairs):
        timetable = by_home(timetable)
        pairs = [(label, home_in(label)) for label in timetable.week_labels]
        calendar = calendar.model_copy(update={"first_home_monday": first})
        steps = steps_of(facts, timetable, calendar, today)
    told = {part: _told(getattr(facts, part), pairs) for part in _PARTS}
    answers = {question: _told(answer, pairs) for question, answer in sheet.answers.items()}
    return OnCalendar(
        facts.model_copy(update=told), sheet.model_copy(update={"answers": answers}), timetable, calendar, steps
    )


def _told(value: Any, pairs: Pairs) -> Any:
    """The same value with every week label as the planned timetable has it."""
    if isinstance(value, tuple):
        return tuple(_told(part, pairs) for part in value)
    if not isinstance(value, BaseModel):
        return value
    parts = {name: getattr(value, name) for name in type(value).model_fields}
    told = {name: _told(part, pairs) if name != "weeks" else translated(part, pairs) for name, part in parts.items()}
    return value.model_copy(update=told)
