"""What has changed since last time: then and now, each with its date."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs import Respondent
from questionnaire.answers import Answer, AnswerEvent, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.changes import changes, latest_day
from questionnaire.options import options_for
from tests.questionnaire.sample_answers import DONT_KNOW, NO, SKIP, WEEK, YES, Given, answer

BANK = load_bank()
AT = dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def tap(question: str, given_answer: Given | None, days: float = 0) -> AnswerEvent:
    """One answer so many days after the first."""
    what = None if given_answer is None else answer(given_answer)
    return AnswerEvent(id=EventId(f"{question}-{days}"), question=QuestionId(question), answer=what, at=AT + days * DAY)


def test_an_answer_that_is_otherwise_is_told_with_both_dates() -> None:
    """Then and now, and nothing of the answers that stayed."""
    events = [tap("MA2", NO), tap("OR3", YES), tap("MA2", YES, 20), tap("OR3", YES, 20)]
    (change,) = changes(BANK, events, AT + 19 * DAY)

    assert (change.question, change.before.choice, change.after.choice) == ("MA2", NO, YES)
    assert (change.before_at, change.after_at) == (AT, AT + 20 * DAY)


def test_an_old_answer_keeps_its_date() -> None:
    """What was agreed beside it later, or said again, does not make it newer."""
    agreed = Answer(choice=NO, last_step=3)
    events = [tap("MA2", NO), tap("MA2", agreed, 5), tap("MA2", YES, 20)]
    (change,) = changes(BANK, events, AT + 19 * DAY)

    assert change.before_at == AT


def test_boxes_in_another_order_are_no_change() -> None:
    """What is ticked counts, not how."""
    events = [tap("AM1", ("Bild", "Idrott")), tap("AM1", ("Idrott", "Bild"), 20)]

    assert changes(BANK, events, AT + DAY) == ()


def test_what_was_never_answered_or_is_taken_back_has_not_changed() -> None:
    """There is no then, or no now."""
    events = [tap("MA2", YES, 20), tap("OR3", YES), tap("OR3", None, 20)]

    assert changes(BANK, events, AT + DAY) == ()


def test_from_not_knowing_and_to_skipping_are_told() -> None:
    """Both are answers that the student gave; two ways of saying nothing are the same."""
    events = [
        tap("MA2", DONT_KNOW), tap("OR3", YES), tap("AM1", SKIP),
        tap("MA2", YES, 20), tap("OR3", SKIP, 20), tap("AM1", Answer(), 20),
    ]  # fmt: skip

    assert [change.question for change in changes(BANK, events, AT + DAY)] == ["MA2", "OR3"]


def test_what_an_adult_fills_in_later_is_no_change_of_the_students() -> None:
    """The student's own answer goes before it."""
    adults = Answer(choice=YES, by=Respondent.COACH)

    assert changes(BANK, [tap("MA2", NO), tap("MA2", adults, 20)], AT + DAY) == ()


def test_without_a_time_to_compare_with_nothing_has_changed() -> None:
    """The first time there is nothing before."""
    assert changes(BANK, [tap("MA2", NO)], None) == ()


def test_the_latest_day_of_answering_begins_at_midnight_at_school() -> None:
    """Half past midnight in Sweden is that day, though the clock is kept in UTC."""
    events = [tap("MA2", NO), tap("MA2", YES, 20 + 14.5 / 24)]
    began = latest_day(events, ZoneInfo("Europe/Stockholm"))

    assert began is not None
    assert began.isoformat() == "2026-11-24T00:00:00+01:00"
    assert latest_day([], ZoneInfo("Europe/Stockholm")) is None


TOLD = [item for item in BANK.items if not item.private and item.asked_of is Respondent.STUDENT]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_private_questions_and_the_guardians_are_never_told(data: st.DataObject) -> None:
    """Whatever is answered, again and again."""
    events = []
    for number in range(data.draw(st.integers(0, 12))):
        item = data.draw(st.sampled_from(BANK.items))
        codes = [option.code for option in options_for(item, WEEK)]
        ticks = tuple(data.draw(st.lists(st.sampled_from(codes), max_size=3))) if codes else ()
        by = data.draw(st.sampled_from(Respondent))
        given_answer = Answer(choice=data.draw(st.sampled_from([None, YES, NO, DONT_KNOW, SKIP])), ticks=ticks, by=by)
        events.append(tap(item.id, given_answer, number))
    found = changes(BANK, events, AT + data.draw(st.integers(0, 12)) * DAY)

    assert {change.question for change in found} <= {item.id for item in TOLD}
    assert all(change.before_at < change.after_at and change.before != change.after for change in found)
