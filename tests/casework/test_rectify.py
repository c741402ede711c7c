"""What was wrong about somebody is put right, with a reason, and nothing of what stood there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.case import DocumentMade
from casework.cases import create_case, note_documents, open_case, write_facts
from casework.corrections import LONGEST_REASON
from casework.rectify import correct_facts, corrections_of
from exports.document_code import DocumentCode, Fingerprint
from planning.errors import BadInput
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.ready_case import ready_facts
from tests.opened_store import opened_store

CODE = DocumentCode(document="0123456789AB", version=1, plan="0" * 16)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with nothing in it."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A case with facts."""
    made = create_case(store, name="Kim")
    write_facts(store, made, ready_facts())
    return made


def proposal(*, is_draft: bool) -> DocumentMade:
    """A note of a proposal that was made."""
    left = Fingerprint(code=CODE, plan="0" * 64, pages=(), fields=(), is_draft=is_draft)
    made_at = "2026-12-14T10:00:00Z"
    return DocumentMade.model_validate(
        {"kind": "forslag.pdf", "made_at": made_at, "sha256": "0" * 64, "plan_number": 1, "proposal": left}
    )


def test_the_old_value_stays_beside_the_new_one(store: CaseStore, case_id: CaseId) -> None:
    """What was put right, from what to what, by whom and why."""
    facts = open_case(store, case_id).facts
    school = facts.document.school.model_copy(update={"class_name": "9B"})
    right = facts.model_copy(
        update={"student": "Kim T", "document": facts.document.model_copy(update={"school": school})}
    )

    correct_facts(store, case_id, right, reason="  Klassen var fel.  ")

    (kept,) = corrections_of(store, case_id)
    assert kept.correction.reason == "Klassen var fel."
    assert kept.correction.by == store.actor.user
    assert {(one.field, one.before, one.after) for one in kept.changes} == {
        ("student", "Kim", "Kim T"),
        ("document.school.class_name", "9T", "9B"),
    }
    assert open_case(store, case_id).facts.document.school.class_name == "9B"


def test_the_latest_correction_is_told_first_and_none_replaces_another(store: CaseStore, case_id: CaseId) -> None:
    """Two corrections with ordinary writing between them are both there."""
    facts = open_case(store, case_id).facts
    correct_facts(store, case_id, facts.model_copy(update={"student": "Kim A"}), reason="Första")
    write_facts(store, case_id, open_case(store, case_id).facts.model_copy(update={"trusted_person": "Coach Exempel"}))
    correct_facts(store, case_id, open_case(store, case_id).facts.model_copy(update={"student": "Kim B"}), reason="Två")

    told = corrections_of(store, case_id)

    assert [one.correction.reason for one in told] == ["Två", "Första"]
    assert [one.changes[0].before for one in told] == ["Kim A", "Kim"]


@pytest.mark.parametrize("reason", ["", "   ", "x" * (LONGEST_REASON + 1)])
def test_a_correction_needs_a_reason(store: CaseStore, case_id: CaseId, reason: str) -> None:
    """Without one, or with a letter instead of one, nothing is kept."""
    right = open_case(store, case_id).facts.model_copy(update={"student": "Kim T"})
    with pytest.raises(BadInput, match="correction_reason"):
        correct_facts(store, case_id, right, reason=reason)
    assert open_case(store, case_id).facts.student == "Kim"


def test_where_nothing_differs_nothing_is_corrected(store: CaseStore, case_id: CaseId) -> None:
    """Neither a version nor a note is made."""
    with pytest.raises(BadInput, match="nothing_to_correct"):
        correct_facts(store, case_id, open_case(store, case_id).facts, reason="Inget")
    assert corrections_of(store, case_id) == ()


@pytest.mark.parametrize(("is_draft", "version"), [(True, 1), (False, 2)])
def test_a_paper_that_is_issued_again_is_told_from_the_one_before(
    store: CaseStore, case_id: CaseId, *, is_draft: bool, version: int
) -> None:
    """A proposal that has left for real gets the next version; a draft keeps its own. Both are named."""
    note_documents(store, case_id, [proposal(is_draft=is_draft)])
    right = open_case(store, case_id).facts.model_copy(update={"student": "Kim T"})

    corrected = correct_facts(store, case_id, right, reason="Namnet")

    assert corrected.correction.issued_again == ("forslag.pdf",)
    assert open_case(store, case_id).facts.document.prepared.version == version


def test_a_reason_makes_no_plan_old(store: CaseStore, case_id: CaseId) -> None:
    """Only what the plan rests on does: a class's name stands on paper alone."""
    case = open_case(store, case_id)
    school = case.facts.document.school.model_copy(update={"class_name": "9B"})
    document = case.facts.document.model_copy(update={"school": school})
    correct_facts(store, case_id, case.facts.model_copy(update={"document": document}), reason="Klassen")
    assert open_case(store, case_id).revision == case.revision
