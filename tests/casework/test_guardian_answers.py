"""Guardians who are logged in answer their own questions, as guardians, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import now as clock
from casework.cases import open_case
from casework.guardian_answers import record_as_guardian
from planning.access import Relation, Role
from planning.errors import NotAllowed
from planning.needs.base import Respondent
from planning.workflow.states import State
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import Staffed, told

SLEEP, ART = QuestionId("G04"), QuestionId("AM1")


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staffed]:
    """People."""
    made = Staffed(tmp_path)
    yield made
    made.store.close()


def guardian_of(staff: Staffed, case_id: CaseId) -> CaseStore:
    """A guardian."""
    who = staff.somebody(Role.GUARDIAN, unit="")
    staff.name(case_id, who, Role.GUARDIAN, Relation.GUARDIAN_OF)
    return who


def event(question: QuestionId = SLEEP, by: Respondent = Respondent.GUARDIAN, name: str = "e-1") -> AnswerEvent:
    """A tap."""
    return AnswerEvent(id=EventId(name), question=question, answer=Answer(choice=Choice.NO, by=by), at=clock.now())


def test_an_answer_is_kept_as_theirs(staff: Staffed) -> None:
    """Once, however often it is sent; who sent it is known."""
    case_id = staff.case()
    who, given = guardian_of(staff, case_id), event()
    assert record_as_guardian(who, case_id, [given, given]) == ("e-1",)
    assert record_as_guardian(who, case_id, [given]) == ("e-1",)
    case = open_case(staff.store, case_id)
    answer = case.sheet.of(SLEEP)
    assert len(case.events) == 1
    assert answer is not None
    assert answer.by is Respondent.GUARDIAN
    assert case.who_answered == {EventId("e-1"): who.actor.user}


def test_it_can_be_taken_back(staff: Staffed) -> None:
    """By a guardian."""
    case_id = staff.case()
    who = guardian_of(staff, case_id)
    given = event()
    back = AnswerEvent(id=EventId("e-2"), question=SLEEP, answer=None, at=clock.now(), by=Respondent.GUARDIAN)
    record_as_guardian(who, case_id, [given, back])
    assert open_case(staff.store, case_id).sheet.of(SLEEP) is None


@pytest.mark.parametrize(
    "wrong",
    [event(ART), event(by=Respondent.STUDENT), event(by=Respondent.COACH), event(QuestionId("nothing"))],
    ids=["the student's question", "as the student", "as the coach", "no question"],
)
def test_nothing_else_is_taken_from_them(staff: Staffed, wrong: AnswerEvent) -> None:
    """Then nothing of what came with it is stored either."""
    case_id = staff.case()
    with pytest.raises(NotAllowed, match="not_yours_to_do"):
        record_as_guardian(guardian_of(staff, case_id), case_id, [event(name="e-2"), wrong])
    assert open_case(staff.store, case_id).events == ()


def test_whoever_is_no_guardian_of_the_case_is_refused(staff: Staffed) -> None:
    """And one from whom it is kept, and everybody once it has ended."""
    case_id, ended = staff.case(), staff.case(State.CLOSED)
    blocked = guardian_of(staff, case_id)
    staff.block(case_id, blocked)
    assert told(record_as_guardian, blocked, case_id, [event()]) == "no-such-case"
    assert told(record_as_guardian, staff.somebody(Role.COORDINATOR), case_id, [event()]) == "not_yours_to_do"
    assert told(record_as_guardian, guardian_of(staff, ended), ended, [event()]) == "not_yours_to_do"
