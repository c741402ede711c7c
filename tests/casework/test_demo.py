"""The invented student: plausible, half done, and never in the way of what has been done since."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from casework.cases import CaseStore, Stage, list_cases, open_case, write_facts
from casework.demo import ANSWERS, demo_facts, demo_timetable, seed_demo
from planning.clock import Weekday
from planning.timetable import LessonKind
from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import needs_from
from questionnaire.options import options_for
from questionnaire.route import Route, next_item, shown_items
from tests.erasing import erase_case
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with the invented student in it."""
    made = opened_store(tmp_path / "cases.stegvis")
    seed_demo(made)
    return made


def test_the_case_is_half_done(store: CaseStore) -> None:
    """Between four and six tenths of the short route is answered, and the next question is one to go on with."""
    summary = list_cases(store)[0]
    assert (summary.name, summary.stage) == ("Kim Exempel", Stage.QUESTIONS)
    assert 0.4 <= summary.answered / summary.asked <= 0.6
    item = next_item(load_bank(), open_case(store, summary.id).sheet, Route.SHORT)
    assert item is not None


def test_the_answers_are_those_that_the_questions_offer() -> None:
    """Every answer stands on the short route, and every tick is one of its boxes."""
    sheet = AnswerSheet(answers={QuestionId(question): answer for question, answer in ANSWERS.items()})
    shown = {item.id: item for item in shown_items(load_bank(), sheet, Route.SHORT)}
    assert set(ANSWERS) <= set(shown)
    for question, answer in sheet.answers.items():
        offered = {option.code for option in options_for(shown[question], demo_timetable())}
        assert set(answer.ticks) <= offered


def test_the_answers_given_are_the_first_of_the_route() -> None:
    """Nobody skipped ahead: what is answered comes before what is not."""
    sheet = AnswerSheet(answers={QuestionId(question): answer for question, answer in ANSWERS.items()})
    asked = [item.id for item in shown_items(load_bank(), sheet, Route.SHORT)]
    assert asked[: len(ANSWERS)] == list(ANSWERS)


def test_the_answers_give_rise_to_needs() -> None:
    """The half that is answered is enough for something to be planned from."""
    sheet = AnswerSheet(answers={QuestionId(question): answer for question, answer in ANSWERS.items()})
    kinds = {need.kind for need in needs_from(load_bank(), sheet, demo_timetable())}
    assert {"begin_with", "avoid_subject", "avoid_place", "max_days", "coach_at_first_lesson"} <= kinds


def test_the_week_is_one_of_a_swedish_year_eight() -> None:
    """Monday to Friday, about 28 lessons, 20 to 26 hours of teaching, a lunch every day, nothing at the same time."""
    timetable = demo_timetable()
    assert 26 <= len(timetable.occasions) <= 30
    assert 20 * 60 <= timetable.minutes_per_week("") <= 26 * 60
    for weekday in list(Weekday)[:5]:
        day = sorted((row for row in timetable.lessons if row.weekday == weekday), key=lambda row: row.start)
        assert [row.kind for row in day].count(LessonKind.LUNCH) == 1
        assert all(earlier.end <= later.start for earlier, later in pairwise(day))
        assert all(row.teachers and row.rooms for row in day if row.kind is LessonKind.LESSON)


def test_a_teacher_is_in_one_place_and_teaches_few_subjects() -> None:
    """Each short code has at most four subjects, as a teacher of a small school may have."""
    lessons = [occasion.lesson for occasion in demo_timetable().occasions]
    for teacher in demo_timetable().teachers:
        assert len({lesson.subject for lesson in lessons if teacher in lesson.teachers}) <= 4


def test_showing_it_again_leaves_what_has_been_done(store: CaseStore) -> None:
    """A second start neither doubles the case nor undoes anything in it."""
    case_id = list_cases(store)[0].id
    write_facts(store, case_id, demo_facts().model_copy(update={"trusted_person": "Någon annan"}))
    before = open_case(store, case_id)
    assert seed_demo(store) == case_id
    assert open_case(store, case_id) == before
    assert len(list_cases(store)) == 1


def test_erased_and_shown_again_it_is_as_new(store: CaseStore) -> None:
    """The invented case can be started over."""
    case_id = list_cases(store)[0].id
    erase_case(store, case_id)
    seed_demo(store)
    assert open_case(store, case_id).facts == demo_facts()
