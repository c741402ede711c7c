"""What is set takes effect: a new case's calendar, rooms among the boxes, own questions, limits in the law."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.app_verbs import problem_for
from casework.cases import create_case, open_case, record_answers, take_in_timetable, write_facts
from casework.course_records import course_record
from casework.ladder import calendar_of
from casework.questions import open_questions
from casework.settings import keep_setting, put_back
from casework.settings_in_force import calm_rooms, school_rooms
from casework.settings_kinds import SettingsKind
from planning.law.rules import law_rules_on
from planning.needs.environment import SafeRoom
from planning.needs.times import EarliestStart
from planning.telling import telling_words
from planning.timetable import Timetable
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.options import options_for
from questionnaire.paper_rows import Form, rows_on_paper
from questionnaire.route import Route, shown_items
from questionnaire.summary import summarise
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.small_week import MONDAY, TODAY, facts, week
from tests.casework.test_settings import YEAR
from tests.opened_store import opened_store

ROOMS = """["Lugna rummet"]
use = ["calm", "small"]
seats = 4
[A1]
use = ["small"]
"""
OWN = """[SO50]
topic = "home"
sitting = "B"
kind = "yes_no"
sv = "Är det svårt att gå upp tidigt?"
en = "Is it hard to get up early?"

[SO50.says]
yes = { group = "hard", sv = "Det är svårt att gå upp tidigt.", en = "It is hard to get up early." }
no = { group = "works", sv = "Det går bra att gå upp tidigt.", en = "Getting up early works." }

[[SO50.needs]]
when = ["yes"]
need = "earliest_start"
strength = "hard_now"
last_step = 2
with = { time = "09:15" }
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseStore:
    """One coach's installation."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    return opened_store(tmp_path / "arenden.stegvis")


def begun(store: CaseStore) -> CaseId:
    """A case with a week."""
    case_id = create_case(store, name="Test T.")
    take_in_timetable(store, case_id, week())
    return case_id


def answer(store: CaseStore, case_id: CaseId, question: str, given: Answer) -> None:
    """Somebody answers."""
    at = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
    event = AnswerEvent(id=EventId(f"{case_id}-{question}"), question=QuestionId(question), answer=given, at=at)
    record_answers(store, case_id, [event])


def keep(store: CaseStore, kind: SettingsKind, text: str) -> None:
    """Keeps that, which has no faults."""
    assert keep_setting(store, kind, text.encode()).faults == ()


def test_a_new_case_begins_with_the_school_s_calendar(store: CaseStore) -> None:
    """Lov, studiedagar and terms; the days between the terms are free without being written."""
    keep(store, SettingsKind.CALENDAR, YEAR)
    case = open_case(store, create_case(store, name="Test T."))
    calendar = calendar_of(case.facts, week(), TODAY)
    assert calendar.closed_because(dt.date(2027, 2, 24)) == "Sportlov"
    assert calendar.closed_because(dt.date(2026, 12, 22)) == "Jullov"
    assert calendar.is_open(dt.date(2027, 3, 3))
    assert case.facts.calendar.closed[1].name == "Studiedag"


def test_a_case_that_is_there_is_not_changed_by_the_calendar(store: CaseStore) -> None:
    """Not silently: what was agreed on stands until somebody takes it in."""
    case_id = create_case(store, name="Test T.")
    before = open_case(store, case_id).facts
    keep(store, SettingsKind.CALENDAR, YEAR)
    assert open_case(store, case_id).facts == before


def test_a_room_without_lessons_can_be_ticked_and_leads_to_a_need(store: CaseStore) -> None:
    """It stands among the boxes of «Var i skolan känns det okej?», and what is ticked is planned with."""
    keep(store, SettingsKind.ROOMS, ROOMS)
    case_id = begun(store)
    timetable = open_case(store, case_id).timetable
    assert timetable is not None
    codes = [option.code for option in options_for(load_bank().by_id[QuestionId("PL6")], timetable)]
    assert "Lugna rummet" in codes
    assert codes.count("A1") == 1
    asked_of = open_questions(store, case_id).timetable
    assert asked_of is not None
    assert asked_of.known_rooms == timetable.known_rooms
    answer(store, case_id, "PL6", Answer(ticks=("Lugna rummet",)))
    write_facts(store, case_id, facts())
    problem = problem_for(open_case(store, case_id))
    assert problem is not None
    assert [need.rooms for need in problem.needs if isinstance(need, SafeRoom)] == [("Lugna rummet",)]
    assert calm_rooms() == ("Lugna rummet",)


def test_a_guard_of_the_course_knows_the_rooms_too(store: CaseStore) -> None:
    """What is planned with a room of the school is weighed with it when the case moves on."""
    keep(store, SettingsKind.ROOMS, ROOMS)
    case_id = begun(store)
    with store.reading() as reader:
        weighed = course_record(reader, reader.case(case_id)).case.timetable
    assert weighed == open_case(store, case_id).timetable


def test_the_rooms_are_the_school_s_and_never_kept_in_the_case(store: CaseStore) -> None:
    """A room that is taken out of the settings is no longer offered."""
    keep(store, SettingsKind.ROOMS, ROOMS)
    case_id = begun(store)
    taken = open_case(store, case_id).timetable
    assert taken is not None
    assert "other_rooms" not in taken.model_dump()
    assert Timetable.model_validate(taken.model_dump()).other_rooms == ()
    take_in_timetable(store, case_id, taken)
    put_back(store, SettingsKind.ROOMS, 0)
    again = open_case(store, case_id).timetable
    assert again is not None
    assert again.known_rooms == week().rooms
    assert school_rooms() == {}


def test_an_own_question_is_asked_told_and_planned_for_without_code(store: CaseStore) -> None:
    """After its section's others, on the screen and on paper; the answer leads to a need of the plan."""
    keep(store, SettingsKind.QUESTIONS, OWN)
    case_id = begun(store)
    write_facts(store, case_id, facts(ladder={"first_monday": MONDAY, "number_of_steps": 4, "weeks_per_step": 1}))
    answer(store, case_id, "SO50", Answer(choice=Choice.YES))
    case, bank = open_case(store, case_id), load_bank()
    shown = shown_items(bank, case.sheet, Route.FULL)
    assert [item.id for item in shown if (item.section, item.sitting) == ("SO", "B")][-1] == "SO50"
    assert case.timetable is not None
    assert "SO50" in [row.item.id for row in rows_on_paper(bank, case.timetable, Form.FULL)]
    problem = problem_for(case)
    assert problem is not None
    starts = [need for need in problem.needs if isinstance(need, EarliestStart) and need.origin.ref == "SO50"]
    assert [(need.time, need.last_step) for need in starts] == [(9 * 60 + 15, 2)]
    assert "Det är svårt att gå upp tidigt." in [line.text.sv for line in summarise(bank, case.sheet).lines]


def test_a_question_that_is_no_longer_asked_keeps_what_was_answered(store: CaseStore) -> None:
    """Nobody is asked it again; the answer stands in the summary and in the plan."""
    keep(store, SettingsKind.QUESTIONS, OWN)
    case_id = begun(store)
    write_facts(store, case_id, facts())
    answer(store, case_id, "SO50", Answer(choice=Choice.YES))
    changes = keep_setting(store, SettingsKind.QUESTIONS, b"# none of our own any more\n").changes
    assert changes == (
        "SO50 ställs inte längre: Är det svårt att gå upp tidigt? Det som är besvarat finns kvar.",
    )
    case, bank = open_case(store, case_id), load_bank()
    assert "SO50" not in [item.id for item in shown_items(bank, case.sheet, Route.FULL)]
    assert case.timetable is not None
    assert "SO50" not in [row.item.id for row in rows_on_paper(bank, case.timetable, Form.FULL)]
    assert case.sheet.of(QuestionId("SO50")) == Answer(choice=Choice.YES)
    problem = problem_for(case)
    assert problem is not None
    assert "SO50" in {need.origin.ref for need in problem.needs}
    assert "Det är svårt att gå upp tidigt." in [line.text.sv for line in summarise(bank, case.sheet).lines]


def test_a_limit_of_one_s_own_is_what_the_law_s_rules_count_with(store: CaseStore) -> None:
    """With the municipality's source beside the project's, in every state of the law; and put back it is gone."""
    keep(store, SettingsKind.RULES, '[C8]\nnumbers = { most_weeks_a_step = 8 }\nsource = "Kommunens riktlinje 2027"\n')
    for day in (MONDAY, dt.date(2028, 9, 1)):
        rule = law_rules_on(day).by_code["C8"]
        assert rule.numbers["most_weeks_a_step"] == 8
        assert rule.numbers["usual_weeks_a_step"] == 4
        assert rule.source == "praxis; Kommunens riktlinje 2027"
    put_back(store, SettingsKind.RULES)
    assert law_rules_on(MONDAY).by_code["C8"].numbers["most_weeks_a_step"] == 6


def test_words_of_one_s_own_are_kept_out_of_decisions_too(store: CaseStore) -> None:
    """Beside the project's."""
    assert telling_words("Hen går i blåklockegruppen och har en diagnos.") == ("diagnos",)
    keep(store, SettingsKind.RULES, '[words.health]\nstems = ["blåklocke"]\n')
    assert telling_words("Hen går i blåklockegruppen och har en diagnos.") == ("blåklockegruppen", "diagnos")
