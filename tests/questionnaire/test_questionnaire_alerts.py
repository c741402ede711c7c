"""Answers that oblige somebody to act, and when they are taken care of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from planning.needs import Respondent
from questionnaire.alerts import (
    AlertLevel,
    Handled,
    Routine,
    alerts_from,
    open_alerts,
    second_person_tasks,
    told_at,
)
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, EventId, QuestionId
from questionnaire.bank import load_bank
from tests.questionnaire.sample_answers import DONT_KNOW, NO, SKIP, YES, Given, any_sheet, sheet

BANK = load_bank()
AT = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("given", "level", "routine"),
    [
        ({"VU3": YES}, "F1", "staff_harm"),
        ({"TR1": YES}, "F2", "student_harm"),
        ({"TR2": YES}, "F1", "student_harm_goes_on"),
        ({"TR3": YES}, "F1", "afraid"),
        ({"TR4": "today"}, "F1", "talk_today"),
        ({"TR4": "soon"}, "F2", "talk_soon"),
        ({"HE1": NO}, "F2", "home"),
        ({"HE4": YES}, "F2", "home"),
        ({"SK5": YES}, "F2", "online"),
        ({"MA4": YES}, "F2", "eating"),
    ],
)
def test_an_answer_obliges_somebody_to_act(given: dict[str, Given], level: str, routine: str) -> None:
    """One row of the method, raised even when the question's own condition no longer stands."""
    (alert,) = alerts_from(BANK, sheet(**given))

    assert (alert.level, alert.routine, alert.question) == (level, routine, next(iter(given)))


@pytest.mark.parametrize(
    "given",
    [{"VU3": NO}, {"TR1": NO}, {"TR3": DONT_KNOW}, {"TR3": SKIP}, {"TR4": "no"}, {"TR4": "no_answer"}, {"HE1": YES}],
)
def test_other_answers_oblige_nobody(given: dict[str, Given]) -> None:
    """The program reads nothing into a no, a «vet inte» or a skip."""
    assert alerts_from(BANK, sheet(**given)) == ()


def test_what_is_of_the_same_day_comes_first() -> None:
    """F1 before F2, each in the bank's order."""
    alerts = alerts_from(BANK, sheet(MA4=YES, HE1=NO, TR1=YES, TR2=YES, TR3=YES))

    assert [alert.question for alert in alerts] == ["TR2", "TR3", "MA4", "HE1", "TR1"]


def test_an_adults_answer_obliges_too() -> None:
    """Who held the screen makes no difference to a duty."""
    (alert,) = alerts_from(BANK, sheet(TR3=Answer(choice=YES, by=Respondent.COACH)))

    assert alert.level is AlertLevel.F1


def test_an_alert_is_open_until_somebody_has_taken_care_of_it() -> None:
    """Taking care of one leaves the others open."""
    alerts = alerts_from(BANK, sheet(TR3=YES, MA4=YES))
    done = Handled(question=QuestionId("TR3"), at=AT, by="kurator")

    assert open_alerts(alerts, []) == alerts
    assert [alert.question for alert in open_alerts(alerts, [done])] == ["MA4"]


def test_what_was_taken_care_of_does_not_cover_something_worse() -> None:
    """«Ja, snart» taken care of is not «ja, idag» taken care of."""
    (soon,) = alerts_from(BANK, sheet(TR4="soon"))
    (today,) = alerts_from(BANK, sheet(TR4="today"))
    done = Handled.of(soon, AT, "kurator")

    assert open_alerts([soon], [done]) == ()
    assert open_alerts([today], [done]) == (today,)
    assert done.routine is Routine.TALK_SOON


@settings(max_examples=75, deadline=None)
@given(any_sheet())
def test_any_answers_raise_alerts_without_error(answers: AnswerSheet) -> None:
    """Each alert belongs to an answered question."""
    assert all(alert.question in answers.answers for alert in alerts_from(BANK, answers))


@pytest.mark.parametrize("at", [dt.datetime(2026, 11, 23, 9), dt.datetime(1, 1, 1, tzinfo=dt.UTC)])  # noqa: DTZ001 - a time without zone is what is refused
def test_duty_handled_at_no_certain_time_is_refused(at: dt.datetime) -> None:
    """Without a zone nobody knows when, and before our time is a slip of the pen."""
    with pytest.raises(ValidationError):
        Handled(question=QuestionId("TR3"), at=at, by="kurator")


def test_what_one_person_carries_alone_is_to_be_shared() -> None:
    """Not before anybody has taken care of it, and no longer when a second person has been given it."""
    alerts = alerts_from(BANK, sheet(TR3=YES, MA4=YES))
    alone = Handled(question=QuestionId("TR3"), at=AT, by="kurator")
    shared = alone.model_copy(update={"second": "rektor"})

    assert second_person_tasks(alerts, []) == ()
    (task,) = second_person_tasks(alerts, [alone])
    assert (task.alert.question, task.handled) == ("TR3", alone)
    assert second_person_tasks(alerts, [alone, shared]) == ()


def test_a_second_person_for_one_routine_does_not_share_another() -> None:
    """«Ja, snart» shared is not «ja, idag» shared."""
    (soon,) = alerts_from(BANK, sheet(TR4="soon"))
    (today,) = alerts_from(BANK, sheet(TR4="today"))
    notes = [Handled.of(soon, AT, "kurator", "rektor"), Handled.of(today, AT, "kurator")]

    assert second_person_tasks([soon], notes) == ()
    assert [task.alert for task in second_person_tasks([today], notes)] == [today]


def test_a_note_has_room_for_who_and_not_for_a_description() -> None:
    """Sixty letters; the second person may be left out where there is none yet."""
    assert Handled(question=QuestionId("TR3"), at=AT, by="kurator").second == ""
    with pytest.raises(ValidationError):
        Handled(question=QuestionId("TR3"), at=AT, by="kurator", second="x" * 61)


def test_a_duty_is_counted_from_when_it_was_first_told() -> None:
    """Neither another answer before nor the same one again moves it."""
    given = ((0, NO), (1, YES), (2, None), (3, YES))
    events = [
        AnswerEvent(
            id=EventId(str(hour)),
            question=QuestionId("TR3"),
            answer=Answer(choice=choice) if choice else None,
            at=AT + dt.timedelta(hours=hour),
        )
        for hour, choice in given
    ]
    (alert,) = alerts_from(BANK, sheet(TR3=YES))

    assert told_at(BANK, alert, events) == AT + dt.timedelta(hours=1)
    assert told_at(BANK, alert, reversed(events)) == AT + dt.timedelta(hours=1)
    assert told_at(BANK, alert, events[:1]) is None
