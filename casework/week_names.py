"""Week labels that facts and answers name must be those of the timetable: «veckor C» would bind nothing, in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casework.facts import CaseFacts
from planning.errors import BadInput
from planning.homes import HOMES
from planning.timetable import Timetable
from questionnaire.answers import AnswerSheet

_PARTS = ("coach", "travel", "goals", "items", "limits")


def check_weeks(facts: CaseFacts, sheet: AnswerSheet, timetable: Timetable) -> None:
    """Raises `BadInput` with the field («goals.lessons_per_week.0.weeks») of the first unknown week label."""
    told: dict[str, Any] = {part: facts.model_dump(include={part})[part] for part in _PARTS}
    told["answers"] = {question: answer.model_dump() for question, answer in sheet.answers.items()}
    homes = HOMES if facts.calendar.first_home_monday else ()
    for field, label in _named(told, ""):
        if label not in timetable.week_labels and label not in homes:
            raise BadInput("no_such_week", field=field, value=label, weeks=(*timetable.week_labels, *homes))


def _named(part: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every week label in the data, with the path of its field."""
    if isinstance(part, Mapping):
        for name, inner in part.items():
            if name == "weeks":
                yield from ((f"{path}weeks", label) for label in inner)
            else:
                yield from _named(inner, f"{path}{name}.")
    elif isinstance(part, list | tuple):
        for number, inner in enumerate(part):
            yield from _named(inner, f"{path}{number}.")
