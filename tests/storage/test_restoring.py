"""A backup is put back whole or not at all, and nothing that was erased comes back with it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planning.errors import CaseFileError
from storage import restoring
from storage.anchors import ANCHOR_FILE, Anchors
from storage.audit import Act
from storage.keys import KEY_FILE, KeyStore, WayIn
from storage.records import CaseId
from storage.restoring import clear_keys, put_back, put_keys_back
from storage.store import CaseStore
from tests.opened_store import TEST_SECRET, opened_store
from tests.storage.old_files import plain_rows

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(hours=5)
ONE, OTHER, NEW = CaseId("case-one"), CaseId("case-other"), CaseId("case-new")
FILE = "cases.stegvis"


def add_case(store: CaseStore, case_id: CaseId) -> None:
    """One more case, logged."""
    with store.writing() as writer:
        writer.add_case(case_id, AT, state="mapping")
        writer.note_act(Act(action="open_case", case_id=case_id), AT)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with two cases, of which there is a backup, and one that came after it."""
    made = opened_store(tmp_path / FILE)
    add_case(made, ONE)
    add_case(made, OTHER)
    made.encrypted_backup_to(copy_in(tmp_path), AT)
    add_case(made, NEW)
    return made


def copy_in(folder: Path) -> Path:
    """Where the backup lies."""
    return folder / "copies" / "a.kopia"


def ids(store: CaseStore) -> set[str]:
    """The cases in a store."""
    with store.reading() as reader:
        return {row.id for row in reader.cases()}


def test_the_copy_takes_the_file_s_place_and_the_file_is_kept(store: CaseStore, tmp_path: Path) -> None:
    """What is lost is told by the moment, and what was there is there still, beside it."""
    before = plain_rows(tmp_path / FILE)
    restored = put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert restored.lost_after == AT
    assert restored.aside is not None
    assert plain_rows(restored.aside) == before
    assert ids(opened_store(tmp_path / FILE)) == {ONE, OTHER}
    assert not list(tmp_path.glob("*.part*"))


def test_whoever_has_the_file_open_meets_the_restored_one(store: CaseStore, tmp_path: Path) -> None:
    """A program that runs meanwhile reads and writes the new state, and its answers land nowhere else."""
    assert ids(store) == {ONE, OTHER, NEW}
    put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert ids(store) == {ONE, OTHER}
    add_case(store, CaseId("case-after"))
    assert ids(opened_store(tmp_path / FILE)) == {ONE, OTHER, CaseId("case-after")}
    assert store.check() is None


def test_nothing_is_lost_where_nothing_came_after(store: CaseStore, tmp_path: Path) -> None:
    """And it says so."""
    store.encrypted_backup_to(copy_in(tmp_path), LATER)
    assert put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER).lost_after is None


@pytest.mark.parametrize("content", [b"", b"no database at all, though it is long enough to be looked at " * 90, None])
def test_a_file_that_cannot_be_read_is_replaced(store: CaseStore, tmp_path: Path, content: bytes | None) -> None:
    """A torn file is kept aside as it is; an empty or a missing one has nothing to keep."""
    store.close()
    if content is None:
        (tmp_path / FILE).unlink()
    else:
        (tmp_path / FILE).write_bytes(content)
    restored = put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert (restored.aside.read_bytes() if restored.aside else b"") == (content or b"")
    assert ids(opened_store(tmp_path / FILE)) == {ONE, OTHER}
    assert opened_store(tmp_path / FILE).check() is None


def test_what_was_erased_since_stays_erased(store: CaseStore, tmp_path: Path) -> None:
    """Opening the restored file clears it of the case; no copy can be read of it meanwhile."""
    with store.writing() as writer:
        writer.erase(ONE, LATER)
    put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    opened = opened_store(tmp_path / FILE)
    assert ids(opened) == {OTHER}
    with pytest.raises(CaseFileError, match="case-is-erased"):
        opened.keys.of(ONE)


def test_a_copy_that_is_damaged_changes_nothing(store: CaseStore, tmp_path: Path) -> None:
    """Neither the file nor the anchors, and nothing lies beside it."""
    whole = copy_in(tmp_path).read_bytes()
    copy_in(tmp_path).write_bytes(whole[:-1])
    before = plain_rows(tmp_path / FILE)
    with pytest.raises(CaseFileError, match="backup-damaged"):
        put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert plain_rows(tmp_path / FILE) == before
    assert not list(tmp_path.glob("*undanlagd*"))
    assert not (tmp_path / ANCHOR_FILE).exists()


def test_a_copy_whose_log_is_not_the_anchored_one_takes_a_second_word(store: CaseStore, tmp_path: Path) -> None:
    """Somebody has made the log anew: it is told, and put back only when asked for all the same."""
    head = store.head()
    Anchors(tmp_path / ANCHOR_FILE).add(head.model_copy(update={"number": 2}), AT)
    with pytest.raises(CaseFileError) as told:
        put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert told.value.code == "backup-log-broken"
    assert (told.value.data["number"], told.value.data["reason"]) == (2, "changed")
    assert ids(store) == {ONE, OTHER, NEW}
    put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER, is_forced=True)
    assert ids(store) == {ONE, OTHER}


def test_anchors_of_what_is_lost_do_not_hold_the_log_any_more(store: CaseStore, tmp_path: Path) -> None:
    """The log goes on from the copy's newest row, and holds; that a copy was put back stands among the anchors."""
    anchors = Anchors(tmp_path / ANCHOR_FILE)
    anchors.add(store.head(), AT)
    put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    for name in ("x", "y"):
        add_case(store, CaseId(name))
    assert store.check(anchors.standing()) is None
    assert [anchor.is_restored for anchor in anchors.every()] == [False, True]


def test_a_restoring_that_fails_half_way_leaves_the_file(
    store: CaseStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program stops just before the copy takes the file's place."""
    before = plain_rows(tmp_path / FILE)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "_replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put_back(copy_in(tmp_path), store.keys, tmp_path / FILE, LATER)
    assert plain_rows(tmp_path / FILE) == before
    assert not list(tmp_path.glob("*.part*"))


def test_keys_come_back_without_those_of_erased_cases(store: CaseStore, tmp_path: Path) -> None:
    """An older copy of the keys has them still; the ledger takes them out before the copy is used."""
    keys = KeyStore(tmp_path / KEY_FILE)
    keys.backup_to(tmp_path / "copies" / "keys")
    put_keys_back(tmp_path / "copies" / "keys", tmp_path / "new" / KEY_FILE, {ONE: LATER})
    opened = KeyStore(tmp_path / "new" / KEY_FILE).open(WayIn.FILE, TEST_SECRET)
    assert set(opened.every()) == {OTHER, NEW}
    assert opened.erased() == {ONE: LATER}
    assert [path.name for path in (tmp_path / "new").iterdir() if path.suffix == ".part"] == []


def test_keys_that_are_there_are_never_written_over(store: CaseStore, tmp_path: Path) -> None:
    """They may be the only ones that open the cases."""
    before = set(store.keys.every())
    with pytest.raises(CaseFileError, match="keys-are-there"):
        put_keys_back(tmp_path / KEY_FILE, tmp_path / KEY_FILE, {})
    assert set(store.keys.every()) == before


def test_a_copy_of_the_keys_is_cleared_in_place(store: CaseStore, tmp_path: Path) -> None:
    """The wrapped key is overwritten in the copy; clearing it again finds nothing."""
    copy = tmp_path / "copies" / "keys"
    KeyStore(tmp_path / KEY_FILE).backup_to(copy)
    with closing(sqlite3.connect(copy)) as connection:
        (wrapped,) = connection.execute("SELECT wrapped FROM case_keys WHERE case_id = ?", (ONE,)).fetchone()
    assert [clear_keys(copy, {ONE: LATER}), clear_keys(copy, {ONE: LATER})] == [1, 0]
    for file in (tmp_path / "copies").iterdir():
        assert wrapped not in file.read_bytes()
