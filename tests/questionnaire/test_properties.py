"""What must hold whatever is answered, in whatever order it arrives: sheets, needs, routes and plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.proposing import problem_of, propose
from planning.checks.judge import broken_promises
from planning.needs.base import Respondent, Strength
from planning.outcomes import Conflict, Found, Interrupted
from questionnaire.alerts import alerts_from
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, Choice, EventId, QuestionId, fold
from questionnaire.bank import load_bank
from questionnaire.effects import (
    consents_from,
    needs_from,
    preferences_from,
    referrals_from,
    rides_from,
    tasks_from,
)
from questionnaire.items import Item
from questionnaire.reading import is_met
from questionnaire.route import Route, guardian_items, shown_items
from questionnaire.summary import LineKind, summarise
from questionnaire.vocabulary import Group, ItemKind
from tests.casework.small_week import TODAY, facts
from tests.questionnaire.sample_answers import WEEK, any_answer, any_sheet

BANK = load_bank()
AT = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
ADULTS = (Respondent.GUARDIAN, Respondent.COACH, Respondent.SCHOOL)
YES_NO = [item for item in BANK.items if item.kind is ItemKind.YES_NO]
PROTECTED = {"VU6", "OR6", "SO5"}
"""Here «vet inte» adds support or a referral (method §4.1)."""
STEPS = 2

quick = settings(max_examples=60, deadline=None)
solving = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def any_events(draw: st.DrawFn, by: tuple[Respondent, ...] = tuple(Respondent)) -> list[AnswerEvent]:
    """A log of taps on a few questions, some of them taken back, some at the same moment."""
    items = draw(st.lists(st.sampled_from(BANK.items), min_size=1, max_size=4, unique_by=lambda item: item.id))
    events = []
    for number in range(draw(st.integers(1, 12))):
        item = draw(st.sampled_from(items))
        given_by = st.sampled_from(by)
        answer = draw(st.one_of(st.none(), any_answer(item, given_by)))
        at = AT + dt.timedelta(seconds=draw(st.integers(0, 6)))
        taken_back = draw(st.one_of(st.none(), given_by)) if answer is None else None
        events.append(
            AnswerEvent(id=EventId(f"e{number}"), question=item.id, answer=answer, at=at, by=taken_back)
        )
    return events


@quick
@given(any_events(), st.randoms(use_true_random=False))
def test_order_repetition_and_resending_change_no_sheet(events: list[AnswerEvent], random: Random) -> None:
    """Events that come twice, late, in pieces or backwards give the sheet that they give in order."""
    lost = events[: random.randint(0, len(events))]
    resent = [*lost, *random.sample(events, len(events)), *random.choices(events, k=3)]

    assert fold(resent) == fold(events)
    assert fold(reversed(events)) == fold(events)


@quick
@given(any_sheet(by=(Respondent.STUDENT,)), any_sheet(by=ADULTS))
def test_a_later_answer_of_an_adult_changes_nothing_of_the_student_s(own: AnswerSheet, adults: AnswerSheet) -> None:
    """What an adult fills in afterwards, where the student has answered, leaves needs, tasks and route alone."""
    answered = {q: a for q, a in own.answers.items() if BANK.by_id[q].asked_of is Respondent.STUDENT}
    theirs = {q: a for q, a in adults.answers.items() if q in answered}
    sheet = fold(_as_events(answered, AT))
    both = fold([*_as_events(answered, AT), *_as_events(theirs, AT + dt.timedelta(days=1))])

    assert both.answers == sheet.answers
    assert needs_from(BANK, both, WEEK) == needs_from(BANK, sheet, WEEK)
    assert tasks_from(BANK, both, WEEK) == tasks_from(BANK, sheet, WEEK)
    for route in Route:
        assert shown_items(BANK, both, route) == shown_items(BANK, sheet, route)


@quick
@given(any_sheet(by=ADULTS))
def test_what_an_adult_fills_in_for_the_student_is_never_hard(adults: AnswerSheet) -> None:
    """It counts half: a wish of medium strength at most (method E10)."""
    theirs = {q: a for q, a in adults.answers.items() if BANK.by_id[q].asked_of is Respondent.STUDENT}

    for need in needs_from(BANK, fold(_as_events(theirs, AT)), WEEK):
        assert not need.is_hard
        assert need.strength is not Strength.WISH_3


def _as_events(answers: Mapping[QuestionId, Answer], at: dt.datetime) -> list[AnswerEvent]:
    """One tap for each answer, all at that moment."""
    return [
        AnswerEvent(id=EventId(f"{at.day}-{question}"), question=question, answer=answer, at=at)
        for question, answer in answers.items()
    ]


@quick
@given(any_sheet())
def test_any_answers_are_understood_whole(answers: AnswerSheet) -> None:
    """Needs, referrals, tasks, consents, rides, alerts, preferences and the summary come without error."""
    assert len({need.id for need in needs_from(BANK, answers, WEEK)}) == len(needs_from(BANK, answers, WEEK))
    assert all(one.question in answers.answers for one in referrals_from(BANK, answers, WEEK))
    assert len({one.task for one in tasks_from(BANK, answers, WEEK)}) == len(tasks_from(BANK, answers, WEEK))
    assert all(one.question in answers.answers for one in consents_from(BANK, answers))
    assert set(rides_from(BANK, answers)) <= set(BANK.half_days)
    assert all(alert.question in answers.answers for alert in alerts_from(BANK, answers))
    assert len(preferences_from(BANK, answers)) <= sum(len(item.interface) for item in BANK.items)
    assert not any(BANK.by_id[line.question].private for line in summarise(BANK, answers).lines)


@quick
@given(any_sheet(), st.sampled_from(Route), st.booleans(), st.booleans())
def test_no_question_is_shown_whose_condition_is_unmet(
    answers: AnswerSheet, route: Route, is_open: bool, after_draft: bool  # noqa: FBT001 - drawn by hypothesis
) -> None:
    """On every route and in the guardians' form; private ones only once they are open, and those of the draft last."""
    shown = shown_items(BANK, answers, route, pupil_mode=is_open, after_draft=after_draft)

    for item in (*shown, *guardian_items(BANK, answers)):
        assert item.shown_if is None or is_met(BANK, answers, item.shown_if)
    assert is_open or not any(item.private for item in shown)
    assert after_draft or not any(item.sitting.value == "E" for item in shown)


@pytest.mark.parametrize("item", YES_NO, ids=lambda item: item.id)
def test_not_knowing_binds_nothing_and_is_found_out_together(item: Item) -> None:
    """«Vet inte» adds no limit and no wish; the student's questions get one line in «ta reda på», private ones none."""
    sheet = _stands_and_is(item, Choice.DONT_KNOW)
    without = AnswerSheet(answers={q: a for q, a in sheet.answers.items() if q != item.id})
    new = [need for need in needs_from(BANK, sheet, WEEK) if need not in needs_from(BANK, without, WEEK)]
    referrals = [one for one in referrals_from(BANK, sheet, WEEK) if one.question == item.id]

    assert all(need.kind == "support" for need in new)
    assert bool(new or referrals) == (item.id in PROTECTED)
    assert not [alert for alert in alerts_from(BANK, sheet) if alert.question == item.id]
    lines = [line for line in summarise(BANK, sheet).group(Group.FIND_OUT) if line.question == item.id]
    is_told = not item.private and item.asked_of is Respondent.STUDENT
    assert [line.kind for line in lines] == ([LineKind.NOT_KNOWN] if is_told else [])


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_a_skip_adds_nothing_at_all(item: Item) -> None:
    """«Hoppa över» gives neither need nor line, and counts as answered."""
    sheet = AnswerSheet(answers={item.id: Answer(choice=Choice.SKIP, by=item.asked_of)})

    assert needs_from(BANK, sheet, WEEK) == ()
    assert referrals_from(BANK, sheet, WEEK) == ()
    assert tasks_from(BANK, sheet, WEEK) == ()
    assert alerts_from(BANK, sheet) == ()
    assert summarise(BANK, sheet).lines == ()


def _stands_and_is(item: Item, choice: Choice) -> AnswerSheet:
    """That answer, and one that lets the question stand."""
    answers = {item.id: Answer(choice=choice, by=item.asked_of)}
    opening = item.shown_if
    if opening is not None:
        boxes = [o.code for o in BANK.by_id[opening.question].options if o.code != opening.contains_not] or ["Beta"]
        ticks = () if opening.equals else (opening.contains or boxes[0],)
        answers[opening.question] = Answer(choice=opening.equals, ticks=ticks)
    return AnswerSheet(answers=answers)


def _as_the_screen_gives(sheet: AnswerSheet) -> AnswerSheet:
    """The same answers with such steps as a ladder of two has: nothing that the screen does not offer."""
    answers = {
        question: answer.model_copy(
            update={"first_step": None, "last_step": min(answer.last_step, STEPS) if answer.last_step else None}
        )
        for question, answer in sheet.answers.items()
    }
    return AnswerSheet(answers=answers)


@solving
@given(any_sheet())
def test_any_answers_come_to_a_plan_or_to_what_collides(answers: AnswerSheet) -> None:
    """From answers to the end: a plan that keeps every promise, a conflict that names needs, or time run out."""
    problem = problem_of(facts(), WEEK, _as_the_screen_gives(answers), today=TODAY)

    match propose(problem):
        case Found(plan=plan):
            assert broken_promises(problem, plan) == ()
        case Conflict(needs=needs):
            assert needs
            assert all(need.is_hard for need in needs)
        case Interrupted() as outcome:
            assert outcome.contact


@quick
@given(any_sheet(), st.sets(st.sampled_from([item.id for item in YES_NO])))
def test_not_knowing_more_changes_no_hard_need_of_the_plan(answers: AnswerSheet, unsure: set[QuestionId]) -> None:
    """«Vet inte» to any questions not yet answered leaves the planning problem's hard needs as they were."""
    given_before = _as_the_screen_gives(answers)
    more = {
        question: Answer(choice=Choice.DONT_KNOW, by=BANK.by_id[question].asked_of)
        for question in unsure
        if question not in answers.answers
    }
    before = problem_of(facts(), WEEK, given_before, today=TODAY)
    after = problem_of(facts(), WEEK, AnswerSheet(answers={**given_before.answers, **more}), today=TODAY)

    assert [need for need in after.needs if need.is_hard] == [need for need in before.needs if need.is_hard]
