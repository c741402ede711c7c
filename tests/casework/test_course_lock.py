"""What was sent is locked, and what happens meanwhile can be written in."""

from __future__ import annotations

from typing import Any

import pytest

from casework.course_lock import refuse_change_of_sent, what_was_sent
from casework.facts import CaseFacts
from planning.errors import NotAllowed
from planning.workflow.states import State, is_locked
from tests.casework.ready_case import ready_facts
from wording.errors import say_error

BEFORE = ready_facts()
MEANWHILE: dict[str, Any] = {
    "guardian_views": [{"guardian": "Förälder Ett", "text": "Det låter bra."}],
    "around": {"interpreter_arranged": "Tolk är bokad."},
    "law_reasons": [{"rule": "T7", "reason": "Eleven behöver en lugn plats."}],
}
LOCKED: dict[str, Any] = {"goals": ["Fyra dagar"], "needs": ["Något annat."], "floor_minutes": 60}


@pytest.mark.parametrize("field", LOCKED)
@pytest.mark.parametrize("state", State)
def test_what_was_sent_stays_as_it_left(state: State, field: str) -> None:
    """While it lies at the school; before and after, it is the coach's to write."""
    now = ready_facts(**{field: LOCKED[field]})
    if not is_locked(state):
        refuse_change_of_sent(state, BEFORE, now)
        return
    with pytest.raises(NotAllowed, match="sent_is_locked") as refused:
        refuse_change_of_sent(state, BEFORE, now)
    assert "Ta tillbaka det" in say_error(refused.value)


@pytest.mark.parametrize("field", MEANWHILE)
def test_what_happens_meanwhile_is_written_in(field: str) -> None:
    """What guardians answer, what is arranged, reasons that are recorded."""
    now = ready_facts(**{field: MEANWHILE[field]})
    assert now != BEFORE
    refuse_change_of_sent(State.SENT, BEFORE, now)


def test_a_plan_s_own_facts_are_locked_and_numbers_to_ring_are_not() -> None:
    """The ladder and the coach's hours belong to the plan that was sent."""
    hours = BEFORE.model_copy(update={"ladder": BEFORE.ladder.model_copy(update={"number_of_steps": 9})})
    with pytest.raises(NotAllowed, match="sent_is_locked"):
        refuse_change_of_sent(State.PREPARED, BEFORE, hours)
    assert what_was_sent(BEFORE).contacts == CaseFacts().contacts
