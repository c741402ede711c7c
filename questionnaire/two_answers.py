"""Two answers to one question, given by people who did not see each other's: nothing is written over in silence.

Each answer says which earlier ones were known where it was given. What nobody has answered over stands; where more than
one stands for the same respondent and they differ, somebody has to say which holds. Until then the one given last does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import AwareDatetime

from planning.frozen import Frozen
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId


class StandingAnswer(Frozen):
    """An answer that nobody has answered over. `answer` None: it was taken back."""

    event: EventId
    answer: Answer | None
    at: AwareDatetime


class TwoAnswers(Frozen):
    """Answers to the same question, for the same respondent, that speak against each other; the last given last."""

    question: QuestionId
    by: Respondent
    standing: tuple[StandingAnswer, ...]


def standing_answers(events: Iterable[AnswerEvent]) -> dict[tuple[QuestionId, Respondent], tuple[StandingAnswer, ...]]:
    """What stands, by question and respondent, the last given last. More than one where people did not see each other.

    An answer that says nothing of what was known where it was given follows all that came before it.
    """
    standing: dict[tuple[QuestionId, Respondent], list[AnswerEvent]] = {}
    followed: set[EventId] = set()
    for event in sorted({e.id: e for e in events}.values(), key=lambda e: (e.at, e.id)):
        by = event.answer.by if event.answer is not None else event.by
        if by is None:
            continue
        of_question = standing.setdefault((event.question, by), [])
        if event.follows is None:
            of_question.clear()
        followed.update(id_ for id_ in event.follows or () if id_ != event.id)
        of_question.append(event)
    return {
        place: tuple(
            StandingAnswer(event=e.id, answer=e.answer, at=e.at) for e in of_question if e.id not in followed
        )
        for place, of_question in standing.items()
    }


def two_answers(events: Iterable[AnswerEvent]) -> tuple[TwoAnswers, ...]:
    """Every question with answers that differ and of which nobody has said which holds, in the order of the ids."""
    return tuple(sorted(_differing(events), key=lambda two: (two.question, two.by)))


def _differing(events: Iterable[AnswerEvent]) -> Iterator[TwoAnswers]:
    for (question, by), standing in standing_answers(events).items():
        if any(one.answer != standing[0].answer for one in standing):
            yield TwoAnswers(question=question, by=by, standing=standing)


def settling(two: TwoAnswers, chosen: EventId, id_: EventId, at: AwareDatetime) -> AnswerEvent:
    """The answer that settles it: the chosen one given again, by somebody who has seen all of them.

    Raises `KeyError` when the chosen one is none of them.
    """
    known = {one.event: one for one in two.standing}
    return AnswerEvent(
        id=id_,
        question=two.question,
        answer=known[chosen].answer,
        at=at,
        by=two.by if known[chosen].answer is None else None,
        follows=tuple(known),
    )
