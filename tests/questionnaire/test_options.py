"""The boxes of an item."""

from __future__ import annotations

import pytest

from questionnaire.answers import QuestionId
from questionnaire.bank import load_bank
from questionnaire.options import names_from, options_for
from questionnaire.vocabulary import OptionsFrom
from tests.questionnaire.sample_answers import WEEK

BANK = load_bank()


def codes(question: str) -> list[str]:
    """The codes of the boxes of that question."""
    return [option.code for option in options_for(BANK.by_id[QuestionId(question)], WEEK)]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (OptionsFrom.SUBJECTS, ("Bild", "Idrott", "Matematik", "Svenska")),
        (OptionsFrom.TEACHERS, ("Alfa", "Beta", "Delta, P", "Gamma")),
        (OptionsFrom.ROOMS, ("B1", "C2", "Hallen")),
        (OptionsFrom.GROUPS, ("Xa", "Xb")),
    ],
)
def test_boxes_come_from_the_students_own_timetable(source: OptionsFrom, names: tuple[str, ...]) -> None:
    """One for each name, once, in alphabetical order; lunch is no subject."""
    assert names_from(source, WEEK) == names


def test_none_stands_last() -> None:
    """The bank's boxes, then the timetable's, then the one that stands alone."""
    assert codes("VU1") == ["Alfa", "Beta", "Delta, P", "Gamma", "none"]
    assert codes("PL6")[:2] == ["library", "small_room"]
    assert codes("PL6")[-4:] == ["B1", "C2", "Hallen", "none"]


def test_a_name_says_itself_in_both_languages() -> None:
    """Names from the timetable are not translated."""
    (box, *_) = options_for(BANK.by_id[QuestionId("AM1")], WEEK)

    assert (box.code, box.sv, box.en) == ("Bild", "Bild", "Bild")


def test_a_time_grid_has_ten_boxes() -> None:
    """Two for each school day."""
    assert len(codes("TI9")) == 10
    assert codes("TI9")[:2] == ["mon_am", "mon_pm"]


def test_buttons_need_no_boxes() -> None:
    """A yes/no question has none of its own; where a group can be ticked, only those."""
    assert codes("SO1") == []
    assert codes("VA1") == ["Xa", "Xb"]
