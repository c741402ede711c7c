"""A save that meets a full disk takes the room that was held aside, once, and loses nothing of what it was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from casework.guarded import verb
from casework.unlocking import Places, Safe
from planning.access import Action
from planning.errors import CaseFileError
from storage import ballast
from storage.ballast import has_ballast, keep_ballast
from storage.store import CaseStore
from tests.opened_store import QUICK, opened_store


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some room aside, on however full a disk."""
    monkeypatch.setattr(ballast, "BYTES", 2**20)
    monkeypatch.setattr(ballast, "ROOM_NEEDED", 0)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with room held aside beside it."""
    opened = opened_store(tmp_path / "cases.stegvis")
    assert keep_ballast(tmp_path)
    return opened


@verb(Action.ANSWER)
def save(store: CaseStore, given: Iterable[str]) -> tuple[str, ...]:
    """Goes through what it is given before it finds that the disk is full; there is room once none is held aside."""
    kept = tuple(given)
    if store.folder is not None and has_ballast(store.folder):
        raise CaseFileError("disk-is-full")
    return kept


def several() -> Iterator[str]:
    """What can be gone through once."""
    yield from ("a", "b")


def test_the_save_is_done_once_more_with_all_of_it(store: CaseStore, tmp_path: Path) -> None:
    """Also what came as something that can be gone through only once."""
    assert save(store, several()) == ("a", "b")
    assert not has_ballast(tmp_path)


def test_a_disk_that_is_still_full_is_told(tmp_path: Path) -> None:
    """Where no room is held the error goes to the reader, and it is not tried for ever."""

    @verb(Action.ANSWER)
    def never(store: CaseStore) -> None:
        raise CaseFileError("disk-is-full")

    opened = opened_store(tmp_path / "cases.stegvis")
    keep_ballast(tmp_path)
    with pytest.raises(CaseFileError, match="disk-is-full"):
        never(opened)
    assert not has_ballast(tmp_path)


def test_room_is_held_from_the_first_start_and_its_lack_is_known(tmp_path: Path) -> None:
    """One coach alone has it; when it is used up the app can say that the disk is nearly full."""
    safe = Safe(Places.of({"STEGVIS_DATA": str(tmp_path)}), QUICK)
    safe.set_up("fyra glada testord i rad")
    assert has_ballast(tmp_path)
    assert not safe.lacks_room
    ballast.release_ballast(tmp_path)
    assert safe.lacks_room
    safe.lock()
