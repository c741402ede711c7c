"""What the browser sends, made into answer events. Nothing that is not one gets further than here."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import AwareDatetime, Field, ValidationError

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, Tick


class Tapped(Frozen):
    """One tap, as the browser tells it. `undo` takes the answer to the question back."""

    id: str = Field(pattern=r"^[0-9a-f-]{36}$")
    question: QuestionId
    choice: Choice | None
    ticks: tuple[Tick, ...] = Field(max_length=200)
    undo: bool
    at: AwareDatetime


def events_from(
    log: object, known: frozenset[QuestionId], *, by: Respondent = Respondent.STUDENT
) -> tuple[AnswerEvent, ...]:
    """The events of a log as the browser sends it, those to questions that are asked here."""
    match log:
        case {"events": list(events)}:
            return tuple(event for event in _each(events, by) if event.question in known)
        case _:
            return ()


def _each(events: list[object], by: Respondent) -> Iterator[AnswerEvent]:
    for event in events:
        try:
            tapped = Tapped.model_validate(event)
        except ValidationError:
            continue
        answer = None if tapped.undo else Answer(choice=tapped.choice, ticks=tapped.ticks, by=by)
        yield AnswerEvent(id=EventId(tapped.id), question=tapped.question, answer=answer, at=tapped.at)
