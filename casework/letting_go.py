"""Letting go of a change made by hand while there is no plan that it could be taken back in.

An answer that comes later can collide with what was settled by hand. Then there is no plan to go back from; the change
is let go, and the next search finds a plan without it.
"""

from __future__ import annotations

from casework.case import Case
from casework.cases import CHANGES, CaseStore, _change
from planning.errors import BadInput


def let_go(store: CaseStore, case: Case, change_id: str) -> None:
    """Undo a change without planning anew: the plan at hand is old from then on. Raises `BadInput` for another's id."""
    change = next((one for one in case.changes if one.id == change_id), None)
    if change is None:
        raise BadInput("no_such_change", field="change", value=change_id)
    with _change(store, case.id) as changing:
        changing.keep(CHANGES, change.model_copy(update={"is_taken_back": True}), moves_plan=True)
