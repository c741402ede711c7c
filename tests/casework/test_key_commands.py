"""At the command line: the keys are made, changed and recovered, and users are let in, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casework import key_commands, logging_in, sessions, unlocking, user_commands
from casework.unlocking import the_safe
from planning.errors import BadInput, NotAllowed
from tests.opened_store import ready_folder

PHRASE, OTHER = "fyra gröna älgar i dimma", "tre blå hundar vid sjön"


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One who works alone, in an empty folder."""
    monkeypatch.setenv("STEGVIS_DATA", str(tmp_path))
    for name in ("STEGVIS_KEY_FILE", "STEGVIS_DATABASE", "STEGVIS_DEMO"):
        monkeypatch.delenv(name, raising=False)
    for module, name in ((unlocking, "_SAFES"), (sessions, "_SESSIONS"), (logging_in, "_DOORS")):
        monkeypatch.setattr(module, name, {})


def saying(*given: str) -> Callable[[str], str]:
    """Somebody who types that, one after the other."""
    left = list(given)
    return lambda _: left.pop(0)


def test_keys_are_made_changed_and_recovered() -> None:
    """Each time the old way opens nothing any more, and a recovery key is said once."""
    said: list[str] = []
    key_commands.make(saying(PHRASE, PHRASE), said.append)
    first = said[-1]
    the_safe().lock()
    key_commands.change_passphrase(saying(PHRASE, OTHER, OTHER), said.append)
    the_safe().lock()
    with pytest.raises(NotAllowed, match="wrong_secret"):
        key_commands.open_at_terminal(saying(PHRASE))
    key_commands.change_recovery_key(saying(OTHER), said.append)
    second = said[-1]
    with pytest.raises(NotAllowed, match="wrong_secret"):
        key_commands.recover(saying(first, PHRASE, PHRASE), said.append)
    key_commands.recover(saying(second, PHRASE, PHRASE), said.append)
    the_safe().lock()
    key_commands.open_at_terminal(saying(PHRASE))

    assert the_safe().is_open
    assert len({first, second, said[-1]}) == 3
    with pytest.raises(NotAllowed, match="keys_are_made"):
        key_commands.make(saying(PHRASE, PHRASE), said.append)


def test_two_that_differ_make_nothing() -> None:
    """Nobody locks themselves out by a slip of the finger."""
    with pytest.raises(BadInput, match="passphrases_differ"):
        key_commands.make(saying(PHRASE, OTHER), print)
    assert not the_safe().is_set_up


def test_there_are_no_users_where_one_works_alone() -> None:
    """Nor a passphrase in a municipality."""
    with pytest.raises(BadInput, match="users_of_a_service"):
        user_commands.show(print)


def test_users_are_let_in_from_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first administrator, a unit, and a coach there; shown with their roles."""
    for name, value in ready_folder(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("STEGVIS_DATABASE", f"sqlite:///{tmp_path / 'gemensam.stegvis'}")
    said: list[str] = []
    user_commands.add("https://login.example", "a", "Admin Exempel", "administrator", "", said.append)
    user_commands.units("Påhittade skolan", said.append)
    user_commands.add("https://login.example", "b", "Coach Exempel", "coach", said[-1], said.append)
    user_commands.show(said.append)

    assert said[-2].endswith("Admin Exempel  [administrator]")
    assert said[-1].endswith("Coach Exempel  [coach@Påhittade skolan]")
    with pytest.raises(NotAllowed, match="no_passphrase_here"):
        key_commands.change_passphrase(saying(PHRASE), said.append)
