"""The same people on a database server: each acts through the app's own role, and the test prepares as a superuser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planning.workflow.states import State
from storage.actor import ALONE, SYSTEM
from storage.engine import engine_at
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import Staffed
from tests.storage.postgres_server import Place


class Served(Staffed):
    """An installation with people in it, in that database."""

    def __init__(self, folder: Path, place: Place) -> None:
        self.served = place.opened(folder, SYSTEM)
        # Past the row rules: for what a test needs to be there, and for its look at everything.
        self.store = self.served.acting(ALONE)
        self.store._engine = engine_at(place.admin)
        self._made = 0

    def move(self, case_id: CaseId, state: State) -> None:
        """Lets the case stand there, past the trigger that lets only those move it whose move it is."""
        with self.store.writing() as writer:
            writer._connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            writer.set_state(case_id, state.value)

    def somebody(self, *roles: Any, **given: Any) -> CaseStore:
        """A user with those roles; the store as they use it."""
        return self.served.acting(super().somebody(*roles, **given).actor)
