"""«Så här har jag förstått dig»."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings

from planning.needs import Respondent
from questionnaire.answers import Answer, AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.reading import is_shown
from questionnaire.summary import LineKind, summarise
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


def asked(item: Item) -> AnswerSheet:
    """A sheet on which that question stands, and is answered «vet inte»."""
    given = {item.id: Answer(choice=DONT_KNOW)}
    other = item.shown_if
    while other is not None:
        button = other.equals or (NO if other.equals_not else None)
        button = YES if other.equals_not is NO else button
        boxes = BANK.by_id[other.question].option_codes - {other.contains_not}
        given[other.question] = Answer(choice=button, ticks=(other.contains or min(boxes, default="Bild"),))
        other = BANK.by_id[other.question].shown_if
    return AnswerSheet(answers=given)


@pytest.mark.parametrize("question", [item.id for item in BANK.items])
def test_not_knowing_is_one_line_for_every_question_and_none_for_a_private_one(question: QuestionId) -> None:
    """Whatever the bank says of its other answers; the guardians' questions are not the student's."""
    item = BANK.by_id[question]
    answers = asked(item)
    assert is_shown(BANK, answers, item)
    lines = [line for line in summarise(BANK, answers).lines if line.question == question]

    if item.private or item.asked_of is Respondent.GUARDIAN:
        assert lines == []
    else:
        assert [(line.group, line.kind, line.text) for line in lines] == [
            (Group.FIND_OUT, LineKind.NOT_KNOWN, item.text)
        ]


@pytest.mark.parametrize("question", [item.id for item in BANK.items])
def test_skipping_is_never_told(question: QuestionId) -> None:
    """No line at all comes of it."""
    answers = AnswerSheet(answers={question: Answer(choice=SKIP)})

    assert summarise(BANK, answers).lines == ()


def test_what_home_sees_differently_is_one_gentle_line() -> None:
    """The student's own answer stands; the guardians' is not told, only that it will be talked about."""
    lines = summarise(BANK, sheet(SO1=NO, G04=Answer(choice=NO, by=Respondent.GUARDIAN))).lines

    assert [(line.question, line.kind) for line in lines] == [
        ("SO1", LineKind.SAID), ("SO1", LineKind.HOME_DIFFERS),
    ]  # fmt: skip
    assert lines[1].group is Group.FIND_OUT
    assert lines[1].text.sv == "Sömnen"


def test_where_home_sees_the_same_nothing_is_told_of_them() -> None:
    """The guardians' form has no line in the student's summary."""
    assert summarise(BANK, sheet(G04=Answer(choice=NO, by=Respondent.GUARDIAN))).lines == ()


def test_what_an_adult_filled_in_otherwise_is_talked_about() -> None:
    """The student's answer is told, and that somebody has answered something else."""
    own = sheet(MA2=YES)
    adults = Answer(choice=NO, by=Respondent.COACH)
    lines = summarise(BANK, own.model_copy(update={"beside": {QuestionId("MA2"): (adults,)}})).lines

    assert [(line.kind, line.group) for line in lines] == [
        (LineKind.SAID, Group.WORKS), (LineKind.ADULT_DIFFERS, Group.FIND_OUT),
    ]  # fmt: skip


def test_lines_stand_under_their_topics_the_interests_first() -> None:
    """Within each group every topic comes once."""
    summary = summarise(BANK, sheet(AM1=("Bild",), MA2=YES, AM4=NO, IN1="games"))
    topics = [line.topic for line in summary.group(Group.WORKS)]

    assert topics[0] is Topic.SUPPORT
    assert list(summary.by_topic(Group.WORKS)) == list(dict.fromkeys(topics))
    assert len(dict.fromkeys(topics)) == len([t for t, _ in groupby(topics)])


def test_what_names_people_is_not_printed() -> None:
    """It is told on the screen only."""
    summary = summarise(BANK, sheet(VU2="Alfa", MA2=YES))

    assert {line.question for line in summary.lines} == {"VU2", "MA2"}
    assert [line.question for line in summary.printable.lines] == ["MA2"]


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
    """No line of any summary comes from a private question or the guardians', and no name twice for one line."""
    lines = summarise(BANK, answers).lines
    items = [BANK.by_id[line.question] for line in lines]

    assert not [item.id for item in items if item.private or item.asked_of is Respondent.GUARDIAN]
    assert len({(line.question, line.ticks) for line in lines}) == len(lines)


def test_the_groups_divide_the_lines() -> None:
    """Each line stands in one group."""
    summary = summarise(BANK, sheet(SO1=YES, OR3=YES, IN1="games"))

    assert sum((summary.group(group) for group in Group), ()) == summary.lines
