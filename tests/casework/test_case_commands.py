"""`case …` from within: answers as they are typed, and what is said back."""

from __future__ import annotations

import pytest

from casework import app_verbs, case_commands
from casework.cases import open_case
from casework.plan_command import ExitStatus
from planning.errors import BadInput, CaseFileError, NotAllowed
from questionnaire.answers import Choice
from storage.records import CaseId

WEEK = 'grupp,dag,start,slut,ämne,lärare\n9T,mån,10:00,11:00,Bild,EXA\n9T,tis,10:00,11:00,"Svenska, extra",EXB\n'


def test_answers_are_kept_and_the_next_question_is_said(case_id: str, said: list[str]) -> None:
    """A button, a box, two boxes; then what comes next with its boxes."""
    status = case_commands.answer(case_id, ["SO1=yes", "TI5=2", "PL1=go_out,be_at_lesson"], said.append)
    sheet = open_case(app_verbs.the_store(), CaseId(case_id)).sheet
    so1, ti5, pl1 = sheet.of("SO1"), sheet.of("TI5"), sheet.of("PL1")
    assert status is ExitStatus.DONE
    assert so1
    assert so1.choice is Choice.YES
    assert ti5
    assert ti5.ticks == ("2",)
    assert pl1
    assert pl1.ticks == ("go_out", "be_at_lesson")
    assert said[-1].startswith("ST1: ")
    assert "[" in said[-1]


def test_box_that_is_called_as_a_button_can_be_ticked(case_id: str, said: list[str]) -> None:
    """«ST1=yes» is the box «Ja» of a question without buttons."""
    assert case_commands.answer(case_id, ["ST1=yes"], said.append) is ExitStatus.DONE
    answer = open_case(app_verbs.the_store(), CaseId(case_id)).sheet.of("ST1")
    assert answer
    assert answer.ticks == ("yes",)


def test_name_with_a_comma_can_be_ticked(case_id: str, said: list[str]) -> None:
    """«Svenska, extra» is one subject."""
    assert case_commands.answer(case_id, ["AM2=Svenska, extra"], said.append) is ExitStatus.DONE
    answer = open_case(app_verbs.the_store(), CaseId(case_id)).sheet.of("AM2")
    assert answer
    assert answer.ticks == ("Svenska, extra",)


def test_one_faulty_answer_keeps_none(case_id: str, said: list[str]) -> None:
    """All or nothing, so that the line can be corrected and given again."""
    with pytest.raises(BadInput):
        case_commands.answer(case_id, ["SO1=yes", "AM1=Alkemi"], said.append)
    assert open_case(app_verbs.the_store(), CaseId(case_id)).sheet.answers == {}


def test_answer_without_timetable_waits(case_id: str, said: list[str]) -> None:
    """The boxes are not known before."""
    case_commands.new("", said.append)
    with pytest.raises(NotAllowed, match="timetable_first"):
        case_commands.answer(said[-1], ["SO1=yes"], said.append)
    with pytest.raises(NotAllowed, match="timetable_first"):
        case_commands.plan(said[-1], said.append)


def test_summary_never_says_what_is_private(case_id: str, said: list[str]) -> None:
    """What was told alone with the coach is not read out."""
    case_commands.answer(case_id, ["AM1=Bild", "HE1=no"], said.append)
    said.clear()
    case_commands.summary(case_id, said.append)
    assert len(said) == 1
    assert "Bild" in said[0]


def test_plan_says_a_line_for_each_step(case_id: str, said: list[str]) -> None:
    """What is new, step by step."""
    assert case_commands.plan(case_id, said.append) is ExitStatus.DONE
    assert [line.split(":")[0] for line in said] == [str(number) for number in range(1, 9)]


def test_list_shows_each_case_with_its_stage(case_id: str, said: list[str]) -> None:
    """Id, name and how far it has come."""
    case_commands.show_all(said.append)
    assert said == [f"{case_id}  Kim  timetable"]


def test_unknown_case_is_refused(case_id: str, said: list[str]) -> None:
    """By the store, whatever the verb."""
    with pytest.raises(CaseFileError):
        case_commands.summary("borta", said.append)


def test_a_second_person_is_noted_and_has_no_room_for_a_description(case_id: str) -> None:
    """Who took care of it and who shares it."""
    case_commands.handled(case_id, "HE1", "kurator", "rektor")
    (note,) = open_case(app_verbs.the_store(), CaseId(case_id)).handled
    assert (note.by, note.second) == ("kurator", "rektor")
    with pytest.raises(BadInput, match="case_field"):
        case_commands.handled(case_id, "HE1", "kurator", "x" * 61)
