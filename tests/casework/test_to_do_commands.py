"""`case todo`: the coach's list without a screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.app_verbs import the_store
from casework.cases import CaseId, create_case, open_case, record_answers, take_in_timetable
from casework.plan_command import ExitStatus
from casework.to_do_commands import to_do
from planning.needs.base import Respondent
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.small_week import week
from tests.opened_store import live_in

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


@pytest.fixture
def case_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseId:
    """A case whose guardians need an interpreter."""
    live_in(monkeypatch, tmp_path)
    case_id = create_case(the_store(), name="Kim")
    take_in_timetable(the_store(), case_id, week())
    answer = Answer(choice=Choice.YES, ticks=("interpreter",), by=Respondent.GUARDIAN)
    record_answers(
        the_store(), case_id, [AnswerEvent(id=EventId("e"), question=QuestionId("G18"), answer=answer, at=AT)]
    )
    return case_id


def test_the_list_is_said_heading_by_heading(case_id: CaseId) -> None:
    """With the number that a task is noted by."""
    said: list[str] = []
    assert to_do(case_id, None, "", said.append) is ExitStatus.DONE
    assert said == ["Att göra", "  – 1. Boka tolk till mötena."]


def test_a_task_is_noted_as_done(case_id: CaseId) -> None:
    """By whom, and then nothing waits."""
    said: list[str] = []
    assert to_do(case_id, 1, "KE", said.append) is ExitStatus.DONE
    assert said == ["Ingenting väntar på dig just nu."]
    [note] = open_case(the_store(), case_id).done
    assert note.by == "KE"


@pytest.mark.parametrize(("number", "by"), [(2, "KE"), (0, "KE"), (1, " ")])
def test_neither_a_number_that_is_none_nor_nobody_is_noted(case_id: CaseId, number: int, by: str) -> None:
    """It is said how to write it."""
    said: list[str] = []
    assert to_do(case_id, number, by, said.append) is ExitStatus.BAD_INPUT
    assert "--done 1 --by" in said[0]
    assert open_case(the_store(), case_id).done == ()
