"""Writing: sealed, numbered, together or not at all, and gone when it is erased."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from planning.access import Relation, Role
from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage import schema
from storage.audit import Act
from storage.people import users
from storage.records import CaseId, Record
from storage.store import CaseStore
from tests.opened_store import opened_store
from tests.storage.old_files import plain_rows

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")


class Note(Frozen):
    """Something to keep."""

    text: str


NOTES: Record[Note] = Record(schema.facts, Note)
FILE = "cases.stegvis"


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """Two empty cases."""
    made = opened_store(tmp_path / FILE)
    with made.writing() as writer:
        for case_id in (ONE, OTHER):
            writer.add_case(case_id, AT, state="mapping", unit="unit")
    return made


@settings(max_examples=40)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=40))
def test_nothing_that_is_kept_can_be_read_in_the_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever it is, and it is read back as it was."""
    folder = tmp_path_factory.mktemp("kept")
    store = opened_store(folder / FILE)
    note = Note(text=f"{text}§kanarie§")
    with store.writing() as writer:
        writer.add_case(ONE, AT, state="mapping")
        writer.add(NOTES, ONE, note, AT)
    with store.reading() as reader:
        assert [kept.noun for kept in reader.every(NOTES, ONE)] == [note]
    for file in folder.iterdir():
        content = file.read_bytes()
        assert not any(form in content for form in (note.text.encode(), note.text.encode("utf-16-le"), b"kanarie"))


def test_a_change_counts_where_a_plan_depends_on_it(store: CaseStore) -> None:
    """And the case is changed either way."""
    later = AT + dt.timedelta(hours=1)
    with store.writing() as writer:
        writer.note_change(ONE, later, moves_plan=False)
        writer.note_change(ONE, later, moves_plan=True)
    with store.reading() as reader:
        row, untouched = reader.case(ONE), reader.case(OTHER)
    assert (row.revision, row.changed_at, untouched.revision, untouched.changed_at) == (1, later, 0, AT)


def test_what_permissions_ask_of_a_case_is_kept(store: CaseStore) -> None:
    """Its state, its unit, and whether the identity is protected."""
    with store.writing() as writer:
        writer.set_state(ONE, "active")
        writer.set_protected(ONE, is_protected=True)
        row = writer.case(ONE)
    assert (row.state, row.unit, row.is_protected) == ("active", "unit", True)


def test_erasing_takes_all_but_the_log(store: CaseStore, tmp_path: Path) -> None:
    """Rows, people and key; the other case is untouched, and the chain holds."""
    with store.writing() as writer:
        writer._connection.execute(
            insert(users).values(id="u", issuer="i", subject="s", created_at=AT, is_active=True, content=b"x")
        )
        for case_id in (ONE, OTHER):
            writer.name(case_id, "u", Role.COACH, Relation.ASSIGNED)
            writer.add(NOTES, case_id, Note(text="kept"), AT)
            writer.note_act(Act(action="see_case", case_id=case_id), AT)
    with store.writing() as writer:
        writer.erase(ONE, AT)
    left = {name for name, rows in plain_rows(tmp_path / FILE).items() if any(ONE in row for row in rows)}
    assert left == {"audit"}
    assert store.check() is None
    with store.reading() as reader:
        assert len(reader.every(NOTES, OTHER)) == 1
    with pytest.raises(CaseFileError, match="case-is-erased"):
        store.keys.of(ONE)


def test_a_key_that_cannot_be_destroyed_leaves_the_case_as_it_was(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is removed, and it can be asked for again."""
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="kept"), AT)

    def refuse(*_: object) -> None:
        raise CaseFileError("disk-is-full")

    with monkeypatch.context() as patch:
        patch.setattr(store.keys, "destroy", refuse)
        with pytest.raises(CaseFileError, match="disk-is-full"), store.writing() as writer:
            writer.erase(ONE, AT)
    with store.reading() as reader:
        assert len(reader.every(NOTES, ONE)) == 1


def test_an_erasing_that_breaks_after_the_key_is_ended_when_the_file_is_opened(
    store: CaseStore, tmp_path: Path
) -> None:
    """The key is gone and the rows are there still: unreadable, and removed the next time."""
    def interrupted() -> None:
        with store.writing() as writer:
            writer.erase(ONE, AT)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert any(ONE in row for row in plain_rows(tmp_path / FILE)["cases"])
    with opened_store(tmp_path / FILE).reading() as reader:
        assert [row.id for row in reader.cases()] == [OTHER]
