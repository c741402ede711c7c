"""Two who answer past each other: both answers stay, and somebody is asked which holds."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, fold
from questionnaire.two_answers import settling, standing_answers, two_answers

AT = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
ASKED = QuestionId("SO1")


def tap(id_: str, choice: Choice | None, second: int, follows: tuple[str, ...] | None = ()) -> AnswerEvent:
    """An answer of the student's, given so many seconds later; None takes back."""
    return AnswerEvent(
        id=EventId(id_),
        question=ASKED,
        answer=Answer(choice=choice) if choice else None,
        at=AT + dt.timedelta(seconds=second),
        by=None if choice else Respondent.STUDENT,
        follows=None if follows is None else tuple(map(EventId, follows)),
    )


def test_an_answer_given_over_another_is_a_change_of_mind() -> None:
    """Whoever saw the first and gave another has changed it, and nothing is asked."""
    events = [tap("a", Choice.YES, 0), tap("b", Choice.NO, 5, ("a",))]
    assert two_answers(events) == ()
    assert [one.event for one in standing_answers(events)[ASKED, Respondent.STUDENT]] == ["b"]


def test_answers_that_did_not_see_each_other_are_both_shown() -> None:
    """The one given last counts meanwhile, and neither is gone."""
    events = [tap("a", Choice.YES, 0), tap("b", Choice.NO, 5)]
    (two,) = two_answers(events)
    assert [one.event for one in two.standing] == ["a", "b"]
    answer = fold(events).of(ASKED)
    assert answer is not None
    assert answer.choice is Choice.NO


def test_the_same_answer_twice_is_no_matter() -> None:
    """Two who say the same need not be asked."""
    assert two_answers([tap("a", Choice.YES, 0), tap("b", Choice.YES, 5)]) == ()


def test_taking_back_past_an_answer_is_shown_too() -> None:
    """One took the answer back while the other gave a new one over it."""
    events = [tap("a", Choice.YES, 0), tap("b", None, 5, ("a",)), tap("c", Choice.NO, 6, ("a",))]
    (two,) = two_answers(events)
    assert [one.answer and one.answer.choice for one in two.standing] == [None, Choice.NO]


def test_what_says_nothing_of_what_it_saw_follows_what_came_before() -> None:
    """Answers of before, from paper and from the command line, are changes of mind in the order they were given."""
    assert two_answers([tap("a", Choice.YES, 0, None), tap("b", Choice.NO, 5, None)]) == ()


def test_whoever_has_seen_both_settles_it() -> None:
    """The chosen answer is given again over all of them; it counts, and nothing is asked any more."""
    events = [tap("a", Choice.YES, 0), tap("b", Choice.NO, 5)]
    (two,) = two_answers(events)
    settled = [*events, settling(two, EventId("a"), EventId("c"), AT + dt.timedelta(minutes=1))]
    assert two_answers(settled) == ()
    answer = fold(settled).of(ASKED)
    assert answer is not None
    assert answer.choice is Choice.YES


def test_a_ring_of_answers_ends() -> None:
    """Two that claim to follow each other, or themselves, are somebody's invention and break nothing."""
    assert two_answers([tap("a", Choice.YES, 0, ("b", "a")), tap("b", Choice.NO, 1, ("a",))]) == ()


editors = st.lists(st.tuples(st.sampled_from("xy"), st.sampled_from(list(Choice)), st.booleans()), max_size=14)


@given(acts=editors)
def test_nothing_is_written_over_in_silence(acts: list[tuple[str, Choice, bool]]) -> None:
    """However two people answer, each now and then seeing what the other gave: what is not followed stands."""
    events: list[AnswerEvent] = []
    seen: dict[str, set[str]] = {"x": set(), "y": set()}
    for number, (who, choice, looks) in enumerate(acts):
        if looks:
            seen[who] = {event.id for event in events}
        event = tap(str(number), choice, number, tuple(sorted(seen[who])))
        events.append(event)
        seen[who].add(event.id)
    standing = {one.event for one in standing_answers(events).get((ASKED, Respondent.STUDENT), ())}
    unseen = {e.id for e in events if not any(e.id in (other.follows or ()) for other in events)}
    assert standing == unseen
    assert bool(two_answers(events)) == (len({e.answer for e in events if e.id in unseen}) > 1)
