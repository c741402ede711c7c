"""CASE: a whole case as one JSON file, for the command line and for tests. `schema()` says its form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from casework.facts import CaseFacts
from casework.week_names import check_weeks
from interop.choices import TimetableChoice
from interop.reading import Reading, read_timetable
from planning.errors import BadInput
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.checking import check_answers


class TimetableSource(TimetableChoice):
    """The timetable file, beside the case file or by its whole path, and which part of it is this student's week."""

    file: str = Field(min_length=1)


def said_short(question: str, value: str) -> dict[str, Any]:
    """What «"yes"» is short for: a button, or a ticked box where the question has boxes."""
    item = load_bank().by_id.get(QuestionId(question))
    has_boxes = item is not None and not item.kind.has_buttons
    is_button = value in set(Choice) and (not has_boxes or value in (Choice.SKIP, Choice.DONT_KNOW))
    return {"choice": value} if is_button else {"ticks": [value]}


def _short_answers(value: Any) -> Any:
    """«"yes"» and «["fz"]» are short for a button and for ticked boxes."""
    if not isinstance(value, Mapping):
        return value
    whole: dict[Any, Any] = {}
    for question, given in value.items():
        if isinstance(given, str):
            whole[question] = said_short(str(question), given)
        else:
            whole[question] = {"ticks": given} if isinstance(given, list) else given
    return whole


Answers = Annotated[Mapping[QuestionId, Answer], BeforeValidator(_short_answers)]


class CaseFile(CaseFacts):
    """A case: the timetable, the answers by question id, and what the adults know. Empty fields have defaults."""

    timetable: TimetableSource
    answers: Answers = {}
    """By question id: an answer whole, or short («"yes"», «["Bild", "Musik"]»)."""
    most_important: tuple[QuestionId, ...] = Field(default=(), max_length=3)
    """Questions behind the three things that the student marked as most important."""
    handled: tuple[Handled, ...] = ()
    """Duties to act that somebody has taken care of: question, who, when."""

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
        data = json.loads(path.read_bytes())
    except OSError:
        raise BadInput("file_missing", file=name) from None
    except ValueError as error:
        raise BadInput("not_json", file=name, problem=str(error)) from None
    except RecursionError:
        raise BadInput("not_json", file=name) from None
    case = _validated(data, name)
    reading = _timetable(case, path)
    try:
        check_weeks(case, case.sheet, reading.timetable)
    except BadInput as error:
        raise _with_file(error, name) from None
    for problem in check_answers(load_bank(), case.sheet, reading.timetable):
        raise problem.as_error(name)
    return case, reading


def _validated(data: Any, name: str) -> CaseFile:
    try:
        return CaseFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "(hela filen)"
        raise BadInput("case_field", file=name, field=field, problem=first["msg"]) from None
    except BadInput as error:
        raise _with_file(error, name) from None


def _timetable(case: CaseFile, path: Path) -> Reading:
    source = path.parent / case.timetable.file
    try:
        content = source.read_bytes()
    except OSError:
        raise BadInput("timetable_missing", file=path.name, field="timetable.file", value=case.timetable.file) from None
    choice = TimetableChoice.model_validate(case.timetable.model_dump(exclude={"file"}))
    return read_timetable(content, source.name, choice)


def _with_file(error: BadInput, name: str) -> BadInput:
    return BadInput(error.code, **{"file": name, **error.data})
