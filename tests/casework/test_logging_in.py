"""Getting in alone: a passphrase, a printed key, and nothing that outlives them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.logging_in import Door
from casework.sessions import Limits, Sessions
from casework.slowing import FREE_TRIES
from casework.unlocking import Places, Safe
from planning.errors import BadInput, NotAllowed
from tests.opened_store import QUICK, key_file

PHRASE, OTHER = "fyra gröna älgar i dimma", "tre blå hundar vid sjön"


def door(folder: Path, *, secret: Path | None = None) -> Door:
    """The door of an installation in that folder, as after a start."""
    places = Places(
        folder=folder, cases=folder / "arenden.stegvis", keys=folder / "nycklar.stegvis", secret=secret,
        is_service=False,
    )  # fmt: skip
    return Door(Sessions(Safe(places, QUICK), Limits.of({}, is_service=False)))


def test_the_first_time_a_passphrase_is_chosen_and_a_key_is_given_to_print(tmp_path: Path) -> None:
    """Both open afterwards; each gives a session of its own."""
    first = door(tmp_path)
    recovery, secret = first.set_up(PHRASE)

    assert first.sessions.find(secret) is not None
    assert door(tmp_path).unlock(PHRASE)
    fresh, secret = door(tmp_path).recover(recovery.lower(), OTHER)
    assert fresh != recovery
    assert door(tmp_path).unlock(OTHER)
    for act in (lambda: door(tmp_path).unlock(PHRASE), lambda: door(tmp_path).recover(recovery, PHRASE)):
        with pytest.raises(NotAllowed, match="wrong_secret"):
            act()


def test_another_browser_gives_the_passphrase_too(tmp_path: Path) -> None:
    """That the keys are open already helps nobody."""
    opened = door(tmp_path)
    opened.set_up(PHRASE)
    with pytest.raises(NotAllowed, match="wrong_secret"):
        opened.unlock(OTHER)

    assert opened.sessions.find(opened.unlock(PHRASE)) is not None


def test_a_lock_ends_every_session_and_drops_the_keys(tmp_path: Path) -> None:
    """Unlocking does not bring them back; neither does a start."""
    opened = door(tmp_path)
    _, secret = opened.set_up(PHRASE)
    opened.lock()

    assert not opened.safe.is_open
    assert opened.sessions.find(secret) is None
    opened.unlock(PHRASE)
    assert opened.sessions.find(secret) is None


def test_a_session_does_not_outlive_the_program(tmp_path: Path) -> None:
    """After a start the first passphrase ends those of before, also where they were never ended."""
    _, secret = door(tmp_path).set_up(PHRASE)
    started = door(tmp_path)
    assert started.sessions.find(secret) is None
    started.unlock(PHRASE)

    assert started.sessions.find(secret) is None


def test_guessing_must_wait_with_either_secret(tmp_path: Path) -> None:
    """Not even the right one helps until the time has passed."""
    opened = door(tmp_path)
    recovery, _ = opened.set_up(PHRASE)
    for _ in range(FREE_TRIES):
        with pytest.raises(NotAllowed, match="wrong_secret"):
            opened.unlock(OTHER)
    for act in (lambda: opened.unlock(PHRASE), lambda: opened.recover(recovery, OTHER)):
        with pytest.raises(NotAllowed, match="wait_to_try"):
            act()


def test_a_weak_passphrase_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    """And the folder is as new."""
    with pytest.raises(BadInput, match="passphrase_short"):
        door(tmp_path).set_up("kort")
    assert not door(tmp_path).safe.is_set_up


def test_with_a_key_file_nobody_is_asked(tmp_path: Path) -> None:
    """Each browser still has a session of its own, and a lock ends them without dropping the keys for good."""
    kiosk = door(tmp_path, secret=key_file(tmp_path))
    first, second = kiosk.walk_in(), kiosk.walk_in()
    assert first != second
    kiosk.lock()

    assert kiosk.sessions.find(first) is None
    assert kiosk.sessions.find(kiosk.walk_in()) is not None
    with pytest.raises(NotAllowed, match="no_passphrase_here"):
        kiosk.unlock(PHRASE)


def test_nobody_walks_in_where_a_passphrase_is_asked(tmp_path: Path) -> None:
    """Neither before it is chosen nor after."""
    opened = door(tmp_path)
    for _ in range(2):
        with pytest.raises(NotAllowed, match="locked"):
            opened.walk_in()
        if not opened.safe.is_set_up:
            opened.set_up(PHRASE)


def test_what_a_browser_keeps_for_us_it_can_neither_change_nor_keep_long(tmp_path: Path) -> None:
    """A log-in that is under way comes back as it went, within its time."""
    kiosk = door(tmp_path, secret=key_file(tmp_path))
    kept = kiosk.sealed_up("state and verifier")
    at, _, sealed = kept.partition(".")

    assert kiosk.unsealed(kept, 600) == "state and verifier"
    assert "verifier" not in kept
    for changed in (f"{int(at) - 1}.{sealed}", f"{at}.{sealed[:-4]}AAA=", "", ".", f"{int(at) - 900}.{sealed}"):
        with pytest.raises(ValueError, match=r"too old|not ours|padding|base64"):
            kiosk.unsealed(changed, 600)


@given(st.text(max_size=200))
def test_no_text_is_taken_for_one_of_ours(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever a browser sends as a cookie."""
    folder = tmp_path_factory.getbasetemp() / "unsealing"
    with pytest.raises(ValueError):  # noqa: PT011  every way of being wrong is one
        door(folder, secret=key_file(folder)).unsealed(text, 600)
