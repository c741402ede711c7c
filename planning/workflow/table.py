"""Every move of a case as data: from where to where, what may do it, what it waits for, and what is kept of it.

The rows are those of `law.md` §7, in its order. Ours are: `withdraw` takes back what was sent, `resume` lets go of a
new version, `register_…` write in what a rektor has answered outside the app (`note_decision` where nobody follows the
course here, and `catch_up` when somebody begins to); and `step_…` and `follow_up` go on while a new version is
prepared, since the old decision holds until the new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import NamedTuple

from planning.access import Action
from planning.workflow.course_facts import Guard
from planning.workflow.moves import MoveName
from planning.workflow.states import State


class Ends(Enum):
    """Where a move leads that does not always lead to the same state."""

    SAME = "same"
    """It stays where it is."""
    AS_BEFORE = "as_before"
    """Back to where the case stood when it was appealed."""


class Recorded(StrEnum):
    """What is kept of a move beside from, to, when, by whom and its note: fields of `Move`."""

    DAY = "day"
    POINTS = "points"
    COMMENTS = "comments"
    HEARD = "heard"
    ENDING = "ending"
    DECIDED_BY = "decided_by"
    CONSENT = "consented_on"
    ATTENDANCE = "attendance_closed"
    SENT = "sent"
    DECISION = "decision"
    STEP = "step"
    NEXT_VERSION = "next_version"
    BEYOND = "beyond"


class Transition(NamedTuple):
    """A row of the table."""

    name: MoveName
    starts: frozenset[State]
    ends: State | Ends
    action: Action
    """What permissions must allow."""
    waits_for: tuple[Guard, ...] = ()
    """What must hold; all of it is told at once."""
    reminds_of: tuple[Guard, ...] = ()
    """What is told and holds nothing back."""
    records: tuple[Recorded, ...] = ()


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


S, M, A, G, R = State, MoveName, Action, Guard, Recorded

OPEN = frozenset(State) - {S.CLOSED, S.ARCHIVED}
"""Not ended."""
FOLLOWED = OPEN - {S.RAISED, S.MAPPING}
"""The course is followed here: it has come further than the questions."""
BEING_DRAFTED = _from(S.REVISING, S.DRAFT, S.PRESENTED, S.WITH_GUARDIANS, S.RETURNED)
"""States in which a new version is made while an old decision may hold."""
LIVED = BEING_DRAFTED | {S.SENT, S.PREPARED, S.ACTIVE, S.EVALUATED, S.APPEALED}
"""States in which a decided plan can be lived: its own, and those of the version after it."""
TRIED = _from(S.PREPARED, S.APPEALED)
"""States in which a rektor decides; one who is appealed may change the decision (`law.md` §7, state 12)."""
_DECIDES = (G.PRINCIPAL_OF_THE_SCHOOL, G.NOT_THE_SUBMITTER, G.SAME_DOCUMENT, G.P1, G.P2)
_APPROVES = (*_DECIDES, G.P3, G.P5, G.P6, G.P7, G.P8, G.P10)

_ROWS = (
    # 0 Raised
    Transition(M.RAISE, frozenset(), S.RAISED, A.OPEN_CASE),
    Transition(M.ASSIGN, OPEN, Ends.SAME, A.ASSIGN),
    # 1 Mapping
    Transition(
        # The coach writes down when the family was told; the student answers once it has begun.
        M.BEGIN_MAPPING, _from(S.RAISED), S.MAPPING, A.WRITE_FACTS,
        (G.COACH_NAMED, G.INFORMED, G.CONSENT), records=(R.DAY, R.CONSENT),
    ),
    # 2 Draft
    Transition(
        M.BEGIN_DRAFT, _from(S.MAPPING, S.REVISING), S.DRAFT, A.MAKE_PLAN, (G.D4R, G.D5R, G.SHARING_CHOSEN),
    ),
    # 3 Presented
    Transition(M.PRESENT, _from(S.DRAFT, S.RETURNED), S.PRESENTED, A.PRESENT, (G.PLAN_HOLDS, G.NEW_VERSION)),
    Transition(M.GO_BACK, _from(S.PRESENTED, S.WITH_GUARDIANS, S.RETURNED), S.DRAFT, A.CHANGE_PLAN),
    # 4 With the guardians
    Transition(
        M.INFORM_GUARDIANS, _from(S.PRESENTED), S.WITH_GUARDIANS, A.INFORM_GUARDIANS,
        (G.PLAN_HOLDS, G.P4, G.GUARDIANS_OFFERED), (G.P11,), (R.DAY,),
    ),
    # 5 Sent
    Transition(
        M.SUBMIT, _from(S.WITH_GUARDIANS), S.SENT, A.SUBMIT,
        (G.D4R, G.D5R, G.PLAN_HOLDS, G.FIELDS_FILLED, G.STUDENT_SAID_YES, G.MAY_BE_SENT, G.P4, G.P5, G.NEW_VERSION,
         G.DOCUMENT_MADE),
        (G.P1, G.P2, G.P3, G.P6, G.P12), (R.SENT,),
    ),
    Transition(
        # Who may write the facts may take them back to write in them.
        M.WITHDRAW, _from(S.SENT, S.PREPARED), S.DRAFT, A.WRITE_FACTS, records=(R.NEXT_VERSION,),
    ),
    # 6 Being prepared
    Transition(M.RECEIVE, _from(S.SENT), S.PREPARED, A.RECEIVE, (G.SENT_IS_FIXED,), (G.P1, G.P2, G.P3), (R.DAY,)),
    # 7a Returned
    Transition(
        M.RETURN, _from(S.PREPARED), S.RETURNED, A.RETURN, (G.RETURNED_BY_PRINCIPAL, G.POINTS_GIVEN),
        records=(R.POINTS, R.COMMENTS, R.NEXT_VERSION),
    ),
    # 7b and 7c Decided
    Transition(M.DECIDE, TRIED, S.DECIDED, A.DECIDE, _APPROVES, records=(R.DECISION,)),
    Transition(
        M.DECIDE_WITH_CHANGES, TRIED, S.DECIDED, A.DECIDE, _APPROVES, records=(R.COMMENTS, R.DECISION),
    ),
    Transition(M.REFUSE, TRIED, S.REFUSED, A.DECIDE, (*_DECIDES, G.P7, G.P8, G.P10), records=(R.DECISION,)),
    Transition(
        M.REGISTER_RETURN, FOLLOWED, S.RETURNED, A.REGISTER_DECISION, (G.NOT_THE_COACH,),
        records=(R.DECISION, R.NEXT_VERSION),
    ),
    Transition(
        M.REGISTER_DECISION, FOLLOWED, S.DECIDED, A.REGISTER_DECISION, (G.NOT_THE_COACH,), (G.P7, G.P8), (R.DECISION,),
    ),
    Transition(
        M.REGISTER_REFUSAL, FOLLOWED, S.REFUSED, A.REGISTER_DECISION, (G.NOT_THE_COACH,), (G.P7, G.P8), (R.DECISION,),
    ),
    Transition(
        M.NOTE_DECISION, _from(S.RAISED, S.MAPPING), Ends.SAME, A.REGISTER_DECISION, (G.NOT_THE_COACH,),
        (G.P7, G.P8), (R.DECISION, R.NEXT_VERSION),
    ),
    Transition(
        M.CATCH_UP, _from(S.RAISED, S.MAPPING), S.DECIDED, A.REGISTER_DECISION, (G.HAS_DECISION, G.LETS_LIVE),
        records=(R.DECISION,),
    ),
    # 8 Notified
    Transition(
        M.NOTIFY, _from(S.DECIDED, S.REFUSED), S.NOTIFIED, A.NOTIFY, (G.P9, G.STUDENT_COPY), (G.P11,),
        (R.DAY, R.DECISION),
    ),
    # 9 Active
    Transition(
        M.ACTIVATE, _from(S.NOTIFIED), S.ACTIVE, A.ACTIVATE,
        (G.LETS_LIVE, G.FROM_ITS_DAY, G.MAY_BEGIN, G.P7, G.P8, G.P14), (G.P16, G.P17), (R.STEP,),
    ),
    Transition(
        M.STEP_UP, LIVED, Ends.SAME, A.STEP, (G.IN_FORCE, G.BEGUN, G.P13, G.WITHIN_PERIOD, G.NEXT_STEP, G.P14),
        records=(R.STEP,),
    ),
    Transition(M.HOLD, LIVED, Ends.SAME, A.STEP, (G.IN_FORCE, G.BEGUN), (G.P14,), (R.STEP,)),
    Transition(
        M.STEP_BACK, LIVED, Ends.SAME, A.STEP, (G.IN_FORCE, G.BEGUN, G.EARLIER_STEP, G.ABOVE_FLOOR), (G.P14,),
        (R.STEP,),
    ),
    # 10 Evaluated
    Transition(M.FOLLOW_UP, LIVED, Ends.SAME, A.FOLLOW_UP, (G.IN_FORCE, G.BEGUN), (G.P14,), (R.DAY, R.HEARD)),
    Transition(
        M.EVALUATE, _from(S.ACTIVE, S.REVISING), S.EVALUATED, A.FOLLOW_UP, (G.BEGUN, G.HEARD), records=(R.DAY, R.HEARD),
    ),
    Transition(M.KEEP, _from(S.EVALUATED), S.ACTIVE, A.FOLLOW_UP, (G.IN_FORCE, G.WITHIN_PERIOD, G.P13)),
    # 11 Being revised
    Transition(
        M.REVISE, _from(S.DECIDED, S.REFUSED, S.NOTIFIED, S.ACTIVE, S.EVALUATED), S.REVISING, A.REVISE, (G.WHY,),
        records=(R.NEXT_VERSION, R.BEYOND),
    ),
    Transition(M.RESUME, BEING_DRAFTED, S.ACTIVE, A.CHANGE_PLAN, (G.IN_FORCE, G.BEGUN)),
    # 12 Appealed
    Transition(
        M.APPEAL, _from(S.DECIDED, S.REFUSED, S.NOTIFIED, S.ACTIVE, S.EVALUATED, S.REVISING), S.APPEALED, A.APPEAL,
        (G.HAS_DECISION, G.DAY_GIVEN), (G.APPEAL_IN_TIME,), (R.DAY, R.DECISION),
    ),
    Transition(M.UPHOLD, _from(S.APPEALED), Ends.AS_BEFORE, A.APPEAL, (G.DAY_GIVEN,), records=(R.DAY, R.DECISION)),
    Transition(
        M.ANNUL, _from(S.APPEALED), S.REVISING, A.APPEAL, (G.DAY_GIVEN,), records=(R.DAY, R.DECISION, R.NEXT_VERSION),
    ),
    Transition(
        M.REMIT, _from(S.APPEALED), S.PREPARED, A.APPEAL, (G.DAY_GIVEN, G.SENT_IS_FIXED),
        records=(R.DAY, R.DECISION),
    ),
    # 13 Closed
    Transition(
        M.CLOSE, OPEN, S.CLOSED, A.CLOSE,
        (G.D4R, G.D5R, G.ENDING_SAID, G.ENDED_BY_PRINCIPAL, G.ATTENDANCE_CLOSED, G.P15),
        records=(R.DAY, R.ENDING, R.DECIDED_BY, R.ATTENDANCE),
    ),
    # 14 Put away
    Transition(M.ARCHIVE, _from(S.CLOSED), S.ARCHIVED, A.ARCHIVE, (G.APPEAL_TIME_OVER,), (G.D6R,)),
)  # fmt: skip

ASKED_IN_FORM = frozenset({
    G.INFORMED, G.CONSENT, G.POINTS_GIVEN, G.HEARD, G.WHY, G.DAY_GIVEN, G.ENDING_SAID, G.ENDED_BY_PRINCIPAL,
    G.ATTENDANCE_CLOSED, G.SAME_DOCUMENT, G.P9,
})  # fmt: skip
"""Guards that who makes the move can meet there and then, by what they say with it."""

TABLE: Mapping[MoveName, Transition] = {row.name: row for row in _ROWS}
"""By the move's name."""


def moves_from(state: State) -> tuple[Transition, ...]:
    """The moves that begin in that state, in the order of the table."""
    return tuple(row for row in TABLE.values() if state in row.starts)
