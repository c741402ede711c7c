"""What one respondent has answered herself, with dates, and what of it is asked again in a new round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from pydantic import AwareDatetime

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, QuestionId, latest_by_whom


class OwnAnswer(Frozen):
    """An answer and when it was given."""

    answer: Answer
    at: AwareDatetime


class EarlierAnswer(OwnAnswer):
    """What was answered before the round began. `is_asked_again`: nothing has been said of it since."""

    is_asked_again: bool


def own_answers(events: Iterable[AnswerEvent], by: Respondent) -> Mapping[QuestionId, OwnAnswer]:
    """The latest answer of that respondent to each question, whatever others have filled in beside it."""
    return {
        question: OwnAnswer(answer=by_whom[by][0], at=by_whom[by][1])
        for question, by_whom in latest_by_whom(events).items()
        if by in by_whom
    }


def earlier_answers(
    events: Iterable[AnswerEvent], by: Respondent, started: dt.datetime | None
) -> Mapping[QuestionId, EarlierAnswer]:
    """What the respondent had answered when the round started; nothing when there is no round.

    What was skipped is not asked again (`method.md` §4.1).
    """
    if started is None:
        return {}
    known = tuple(events)
    now = own_answers(known, by)
    before = own_answers((event for event in known if event.at < started), by)
    return {
        question: EarlierAnswer(
            answer=own.answer,
            at=own.at,
            is_asked_again=question not in now or now[question].at < started,
        )
        for question, own in before.items()
        if own.answer.choice is not Choice.SKIP
    }


def with_what_was_agreed(events: Iterable[AnswerEvent], known: Iterable[AnswerEvent]) -> tuple[AnswerEvent, ...]:
    """The events; one that says the same again keeps what was agreed beside the answer (times, lengths).

    One that is known already comes back as it is known, however often it is sent.
    """
    before = tuple(known)
    stored = {event.id: event for event in before}
    return tuple(stored.get(event.id) or _with_details(event, before) for event in events)


def _with_details(event: AnswerEvent, before: tuple[AnswerEvent, ...]) -> AnswerEvent:
    if event.answer is None:
        return event
    own = own_answers(before, event.answer.by).get(event.question)
    if own is None or not _says_the_same(own.answer, event.answer):
        return event
    return event.model_copy(update={"answer": own.answer})


def _says_the_same(one: Answer, other: Answer) -> bool:
    return one.choice is other.choice and set(one.ticks) == set(other.ticks)
