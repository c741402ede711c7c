"""«Så här har jag förstått dig»."""

from __future__ import annotations

from hypothesis import given, settings

from planning.needs import Respondent
from questionnaire.answers import Answer, AnswerSheet
from questionnaire.bank import load_bank
from questionnaire.summary import summarise
from questionnaire.vocabulary import Group, Topic
from tests.questionnaire.sample_answers import DONT_KNOW, NO, SKIP, YES, any_sheet, sheet

BANK = load_bank()


def test_an_answer_is_told_in_the_students_own_voice() -> None:
    """The sentence, its group and its topic come from the bank."""
    (line,) = summarise(BANK, sheet(SO1=YES)).lines

    assert (line.question, line.group, line.topic) == ("SO1", Group.HARD, Topic.HOME)
    assert (line.text.sv, line.text.en) == (
        "Jag somnar sent de flesta kvällar.", "I fall asleep late most evenings.",
    )  # fmt: skip


def test_boxes_are_named_after_the_lead() -> None:
    """The boxes of the bank by their texts, names of the timetable as they are."""
    (line,) = summarise(BANK, sheet(PL7=("C2", "bus"))).lines

    assert line.ticks == ("bus", "C2")
    assert [label.sv for label in line.labels] == ["Bussen", "C2"]
    assert [label.en for label in line.labels] == ["The bus", "C2"]


def test_a_box_that_stands_alone_has_its_own_sentence() -> None:
    """«Inget» is told as something that works."""
    (line,) = summarise(BANK, sheet(SI1="none")).lines

    assert (line.group, line.ticks, line.labels) == (Group.WORKS, ("none",), ())


def test_taken_times_are_named() -> None:
    """The half days of a grid are told by name."""
    (line,) = summarise(BANK, sheet(TI9="mon_am")).lines

    assert [label.sv for label in line.labels] == ["Måndag förmiddag"]


def test_not_knowing_is_something_to_find_out() -> None:
    """The question itself stands on that list; it is never told as no."""
    (line,) = summarise(BANK, sheet(MA2=DONT_KNOW)).lines

    assert (line.group, line.text.sv) == (Group.FIND_OUT, "Kan du äta i matsalen?")


def test_strengths_and_interests_come_first() -> None:
    """What the student likes, then what works, what is hard, what helps, what to find out."""
    lines = summarise(BANK, sheet(SO1=YES, MA2=DONT_KNOW, OR3=YES, IN1="games", AM1="Bild")).lines

    assert [line.question for line in lines] == ["IN1", "AM1", "SO1", "OR3", "MA2"]


def test_skipped_and_resting_answers_are_not_told() -> None:
    """Nothing is said about a skip, nor about an answer whose question no longer stands."""
    assert summarise(BANK, sheet(SO1=SKIP, PL6=SKIP, VG1=YES, VG2="taxi")).lines == (
        summarise(BANK, sheet(VG1=YES)).lines
    )


def test_who_said_it_goes_with_the_line() -> None:
    """What an adult filled in can be shown as such."""
    (line,) = summarise(BANK, sheet(SO1=Answer(choice=NO, by=Respondent.GUARDIAN))).lines

    assert line.by is Respondent.GUARDIAN


@settings(max_examples=100, deadline=None)
@given(any_sheet())
def test_private_answers_are_never_told(answers: AnswerSheet) -> None:
    """No line of any summary comes from a private question, or from one of form only."""
    questions = {line.question for line in summarise(BANK, answers).lines}

    assert not [question for question in questions if BANK.by_id[question].private]
    assert questions.isdisjoint({"ST1", "ST2", "ST3", "SL2"})


def test_the_groups_divide_the_lines() -> None:
    """Each line stands in one group."""
    summary = summarise(BANK, sheet(SO1=YES, OR3=YES, IN1="games"))

    assert sum((summary.group(group) for group in Group), ()) == summary.lines
