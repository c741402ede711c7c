"""A case store for tests: opened with a key file of its own that costs little to open, for one coach alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from casework.unlocking import SECRET
from storage.actor import ALONE, Actor
from storage.keys import KEY_FILE, Keys, KeyStore, WayIn
from storage.records import CaseId
from storage.sealing import Key, place, unseal
from storage.secrets import Stretch
from storage.store import CaseStore

TEST_SECRET = "bara för prov, inte för någon elev alls"
QUICK = Stretch(memory_kib=64, passes=1, lanes=1)
"""Far too little for anything but a test."""


def key_file(folder: Path) -> Path:
    """The key file that opens the keys in that folder."""
    file = folder / "provnyckel"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(TEST_SECRET, encoding="utf-8")
    return file


def opened_keys(folder: Path) -> Keys:
    """The keys beside the case file, made the first time."""
    key_file(folder)
    store = KeyStore(folder / KEY_FILE)
    return store.open(WayIn.FILE, TEST_SECRET) if store.is_made else store.make([(WayIn.FILE, TEST_SECRET)], QUICK)


def opened_store(file: Path, actor: Actor = ALONE) -> CaseStore:
    """The store in that file."""
    return CaseStore(file, opened_keys(file.parent), actor)


def ready_folder(folder: Path) -> dict[str, str]:
    """What the environment of an app or a command line says, so that it opens the cases in that folder."""
    opened_keys(folder)
    return {"STEGVIS_DATA": str(folder), SECRET: str(key_file(folder))}


def live_in(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the program live in that folder, opened."""
    for name, value in ready_folder(folder).items():
        patch.setenv(name, value)


def everything_kept(file: Path) -> list[tuple[str, str]]:
    """Every row of every table of the file as text, unsealed where it is sealed: the table's name, and what it says."""
    keys = opened_keys(file.parent).every()
    with sqlite3.connect(file) as database:
        database.row_factory = sqlite3.Row
        tables = [row["name"] for row in database.execute("select name from sqlite_master where type = 'table'")]
        rows = [(table, dict(row)) for table in tables for row in database.execute(f"select * from {table}")]
    return [(table, _as_text(table, row, keys)) for table, row in rows]


def _as_text(table: str, row: dict[str, Any], keys: Mapping[CaseId, Key]) -> str:
    if row.get("content") and row.get("case_id") in keys:
        where = place(table, row["number"] if "number" in row else row["id"])
        row = {**row, "content": unseal(keys[row["case_id"]], row["content"], where).decode()}
    return str(row)
