"""What the browser sends, made into answer events. Nothing that is not one gets further than here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AwareDatetime, Field, ValidationError

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, Tick
from questionnaire.items import Bank, Item


class Tapped(Frozen):
    """One tap, as the browser tells it. `undo` takes back what the same one had answered."""

    id: str = Field(pattern=r"^[0-9a-f-]{36}$")
    question: QuestionId
    choice: Choice | None
    ticks: tuple[Tick, ...] = Field(max_length=200)
    undo: bool
    at: AwareDatetime
    by: Respondent = Respondent.STUDENT
    """Who held the screen."""
    follows: tuple[Annotated[EventId, Field(max_length=64)], ...] | None = Field(default=None, max_length=200)
    """The answers to the same question that were known there."""


def events_from(log: object, bank: Bank) -> tuple[AnswerEvent, ...]:
    """The events of a log as the browser sends it: those to questions of the bank, by somebody who is asked them."""
    match log:
        case {"events": list(events)}:
            return tuple(_event(tapped) for tapped in _tapped(events) if _may_answer(tapped, bank))
        case _:
            return ()


def knows_of(log: object) -> str:
    """The name of what the browser says that it has of what stays the same; «» where it has none."""
    match log:
        case {"knows": str(name)}:
            return name
        case _:
            return ""


def _tapped(events: list[object]) -> Iterator[Tapped]:
    for event in events:
        try:
            yield Tapped.model_validate(event)
        except ValidationError:
            continue


def _may_answer(tapped: Tapped, bank: Bank) -> bool:
    """The coach may fill in for the student, but nothing private, and for the guardians; nobody else for another."""
    item: Item | None = bank.by_id.get(tapped.question)
    if item is None:
        return False
    own = tapped.by is item.asked_of
    return own or (tapped.by is Respondent.COACH and not item.private)


def _event(tapped: Tapped) -> AnswerEvent:
    answer = None if tapped.undo else Answer(choice=tapped.choice, ticks=tapped.ticks, by=tapped.by)
    whose = tapped.by if tapped.undo else None
    return AnswerEvent(
        id=EventId(tapped.id), question=tapped.question, answer=answer, at=tapped.at, by=whose, follows=tapped.follows
    )
