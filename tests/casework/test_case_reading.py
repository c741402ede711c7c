"""A case as it stands, as far as whoever looks may see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.case import Case, DoneTask
from casework.cases import list_cases, note_done, open_case, record_answers
from casework.facts import CaseFacts
from planning.access import Relation, Role
from planning.workflow.states import State
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import AT, Staffed


@pytest.fixture
def school(tmp_path: Path) -> Staffed:
    """An installation with people in it."""
    return Staffed(tmp_path)


@pytest.fixture
def case_id(school: Staffed) -> CaseId:
    """A case at the school, with an answer and a note."""
    made = school.case(facts=CaseFacts(student="Kim"))
    tap = AnswerEvent(id=EventId("e"), question=QuestionId("SO1"), answer=Answer(choice=Choice.YES), at=AT)
    record_answers(school.store, made, [tap])
    done = DoneTask.model_validate({"task": "book_evening", "question": "AM1", "at": AT, "by": "C"})
    note_done(school.store, made, done)
    school.move(made, State.SENT)
    return made


def seen(store: CaseStore, case_id: CaseId) -> Case:
    """The case, as that one sees it."""
    return open_case(store, case_id)


def somebody(school: Staffed, case_id: CaseId, role: Role, relation: Relation = Relation.ASSIGNED) -> CaseStore:
    """Somebody who is named for the case."""
    who = school.somebody(role)
    school.name(case_id, who, role, relation)
    return who


@pytest.mark.parametrize(
    ("role", "relation", "answers", "notes"),
    [
        (Role.COACH, Relation.ASSIGNED, True, True), (Role.STUDENT, Relation.SELF, True, False),
        (Role.GUARDIAN, Relation.GUARDIAN_OF, False, False), (Role.PRINCIPAL, Relation.ASSIGNED, False, False),
        (Role.MENTOR, Relation.ASSIGNED, False, False),
    ],
)  # fmt: skip
def test_what_may_not_be_seen_is_as_if_it_were_not_there(
    school: Staffed, case_id: CaseId, role: Role, relation: Relation, *, answers: bool, notes: bool
) -> None:
    """Neither answers nor notes, nor a word of them anywhere in what is shown."""
    case = seen(somebody(school, case_id, role, relation), case_id)
    assert (bool(case.events), bool(case.done)) == (answers, notes)
    assert ("SO1" in case.model_dump_json()) is answers


def test_the_coach_who_is_alone_sees_all(school: Staffed, case_id: CaseId) -> None:
    """Also of a student whose identity is protected."""
    with school.store.writing() as writer:
        writer.set_protected(case_id, is_protected=True)
    case = seen(school.store, case_id)
    assert (len(case.events), len(case.done), case.facts.student) == (1, 1, "Kim")


def test_a_case_that_cannot_be_read_hides_no_other(school: Staffed, case_id: CaseId) -> None:
    """It is listed with its trouble."""
    other = school.case(facts=CaseFacts(student="Bo"))
    school.store.keys.destroy(case_id, AT)
    listed = {case.id: (case.name, case.trouble) for case in list_cases(school.store)}
    assert listed == {case_id: ("", "case-is-erased"), other: ("Bo", "")}
