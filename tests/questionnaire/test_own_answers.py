"""What somebody has answered herself, and what of it is asked again."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, fold
from questionnaire.own_answers import earlier_answers, own_answers, with_what_was_agreed

START = dt.datetime(2026, 11, 3, 9, 0, tzinfo=dt.UTC)
STUDENT, COACH = Respondent.STUDENT, Respondent.COACH
SLEEP = QuestionId("SO1")


def said(
    name: str, days: int, choice: Choice | None, *, by: Respondent = STUDENT, question: str = "SO1"
) -> AnswerEvent:
    """An answer (or an undo) so many days after the start."""
    answer = None if choice is None else Answer(choice=choice, by=by)
    whose = by if choice is None else None
    at = START + dt.timedelta(days=days)
    return AnswerEvent(id=EventId(name), question=QuestionId(question), answer=answer, at=at, by=whose)


def test_what_others_have_filled_in_is_not_ones_own() -> None:
    """The student has answered nothing where only the coach has."""
    filled_in = [said("a", 0, Choice.YES, by=COACH)]

    assert own_answers(filled_in, STUDENT) == {}
    assert own_answers(filled_in, COACH)[SLEEP].answer.choice is Choice.YES


def test_a_round_asks_again_what_was_answered_before_it() -> None:
    """With the answer and the date it had."""
    earlier = earlier_answers([said("a", 0, Choice.YES)], STUDENT, START + dt.timedelta(days=20))

    assert earlier[SLEEP].is_asked_again
    assert earlier[SLEEP].at == START


def test_what_was_answered_in_the_round_is_not_asked_once_more() -> None:
    """Even when it is the same answer, and the earlier one can still be told."""
    events = [said("a", 0, Choice.YES), said("b", 21, Choice.YES)]
    earlier = earlier_answers(events, STUDENT, START + dt.timedelta(days=20))

    assert not earlier[SLEEP].is_asked_again
    assert earlier[SLEEP].at == START


def test_an_undo_in_the_round_opens_the_question_with_the_earlier_answer() -> None:
    """What was said before the round is still there to be kept."""
    events = [said("a", 0, Choice.YES), said("b", 21, Choice.NO), said("c", 22, None)]
    earlier = earlier_answers(events, STUDENT, START + dt.timedelta(days=20))

    assert earlier[SLEEP].is_asked_again
    assert earlier[SLEEP].answer.choice is Choice.YES


def test_what_was_skipped_is_never_asked_again() -> None:
    """«Hoppa över» holds in later rounds too (method.md §4.1)."""
    assert earlier_answers([said("a", 0, Choice.SKIP)], STUDENT, START + dt.timedelta(days=20)) == {}


def test_without_a_round_nothing_is_asked_again() -> None:
    """Pausing for weeks starts no round."""
    assert earlier_answers([said("a", 0, Choice.YES)], STUDENT, None) == {}


def test_the_same_answer_again_keeps_what_was_agreed_beside_it() -> None:
    """Another answer does not."""
    agreed = AnswerEvent(
        id=EventId("a"), question=SLEEP, answer=Answer(choice=Choice.YES, time="10:00"), at=START
    )
    same, other = said("b", 20, Choice.YES), said("c", 20, Choice.NO)

    kept = with_what_was_agreed([same, other], [agreed])

    assert [event.answer and event.answer.time for event in kept] == [600, None]


def test_an_event_sent_again_comes_back_as_it_was_stored() -> None:
    """Whatever has been answered in between: an id stands for one event for ever."""
    first = said("b", 20, Choice.YES)
    known = [said("a", 0, Choice.YES), first, said("c", 21, Choice.NO)]

    assert with_what_was_agreed([first], known) == (first,)


EVENTS = st.lists(
    st.builds(
        said,
        st.uuids().map(str),
        st.integers(0, 30),
        st.sampled_from([None, *Choice]),
        by=st.sampled_from(Respondent),
        question=st.sampled_from(["SO1", "AM1", "G01"]),
    ),
    max_size=12,
)


@given(EVENTS, st.sampled_from(Respondent))
def test_own_answers_are_those_of_the_sheet(events: list[AnswerEvent], by: Respondent) -> None:
    """Read from the log or from the folded sheet, they are the same."""
    sheet = fold(events)
    of_sheet = {
        question: answer
        for question, counts in sheet.answers.items()
        for answer in (counts, *sheet.beside.get(question, ()))
        if answer.by is by
    }

    assert {question: own.answer for question, own in own_answers(events, by).items()} == of_sheet
