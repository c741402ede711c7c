"""Builds that are weakened on purpose, so that the harness can show that it would see them."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Engine, delete, insert

from casework.cases import CaseId, CaseStore, record_answers
from questionnaire.answers import EventId
from storage import migrating, store
from storage.engine import outside_transactions, transaction
from storage.keys import Keys, WayIn, _way, _ways
from storage.schema import OF_A_CASE, cases
from storage.store import CaseStore as Store
from tests.faults.kill_variants import Hands, secret
from tests.faults.promises import START, Batch
from tests.opened_store import QUICK

PIECE = 4096


class _Early:
    """Says «Sparat» when the answers before these are stored."""

    def __init__(self) -> None:
        self.waiting: list[tuple[CaseId, Batch]] = []

    def __call__(self, store: CaseStore, case_id: CaseId, batch: Batch) -> None:
        self.waiting.append((case_id, batch))
        if len(self.waiting) > 1:
            record_answers(store, *self.waiting.pop(0))


def in_pieces(store: CaseStore, case_id: CaseId, batch: Batch) -> None:
    """What belongs together is stored one by one."""
    for event in batch:
        record_answers(store, case_id, (event,))


def under_new_ids(store: CaseStore, case_id: CaseId, batch: Batch) -> None:
    """An answer sent again comes with another id."""
    record_answers(store, case_id, batch)
    record_answers(store, case_id, tuple(e.model_copy(update={"id": EventId(f"{e.id}-again")}) for e in batch))


def unlogged(store: CaseStore, case_id: CaseId, batch: Batch) -> None:
    """Answers are stored past the log."""
    with store.writing() as writer:
        writer.hold(case_id)
        writer.add_events(case_id, batch, START + dt.timedelta(seconds=hash(batch[0].id) % 10**6))


def erased_in_pieces(store: CaseStore, case_id: CaseId) -> None:
    """Each table is emptied in a transaction of its own."""
    for table in OF_A_CASE:
        with transaction(store._engine) as connection:
            connection.execute(delete(table).where(table.c.case_id == case_id))
    with transaction(store._engine) as connection:
        connection.execute(delete(cases).where(cases.c.id == case_id))
    store.keys.destroy(case_id, START)


def copied_in_place(store: Store, target: Path) -> None:
    """The file is copied byte by byte over the copy before it."""
    whole = Path(store._engine.url.database or "").read_bytes()
    _write_slowly(target, whole)


def rotated_in_pieces(keys: Keys, number: int) -> None:
    """The old way is removed before there is a new one."""
    with transaction(keys._engine) as connection:
        connection.execute(delete(_ways).where(_ways.c.kind == WayIn.FILE.value))
    with transaction(keys._engine) as connection:
        connection.execute(insert(_ways), [_way(WayIn.FILE, secret(number), keys.installation, QUICK)])


def written_in_place(folder: Path, files: dict[str, bytes]) -> None:
    """A document is written over the one before it."""
    for name, content in files.items():
        _write_slowly(folder / name, content)


def _write_slowly(target: Path, content: bytes) -> None:
    with target.open("wb", buffering=0) as file:
        for start in range(0, len(content), PIECE):
            file.write(content[start : start + PIECE])
            time.sleep(0.0001)


def migrated_in_pieces(engine: Engine, file: str, keys: Keys) -> None:
    """Every statement of a migration is stored at once."""
    with transaction(engine, writes=False) as connection:
        if migrating.found_version(connection, file) == migrating.newest_version():
            return
    with outside_transactions(engine) as connection:
        migrating.bring_up(connection, keys)


WEAKENED = {
    "as_is": Hands(),
    "acknowledging_early": Hands(record=_Early()),
    "in_pieces": Hands(record=in_pieces),
    "under_new_ids": Hands(record=under_new_ids),
    "unlogged": Hands(record=unlogged),
    "erased_in_pieces": Hands(erase=erased_in_pieces),
    "copied_in_place": Hands(back_up=copied_in_place),
    "rotated_in_pieces": Hands(rotate=rotated_in_pieces),
    "written_in_place": Hands(write=written_in_place),
    "migrated_in_pieces": Hands(),
}


@contextmanager
def weakened(hands: str) -> Iterator[None]:
    """Weakens the product itself, where no verb stands between."""
    if hands != "migrated_in_pieces":
        yield
        return
    with patch.object(store, "make_ready", migrated_in_pieces):
        yield
