"""The bank that the program ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning.errors import BadInput
from planning.needs.base import Respondent
from questionnaire.bank import load_bank
from questionnaire.vocabulary import Sitting

BANK = load_bank()
SHORT_ROUTE = {
    "ST1", "PL1", "PL4", "PL6", "PL7", "TI1", "TI4", "TI5", "AM1", "AM2", "VU1", "VU4", "VA1", "VG1", "MA2", "RA1",
    "SI1", "OR1", "OR3", "OR6", "SK1", "IN1", "IN2", "SL2",
}  # fmt: skip
def test_every_question_of_the_short_route_is_there_with_its_follow_ups() -> None:
    """All items marked ★ in the method, and such as are shown because of an answer to one of them."""
    short = {item.id for item in BANK.items if item.short_route}

    assert len(SHORT_ROUTE) == 24
    assert short >= SHORT_ROUTE
    for follow_up in short - SHORT_ROUTE:
        condition = BANK.by_id[follow_up].shown_if
        assert condition is not None
        assert condition.question in SHORT_ROUTE


def test_the_bank_is_whole() -> None:
    """85 questions to the student, nine of them private, and 18 to the guardians."""
    asked = [item.asked_of for item in BANK.items]

    assert (asked.count(Respondent.STUDENT), asked.count(Respondent.GUARDIAN)) == (85, 18)
    assert {item.id for item in BANK.items if item.private} == {
        "VU3", "SK5", "HE1", "HE4", "HE5", "TR1", "TR2", "TR3", "TR4",
    }  # fmt: skip


def test_a_sitting_has_at_most_thirty_questions() -> None:
    """Nobody is asked more than thirty screens at a time (method §4.1)."""
    for sitting in Sitting:
        assert 0 < sum(item.sitting is sitting for item in BANK.items) <= 30


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
    assert ids[83:86] == ["SL1", "SL2", "G01"]
    assert ids[-1] == "G18"
    assert ids == [
        item.id
        for item in sorted(BANK.items, key=lambda item: (item.sitting, sections.index(item.section), item.number))
    ]


@pytest.mark.parametrize("question", ["VU3", "MA4", "SK5", "HE1", "HE4", "TR1", "TR2", "TR3", "TR4"])
def test_every_question_that_can_oblige_somebody_to_act_does(question: str) -> None:
    """The nine questions of the method with F1 or F2 raise an alert."""
    item = next(item for item in BANK.items if item.id == question)

    assert item.alerts


def test_private_questions_are_the_ones_of_the_fourth_sitting() -> None:
    """Sitting D is what the student opens alone with the coach, and nothing else is private."""
    for item in BANK.items:
        assert item.private == (item.sitting is Sitting.D)


def test_every_time_grid_has_morning_and_afternoon_of_five_days() -> None:
    """Ten half days that meet at noon and do not overlap."""
    assert len(BANK.half_days) == 10
    for morning, afternoon in zip(BANK.half_days[::2], BANK.half_days[1::2], strict=True):
        assert (morning.weekday, morning.end) == (afternoon.weekday, afternoon.start)


def test_the_bank_is_read_once() -> None:
    """Asking for it again gives the same object."""
    assert load_bank() is load_bank()


def test_a_missing_bank_is_bad_input(tmp_path: Path) -> None:
    """A folder without the list of sections names that file."""
    with pytest.raises(BadInput) as refused:
        load_bank(tmp_path)

    assert refused.value.code == "bank"
    assert refused.value.data["file"] == "sections.toml"
