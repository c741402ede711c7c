"""The summary in words, in both languages: whole sentences, gentle where people see differently."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerSheet, Choice, QuestionId
from questionnaire.bank import load_bank
from questionnaire.reading import said
from questionnaire.summary import summarise
from questionnaire.vocabulary import Group
from tests.questionnaire.sample_answers import any_sheet
from wording.language import LANGUAGES, Language, speaking
from wording.summary_lines import day_and_month, say_by, say_group, say_line, say_reply

BANK = load_bank()
BOXES = Answer(ticks=("music", "animals"))


def lines(question: str, answer: Answer) -> list[str]:
    """What that answer is told as."""
    sheet = AnswerSheet(answers={QuestionId(question): answer})
    return [say_line(line) for line in summarise(BANK, sheet).lines]


def test_boxes_are_named_in_one_sentence() -> None:
    """Small letters within the sentence, in the language spoken."""
    assert lines("IN1", BOXES) == ["Det här gillar jag: djur och musik"]
    with speaking("en"):
        assert lines("IN1", BOXES) == ["I like this: animals and music"]


def test_names_keep_their_letters() -> None:
    """A subject or a room is written as the timetable writes it."""
    assert lines("AM1", Answer(ticks=("Bild", "Slöjd"))) == ["De här ämnena kan jag börja med: Bild och Slöjd"]


def test_not_knowing_is_the_question_itself() -> None:
    """Nothing is made of it."""
    assert lines("MA2", Answer(choice=Choice.DONT_KNOW)) == ["Kan du äta i matsalen?"]


def test_who_filled_it_in_is_said_only_of_others() -> None:
    """The student's own lines need no name."""
    by = {
        by: [say_by(line) for line in summarise(BANK, AnswerSheet(answers={QuestionId("IN1"): answer})).lines]
        for by in Respondent
        for answer in (BOXES.model_copy(update={"by": by}),)
    }

    assert by[Respondent.STUDENT] == [""]
    assert by[Respondent.COACH] == by[Respondent.GUARDIAN] == ["(ifyllt av en vuxen)"]


@pytest.mark.parametrize("group", Group)
def test_every_group_has_a_heading(group: Group) -> None:
    """In the student's own voice."""
    assert say_group(group).startswith("Det här ")


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("MA2", Answer(choice=Choice.YES), "Ja"),
        ("MA2", Answer(choice=Choice.DONT_KNOW), "Vet inte"),
        ("MA2", Answer(choice=Choice.SKIP), "Hoppade över"),
        ("IN1", Answer(), "Hoppade över"),
        ("IN1", Answer(choice=Choice.DONT_KNOW), "Vet inte"),
        ("IN1", BOXES, "Djur, Musik"),
        ("TI9", Answer(choice=Choice.YES, ticks=("mon_am",)), "Ja: Måndag förmiddag"),
    ],
)
def test_an_answer_is_said_as_it_was_given(question: str, answer: Answer, words: str) -> None:
    """The button, and the boxes by name."""
    item = BANK.by_id[QuestionId(question)]

    assert say_reply(BANK, item, said(BANK, item, answer)) == words


def test_a_day_has_its_year_only_when_it_is_another() -> None:
    """Told in January, December needs its year."""
    assert day_and_month(dt.date(2026, 11, 3), dt.date(2026, 12, 1)) == "3 november"
    assert day_and_month(dt.date(2026, 11, 3), dt.date(2027, 1, 8)) == "3 november 2026"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=50, deadline=None)
@given(answers=any_sheet())
def test_every_line_can_be_said(language: Language, answers: AnswerSheet) -> None:
    """Whatever is answered: words, and no place that was left to fill."""
    with speaking(language):
        told = [say_line(line) for line in summarise(BANK, answers).lines]

    assert all(told)
    assert not [line for line in told if "{" in line]
