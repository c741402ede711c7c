"""`case course` and `case move` on the command line: the same course, in words and codes."""

from __future__ import annotations

import datetime as dt

import pytest

from casework import course_commands
from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.course_look import state_of
from planning.errors import BadInput, NotAllowed
from planning.workflow.moves import Given
from planning.workflow.states import State

WEEK = """Dag;Start;Slut;Ämne;Sal;Lärare
Måndag;08:10;09:00;Bild;B204;Ada Exempel
Tisdag;08:10;09:10;NO;N1;Fia Exempel
"""


def test_the_course_is_told_with_what_waits(case_id: str, said: list[str]) -> None:
    """Where it stands, what can be done, and under each what comes first."""
    course_commands.course(case_id, said.append)
    assert said[0] == "Ärendet är nu: Kartläggning"
    assert "begin_draft: Börja med ett utkast" in said
    assert "  – Fråga eleven vad lärarna får veta (frågan «Vad får lärarna veta?»)." in said


def test_a_move_is_made_and_told(case_id: str, said: list[str]) -> None:
    """One that waits says so, and changes nothing."""
    with pytest.raises(NotAllowed, match="waits_for"):
        course_commands.make(case_id, "begin_draft", Given(), said.append)
    assert state_of(the_store(), CaseId(case_id)) is State.MAPPING
    end = Given(ending="never_begun", note="Familjen flyttar.")
    course_commands.make(case_id, "close", end, said.append)
    assert said[-1] == "Ärendet är nu: Avslutad"
    said.clear()
    course_commands.course(case_id, said.append)
    assert "  – Familjen flyttar." in said


def test_days_are_read_as_they_are_written(case_id: str) -> None:
    """One that cannot be read names its option."""
    assert course_commands._date("day", "2026-11-30") == dt.date(2026, 11, 30)
    assert course_commands._date("day", "") is None
    with pytest.raises(BadInput, match="date_form") as refused:
        course_commands._date("consented_on", "i går")
    assert refused.value.data["field"] == "--consented-on"
