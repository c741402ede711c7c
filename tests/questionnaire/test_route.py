"""Which questions are shown, and in which order."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, EventId, QuestionId, fold
from questionnaire.bank import load_bank
from questionnaire.reading import is_met
from questionnaire.route import Route, guardian_items, next_item, progress, route_for, shown_items
from tests.questionnaire.sample_answers import DONT_KNOW, NO, SKIP, YES, Given, any_sheet, sheet

BANK = load_bank()
AT = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


def shown(route: Route = Route.FULL, /, **given: Given) -> list[str]:
    """The ids shown after those answers, to a student with the screen, after the draft."""
    items = shown_items(BANK, sheet(**given), route, pupil_mode=True, after_draft=True)
    return [item.id for item in items]


@pytest.mark.parametrize(
    ("question", "opening", "others"),
    [
        ("PL5", {"PL4": YES}, [{"PL4": NO}, {"PL4": DONT_KNOW}, {"PL4": SKIP}, {}]),
        ("VU5", {"VU4": YES}, [{"VU4": NO}, {}]),
        ("VA2", {"VA1": YES}, [{"VA1": NO}, {}]),
        ("VG2", {"VG1": NO}, [{"VG1": YES}, {"VG1": DONT_KNOW}, {}]),
        ("SO2", {"SO1": YES}, [{"SO1": NO}, {}]),
        ("SO4", {"SO3": "waking_up"}, [{"SO3": "worry"}, {"SO3": "none"}, {}]),
        ("SO5", {"SO3": ("aches", "worry")}, [{"SO3": "worry"}, {}]),
        ("MA3", {"MA2": NO}, [{"MA2": YES}, {}]),
        ("RA2", {"RA1": YES}, [{"RA1": NO}, {}]),
        ("SI2", {"SI1": "sound"}, [{"SI1": "none"}, {"SI1": SKIP}, {}]),
        ("SI3", {"SI1": "light"}, [{"SI1": "none"}, {}]),
        ("SK2", {"SK1": YES}, [{"SK1": NO}, {}]),
        ("IN3", {"IN2": NO}, [{"IN2": YES}, {}]),
        ("VU3", {"VU2": "Beta"}, [{"VU2": "none"}, {}]),
        ("TR2", {"TR1": YES}, [{"TR1": NO}, {}]),
        ("AM4", {"AM3": "changing_clothes"}, [{"AM3": "keeping_up"}, {"AM3": SKIP}, {}]),
        ("AM5", {"AM3": "keeping_up"}, [{"AM3": "changing_clothes"}, {}]),
        ("VA5", {"VA4": YES}, [{"VA4": NO}, {"VA4": DONT_KNOW}, {}]),
    ],
)
def test_a_follow_up_is_shown_by_its_answer_only(
    question: str, opening: dict[str, Given], others: list[dict[str, Given]]
) -> None:
    """One answer opens it; every other answer, and none, leaves it closed."""
    assert question in shown(**opening)
    assert all(question not in shown(**other) for other in others)


def test_every_follow_up_of_the_bank_stands_in_the_table_above() -> None:
    """A new condition asks for a new row."""
    rows = next(mark for mark in test_a_follow_up_is_shown_by_its_answer_only.pytestmark).args[1]  # type: ignore[attr-defined]  # pytest hangs it there

    assert {row[0] for row in rows} == {item.id for item in BANK.items if item.shown_if}


def test_private_questions_need_the_students_own_screen() -> None:
    """Without pupil mode no question of sitting D is shown on any route."""
    items = shown_items(BANK, sheet(VU2="Beta", TR1=YES), Route.FULL)

    assert items
    assert not [item.id for item in items if item.private]


def test_the_question_about_the_draft_waits_for_it() -> None:
    """SL2 comes when there is a first step to look at."""
    before = shown_items(BANK, sheet(), Route.SHORT)
    after = shown_items(BANK, sheet(), Route.SHORT, after_draft=True)

    assert [item.id for item in after if item not in before] == ["SL2"]


def test_the_short_route_is_short() -> None:
    """At most thirty screens in a sitting, follow-ups included (method §4.1)."""
    everything_opened = shown(Route.SHORT, PL4=YES, VU4=YES, VG1=NO, MA2=NO, RA1=YES, IN2=NO)

    assert len(everything_opened) <= 30
    assert set(everything_opened) <= set(shown(Route.FULL, PL4=YES, VU4=YES, VG1=NO, MA2=NO, RA1=YES, IN2=NO))


def test_the_next_question_is_the_first_without_an_answer() -> None:
    """A skip is an answer; a follow-up comes when it is opened; at last there is none."""
    answers = {item.id: Answer(choice=SKIP) for item in shown_items(BANK, sheet(), Route.SHORT)}
    all_but_one = AnswerSheet(answers={q: a for q, a in answers.items() if q != "PL6"})
    opened = AnswerSheet(answers={**answers, QuestionId("MA2"): Answer(choice=NO)})

    assert next_item(BANK, sheet(), Route.SHORT) is BANK.by_id[QuestionId("ST1")]
    assert next_item(BANK, all_but_one, Route.SHORT) is BANK.by_id[QuestionId("PL6")]
    assert next_item(BANK, opened, Route.SHORT) is BANK.by_id[QuestionId("MA3")]
    assert next_item(BANK, AnswerSheet(answers=answers), Route.SHORT) is None


def test_the_route_is_the_students_choice() -> None:
    """Ja: all of it; bara några: the short one; inte idag: none of it; not asked: nothing chosen."""
    assert route_for(BANK, sheet(ST1="yes")) is Route.FULL
    assert route_for(BANK, sheet(ST1="a_few")) is Route.SHORT
    assert route_for(BANK, sheet(ST1="not_today")) is Route.NOT_TODAY
    assert route_for(BANK, sheet()) is None


def test_on_a_day_without_questions_only_what_one_likes_can_be_told() -> None:
    """Beside the question of how much; whatever else has been answered, and in whatever mode."""
    assert shown(Route.NOT_TODAY, ST1="not_today", VU2="Beta", TR1=YES, MA2=NO) == ["ST1", "IN1"]
    assert next_item(BANK, sheet(ST1="not_today"), Route.NOT_TODAY) is BANK.by_id[QuestionId("IN1")]
    assert next_item(BANK, sheet(ST1="not_today", IN1="music"), Route.NOT_TODAY) is None


def test_the_students_routes_and_the_guardians_form_share_no_question() -> None:
    """Each has all of its own: together they are the whole bank."""
    theirs = {item.id for item in guardian_items(BANK, sheet())}
    opened = {item.id for item in BANK.items if item.asked_of is Respondent.STUDENT and not item.shown_if}

    assert theirs == {item.id for item in BANK.items if item.asked_of is Respondent.GUARDIAN and not item.shown_if}
    assert not theirs & set(shown(Route.FULL))
    assert opened <= set(shown(Route.FULL))


def test_sections_show_how_far_the_student_has_come() -> None:
    """One dot for each section with questions on the route, done when all of them have an answer."""
    dots = {dot.code: dot for dot in progress(BANK, sheet(TI1="morning", AM1="Bild", AM2=SKIP), Route.SHORT)}

    assert (dots["TI"].shown, dots["TI"].answered, dots["TI"].is_done) == (3, 1, False)
    assert dots["AM"].is_done
    assert dots["AM"].name.sv == "Ämnen"
    assert "TR" not in dots


@settings(max_examples=100, deadline=None)
@given(any_sheet(), st.sampled_from(Route), st.booleans(), st.booleans())
def test_no_question_is_shown_whose_condition_is_not_met(
    answers: AnswerSheet, route: Route, pupil_mode: bool, after_draft: bool  # noqa: FBT001  hypothesis draws them
) -> None:
    """Whatever has been answered, in whatever mode, each question comes once and stands."""
    items = shown_items(BANK, answers, route, pupil_mode=pupil_mode, after_draft=after_draft)

    assert len({item.id for item in items}) == len(items)
    assert all(item.shown_if is None or is_met(BANK, answers, item.shown_if) for item in items)
    assert pupil_mode or not any(item.private for item in items)


EVENTS = st.lists(
    st.builds(
        AnswerEvent,
        id=st.uuids().map(lambda one: EventId(str(one))),
        question=st.sampled_from([item.id for item in BANK.items[:6]]),
        answer=st.one_of(st.none(), st.sampled_from([YES, NO, SKIP]).map(lambda button: Answer(choice=button))),
        at=st.integers(0, 20).map(lambda minutes: AT + dt.timedelta(minutes=minutes)),
    ),
    max_size=12,
)


@given(EVENTS, st.randoms())
def test_events_in_any_order_and_repeated_give_the_same_sheet(events: list[AnswerEvent], random: Random) -> None:
    """A phone that sends its log again, or late, changes nothing."""
    again = random.sample(events * 2, len(events) * 2)

    assert fold(again) == fold(events)


def test_undo_takes_the_answer_back() -> None:
    """The last event of a question wins, and an empty one leaves it unanswered."""
    question = QuestionId("MA2")
    said = AnswerEvent(id=EventId("a"), question=question, answer=Answer(choice=NO), at=AT)
    undone = AnswerEvent(id=EventId("b"), question=question, answer=None, at=AT + dt.timedelta(seconds=1))

    assert fold([said]).of("MA2") == Answer(choice=NO)
    assert fold([undone, said]).of("MA2") is None
