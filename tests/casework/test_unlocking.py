"""Keys are made once, opened by a passphrase, the printed key or a key file, and let go of when the app locks."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.cases import create_case, list_cases
from casework.unlocking import CASE_FILE, Places, Safe, ask_who_acts, the_safe, the_store
from planning.errors import BadInput, NotAllowed
from storage.actor import ALONE, SYSTEM, Actor, UserId
from storage.keys import KEY_FILE
from tests.opened_store import QUICK, key_file, live_in

PHRASE, OTHER = "en lång fras för prov", "en annan fras för prov"


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    """A computer with nothing on it yet."""
    return again(tmp_path)


def again(folder: Path) -> Safe:
    """The program started anew there."""
    return Safe(Places.of({"STEGVIS_DATA": str(folder)}), QUICK)


def refused(safe: Safe) -> str:
    """What is told when the cases are asked for."""
    with pytest.raises(NotAllowed) as told:
        safe.store()
    return told.value.code


def test_where_things_are_is_told_by_the_environment(tmp_path: Path) -> None:
    """A folder alone; or a server, its keys and the file with their secret."""
    alone = Places.of({"STEGVIS_DATA": str(tmp_path)})
    assert (alone.cases, alone.keys, alone.secret, alone.is_service) == (
        tmp_path / CASE_FILE, tmp_path / KEY_FILE, None, False,
    )  # fmt: skip
    service = Places.of(
        {"STEGVIS_DATA": str(tmp_path), "STEGVIS_DATABASE": "postgresql://x/y", "STEGVIS_KEYS": "postgresql://x/z",
         "STEGVIS_KEY_FILE": "/k"}
    )  # fmt: skip
    assert (service.cases, service.keys, service.secret, service.is_service) == (
        "postgresql://x/y", "postgresql://x/z", Path("/k"), True,
    )  # fmt: skip


def test_before_keys_are_made_nothing_is_open(safe: Safe) -> None:
    """It says that it is not set up, which is something else than locked."""
    assert (safe.is_open, safe.is_set_up, refused(safe)) == (False, False, "not_set_up")


def test_a_computer_that_is_set_up_opens_with_its_passphrase(safe: Safe, tmp_path: Path) -> None:
    """However it was typed; a wrong one opens nothing, and what was written is there."""
    safe.set_up(PHRASE)
    create_case(safe.store().acting(ALONE), name="Test")
    later = again(tmp_path)
    assert (later.is_set_up, refused(later)) == (True, "locked")
    for wrong in ("", OTHER, PHRASE.upper()):
        with pytest.raises(NotAllowed, match="wrong_secret"):
            later.unlock(wrong)
        assert not later.is_open
    later.unlock(PHRASE)
    assert [case.name for case in list_cases(later.store().acting(ALONE))] == ["Test"]
    assert (later.has_passphrase(PHRASE), later.has_passphrase(OTHER)) == (True, False)


def test_a_weak_passphrase_sets_nothing_up(safe: Safe) -> None:
    """It can be tried again with a better one; once it is set up it is not done anew."""
    with pytest.raises(BadInput, match="passphrase_short"):
        safe.set_up("kort")
    assert not safe.is_set_up
    safe.set_up(PHRASE)
    with pytest.raises(NotAllowed, match="keys_are_made"):
        safe.set_up(OTHER)


def test_locking_lets_go_of_everything(safe: Safe) -> None:
    """No store and no key is reached from it any more; locking twice is locking once."""
    safe.set_up(PHRASE)
    safe.lock()
    safe.lock()
    assert (safe.is_open, safe._store, refused(safe)) == (False, None, "locked")


def test_the_printed_key_opens_and_is_used_up(safe: Safe, tmp_path: Path) -> None:
    """A new passphrase and a new printed key hold from then on, and the old ones do not."""
    printed = safe.set_up(PHRASE)
    later = again(tmp_path)
    with pytest.raises(BadInput, match="recovery_key_mistyped"):
        later.recover(printed[:-2], OTHER)
    with pytest.raises(BadInput, match="passphrase_short"):
        later.recover(printed, "kort")
    fresh = later.recover(printed, OTHER)
    assert later.is_open
    assert (later.has_recovery_key(fresh), later.has_recovery_key(printed)) == (True, False)
    assert (later.has_passphrase(OTHER), later.has_passphrase(PHRASE)) == (True, False)


def test_a_service_opens_with_the_secret_in_its_file(tmp_path: Path) -> None:
    """The first time the keys are made; after locking it opens again by itself."""
    places = Places.of({"STEGVIS_DATA": str(tmp_path), "STEGVIS_KEY_FILE": str(key_file(tmp_path))})
    service = Safe(places, QUICK)
    first = service.store()
    assert first.actor == SYSTEM
    create_case(first.acting(ALONE), name="Test")
    service.lock()
    assert len(list_cases(Safe(places, QUICK).store().acting(ALONE))) == 1


def test_the_cases_are_for_the_one_who_acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone that is the coach; where people log in it is whoever has."""
    live_in(monkeypatch, tmp_path)
    monkeypatch.setattr("casework.unlocking._WHO", ["to be replaced"])
    ask_who_acts(lambda: ALONE)
    assert the_store().actor == ALONE
    ask_who_acts(lambda: Actor(user=UserId("u"), session="s"))
    assert the_store().actor == Actor(user=UserId("u"), session="s")
    assert the_safe().store().actor == SYSTEM


def test_a_showing_opens_with_keys_that_nobody_has(safe: Safe) -> None:
    """Once."""
    safe.open_for_showing()
    first = safe.store()
    safe.open_for_showing()
    assert safe.store() is first
