"""Letting go of a change made by hand while there is no plan that it could be taken back in.

An answer that comes later can collide with what was settled by hand. Then there is no plan to go back from; the change
is let go, and the next search finds a plan without it.
"""

from __future__ import annotations

from casework.case import Case
from casework.case_records import CHANGES, change_of
from casework.guarded import verb
from planning.access import Action
from planning.errors import BadInput
from storage.store import CaseStore


@verb(Action.CHANGE_PLAN)
def let_go(store: CaseStore, case: Case, change_id: str) -> None:
    """Undo a change without planning anew: the plan at hand is old from then on. Raises `BadInput` for another's id."""
    change = next((one for one in case.changes if one.id == change_id), None)
    if change is None:
        raise BadInput("no_such_change", field="change", value=change_id)
    with change_of(store, case.id) as changing:
        changing.keep(CHANGES, change.model_copy(update={"is_taken_back": True}), moves_plan=True)
