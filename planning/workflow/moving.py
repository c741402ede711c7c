"""What a move comes to: the state it leads to, or everything that it waits for. Pure; `casework.course` keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planning.access import Role
from planning.decided import Ruling
from planning.workflow.course_facts import CourseFacts, Guard, Hindrance
from planning.workflow.guards_of_law import OF_LAW, Judge
from planning.workflow.guards_of_life import OF_LIFE
from planning.workflow.guards_of_work import OF_WORK
from planning.workflow.moves import Move, MoveName
from planning.workflow.states import State
from planning.workflow.table import TABLE, Ends, Transition

GUARDS: Mapping[Guard, Judge] = {**OF_LAW, **OF_WORK, **OF_LIFE}
"""Every guard's function, by its name."""

NEEDS_NO_VERDICT = frozenset({Guard.D4R, Guard.D5R})
"""Guards named as rules that are known without asking the rules of a plan."""


class Standing(NamedTuple):
    """How a move stands in a case today."""

    transition: Transition
    is_now: bool
    """Whether it begins in the state that the case is in."""
    hindrances: tuple[Hindrance, ...] = ()
    """What it waits for, all of it; nothing where it does not begin here."""
    reminders: tuple[Hindrance, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it can be made."""
        return self.is_now and not self.hindrances


def stands(name: MoveName, facts: CourseFacts) -> Standing:
    """How the move stands by those facts."""
    row = TABLE[name]
    if facts.state not in row.starts:
        return Standing(row, is_now=False)
    found = _found(row.waits_for, facts)
    blocking = tuple(one for one in found if one.blocks)
    reminders = (*(one for one in found if not one.blocks), *_found(row.reminds_of, facts))
    return Standing(row, is_now=True, hindrances=blocking, reminders=reminders)


def asks_the_law(name: MoveName) -> bool:
    """Whether the move's guards ask for the verdicts of the rules of law."""
    row = TABLE[name]
    asked = {*row.waits_for, *row.reminds_of}
    return Guard.WHY in asked or any(guard in OF_LAW and guard not in NEEDS_NO_VERDICT for guard in asked)


def state_after(name: MoveName, state: State, moves: Iterable[Move]) -> State:
    """Where the move leads from that state, after those moves."""
    match TABLE[name].ends:
        case Ends.SAME:
            return state
        case Ends.AS_BEFORE:
            return next((m.from_state for m in reversed(tuple(moves)) if m.name is MoveName.APPEAL), State.NOTIFIED)
        case State() as ends:
            return ends


def whose_turn(state: State) -> tuple[Role, ...]:
    """Who is next to do something in that state (`law.md` §7, «who may act»)."""
    return _TURN[state]


def move_of(ruling: Ruling) -> MoveName:
    """The move that makes a rektor's ruling within the app."""
    return _MADE_HERE[ruling]


def registration_of(ruling: Ruling, state: State) -> MoveName:
    """The move that writes in a ruling that was made outside it: where nobody follows the course, a note of it."""
    return MoveName.NOTE_DECISION if state in TABLE[MoveName.NOTE_DECISION].starts else _WRITTEN_IN[ruling]


def _found(guards: Iterable[Guard], facts: CourseFacts) -> tuple[Hindrance, ...]:
    return tuple(hindrance for guard in guards for hindrance in GUARDS[guard](facts))


_MADE_HERE: Mapping[Ruling, MoveName] = {
    Ruling.AS_PROPOSED: MoveName.DECIDE,
    Ruling.WITH_CHANGES: MoveName.DECIDE_WITH_CHANGES,
    Ruling.RETURNED: MoveName.RETURN,
    Ruling.NO_PROGRAMME: MoveName.REFUSE,
}
_WRITTEN_IN: Mapping[Ruling, MoveName] = {
    Ruling.AS_PROPOSED: MoveName.REGISTER_DECISION,
    Ruling.WITH_CHANGES: MoveName.REGISTER_DECISION,
    Ruling.RETURNED: MoveName.REGISTER_RETURN,
    Ruling.NO_PROGRAMME: MoveName.REGISTER_REFUSAL,
}
_SCHOOL = (Role.PRINCIPAL, Role.MENTOR)
_TURN: Mapping[State, tuple[Role, ...]] = {
    State.RAISED: (Role.COORDINATOR,),
    State.MAPPING: (Role.COACH, Role.STUDENT),
    State.DRAFT: (Role.COACH, Role.STUDENT),
    State.PRESENTED: (Role.STUDENT, Role.COACH),
    State.WITH_GUARDIANS: (Role.GUARDIAN, Role.COACH),
    State.SENT: _SCHOOL,
    State.PREPARED: (Role.PRINCIPAL,),
    State.RETURNED: (Role.COACH, Role.STUDENT),
    State.DECIDED: _SCHOOL,
    State.REFUSED: _SCHOOL,
    State.NOTIFIED: (Role.COACH,),
    State.ACTIVE: (Role.COACH, Role.STUDENT),
    State.EVALUATED: (Role.COACH, Role.PRINCIPAL),
    State.REVISING: (Role.COACH,),
    State.APPEALED: _SCHOOL,
    State.CLOSED: (Role.COORDINATOR,),
    State.ARCHIVED: (),
}
