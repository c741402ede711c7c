"""The summary on paper: the student's own, with nothing private and nobody's name on it."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from casework import now as clock
from casework.case import Case, SummaryMark
from casework.demo import demo_facts, demo_timetable
from casework.documents import MAKERS, Receiver, make_documents
from casework.summary_document import SUMMARIES, SUMMARY, summary_file, summary_in, summary_sheet
from questionnaire.answers import Answer, AnswerEvent, AnswerSheet, Choice, EventId, QuestionId
from questionnaire.bank import load_bank
from questionnaire.items import Item
from questionnaire.options import options_for
from questionnaire.summary import summarise
from storage.records import CaseId
from tests.casework.small_week import sheet
from tests.casework.test_documents import dossier
from wording.language import speaking

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
PLANTED = "PLANTERAT"
"""A word that is ticked in every answer that may not be told."""


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day for every test."""
    monkeypatch.setattr(clock, "now", lambda: AT)


def case(answers: dict[QuestionId, Answer], *marks: SummaryMark) -> Case:
    """The invented student's case with those answers."""
    events = tuple(
        AnswerEvent(id=EventId(question), question=question, answer=answer, at=AT)
        for question, answer in answers.items()
    )
    return Case(
        id=CaseId("a"), created_at=AT, changed_at=AT, revision=1, facts=demo_facts(), timetable=demo_timetable(),
        events=events, summary=marks,
    )  # fmt: skip


def whole_route() -> dict[QuestionId, Answer]:
    """Every question answered: yes where there is a button, the first boxes otherwise."""
    answers = {item.id: _answer(item) for item in load_bank().items}
    shown = AnswerSheet(answers=answers)
    assert len(shown.answers) == len(load_bank().items)
    return answers


def _answer(item: Item) -> Answer:
    codes = [option.code for option in options_for(item, demo_timetable())][:2]
    secret = (PLANTED,) if item.private or item.names_others else ()
    return Answer(choice=Choice.YES if item.kind.has_buttons else None, ticks=(*codes, *secret), by=item.asked_of)


def text_of(of: Case) -> str:
    """All that the file says, and its bytes as text beside it."""
    data = summary_file(of)
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split()) + data.decode("latin-1")


def test_whole_route_is_one_page_without_private_words_or_names() -> None:
    """What was planted in private answers, and in those that name people, is not in it; nor is a surname."""
    data = text_of(case(whole_route()))
    bank = load_bank()

    assert PLANTED not in data
    assert "Kim" in data
    assert "Exempel" not in data
    assert not [item.sv for item in bank.items if item.private and item.sv in data]
    assert len(PdfReader(io.BytesIO(summary_file(case(whole_route())))).pages) == 1


def test_private_answers_change_nothing() -> None:
    """With or without them the page is the same, byte for byte."""
    private = {item.id for item in load_bank().items if item.private}
    open_only = {question: answer for question, answer in whole_route().items() if question not in private}

    assert summary_sheet(case(whole_route())) == summary_sheet(case(open_only))


def test_what_the_student_has_ticked_stands_on_the_paper() -> None:
    """Right, wrong and most important, each at its line."""
    marks = (
        SummaryMark(question=QuestionId("MA2"), is_right=True, is_most_important=True),
        SummaryMark(question=QuestionId("OR3"), is_right=False),
    )
    answers = {QuestionId(question): Answer(choice=Choice.YES) for question in ("MA2", "OR3", "SO1")}
    made = summary_sheet(case(answers, *marks))
    lines = {line.text: line for group in made.groups for topic in group.topics for line in topic.lines}

    assert lines["Jag kan äta i matsalen."].is_right
    assert lines["Jag kan äta i matsalen."].is_most_important
    assert [line.is_right for line in lines.values()].count(False) == 1
    assert [line.is_right for line in lines.values()].count(None) == 1


def test_there_is_a_page_in_swedish_and_one_in_english() -> None:
    """Whatever is spoken where it is asked for."""
    words = {}
    for name, language in SUMMARIES.items():
        with speaking("en"):
            data = summary_in(case(whole_route()), language)
        words[name] = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert list(words) == ["sammanfattning.pdf", "sammanfattning-en.pdf"]
    assert "Så här har jag förstått dig" in words["sammanfattning.pdf"]
    assert "Så här har jag förstått dig" not in words["sammanfattning-en.pdf"]


def test_among_the_other_documents_it_is_the_same_page_and_leaves_alone() -> None:
    """With the student's own marks, and in no bundle: it is the student's."""
    found = dossier(answers=sheet(AM1=["Bild"]))
    line = summarise(load_bank(), found.sheet).printable.lines[0]
    mark = SummaryMark(question=line.question, ticks=line.ticks, is_right=True)
    marked = found.model_copy(update={"summary": (mark,)})
    assert summary_sheet(marked, on=found.date).groups != summary_sheet(found, on=found.date).groups
    assert make_documents(marked, [SUMMARY])[SUMMARY] != make_documents(found, [SUMMARY])[SUMMARY]
    assert MAKERS[SUMMARY].is_secret
    assert MAKERS[SUMMARY].goes_to is Receiver.STUDENT
