"""A change of a case: what is kept, whether a plan depends on it, and protection that follows the facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.case_records import FACTS, change_of
from casework.cases import create_case, open_case, take_in_timetable, write_facts
from casework.facts import CaseFacts
from casework.guarded import verb
from planning.access import Action
from planning.errors import Bug
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.small_week import week
from tests.casework.staffed import acts
from tests.opened_store import opened_store

HIDDEN = CaseFacts.model_validate({"student": "K", "document": {"student": {"has_protected_identity": True}}})


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store for one coach."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A new case."""
    return create_case(store, name="Kim")


def log(store: CaseStore) -> list[tuple[str, str, str]]:
    """What was done, the oldest first."""
    with store.reading() as reader:
        return acts(reversed(tuple(reader.log())))


def is_protected(store: CaseStore, case_id: CaseId) -> bool:
    """What permissions know."""
    with store.reading() as reader:
        return reader.case(case_id).is_protected


def test_what_is_the_same_is_kept_once(store: CaseStore, case_id: CaseId) -> None:
    """Saving a form untouched makes no version, and the case is as it was."""
    take_in_timetable(store, case_id, week())
    before = open_case(store, case_id)
    take_in_timetable(store, case_id, week())
    write_facts(store, case_id, before.facts)
    after = open_case(store, case_id)
    assert (after.revision, after.changed_at) == (before.revision, before.changed_at)


def test_protection_follows_the_facts_whoever_writes_them(store: CaseStore, case_id: CaseId) -> None:
    """On and off again; the log tells of each turn under its own action, and of none where nothing turns."""
    for facts in (HIDDEN, HIDDEN.model_copy(update={"student": "L"}), CaseFacts(student="L")):
        write_facts(store, case_id, facts)
        assert is_protected(store, case_id) is facts.document.student.has_protected_identity
    turns = [action for _, action, outcome in log(store) if action == "set_protection" and outcome == "done"]
    assert len(turns) == 2


def test_a_change_outside_a_verb_is_none(store: CaseStore, case_id: CaseId) -> None:
    """It is a fault of ours, and nothing is written."""
    with pytest.raises(Bug, match="verb_without_action"), change_of(store, case_id):
        pytest.fail("it was open")


def test_a_change_that_keeps_nothing_moves_nothing(store: CaseStore, case_id: CaseId) -> None:
    """But it has been done, and is logged."""
    @verb(Action.WRITE_FACTS)
    def nothing() -> None:
        with change_of(store, case_id) as change:
            assert change.row.id == case_id

    before = open_case(store, case_id)
    nothing()
    assert open_case(store, case_id) == before
    assert log(store)[-1] == ("alone", "write_facts", "done")


def test_a_change_that_moves_a_plan_counts(store: CaseStore, case_id: CaseId) -> None:
    """However many things are kept in it, it is one."""
    @verb(Action.WRITE_FACTS)
    def twice() -> None:
        with change_of(store, case_id) as change:
            change.keep(FACTS, CaseFacts(student="A"), moves_plan=True)
            change.keep(FACTS, CaseFacts(student="B"), moves_plan=False)

    before = open_case(store, case_id).revision
    twice()
    assert open_case(store, case_id).revision == before + 1
