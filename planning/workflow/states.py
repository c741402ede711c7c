"""How far a case has come: the states 0 to 14 of `law.md` §7, and the phases that permissions know them by."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from planning.access import Phase


class State(StrEnum):
    """Where a case stands. Stored by its value; the number is that of `law.md` §7."""

    RAISED = "raised"
    """0. Somebody has asked for a coach."""
    MAPPING = "mapping"
    """1. The coach and the student go through the questions."""
    DRAFT = "draft"
    """2. There are plans to talk about."""
    PRESENTED = "presented"
    """3. The student has been shown the plan."""
    WITH_GUARDIANS = "with_guardians"
    """4. Every guardian has got it, and can answer."""
    SENT = "sent"
    """5. It has left for the school, and is locked."""
    PREPARED = "prepared"
    """6. The school prepares its decision."""
    RETURNED = "returned"
    """7a. Sent back to be completed."""
    DECIDED = "decided"
    """7b. The rektor has decided on it, as it was or with changes."""
    REFUSED = "refused"
    """7c. The rektor has decided that there is to be no åtgärdsprogram."""
    NOTIFIED = "notified"
    """8. Those whom it concerns have got the decision."""
    ACTIVE = "active"
    """9. The plan is lived, step by step."""
    EVALUATED = "evaluated"
    """10. It is evaluated: it is kept, revised or ended."""
    REVISING = "revising"
    """11. A new version is wanted; the old decision holds meanwhile."""
    APPEALED = "appealed"
    """12. Somebody has appealed; the plan goes on meanwhile."""
    CLOSED = "closed"
    """13. Ended."""
    ARCHIVED = "archived"
    """14. Put away."""


FIRST = State.RAISED
"""Where a new case stands."""

AT_THE_SCHOOL = frozenset({State.SENT, State.PREPARED})
"""What was sent is with those who decide."""


def phase_of(state: State) -> Phase:
    """What permissions know a state by."""
    match state:
        case State.RAISED | State.MAPPING:
            return Phase.MAPPING
        case State.DRAFT | State.PRESENTED | State.WITH_GUARDIANS:
            return Phase.DRAFT
        case State.SENT | State.PREPARED:
            return Phase.SENT
        case State.RETURNED:
            return Phase.RETURNED
        case State.DECIDED | State.REFUSED | State.NOTIFIED:
            return Phase.DECIDED
        case State.ACTIVE | State.EVALUATED | State.REVISING | State.APPEALED:
            return Phase.ACTIVE
        case State.CLOSED | State.ARCHIVED:
            return Phase.CLOSED
        case _:
            assert_never(state)


def is_locked(state: State) -> bool:
    """Whether what was sent is locked: facts, timetable and plan stay as they left (`law.md` §7, state 5: «no edits»).

    Answers are always taken in: what is told is never lost, and belongs to the next version.
    """
    return state in AT_THE_SCHOOL
