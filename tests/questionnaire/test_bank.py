"""The bank that the program ships."""

from __future__ import annotations

import json
import re
from pathlib import Path
from statistics import mean

import pytest

from planning.errors import BadInput
from planning.needs import NEED_KINDS, SupportKind
from questionnaire.bank import BANK_FOLDER, load_bank
from questionnaire.vocabulary import AlertLevel, ItemKind, Preference, Routine, Sitting

BANK = load_bank()
SHORT_ROUTE = {
    "ST1", "PL1", "PL4", "PL6", "PL7", "TI1", "TI4", "TI5", "AM1", "AM2", "VU1", "VU4", "VA1", "VG1", "MA2", "RA1",
    "SI1", "OR1", "OR3", "OR6", "SK1", "IN1", "IN2", "SL2",
}  # fmt: skip
FOLLOW_UPS = {"PL5", "VU5", "VA2", "VG2", "MA3", "RA2", "SI2", "SI3", "SK2", "IN3"}
ONLY_FROM_THE_CASE = {
    "only_subjects", "require_subject", "keep_eligibility", "full_restore", "no_removal", "only_teachers",
    "require_teacher_share", "coach_all_lessons", "coach_availability", "dates_excluded", "max_lessons_per_week",
    "min_lessons_per_week", "max_minutes_per_week", "min_minutes_per_week", "max_growth", "max_growth_minutes",
    "travel_times",
}  # fmt: skip
"""Needs that adults write down as goals, frames and agreements; no question is about them."""
SHARED_QUESTIONS = Path(__file__).parents[2] / ".." / "shared" / "domain" / "questions.json"


def test_every_question_of_the_short_route_is_there_with_its_follow_ups() -> None:
    """All items marked ★ in the method, and all that are shown because of an answer to one of them."""
    short = {item.id for item in BANK.items if item.short_route}

    assert short >= SHORT_ROUTE
    assert short - SHORT_ROUTE <= FOLLOW_UPS
    assert set(BANK.by_id) >= SHORT_ROUTE | FOLLOW_UPS


def test_follow_ups_of_the_short_route_follow_a_question_of_it() -> None:
    """Nobody on the short route is asked a question whose reason was never asked."""
    for item in BANK.items:
        if item.short_route and item.shown_if:
            assert BANK.by_id[item.shown_if.question].short_route


def test_questions_come_by_sitting_then_section_then_number() -> None:
    """The order of the method: easy things about place first, private ones late, the draft last."""
    ids = [item.id for item in BANK.items]
    sections = [section.code for section in BANK.sections]

    assert ids[:3] == ["ST1", "ST2", "ST3"]
    assert ids[-1] == "SL2"
    assert ids == [
        item.id
        for item in sorted(BANK.items, key=lambda item: (item.sitting, sections.index(item.section), item.number))
    ]


def test_every_kind_of_need_that_answers_can_give_is_given_by_some_answer() -> None:
    """No need is left without a question, save those that only adults can write down."""
    given = {effect.need for item in BANK.items for effect in item.all_needs}

    assert given == set(NEED_KINDS) - ONLY_FROM_THE_CASE


def test_every_kind_of_support_is_given_by_some_answer() -> None:
    """Support nobody can ask for would be dead words; how the screen behaves is a preference instead."""
    given = {effect.support for item in BANK.items for effect in item.support}

    assert given == set(SupportKind) - {SupportKind.READ_ALOUD, SupportKind.PUPIL_MODE}


def test_every_routine_and_preference_is_reached_by_some_answer() -> None:
    """What the program knows to do about an answer, some answer asks for."""
    assert {alert.routine for item in BANK.items for alert in item.alerts} == set(Routine)
    assert {alert.level for item in BANK.items for alert in item.alerts} == set(AlertLevel)
    assert {effect.preference for item in BANK.items for effect in item.interface} == set(Preference)


@pytest.mark.parametrize("question", ["VU3", "MA4", "SK5", "HE1", "HE4", "TR1", "TR2", "TR3", "TR4"])
def test_every_question_that_can_oblige_somebody_to_act_does(question: str) -> None:
    """The nine questions of the method with F1 or F2 raise an alert."""
    item = next(item for item in BANK.items if item.id == question)

    assert item.alerts


def test_private_questions_are_the_ones_of_the_fourth_sitting() -> None:
    """Sitting D is what the student opens alone with the coach, and nothing else is private."""
    for item in BANK.items:
        assert item.private == (item.sitting is Sitting.D)


def test_questions_are_short() -> None:
    """Seven words on average, never more than eleven (method §4.3)."""
    lengths = [len(item.sv.split()) for item in BANK.items]

    assert mean(lengths) <= 7
    assert max(lengths) <= 11


def test_no_text_asks_for_reasons_or_labels_anybody() -> None:
    """No «varför», no «alltid/aldrig» in a question, and none of the words that are never used."""
    questions = " ".join(item.sv for item in BANK.items)
    everything = " ".join(path.read_text(encoding="utf-8") for path in BANK_FOLDER.glob("*.toml"))

    assert not re.search(r"(?i)\b(varför|alltid|aldrig)\b", questions)
    assert not re.search(r"(?i)\b(varför|why|hemmasittare|skolk\b|skolkar|vägrare)\b", everything)


def test_every_text_is_there_in_both_languages() -> None:
    """Questions, boxes, sections and sentences differ between the languages or are names and numbers."""
    texts = [
        text
        for item in BANK.items
        for text in (item.text, *item.options, *item.says.values())
    ]
    same = {text.sv for text in (*texts, *BANK.sections, *BANK.half_days) if text.sv == text.en}

    assert same <= {"1", "2", "3", "4", "5", "Taxi", "Film", "Sport", "Lunch", "Start"}


def test_every_time_grid_has_morning_and_afternoon_of_five_days() -> None:
    """Ten half days that meet at noon and do not overlap."""
    assert len(BANK.half_days) == 10
    for morning, afternoon in zip(BANK.half_days[::2], BANK.half_days[1::2], strict=True):
        assert (morning.weekday, morning.end) == (afternoon.weekday, afternoon.start)


def test_texts_are_those_of_the_project() -> None:
    """The questions and their boxes are worded as the project's own list words them."""
    if not SHARED_QUESTIONS.exists():
        pytest.skip("the project's list of questions lies beside the repository and is not here")
    listed = {entry["id"]: entry for entry in json.loads(SHARED_QUESTIONS.read_text(encoding="utf-8"))["student"]}

    for item in BANK.items:
        assert (item.sv, item.en) == (listed[item.id]["sv"], listed[item.id]["en"])
        kinds = {"yn": {ItemKind.YES_NO, ItemKind.TIME_GRID}, "pick1": {ItemKind.PICK_ONE}, "ticks": {ItemKind.TICKS}}
        assert item.kind in kinds[listed[item.id]["type"]]


def test_the_bank_is_read_once() -> None:
    """Asking for it again gives the same object."""
    assert load_bank() is load_bank()


def test_a_missing_bank_is_bad_input(tmp_path: Path) -> None:
    """A folder without the list of sections names that file."""
    with pytest.raises(BadInput) as refused:
        load_bank(tmp_path)

    assert refused.value.code == "bank"
    assert refused.value.data["file"] == "sections.toml"
