"""What the browser sends of typed lines, made into answer events, and what of it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import AwareDatetime, Field, ValidationError

from casework.paper import write_hint
from casework.paper_words import say_misread
from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import AnswerEvent, EventId, QuestionId
from questionnaire.items import Bank
from questionnaire.keyed import Misread, parse_keyed
from questionnaire.paper_rows import PaperRow
from wording.language import tr

LONGEST = 80
"""No more than so many characters of a line are read."""


class TypedLine(Frozen):
    """One line, as the browser tells it. An empty one takes back what the same one had answered."""

    id: str = Field(pattern=r"^[0-9a-f-]{36}$")
    question: QuestionId
    typed: str = Field(max_length=LONGEST)
    by: Respondent
    at: AwareDatetime


class ReadLines(Frozen):
    """The lines as answers, and by the id of each line that is no answer what to do about it."""

    events: tuple[AnswerEvent, ...] = ()
    refused: Mapping[str, str] = {}


def read_typed(log: object, bank: Bank, rows: Mapping[QuestionId, PaperRow]) -> ReadLines:
    """The lines of a log. One that cannot be used is told of, and keeps none of the others back."""
    events: list[AnswerEvent] = []
    refused: dict[str, str] = {}
    for line in _lines(log):
        row = rows.get(line.question)
        if row is None or not _may_answer(row, line.by):
            refused[line.id] = tr("Den frågan ställs bara på skärmen. Ta bort raden.")
            continue
        read = parse_keyed(bank, row, line.typed)
        if isinstance(read, Misread):
            refused[line.id] = say_misread(read, write_hint(row))
            continue
        answer = read.answer.model_copy(update={"by": line.by}) if read.answer else None
        whose = None if answer else line.by
        events.append(
            AnswerEvent(id=EventId(line.id), question=line.question, answer=answer, at=line.at, by=whose)
        )
    return ReadLines(events=tuple(events), refused=refused)


def _lines(log: object) -> Iterator[TypedLine]:
    match log:
        case {"events": list(events)}:
            for event in events:
                try:
                    yield TypedLine.model_validate(event)
                except ValidationError:
                    continue
        case _:
            return


def _may_answer(row: PaperRow, by: Respondent) -> bool:
    """An adult may have filled in for the student; the guardians' questions are theirs alone."""
    if row.item.asked_of is Respondent.GUARDIAN:
        return by is Respondent.GUARDIAN
    return by in (Respondent.STUDENT, Respondent.COACH, Respondent.GUARDIAN)
