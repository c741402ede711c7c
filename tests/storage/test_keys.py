"""The key store: ways in, one key for each case, and keys that are gone for good."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planning.errors import CaseFileError, NotAllowed
from storage.keys import KEY_FILE, Keys, KeyStore, WayIn
from storage.records import CaseId
from storage.secrets import Stretch
from tests.opened_store import QUICK

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")
PASSPHRASE, RECOVERY = "en lång fras för prov", "PROVNYCKEL"


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    """A key store with two ways in."""
    made = KeyStore(tmp_path / KEY_FILE)
    made.make([(WayIn.PASSPHRASE, PASSPHRASE), (WayIn.RECOVERY, RECOVERY)], QUICK)
    return made


@pytest.fixture
def keys(store: KeyStore) -> Keys:
    """Opened, with a key for each of two cases."""
    opened = store.open(WayIn.PASSPHRASE, PASSPHRASE)
    opened.make_for(ONE, AT)
    opened.make_for(OTHER, AT)
    return opened


def run(file: Path, sql: str, *values: object) -> None:
    """One statement, past the program."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(sql, values)


def code_of(keys: Keys, case_id: CaseId) -> str:
    """What is told when that case's key is asked for; «» when it is there."""
    try:
        keys.of(case_id)
    except CaseFileError as error:
        return error.code
    return ""


def test_an_empty_folder_has_no_keys(tmp_path: Path) -> None:
    """It is not made, has no ways in, and nothing opens it."""
    empty = KeyStore(tmp_path / KEY_FILE)
    assert (empty.is_made, empty.ways()) == (False, frozenset())
    with pytest.raises(NotAllowed, match="wrong_secret"):
        empty.open(WayIn.PASSPHRASE, PASSPHRASE)


def test_each_way_leads_to_the_same_keys(store: KeyStore) -> None:
    """The passphrase and the printed key both open."""
    assert store.is_made
    assert store.ways() == {WayIn.PASSPHRASE, WayIn.RECOVERY}
    opened = store.open(WayIn.PASSPHRASE, PASSPHRASE), store.open(WayIn.RECOVERY, RECOVERY)
    assert opened[0].installation == opened[1].installation


@pytest.mark.parametrize(
    ("way", "secret"),
    [(WayIn.PASSPHRASE, RECOVERY), (WayIn.RECOVERY, PASSPHRASE), (WayIn.FILE, PASSPHRASE), (WayIn.PASSPHRASE, "")],
)
def test_a_wrong_secret_opens_nothing_and_is_in_no_error(store: KeyStore, way: WayIn, secret: str) -> None:
    """A secret opens its own way only."""
    with pytest.raises(NotAllowed) as told:
        store.open(way, secret)
    assert told.value.code == "wrong_secret"
    assert not secret or secret not in f"{told.value!r}{told.value.__cause__!r}{told.value.__context__!r}"


def test_keys_are_made_once(store: KeyStore) -> None:
    """Making them again would leave every case unreadable, so it is refused, and the first ones still open."""
    before = store.open(WayIn.PASSPHRASE, PASSPHRASE).installation
    with pytest.raises(NotAllowed, match="keys_are_made"):
        store.make([(WayIn.PASSPHRASE, "en helt annan fras")], QUICK)
    assert store.open(WayIn.PASSPHRASE, PASSPHRASE).installation == before


def test_a_changed_way_opens_and_the_old_one_does_not(store: KeyStore, keys: Keys) -> None:
    """The cases' keys are untouched, and so is the other way in."""
    of_one = keys.of(ONE)
    keys.change_way(WayIn.PASSPHRASE, "en ny fras som gäller nu", Stretch(memory_kib=72, passes=2, lanes=1))
    assert store.open(WayIn.PASSPHRASE, "en ny fras som gäller nu").of(ONE) == of_one
    assert store.open(WayIn.RECOVERY, RECOVERY).of(ONE) == of_one
    with pytest.raises(NotAllowed):
        store.open(WayIn.PASSPHRASE, PASSPHRASE)


def test_each_case_has_a_key_of_its_own(keys: Keys) -> None:
    """The same each time, also opened anew, and never one that another case has."""
    assert keys.of(ONE) == keys.of(ONE)
    assert keys.every() == {ONE: keys.of(ONE), OTHER: keys.of(OTHER)}
    assert len({keys.of(ONE), keys.of(OTHER), keys.installation}) == 3


def test_a_destroyed_key_is_gone_and_the_ledger_knows(keys: Keys, tmp_path: Path) -> None:
    """Its wrapped bytes are overwritten in the file; once more changes nothing; the other case is as it was."""
    with closing(sqlite3.connect(tmp_path / KEY_FILE)) as connection:
        (wrapped,) = connection.execute("SELECT wrapped FROM case_keys WHERE case_id = ?", (ONE,)).fetchone()
    assert wrapped in (tmp_path / KEY_FILE).read_bytes()
    keys.destroy(ONE, AT)
    keys.destroy(ONE, AT + dt.timedelta(days=1))
    for file in tmp_path.iterdir():
        assert wrapped not in file.read_bytes()
    assert keys.erased() == {ONE: AT}
    assert (code_of(keys, ONE), code_of(keys, OTHER)) == ("case-is-erased", "")


def test_a_case_without_a_key_is_told_as_that(keys: Keys) -> None:
    """Which is something else than an erased one."""
    assert code_of(keys, CaseId("nobody")) == "case-key-missing"


def test_a_damaged_key_is_told_and_hides_no_other(keys: Keys, tmp_path: Path) -> None:
    """One case cannot be read; the rest can."""
    run(tmp_path / KEY_FILE, "UPDATE case_keys SET wrapped = ? WHERE case_id = ?", b"\x01" * 61, ONE)
    assert code_of(keys, ONE) == "case-key-unreadable"
    assert set(keys.every()) == {OTHER}


def test_a_key_moved_to_another_case_is_refused(keys: Keys, tmp_path: Path) -> None:
    """Wrapped keys are tied to their case, so that nobody reads one case with another's row."""
    run(tmp_path / KEY_FILE, "UPDATE case_keys SET wrapped = (SELECT wrapped FROM case_keys WHERE case_id = ?)", ONE)
    assert (code_of(keys, ONE), code_of(keys, OTHER)) == ("", "case-key-unreadable")


def test_another_installation_s_keys_open_nothing_here(keys: Keys, tmp_path: Path) -> None:
    """Its rows in this store are told as unreadable."""
    strange = KeyStore(tmp_path / "elsewhere" / KEY_FILE).make([(WayIn.FILE, "x" * 32)], QUICK)
    strange.make_for(ONE, AT)
    with closing(sqlite3.connect(tmp_path / "elsewhere" / KEY_FILE)) as connection:
        (wrapped,) = connection.execute("SELECT wrapped FROM case_keys").fetchone()
    run(tmp_path / KEY_FILE, "UPDATE case_keys SET wrapped = ? WHERE case_id = ?", wrapped, ONE)
    assert code_of(keys, ONE) == "case-key-unreadable"


def test_a_damaged_way_in_is_told_as_a_wrong_secret(store: KeyStore, keys: Keys, tmp_path: Path) -> None:
    """The other way still opens."""
    run(tmp_path / KEY_FILE, "UPDATE ways_in SET wrapped = ? WHERE kind = 'passphrase'", b"\x01" * 61)
    with pytest.raises(NotAllowed, match="wrong_secret"):
        store.open(WayIn.PASSPHRASE, PASSPHRASE)
    assert store.open(WayIn.RECOVERY, RECOVERY).installation == keys.installation


def test_neither_secrets_nor_keys_stand_in_the_file(keys: Keys, tmp_path: Path) -> None:
    """Nor do those of the cases: whoever finds the file has nothing."""
    keys.change_way(WayIn.PASSPHRASE, "en annan fras som gäller", QUICK)
    found = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for secret in (PASSPHRASE, RECOVERY, "en annan fras som gäller"):
        assert secret.encode() not in found
        assert secret.encode("utf-16-le") not in found
    for key in (keys.installation, keys.of(ONE), keys.of(OTHER)):
        assert bytes(key) not in found
        assert key.hex().encode() not in found


def test_a_copy_of_the_keys_opens_with_the_same_secrets(store: KeyStore, keys: Keys, tmp_path: Path) -> None:
    """And holds the same cases' keys."""
    store.backup_to(tmp_path / "copies" / "keys")
    copy = KeyStore(tmp_path / "copies" / "keys").open(WayIn.RECOVERY, RECOVERY)
    assert copy.every() == keys.every()
    store.close()
