"""The summary's lines, and what a tick on them means."""

from __future__ import annotations

import datetime as dt

from casework.cases import Case, CaseId, SummaryMark
from casework.facts import CaseFacts
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from ui.summary_view import marked, shown_groups

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def case(*marks: SummaryMark, by: Respondent = Respondent.STUDENT) -> Case:
    """A case in which the student eats in the dining hall and likes music."""
    answers = {"MA2": Answer(choice=Choice.YES, by=by), "IN1": Answer(ticks=("music", "animals"))}
    events = tuple(
        AnswerEvent(id=EventId(question), question=QuestionId(question), answer=answer, at=AT)
        for question, answer in answers.items()
    )
    return Case(
        id=CaseId("a-case"), created_at=AT, changed_at=AT, revision=1, facts=CaseFacts(), events=events, summary=marks
    )


def lines(of: Case) -> dict[str, str]:
    """Every line's text by its name."""
    return {line.id: line.text for _, group in shown_groups(of) for line in group}


def test_strengths_come_first_and_boxes_are_named() -> None:
    """In the student's own voice."""
    first_name, first_lines = shown_groups(case())[0]

    assert first_name == "Det här fungerar"
    assert first_lines[0].text == "Det här gillar jag: djur och musik"


def test_a_tick_is_kept_and_a_second_takes_it_back() -> None:
    """Right, and then neither."""
    right = marked(case(), "MA2", "right")
    assert right is not None
    assert right.is_right

    again = marked(case(right), "MA2", "right")
    assert again is not None
    assert again.is_right is None


def test_the_most_important_is_marked_beside_right_and_wrong() -> None:
    """One does not undo the other."""
    right = SummaryMark(question=QuestionId("MA2"), is_right=True)
    both = marked(case(right), "MA2", "important")

    assert both is not None
    assert both.is_right
    assert both.is_most_important


def test_a_line_that_is_no_longer_there_is_not_marked() -> None:
    """The answer has changed meanwhile."""
    assert marked(case(), "SO1", "right") is None


def test_what_an_adult_filled_in_says_so() -> None:
    """It is not the student's own sentence."""
    shown = {line.id: line for _, group in shown_groups(case(by=Respondent.GUARDIAN)) for line in group}

    assert shown["MA2"].by == "(ifyllt av en vuxen)"
    assert lines(case())["MA2"] == "Jag kan äta i matsalen."
