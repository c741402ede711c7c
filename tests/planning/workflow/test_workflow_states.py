"""The states of a case: all of `law.md` §7, each in one phase, and which of them lock what was sent."""

from __future__ import annotations

import pytest

from planning.access import Phase
from planning.workflow.states import AT_THE_SCHOOL, FIRST, State, is_locked, phase_of


def test_there_are_the_states_0_to_14_with_7_in_three() -> None:
    """Seventeen, the first of them raised and the last put away."""
    assert len(State) == 17
    assert next(iter(State)) is FIRST is State.RAISED
    assert list(State)[-1] is State.ARCHIVED


def test_every_phase_has_its_states() -> None:
    """And the states of a phase stand together, in the order of the phases, but for nothing."""
    phases = [phase_of(state) for state in State]
    assert list(dict.fromkeys(phases)) == list(Phase)
    assert phases == sorted(phases, key=list(Phase).index)


@pytest.mark.parametrize("state", State)
def test_only_what_lies_at_the_school_is_locked(state: State) -> None:
    """States 5 and 6, which is the phase «sent»."""
    assert is_locked(state) == (state in AT_THE_SCHOOL) == (phase_of(state) is Phase.SENT)
