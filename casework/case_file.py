"""CASE: a whole case as one JSON file, for the command line and for tests. `schema()` says its form."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from casework.answer_forms import Answers
from casework.facts import CaseFacts
from casework.field_faults import field_error
from casework.week_names import check_weeks
from interop.choices import TimetableChoice
from interop.reading import Reading, read_timetable
from planning.errors import BadInput
from questionnaire.alerts import Handled
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.checking import check_answers


class TimetableSource(TimetableChoice):
    """The timetable file, beside the case file or by its whole path, and which part of it is this student's week."""

    file: str = Field(min_length=1)
    """CSV, XML from FET or iCalendar: a name beside the case file, or a whole path."""


EXAMPLE: dict[str, Any] = {
    "student": "Kim",
    "timetable": {"file": "klass.csv", "group": "9T"},
    "ladder": {"first_monday": "2027-01-11", "number_of_steps": 6, "weeks_per_step": 2},
    "coach": {"name": "Coach Exempel", "hours": [{"weekday": "mon", "start": "10:00", "end": "14:00"}]},
    "answers": {
        "SO1": {"choice": "yes", "time": "10:00", "last_step": 3},
        "VU4": "yes",
        "TI4": "one_lesson",
        "AM1": ["Bild", "Musik"],
    },
    "limits": [{"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXA"], "last_step": 3}],
    "goals": {
        "lessons_per_week": [{"least": 1, "most": 3, "last_step": 1}],
        "full_return": {"from_step": 6, "except_subjects": ["Idrott och hälsa"]},
    },
}
"""A small case, for the schema."""


class CaseFile(CaseFacts):
    """A case: the student's ordinary timetable, the answers, and what the adults know. All but `timetable` may be
    left out, and then has the default that the schema gives.

    Times of day are written "08:10", dates "2027-01-11", weekdays "mon" to "sun". Subjects, teachers, rooms and groups
    are written as the timetable writes them. Steps are counted from 1. Answers are given by question id, short or
    whole: {"VU4": "yes", "AM1": ["Bild"], "SO1": {"choice": "yes", "time": "10:00"}}. A limit is what was agreed
    exactly beside a question: {"question": "VU2", "kind": "avoid_teacher", "teachers": ["EXA"], "last_step": 3}.
    A goal counts per week of the timetable: {"lessons_per_week": [{"least": 1, "most": 3, "last_step": 1}]}.
    """

    model_config = ConfigDict(title="CASE", json_schema_extra={"examples": [EXAMPLE]})

    timetable: TimetableSource
    """The student's ordinary timetable."""
    answers: Answers = {}
    """By question id: an answer whole, or short («"yes"», «["Bild", "Musik"]»)."""
    most_important: tuple[QuestionId, ...] = Field(default=(), max_length=3)
    """Questions behind the three things that the student marked as most important."""
    handled: tuple[Handled, ...] = ()
    """Duties to act that somebody has taken care of: question, who, when. Until then nothing is planned."""

    @property
    def sheet(self) -> AnswerSheet:
        """What has been answered."""
        return AnswerSheet(answers=dict(self.answers))

    @property
    def facts(self) -> CaseFacts:
        """What the adults know, without timetable and answers."""
        return CaseFacts.model_validate({name: getattr(self, name) for name in CaseFacts.model_fields})


def schema() -> dict[str, Any]:
    """The JSON Schema of CASE."""
    return CaseFile.model_json_schema(mode="validation")


def read_case_file(path: Path) -> tuple[CaseFile, Reading]:
    """The case and its timetable. `BadInput` with file and field for whatever cannot be used."""
    name = path.name
    try:
        data = json.loads(path.read_bytes(), object_pairs_hook=_each_name_once)
        case = _validated(data)
        _check_questions(case)
        reading = _timetable(case, path)
        check_weeks(case, case.sheet, reading.timetable)
    except OSError:
        raise BadInput("file_missing", file=name) from None
    except (ValueError, RecursionError):
        raise BadInput("not_json", file=name) from None
    except BadInput as error:
        raise with_file(error, name) from None
    for problem in check_answers(load_bank(), case.sheet, reading.timetable):
        raise problem.as_error(name)
    return case, reading


def with_file(error: BadInput, name: str) -> BadInput:
    """The same breakage with the name of the file, where it has none of its own."""
    return BadInput(error.code, **{"file": name, **error.data})


def check_question(question: str, field: str) -> None:
    """Raises `BadInput` when the bank has no such question."""
    if question not in load_bank().by_id:
        raise BadInput("no_such_question", field=field, value=question, known=tuple(load_bank().by_id))


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; of two fields with the same name none is chosen in silence."""
    taken = dict(pairs)
    if len(taken) < len(pairs):
        repeated = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise BadInput("repeated_name", field=repeated)
    return taken


def _validated(data: Any) -> CaseFile:
    try:
        return CaseFile.model_validate(data)
    except ValidationError as error:
        raise field_error(error) from None


def _check_questions(case: CaseFile) -> None:
    for number, question in enumerate(case.most_important):
        check_question(question, f"most_important.{number}")
    for number, handled in enumerate(case.handled):
        check_question(handled.question, f"handled.{number}.question")


def _timetable(case: CaseFile, path: Path) -> Reading:
    source = path.parent / case.timetable.file
    try:
        content = source.read_bytes()
    except (OSError, ValueError):
        raise BadInput("timetable_missing", file=path.name, field="timetable.file", value=case.timetable.file) from None
    choice = TimetableChoice.model_validate(case.timetable.model_dump(exclude={"file"}))
    return read_timetable(content, source.name, choice)
