"""A case file as Stegvis wrote it before anything was sealed or logged (version 4)."""

from __future__ import annotations

import json
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from casework.cases import CaseId
from storage.engine import engine_at, transaction
from storage.migrating import bring_up
from tests.faults.promises import START, Promises, Said, batches
from tests.opened_store import opened_keys

OLD_CASE = CaseId("00000000-0000-4000-8000-000000000004")
OLD_BATCHES = tuple(islice(batches("old", 4), 12))

_WHEN = START.strftime("%Y-%m-%d %H:%M:%S.%f")


def old_promises() -> Promises:
    """What must be in it after it has been brought up: everything, and it was stored before there was a log."""
    promises = Promises.of(
        [
            Said("case", OLD_CASE),
            *(Said("answers", OLD_CASE, batch) for batch in OLD_BATCHES),
            *(Said("answers", OLD_CASE, batch, is_acknowledged=True) for batch in OLD_BATCHES),
        ]
    )
    promises.unlogged = 1
    return promises


def old_file(file: Path) -> None:
    """Writes it there: one case, with answers in plain bytes."""
    file.write_bytes(_bytes())


@cache
def _bytes() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "old.stegvis"
        engine = engine_at(file)
        with transaction(engine) as connection:
            bring_up(connection, opened_keys(file.parent), to="0004")
            connection.execute(
                text("INSERT INTO cases (id, created_at, changed_at, revision) VALUES (:id, :at, :at, 1)"),
                {"id": OLD_CASE, "at": _WHEN},
            )
            connection.execute(
                text("INSERT INTO facts (case_id, number, at, content) VALUES (:id, 1, :at, :content)"),
                {"id": OLD_CASE, "at": _WHEN, "content": json.dumps({"student": "Test Testsson"}).encode()},
            )
            connection.execute(
                text("INSERT INTO answer_events (id, case_id, stored_at, content) VALUES (:event, :id, :at, :content)"),
                [
                    {"event": event.id, "id": OLD_CASE, "at": _WHEN, "content": event.model_dump_json().encode()}
                    for batch in OLD_BATCHES
                    for event in batch
                ],
            )
            connection.execute(text("DROP TABLE alembic_version"))
        engine.dispose()
        return file.read_bytes()
