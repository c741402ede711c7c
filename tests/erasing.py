"""Erasing a case at once, which no verb of the app does: there two people ask and confirm (`casework.erasure`)."""

from __future__ import annotations

from casework.case_records import change_of
from casework.guarded import verb
from planning.access import Action
from storage.records import CaseId
from storage.store import CaseStore


@verb(Action.ERASE)
def erase_case(store: CaseStore, case_id: CaseId) -> None:
    """Removes the case with everything in it, its key last; the log tells of it."""
    with change_of(store, case_id) as change:
        change.writer.erase(case_id, change.at)
