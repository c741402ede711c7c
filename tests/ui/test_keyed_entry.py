"""Typed lines on their way from the browser, and what the browser is told."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest

from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from questionnaire.paper_rows import Form, mark_of
from tests.questionnaire.paper_bank import PAPER_BANK, PAPER_WEEK
from ui.components.keyed_entry import Keying, keying_data
from ui.components.keyed_entry.typed import ReadLines, read_typed
from wording.language import speaking

AT = dt.datetime(2027, 1, 11, 9, 0, tzinfo=dt.UTC)


def line(question: str, typed: str, by: str = "student", **more: object) -> dict[str, object]:
    """One line as the browser tells it."""
    given = {"id": str(uuid4()), "question": question, "typed": typed, "by": by, "at": AT.isoformat()}
    return {**given, **more}


def given(question: str, answer: Answer) -> AnswerEvent:
    """An answer that is stored."""
    return AnswerEvent(id=EventId(f"{question}-{answer.by}"), question=QuestionId(question), answer=answer, at=AT)


def keying(*events: AnswerEvent) -> Keying:
    """What is keyed in, with these answers stored."""
    return Keying(bank=PAPER_BANK, timetable=PAPER_WEEK, events=events, place="x")


def read(*lines: object) -> ReadLines:
    """What is made of a log of those lines."""
    return read_typed({"sending": 1, "events": list(lines)}, PAPER_BANK, keying().by_id)


def test_lines_become_answers_of_the_one_who_held_the_pen() -> None:
    """With the id and the time that the browser gave them."""
    sent = [line("PL4", "j"), line("PL1", "1 2", "coach"), line("G02", "må fm", "guardian")]
    events = read(*sent).events
    assert [event.id for event in events] == [each["id"] for each in sent]
    assert [event.answer for event in events] == [
        Answer(choice=Choice.YES),
        Answer(ticks=("talk", "go"), by=Respondent.COACH),
        Answer(choice=Choice.YES, ticks=("mon_am",), by=Respondent.GUARDIAN),
    ]
    assert all(event.at == AT for event in events)


def test_an_emptied_line_takes_back_what_the_same_one_had_answered() -> None:
    """And nobody else's answer."""
    (event,) = read(line("PL4", "  ", "coach")).events
    assert event.answer is None
    assert event.by is Respondent.COACH


def test_a_bad_line_is_told_of_and_keeps_no_other_back() -> None:
    """In words, by the id of the line."""
    bad = line("PL1", "9")
    made = read(line("PL4", "j"), bad, line("VA1", "n"))
    assert [event.question for event in made.events] == ["PL4", "VA1"]
    assert list(made.refused) == [bad["id"]]
    assert "1–3" in made.refused[str(bad["id"])]


@pytest.mark.parametrize(
    ("question", "by"),
    [("TR1", "student"), ("TR2", "student"), ("ZZ9", "student"), ("G01", "student"), ("PL4", "school")],
)
def test_private_questions_and_others_answers_do_not_come_in_this_way(question: str, by: str) -> None:
    """They are refused with a sentence, so that nothing waits for ever."""
    made = read(line(question, "j", by))
    assert made.events == ()
    assert len(made.refused) == 1


@pytest.mark.parametrize(
    "log", [None, {}, {"events": "x"}, {"events": [1, None, {"id": "x"}, {**line("PL4", "j"), "typed": "j" * 81}]}]
)
def test_what_is_no_line_gets_no_further(log: object) -> None:
    """Whatever it is."""
    assert read_typed(log, PAPER_BANK, keying().by_id) == ReadLines()


def test_what_is_stored_is_shown_as_it_would_be_typed() -> None:
    """By the one who answered, in the letters of the language."""
    held = keying(
        given("PL4", Answer(choice=Choice.DONT_KNOW)),
        given("PL4", Answer(choice=Choice.NO, by=Respondent.COACH)),
        given("PL1", Answer(ticks=("go",))),
    )
    assert keying_data(held, (), {})["typed"] == {
        "student": {"PL4": "v", "PL1": "2"},
        "coach": {"PL4": "n"},
        "guardian": {},
    }
    with speaking("en"):
        assert keying_data(held, (), {})["typed"]["student"]["PL4"] == "d"


def test_nothing_private_reaches_the_browser() -> None:
    """Neither the question nor what has been answered to it."""
    held = keying(given("TR1", Answer(choice=Choice.YES)))
    told = str(keying_data(held, (), {}))
    assert "TR1" not in told
    assert "hemliga" not in told


def test_the_rows_stand_as_on_the_paper() -> None:
    """The same order and mark; each form with those who can have filled it in."""
    told = {form["key"]: form for form in keying_data(keying(), (), {})["forms"]}
    for form in Form:
        rows = keying().rows(form)
        assert told[form.value]["rows"] == [row.item.id for row in rows]
        assert told[form.value]["mark"] == mark_of(rows)
    assert [by["key"] for by in told["guardians"]["by"]] == ["guardian"]
    assert [by["key"] for by in told["full"]["by"]] == ["student", "coach", "guardian"]


def test_a_line_that_was_refused_is_not_sent_for_ever() -> None:
    """The browser hears of it as of one that arrived, with the reason."""
    told = keying_data(keying(), [EventId("a")], {"b": "Fel."})
    assert told["stored"] == ["a", "b"]
    assert told["refused"] == {"b": "Fel."}
