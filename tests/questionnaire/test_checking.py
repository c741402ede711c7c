"""Answers that come in as data: every fault is named with its field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from questionnaire.answers import Answer, AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.checking import UnknownTick, check_answers, resting_answers, unknown_ticks
from tests.questionnaire.sample_answers import DONT_KNOW, NO, WEEK, YES, Given, any_sheet, sheet

BANK = load_bank()


@pytest.mark.parametrize(
    ("given", "field", "flaw"),
    [
        ({"QQ9": YES}, "answers.QQ9", "unknown_question"),
        ({"PL7": YES}, "answers.PL7.choice", "choice_not_possible"),
        ({"PL7": "balcony"}, "answers.PL7.ticks", "unknown_box"),
        ({"AM1": "Sömnad"}, "answers.AM1.ticks", "unknown_box"),
        ({"SO1": Answer(choice=YES, ticks=("x",))}, "answers.SO1.ticks", "unknown_box"),
        ({"TI4": ("one_lesson", "half_day")}, "answers.TI4.ticks", "one_box_only"),
        ({"PL7": ("bus", "none")}, "answers.PL7.ticks", "stands_alone"),
        ({"OR3": Answer(choice=YES, minutes=5)}, "answers.OR3.minutes", "detail_not_possible"),
        ({"TI4": Answer(ticks=("30_minutes",), minutes=900)}, "answers.TI4.minutes", "detail_out_of_range"),
        ({"TI9": Answer(choice=YES, time=900, end_time=840)}, "answers.TI9.end_time", "ends_before_it_starts"),
        ({"SO1": Answer(choice=YES, first_step=3, last_step=2)}, "answers.SO1.last_step", "ends_before_it_starts"),
    ],
)
def test_one_fault_is_named_by_its_field(given: dict[str, Given], field: str, flaw: str) -> None:
    """Each kind of fault, once."""
    (problem,) = check_answers(BANK, sheet(**given), WEEK)

    assert (problem.field, problem.flaw) == (field, flaw)


def test_a_fault_becomes_bad_input_of_its_file() -> None:
    """The command line says file and field."""
    (problem,) = check_answers(BANK, sheet(AM1="Sömnad"), WEEK)
    error = problem.as_error("case.json")

    assert error.code == "answer"
    assert (error.data["file"], error.data["field"]) == ("case.json", "answers.AM1.ticks")
    assert error.data["value"] == "Sömnad"


def test_good_answers_have_no_faults() -> None:
    """Buttons, boxes, names with commas in them, half days and agreed details."""
    answers = sheet(
        SO1=Answer(choice=YES, time=570, last_step=3), VU1="Delta, P", PL6=("C2", "library"), TI5="2", MA2=NO,
        TI9=Answer(choice=YES, ticks=("mon_am",)), VA1=Answer(choice=YES, ticks=("Xb",)), PL7=DONT_KNOW,
    )  # fmt: skip

    assert check_answers(BANK, answers, WEEK) == ()


def test_ticks_that_the_timetable_does_not_have_are_listed() -> None:
    """They are left out of the plan, never in silence."""
    assert unknown_ticks(BANK, sheet(AM1=("Bild", "Sömnad")), WEEK) == (UnknownTick(question="AM1", tick="Sömnad"),)


def test_answers_without_their_condition_are_listed_as_resting() -> None:
    """A follow-up whose first question does not open it leads to nothing."""
    assert resting_answers(BANK, sheet(SO2=YES, VG1=NO, VG2="taxi")) == ("SO2",)


@settings(max_examples=75, deadline=None)
@given(any_sheet())
def test_any_answers_can_be_checked(answers: AnswerSheet) -> None:
    """Every fault names a field of an answered question."""
    for problem in check_answers(BANK, answers, WEEK):
        assert problem.field.startswith(f"answers.{problem.question}")
        assert problem.question in answers.answers
