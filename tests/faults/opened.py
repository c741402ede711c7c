"""The one place where these harnesses open a case file with its keys, and look through its audit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from unittest.mock import patch

from alembic.script import ScriptDirectory
from sqlalchemy import select

from casework.cases import CaseStore
from planning.access import Action
from storage import migrating
from storage.audit import Outcome, audit
from storage.engine import transaction
from storage.schema import answer_events
from tests.opened_store import opened_store

_MIGRATIONS = ScriptDirectory.from_config(migrating._config())
"""Read once: these harnesses open many thousand files, and the list of migrations does not change meanwhile."""


def opened(file: Path) -> CaseStore:
    """The store of that file, opened as the app opens it, for one coach alone. The keys lie beside it."""
    with patch.object(ScriptDirectory, "from_config", lambda _config: _MIGRATIONS):
        return opened_store(file)


def let_go(store: CaseStore) -> None:
    """Closes the case file and the key store, as the end of a process would."""
    store.close()
    store.keys._engine.dispose()


def audit_faults(store: CaseStore) -> int:
    """Breaks of the audit's chain, and moments when answers were stored without a row in it."""
    broken = store.check()
    with transaction(store._engine, writes=False) as connection:
        stored = connection.execute(select(answer_events.c.case_id, answer_events.c.stored_at).distinct()).all()
        rows = connection.execute(
            select(audit.c.case_id, audit.c.at).where(audit.c.action == Action.ANSWER, audit.c.outcome == Outcome.DONE)
        ).all()
    unlogged = Counter((row.case_id, row.stored_at) for row in stored) - Counter((row.case_id, row.at) for row in rows)
    return int(broken is not None) + unlogged.total()
