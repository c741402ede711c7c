"""Backups are made daily, kept as long as is said, and put back on a computer that has nothing."""

from __future__ import annotations

import base64
import datetime as dt
import logging
import stat
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from casework.anchoring import check_log
from casework.backup_copies import case_copies, key_copies
from casework.backups import (
    backup_state,
    check_backup,
    daily,
    list_backups,
    make_backup,
    restore,
    restore_anew,
)
from casework.cases import create_case, list_cases, open_case
from casework.unlocking import CASE_FILE, Places, Safe
from planning.errors import BadInput, CaseFileError, NotAllowed
from storage.actor import ALONE, Actor, UserId
from storage.encrypted_backup import COPIES
from storage.keys import KEY_FILE
from storage.store import CaseStore
from tests.casework.one_computer import Alone, places_in
from tests.casework.staffed import Watch
from tests.erasing import erase_case
from tests.opened_store import QUICK
from tests.storage.old_files import plain_rows

ROOT = Path(__file__).parents[2]
CANARY = "Kanariefågel"


@pytest.fixture
def alone(tmp_path: Path, watch: Watch) -> Alone:
    """A computer with one case."""
    made = Alone(tmp_path / "kept")
    create_case(made.store, name=CANARY)
    return made


def names(store: CaseStore) -> set[str]:
    """What the students are called."""
    return {case.name for case in list_cases(store)}


def test_the_first_call_of_a_day_makes_a_copy_and_the_others_none(alone: Alone, watch: Watch) -> None:
    """Of the cases and of the keys, apart from each other."""
    for _ in range(3):
        state = daily(alone.store, alone.places)
        watch.on(dt.timedelta(minutes=30))
    assert (state.newest, state.is_late, state.fault) == (watch.now - dt.timedelta(minutes=90), False, "")
    assert len(case_copies(alone.places)) == len(key_copies(alone.places)) == 1
    watch.on(dt.timedelta(days=1))
    daily(alone.store, alone.places)
    assert len(case_copies(alone.places)) == 2


def test_it_is_the_program_that_makes_them_and_the_log_knows(alone: Alone) -> None:
    """Each as one row."""
    daily(alone.store, alone.places)
    make_backup(alone.store, alone.places)
    with alone.store.reading() as reader:
        acts = [(row.actor, row.action) for row in reader.log()]
    assert acts[:2] == [("alone", "keep_keys"), ("system", "keep_keys")]


def test_nothing_personal_is_readable_in_any_file(alone: Alone, tmp_path: Path) -> None:
    """In no form in which it could stand: not in cases, journals, keys, copies or anchors."""
    daily(alone.store, alone.places)
    said = CANARY.encode()
    forms = [said, CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), said.hex().encode()]
    forms += [base64.b64encode(b"x" * shift + said)[4:-4] for shift in range(3)]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 4
    for file in files:
        content = file.read_bytes()
        assert not any(form in content for form in forms), file.name
        if sys.platform != "win32":
            assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 or file.name == "senaste-fel.txt", file.name


def test_a_copy_is_put_back_and_what_is_lost_is_told(alone: Alone, watch: Watch) -> None:
    """By the moment; the file that was there is kept; the log holds and tells of it."""
    copy = make_backup(alone.store, alone.places)
    watch.on(dt.timedelta(hours=3))
    create_case(alone.store, name="Efter")
    restored = restore(alone.store, copy.file, alone.places)
    assert restored.lost_after == copy.made_at
    assert restored.aside is not None
    assert names(alone.store) == {CANARY}
    state = check_log(alone.store, alone.places)
    assert (state.broken, state.restored) == (None, (watch.now,))


def test_the_drill_a_computer_that_has_nothing(alone: Alone, tmp_path: Path) -> None:
    """A copy of the cases, a copy of the keys and the printed key: everything is there, well within ten minutes."""
    for number in range(5):
        create_case(alone.store, name=f"Test {number}")
    daily(alone.store, alone.places)
    alone.safe.lock()
    before = Counter({name: len(rows) for name, rows in plain_rows(alone.places.folder / CASE_FILE).items()})
    (copy,), (key_copy,) = case_copies(alone.places), key_copies(alone.places)

    began = time.monotonic()
    there = places_in(tmp_path / "new")
    restored = restore_anew(copy.file, alone.printed.lower().replace("-", " "), there, key_copy.file)
    opened = Safe(there, QUICK)
    opened.unlock("en lång fras för prov")
    assert time.monotonic() - began < 600

    assert restored.lost_after is None
    assert names(opened.store().acting(ALONE)) == {CANARY, *(f"Test {number}" for number in range(5))}
    assert opened.store().check() is None
    rows = Counter({name: len(rows) for name, rows in plain_rows(there.folder / CASE_FILE).items()})
    # The restoring itself, and the look at the list.
    assert rows - before == Counter({"audit": 2})


@pytest.mark.parametrize("has_keys", [True, False])
def test_a_torn_case_file_is_put_back_by_the_printed_key(alone: Alone, *, has_keys: bool) -> None:
    """Where the cases cannot be opened nobody can log in either; the printed key still opens the keys."""
    daily(alone.store, alone.places)
    (copy,), (key_copy,) = case_copies(alone.places), key_copies(alone.places)
    alone.safe.lock()
    (alone.places.folder / CASE_FILE).write_bytes(b"torn " * 999)
    if not has_keys:
        (alone.places.folder / KEY_FILE).unlink()
    restore_anew(copy.file, alone.printed, alone.places, None if has_keys else key_copy.file)
    alone.safe.unlock("en lång fras för prov")
    assert names(alone.store) == {CANARY}


def test_a_wrong_printed_key_puts_nothing_back(alone: Alone, tmp_path: Path) -> None:
    """Mistyped, or another one: both are told, and the new folder stays empty of cases."""
    daily(alone.store, alone.places)
    (copy,), (key_copy,) = case_copies(alone.places), key_copies(alone.places)
    other = Alone(tmp_path / "other")
    with pytest.raises(BadInput, match="recovery_key_mistyped"):
        restore_anew(copy.file, alone.printed[:-1], places_in(tmp_path / "new"), key_copy.file)
    with pytest.raises(NotAllowed, match="wrong_secret"):
        restore_anew(copy.file, other.printed, places_in(tmp_path / "new"), key_copy.file)
    with pytest.raises(CaseFileError, match="file-missing"):
        restore_anew(copy.file, alone.printed, places_in(tmp_path / "new"))
    assert not (tmp_path / "new" / CASE_FILE).exists()


def test_an_erased_case_is_unreadable_in_every_copy(alone: Alone, tmp_path: Path, watch: Watch) -> None:
    """Also by somebody who has all copies, of the cases and of the keys, and the printed key."""
    (case,) = list_cases(alone.store)
    daily(alone.store, alone.places)
    (copy,), (key_copy,) = case_copies(alone.places), key_copies(alone.places)
    old_keys = key_copy.file.read_bytes()
    erase_case(alone.store, case.id)
    watch.on(dt.timedelta(hours=1))
    daily(alone.store, alone.places)
    make_backup(alone.store, alone.places)

    restore(alone.store, copy.file, alone.places)
    assert names(alone.store) == set()
    restore_anew(copy.file, alone.printed, places_in(tmp_path / "new"), key_copy.file)
    # A copy of the keys that was carried away before is cleared by the ledger that the newer copies carry.
    (tmp_path / "carried").write_bytes(old_keys)
    restore_anew(copy.file, alone.printed, places_in(tmp_path / "newer"), tmp_path / "carried")
    for folder in ("new", "newer"):
        opened = Safe(places_in(tmp_path / folder), QUICK)
        opened.unlock("en lång fras för prov")
        with pytest.raises(CaseFileError, match="no-such-case"):
            open_case(opened.store().acting(ALONE), case.id)
        with pytest.raises(CaseFileError, match="case-is-erased"):
            opened.store().keys.of(case.id)


def test_a_copying_that_fails_stops_nothing_and_is_told(
    alone: Alone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, watch: Watch
) -> None:
    """By its code alone, in the log and in the app; the next one that goes well ends it."""
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        def full(*_: object) -> None:
            raise CaseFileError("disk-is-full", file="secret place")

        patch.setattr("storage.encrypted_backup.copy_into", full)
        state = daily(alone.store, alone.places)
    assert (state.fault, state.is_late) == ("disk-is-full", True)
    assert [record.getMessage() for record in caplog.records] == ["backup disk-is-full"]
    assert backup_state(alone.places).fault == "disk-is-full"
    create_case(alone.store, name="Arbetet går vidare")
    assert daily(alone.store, alone.places).fault == ""


def test_a_copy_with_damage_pushes_out_none_that_is_whole(
    alone: Alone, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made and told of; the older ones stay beyond their time."""
    for _ in range(9):
        daily(alone.store, alone.places)
        watch.on(dt.timedelta(days=1))
    before = case_copies(alone.places)
    (case,) = list_cases(alone.store)
    with alone.store.writing() as writer:
        writer._connection.exec_driver_sql("UPDATE facts SET content = x'0102'")
    assert daily(alone.store, alone.places).fault == "backup-has-damage"
    assert set(before) < set(case_copies(alone.places))
    checked = check_backup(alone.store, case_copies(alone.places)[0].file, alone.places)
    assert [row.case_id for row in checked.contents.damaged] == [case.id]
    assert not checked.is_whole
    assert check_backup(alone.store, before[0].file, alone.places).is_whole


def test_several_processes_make_one_copy_a_day(alone: Alone) -> None:
    """Whichever comes first."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.casework.test_backups import *\n"
        "safe = Safe(places_in(Path(sys.argv[2])), QUICK)\n"
        "safe.unlock('en lång fras för prov')\n"
        "print(daily(safe.store(), safe.places).fault)\n"
    )
    command = [sys.executable, "-c", script, str(ROOT), str(alone.places.folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate(timeout=120)[0] for process in running] == [b"\n"] * 3
    assert len(case_copies(alone.places)) == 1


def test_only_who_keeps_keys_may_do_any_of_it(alone: Alone, tmp_path: Path) -> None:
    """Somebody without the role is refused before anything is looked at, and that is logged."""
    nobody = alone.store.acting(Actor(user=UserId("nobody")))
    for act in (
        lambda: make_backup(nobody, alone.places), lambda: list_backups(nobody, alone.places),
        lambda: check_backup(nobody, tmp_path / "x", alone.places),
        lambda: restore(nobody, tmp_path / "x", alone.places),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match="not_yours_to_do"):
            act()
    with alone.store.reading() as reader:
        denied = [(row.actor, row.action, row.outcome.value) for row in reader.log(most=4)]
    assert denied == [("nobody", "keep_keys", "denied")] * 4
    assert not (alone.places.folder / COPIES).exists()


def test_a_server_s_cases_are_its_own_and_the_keys_are_ours(alone: Alone) -> None:
    """There a day's copy is one of the keys alone, and nothing is said to be late."""
    there = Places(alone.places.folder, "postgresql://nowhere/x", alone.places.keys, None, is_service=True)
    for _ in range(2):
        state = daily(alone.store, there)
    assert (state.is_late, state.fault) == (False, "")
    assert len(key_copies(there)) == 1
    assert case_copies(there) == ()
    with pytest.raises(CaseFileError, match="backup-is-the-servers"):
        restore(alone.store, alone.places.folder / "x", there)
