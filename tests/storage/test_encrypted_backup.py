"""A backup is whole, checked and encrypted, and shows whatever has been done to it."""

from __future__ import annotations

import datetime as dt
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from planning.errors import CaseFileError
from planning.frozen import Frozen
from storage import encrypted_backup, schema
from storage.audit import Act, ChainBreak
from storage.encrypted_backup import (
    DamagedRow,
    look_through,
    open_backup,
    read_contents,
    remove_leftovers,
)
from storage.keys import KeyStore, WayIn
from storage.records import CaseId, Record
from storage.store import CaseStore
from tests.opened_store import QUICK, opened_store
from tests.storage.old_files import plain_rows

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")
CANARY = "Kanariefågel"
PIECE = 8192
SEALED = PIECE + 29


class Note(Frozen):
    """Something to keep."""

    text: str = Field(max_length=20)


NOTES: Record[Note] = Record(schema.facts, Note)


def fill(store: CaseStore) -> None:
    """Two cases with a word in each, logged."""
    with store.writing() as writer:
        for case_id in (ONE, OTHER):
            writer.add_case(case_id, AT, state="mapping")
            writer.add(NOTES, case_id, Note(text=CANARY), AT)
            writer.note_act(Act(action="open_case", case_id=case_id), AT)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with something in it."""
    made = opened_store(tmp_path / "cases.stegvis")
    fill(made)
    return made


@pytest.fixture
def copy(store: CaseStore, tmp_path: Path) -> Path:
    """A backup of it."""
    file = tmp_path / "copies" / "a.kopia"
    store.encrypted_backup_to(file, AT)
    return file


def code_of_opening(copy: Path, store: CaseStore, tmp_path: Path) -> str:
    """What is told when that backup is opened; «» when it can be. Nothing of it is left behind either way."""
    target = tmp_path / "opened.stegvis"
    try:
        open_backup(copy, store.keys, target)
    except CaseFileError as error:
        return error.code + (" and a file is left" if target.exists() else "")
    target.unlink()
    return ""


def test_it_opens_as_the_file_was(store: CaseStore, copy: Path, tmp_path: Path) -> None:
    """Every row of every table; and it says so itself, without being opened whole."""
    contents = open_backup(copy, store.keys, tmp_path / "again" / "cases.stegvis")
    assert plain_rows(tmp_path / "again" / "cases.stegvis") == plain_rows(tmp_path / "cases.stegvis")
    assert read_contents(copy, store.keys) == contents
    assert (contents.made_at, contents.head, contents.newest) == (AT, store.head(), AT)
    assert (contents.rows["cases"], contents.rows["facts"], contents.rows["audit"]) == (2, 2, 2)
    assert contents.is_whole


def test_it_is_its_owner_s_alone_and_leaves_nothing_beside_it(copy: Path) -> None:
    """No plain copy either."""
    assert [path.name for path in copy.parent.iterdir()] == ["a.kopia"]
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_nothing_can_be_read_in_it(copy: Path) -> None:
    """Neither ids nor the shape of the tables."""
    content = copy.read_bytes()
    for sign in (CANARY, ONE, "CREATE TABLE", "SQLite format", "audit", "open_case"):
        assert sign.encode() not in content
        assert sign.encode("utf-16-le") not in content


@settings(max_examples=150)
@given(data=st.data())
def test_every_bit_that_turns_is_seen(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, shared: tuple[CaseStore, Path]
) -> None:
    """Wherever it is."""
    store, copy = shared
    whole = bytearray(copy.read_bytes())
    at = data.draw(st.integers(0, 8 * len(whole) - 1))
    whole[at // 8] ^= 1 << at % 8
    folder = tmp_path_factory.mktemp("bit")
    (folder / "bit.kopia").write_bytes(whole)
    assert code_of_opening(folder / "bit.kopia", store, folder) in {
        "not-a-backup", "backup-damaged", "backup-of-other-keys",
    }  # fmt: skip


@settings(max_examples=80)
@given(data=st.data())
def test_an_end_that_is_cut_off_or_grown_is_seen(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, shared: tuple[CaseStore, Path]
) -> None:
    """Also exactly between two pieces."""
    store, copy = shared
    whole = copy.read_bytes()
    first = 36 + int.from_bytes(whole[32:36], "big")
    cuts = st.integers(0, len(whole) - 1) | st.sampled_from(range(first, len(whole), SEALED))
    changed = data.draw(st.one_of(cuts.map(lambda at: whole[:at]), st.just(whole + b"\0"), st.just(whole * 2)))
    folder = tmp_path_factory.mktemp("cut")
    (folder / "cut.kopia").write_bytes(changed)
    assert code_of_opening(folder / "cut.kopia", store, folder) in {
        "not-a-backup", "backup-damaged", "backup-of-other-keys",
    }  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CaseStore, Path]]:
    """A backup in many small pieces, and a program that writes and reads such."""
    folder = tmp_path_factory.mktemp("shared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encrypted_backup, "PIECE", PIECE)
        store = opened_store(folder / "cases.stegvis")
        fill(store)
        store.encrypted_backup_to(folder / "a.kopia", AT)
        yield store, folder / "a.kopia"


@pytest.fixture
def pieces(shared: tuple[CaseStore, Path]) -> tuple[bytes, list[bytes]]:
    """The head of that backup, and its sealed pieces."""
    whole = shared[1].read_bytes()
    size = int.from_bytes(whole[32:36], "big")
    head, rest = whole[: 36 + size], whole[36 + size :]
    return head, [rest[at : at + SEALED] for at in range(0, len(rest), SEALED)]


def test_pieces_in_another_order_are_seen(
    shared: tuple[CaseStore, Path], pieces: tuple[bytes, list[bytes]], tmp_path: Path
) -> None:
    """Two that changed places, one that is there twice, and one that is left out."""
    head, parts = pieces
    assert len(parts) > 8
    assert code_of_opening(written(tmp_path, head, parts), shared[0], tmp_path) == ""
    for changed in (
        [parts[1], parts[0], *parts[2:]], [parts[0], parts[0], *parts[1:]], parts[1:], parts[:3] + parts[4:],
        parts[:-1], [*parts, parts[-1]], [parts[-1]], [],
    ):  # fmt: skip
        assert code_of_opening(written(tmp_path, head, changed), shared[0], tmp_path) == "backup-damaged"


def test_a_piece_of_another_backup_is_seen(
    shared: tuple[CaseStore, Path], pieces: tuple[bytes, list[bytes]], tmp_path: Path
) -> None:
    """Made with the same keys, of the same file."""
    store, _ = shared
    store.encrypted_backup_to(tmp_path / "b.kopia", AT)
    whole = (tmp_path / "b.kopia").read_bytes()
    rest = whole[36 + int.from_bytes(whole[32:36], "big") :]
    head, parts = pieces
    changed = [rest[: SEALED], *parts[1:]]
    assert code_of_opening(written(tmp_path, head, changed), store, tmp_path) == "backup-damaged"


def written(folder: Path, head: bytes, parts: list[bytes]) -> Path:
    """A backup put together by hand."""
    file = folder / "by-hand.kopia"
    file.write_bytes(head + b"".join(parts))
    return file


def test_other_keys_do_not_open_it(copy: Path, tmp_path: Path) -> None:
    """Another installation's are told as that."""
    strange = KeyStore(tmp_path / "strange").make([(WayIn.FILE, "x" * 32)], QUICK)
    with pytest.raises(CaseFileError, match="backup-of-other-keys"):
        open_backup(copy, strange, tmp_path / "opened.stegvis")
    assert not (tmp_path / "opened.stegvis").exists()


@pytest.mark.parametrize("content", [b"", b"Stegvis-kopia 1\n", b"something else altogether" * 9])
def test_another_file_is_no_backup(store: CaseStore, tmp_path: Path, content: bytes) -> None:
    """It is told as that, and so is one that is not there."""
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(CaseFileError, match="not-a-backup"):
        read_contents(tmp_path / "other", store.keys)
    with pytest.raises(CaseFileError, match="file-cannot-be-reached"):
        read_contents(tmp_path / "nothing", store.keys)


def damage(tmp_path: Path, sql: str) -> None:
    """One statement past the program."""
    with closing(sqlite3.connect(tmp_path / "cases.stegvis", isolation_level=None)) as connection:
        for trigger in ("audit_no_update", "audit_no_delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.execute(sql)


def test_damage_in_the_file_itself_is_copied_and_told(store: CaseStore, tmp_path: Path) -> None:
    """A case that cannot be read does not keep the others from being copied."""
    damage(tmp_path, f"UPDATE facts SET content = x'0102' WHERE case_id = '{ONE}'")
    contents = store.encrypted_backup_to(tmp_path / "a.kopia", AT)
    assert contents.damaged == (DamagedRow(table="facts", case_id=ONE, row="1"),)
    assert not contents.is_whole
    assert code_of_opening(tmp_path / "a.kopia", store, tmp_path) == ""


def test_a_case_without_its_key_is_told(store: CaseStore, tmp_path: Path) -> None:
    """Nothing of it could be read back."""
    store.keys.destroy(OTHER, AT)
    contents = store.encrypted_backup_to(tmp_path / "a.kopia", AT)
    assert [row.case_id for row in contents.damaged] == [OTHER]
    assert contents.erased == {OTHER: AT}


def test_a_log_that_does_not_hold_is_told(store: CaseStore, tmp_path: Path) -> None:
    """With the row where it breaks."""
    damage(tmp_path, "UPDATE audit SET actor = 'nobody' WHERE number = 2")
    assert store.encrypted_backup_to(tmp_path / "a.kopia", AT).broken == ChainBreak(number=2, reason="changed")


def test_a_copy_that_fails_leaves_the_one_before_it(
    store: CaseStore, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The structure of the new one does not hold; the old one is untouched and nothing lies beside it."""
    before = copy.read_bytes()
    real = encrypted_backup.copy_into

    def copy_half(engine: object, part: Path) -> None:
        real(engine, part)  # type: ignore[arg-type]  # handed on as it came
        whole = part.read_bytes()
        part.write_bytes(whole[: len(whole) // 2])

    monkeypatch.setattr(encrypted_backup, "copy_into", copy_half)
    with pytest.raises(CaseFileError, match="file-is-damaged"):
        store.encrypted_backup_to(copy, AT)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == ["a.kopia"]


def test_a_copy_of_another_state_is_refused(store: CaseStore, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy in which the newest row of the log is missing is no copy of this file."""
    real = encrypted_backup.copy_into

    def copy_older(engine: object, part: Path) -> None:
        real(engine, part)  # type: ignore[arg-type]  # handed on as it came
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("DROP TRIGGER audit_no_delete")
            connection.execute("DELETE FROM audit WHERE number = 2")

    monkeypatch.setattr(encrypted_backup, "copy_into", copy_older)
    with pytest.raises(CaseFileError, match="backup-damaged"):
        store.encrypted_backup_to(copy, AT)


def test_leftovers_are_removed_and_copies_are_not(copy: Path) -> None:
    """What a copying that was killed has left, and its journal."""
    for name in ("b.kopia.sqlite.part", "b.kopia.sqlite.part-journal", "b.kopia.sealed.part"):
        (copy.parent / name).write_bytes(b"half")
    remove_leftovers(copy.parent)
    assert [path.name for path in copy.parent.iterdir()] == ["a.kopia"]


def test_another_program_s_file_is_not_looked_through(store: CaseStore, tmp_path: Path) -> None:
    """A database without our tables."""
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE notes (x)")
    with pytest.raises(CaseFileError, match="not-a-case-file"):
        look_through(tmp_path / "other.db", store.keys, AT)
