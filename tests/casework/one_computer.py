"""One coach's computer, with what lies on it and the printed key in a drawer."""

from __future__ import annotations

from pathlib import Path

from casework.unlocking import CASE_FILE, Places, Safe
from storage.actor import ALONE
from storage.keys import KEY_FILE
from storage.store import CaseStore
from tests.opened_store import QUICK


class Alone:
    """One coach's computer: a folder with cases, keys, and the printed key in a drawer."""

    def __init__(self, folder: Path) -> None:
        self.places = places_in(folder)
        self.safe = Safe(self.places, QUICK)
        self.printed = self.safe.set_up("en lång fras för prov")

    @property
    def store(self) -> CaseStore:
        """The cases, for the coach."""
        return self.safe.store().acting(ALONE)


def places_in(folder: Path) -> Places:
    """Everything in that folder."""
    return Places(folder, folder / CASE_FILE, folder / KEY_FILE, None, is_service=False)
