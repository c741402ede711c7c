"""The summary's lines, and what a tick on them means."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import now as clock
from casework.cases import Case, CaseId, SummaryMark
from casework.facts import CaseFacts
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from ui.components.summary import ShownLine
from ui.summary_view import marked, shown_changes, shown_groups

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


def shown(of: Case) -> dict[str, ShownLine]:
    """Every line by its name."""
    return {line.id: line for group in shown_groups(of) for topic in group.topics for line in topic.lines}


def test_strengths_come_first_by_topic_and_boxes_are_named() -> None:
    """In the student's own voice, the interests first."""
    first = shown_groups(case())[0]

    assert first.name == "Det här fungerar"
    assert [topic.name for topic in first.topics] == ["Stöd och intressen", "Raster och lunch"]
    assert first.topics[0].lines[0].text == "Det här gillar jag: djur och musik"


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


def test_a_fourth_thing_is_not_most_important_until_one_is_taken_away() -> None:
    """Three may be, whatever the screen sends."""
    answers = [tap(q, Answer(choice=Choice.YES)) for q in ("MA2", "OR3", "SO1", "TI6")]
    three = tuple(SummaryMark(question=QuestionId(q), is_most_important=True) for q in ("MA2", "OR3", "SO1"))
    full = case(*three).model_copy(update={"events": tuple(answers)})

    assert marked(full, "TI6", "important") is None
    away = marked(full, "SO1", "important")
    assert away is not None
    assert not away.is_most_important
    assert marked(full.model_copy(update={"summary": (*three[:2], away)}), "TI6", "important") is not None


def test_what_an_adult_filled_in_says_so() -> None:
    """It is not the student's own sentence."""
    assert shown(case(by=Respondent.GUARDIAN))["MA2"].by == "(ifyllt av en vuxen)"
    assert shown(case())["MA2"].by == ""
    assert shown(case())["MA2"].text == "Jag kan äta i matsalen."


def test_what_is_seen_differently_is_said_gently() -> None:
    """Nobody's answer is told, and the line is another than the answer's own."""
    home = tap("G04", Answer(choice=Choice.NO, by=Respondent.GUARDIAN))
    adult = tap("MA2", Answer(choice=Choice.NO, by=Respondent.COACH), 1)
    events = (*case().events, tap("SO1", Answer(choice=Choice.NO)), home, adult)
    told = [line.text for line in shown(case().model_copy(update={"events": events})).values()]

    assert "Sömnen: du och de hemma ser olika. Vi pratar om det." in told
    assert "«Kan du äta i matsalen?» En vuxen har svarat något annat än du. Vi pratar om det." in told
    assert "Jag kan äta i matsalen." in told


def tap(question: str, answer: Answer, days: int = 0) -> AnswerEvent:
    """One answer, so many days after the others."""
    at = AT + dt.timedelta(days=days)
    name = EventId(f"{question}+{days}+{answer.by}")
    return AnswerEvent(id=name, question=QuestionId(question), answer=answer, at=at)


@pytest.mark.parametrize("has_round", [True, False])
def test_what_has_changed_is_told_in_words_with_both_days(monkeypatch: pytest.MonkeyPatch, *, has_round: bool) -> None:
    """Since the student began to answer again; otherwise since the day before the latest."""
    monkeypatch.setattr(clock, "now", lambda: AT + dt.timedelta(days=30))
    events = (*case().events, tap("MA2", Answer(choice=Choice.NO), 20), tap("IN1", Answer(ticks=("music",)), 20))
    began = AT + dt.timedelta(days=19) if has_round else None
    heading, moved = shown_changes(case().model_copy(update={"events": events, "round_started": began}))

    assert heading == "Det har ändrats sedan 23 november"
    assert [(change.question, change.then, change.now) for change in moved] == [
        ("Kan du äta i matsalen?", "Ja", "Nej"),
        ("Vad gillar du?", "Djur, Musik", "Musik"),
    ]
    assert {(change.then_day, change.now_day) for change in moved} == {("23 november", "13 december")}


def test_the_first_time_nothing_has_changed() -> None:
    """There is nothing to compare with."""
    assert shown_changes(case()) == ("", ())
