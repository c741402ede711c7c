"""Who may do what with a case, as rules: what is not said here is refused.

The reviewed table docs/security/permissions.csv says the same, cell by cell, and was written by itself; where the two
differ a test fails, and somebody has to think. Sources: security.md §6 and law.md §7 (rights); what they leave open is
our default and explained at the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from typing import TypeAlias

from planning.access import Action, Phase, Relation, Role

Standing: TypeAlias = tuple[Role, Relation]
"""One role, and how somebody in that role stands to one case."""


class Party(Enum):
    """Those whom the rules speak of: standings that go together."""

    STUDENT = ((Role.STUDENT, Relation.SELF),)
    GUARDIAN = ((Role.GUARDIAN, Relation.GUARDIAN_OF),)
    NAMED_COACH = ((Role.COACH, Relation.ASSIGNED),)
    STAND_IN = ((Role.COORDINATOR, Relation.ASSIGNED),)
    """A coordinator who is named for the case does the coach's work in it."""
    COORDINATOR = ((Role.COORDINATOR, Relation.ASSIGNED), (Role.COORDINATOR, Relation.SAME_UNIT))
    NAMED_MENTOR = ((Role.MENTOR, Relation.ASSIGNED),)
    NAMED_PRINCIPAL = ((Role.PRINCIPAL, Relation.ASSIGNED),)
    PRINCIPAL = ((Role.PRINCIPAL, Relation.ASSIGNED), (Role.PRINCIPAL, Relation.SAME_UNIT))
    DATA_PROTECTION_OFFICER = (
        (Role.DATA_PROTECTION_OFFICER, Relation.ASSIGNED),
        (Role.DATA_PROTECTION_OFFICER, Relation.SAME_UNIT),
    )
    SYSTEM = ((Role.SYSTEM, Relation.ASSIGNED), (Role.SYSTEM, Relation.SAME_UNIT))
    EMERGENCY = ((Role.COACH, Relation.BREAK_GLASS), (Role.COORDINATOR, Relation.BREAK_GLASS))
    """Has opened the case in an emergency, for an hour."""
    COLLEAGUE = ((Role.COACH, Relation.SAME_UNIT), (Role.COORDINATOR, Relation.SAME_UNIT))
    """Works at the unit, and could open the case in an emergency."""


ALWAYS = frozenset(Phase)
OPEN = ALWAYS - {Phase.CLOSED}
PLANNED_IN = frozenset({Phase.MAPPING, Phase.DRAFT, Phase.RETURNED, Phase.ACTIVE})
"""When a plan can be made or changed. What is at the school, or decided and not yet begun, lies still."""
PROPOSED_IN = PLANNED_IN - {Phase.MAPPING}
AT_SCHOOL = frozenset({Phase.SENT})
KNOWN_TO_SCHOOL = ALWAYS - {Phase.MAPPING, Phase.DRAFT}
SCHOOL_WORKS = KNOWN_TO_SCHOOL - {Phase.CLOSED}
DECIDED = frozenset({Phase.DECIDED, Phase.ACTIVE, Phase.CLOSED})
IN_FORCE = DECIDED - {Phase.CLOSED}
LIVED = frozenset({Phase.DRAFT, Phase.SENT, Phase.RETURNED, Phase.ACTIVE})
"""When a decided plan can be lived: the old decision holds while a new version is drafted, sent and returned."""
LIVED_AT_SCHOOL = LIVED & SCHOOL_WORKS
JUST_DECIDED = frozenset({Phase.DECIDED})
BEFORE_DECISION = frozenset({Phase.MAPPING, Phase.DRAFT, Phase.RETURNED})
CLOSED = frozenset({Phase.CLOSED})

Rule: TypeAlias = Mapping[Party, frozenset[Phase]]
"""For one action: which parties, and in which phases."""

_COACHING = (Party.NAMED_COACH, Party.STAND_IN)


def _by(phases: frozenset[Phase], *parties: Party) -> dict[Party, frozenset[Phase]]:
    return dict.fromkeys(parties, phases)


READING: Mapping[Action, Rule] = {
    # The rektor raises the case (state 0) and so knows that it is there; what is planned comes when it is sent.
    Action.SEE_LIST: _by(ALWAYS, Party.STUDENT, Party.GUARDIAN, Party.NAMED_COACH, Party.COORDINATOR)
    | _by(ALWAYS, Party.NAMED_PRINCIPAL)
    | _by(KNOWN_TO_SCHOOL, Party.PRINCIPAL)
    | _by(SCHOOL_WORKS, Party.NAMED_MENTOR),
    Action.SEE_CASE: _by(ALWAYS, Party.STUDENT, Party.GUARDIAN, Party.NAMED_COACH, Party.COORDINATOR, Party.EMERGENCY)
    | _by(ALWAYS, Party.NAMED_PRINCIPAL)
    | _by(KNOWN_TO_SCHOOL, Party.PRINCIPAL)
    | _by(SCHOOL_WORKS, Party.NAMED_MENTOR),
    # What is ticked belongs to the student; others meet what has been shared, in the plan and its papers.
    Action.SEE_ANSWERS: _by(ALWAYS, Party.STUDENT, *_COACHING, Party.EMERGENCY),
    Action.SEE_NOTES: _by(ALWAYS, *_COACHING, Party.EMERGENCY),
    # Before it is sent, guardians meet the proposal on paper or beside the coach (state 4), never an unshown draft.
    Action.SEE_PLAN: _by(ALWAYS, Party.NAMED_COACH, Party.COORDINATOR, Party.EMERGENCY)
    | _by(ALWAYS - {Phase.MAPPING}, Party.STUDENT)
    | _by(KNOWN_TO_SCHOOL, Party.GUARDIAN, Party.PRINCIPAL)
    | _by(SCHOOL_WORKS, Party.NAMED_MENTOR),
    Action.SEE_DOCUMENTS: _by(ALWAYS, Party.NAMED_COACH, Party.COORDINATOR, Party.EMERGENCY)
    | _by(ALWAYS - {Phase.MAPPING}, Party.STUDENT)
    | _by(KNOWN_TO_SCHOOL, Party.GUARDIAN, Party.PRINCIPAL)
    | _by(IN_FORCE, Party.NAMED_MENTOR),
    Action.SEE_DECISION: _by(ALWAYS, Party.NAMED_COACH, Party.COORDINATOR, Party.EMERGENCY)
    | _by(DECIDED, Party.STUDENT, Party.GUARDIAN, Party.PRINCIPAL)
    | _by(IN_FORCE, Party.NAMED_MENTOR),
    # The student has an extract; a coach's own acts are no business of this table.
    Action.SEE_LOG: _by(ALWAYS, Party.STUDENT, Party.COORDINATOR, Party.DATA_PROTECTION_OFFICER),
}

WORKING: Mapping[Action, Rule] = {
    # Nothing answered or learnt is lost while the case is open; what was sent is locked by itself.
    Action.ANSWER: _by(OPEN, Party.STUDENT, *_COACHING),
    Action.ANSWER_AS_GUARDIAN: _by(OPEN, Party.GUARDIAN, *_COACHING),
    Action.SHARE: _by(OPEN, Party.STUDENT, *_COACHING),
    Action.MARK_SUMMARY: _by(OPEN, Party.STUDENT, *_COACHING),
    # What an emergency is for: somebody deals with what a child has told, and says so.
    Action.HANDLE_ALERT: _by(OPEN, *_COACHING, Party.EMERGENCY),
    Action.WRITE_NOTE: _by(OPEN, *_COACHING),
    Action.WRITE_FACTS: _by(OPEN, *_COACHING),
    Action.TAKE_IN_TIMETABLE: _by(PLANNED_IN, *_COACHING),
    Action.MAKE_PLAN: _by(PLANNED_IN, *_COACHING),
    Action.CHANGE_PLAN: _by(PLANNED_IN, *_COACHING),
    Action.COMMENT: _by(OPEN, Party.STUDENT, Party.GUARDIAN, Party.NAMED_COACH, Party.COORDINATOR)
    | _by(SCHOOL_WORKS, Party.NAMED_MENTOR, Party.PRINCIPAL),
    Action.MAKE_DOCUMENTS: _by(OPEN, *_COACHING),
    # What is wrong about a person is put right for as long as it is kept.
    Action.CORRECT: _by(ALWAYS, *_COACHING),
}

MOVING: Mapping[Action, Rule] = {
    Action.ASSIGN: _by(OPEN, Party.COORDINATOR, Party.NAMED_PRINCIPAL),
    Action.PRESENT: _by(PROPOSED_IN, *_COACHING),
    Action.INFORM_GUARDIANS: _by(PLANNED_IN | AT_SCHOOL, *_COACHING),
    Action.SUBMIT: _by(PROPOSED_IN, Party.NAMED_COACH, Party.COORDINATOR),
    Action.RECEIVE: _by(AT_SCHOOL, Party.COORDINATOR, Party.PRINCIPAL),
    Action.RETURN: _by(AT_SCHOOL, Party.PRINCIPAL),
    Action.DECIDE: _by(AT_SCHOOL, Party.PRINCIPAL),
    # What the school has decided can be written in whenever it comes; never by the coach who sent it.
    Action.REGISTER_DECISION: _by(OPEN, Party.COORDINATOR) | _by(SCHOOL_WORKS, Party.PRINCIPAL),
    Action.NOTIFY: _by(IN_FORCE, Party.NAMED_COACH, Party.COORDINATOR, Party.PRINCIPAL),
    Action.ACTIVATE: _by(JUST_DECIDED, Party.NAMED_COACH, Party.COORDINATOR, Party.PRINCIPAL, Party.SYSTEM),
    # The table of moves asks besides whether a decision is in force and its plan has begun.
    Action.STEP: _by(LIVED, *_COACHING, Party.NAMED_PRINCIPAL)
    | _by(LIVED_AT_SCHOOL, Party.NAMED_MENTOR, Party.PRINCIPAL),
    Action.FOLLOW_UP: _by(LIVED, Party.NAMED_COACH, Party.COORDINATOR, Party.NAMED_PRINCIPAL)
    | _by(LIVED_AT_SCHOOL, Party.NAMED_MENTOR),
    Action.REVISE: _by(IN_FORCE, *_COACHING),
    # To write in what has come. Guardians, and students from 16 (skollagen 29 kap. 12 §), appeal on paper to the school
    # (förvaltningslagen 43 §): the same action writes in how the board decided, which is not theirs to say.
    Action.APPEAL: _by(IN_FORCE, Party.COORDINATOR, Party.PRINCIPAL),
    # Before a decision there is nothing for a rektor to end; afterwards only the rektor ends it.
    Action.CLOSE: _by(BEFORE_DECISION, Party.COORDINATOR)
    | _by(OPEN, Party.NAMED_PRINCIPAL)
    | _by(SCHOOL_WORKS, Party.PRINCIPAL),
    Action.ARCHIVE: _by(CLOSED, Party.COORDINATOR, Party.NAMED_PRINCIPAL, Party.SYSTEM),
}

KEEPING: Mapping[Action, Rule] = {
    Action.BREAK_THE_GLASS: _by(ALWAYS, Party.COLLEAGUE),
    # It holds what the student has ticked: only those who read that anyhow. Others ask the coach.
    Action.EXPORT_DATA: _by(ALWAYS, *_COACHING),
    # The named rektor too: of a protected student nobody else could be the second person.
    Action.ERASE: _by(
        ALWAYS, Party.NAMED_COACH, Party.COORDINATOR, Party.NAMED_PRINCIPAL, Party.DATA_PROTECTION_OFFICER
    ),
    Action.SET_PROTECTION: _by(ALWAYS, Party.NAMED_COACH, Party.COORDINATOR, Party.NAMED_PRINCIPAL),
}

RULES: Mapping[Action, Rule] = {**READING, **WORKING, **MOVING, **KEEPING}
"""Everything that is done with one case."""

OF_THE_INSTALLATION: Mapping[Action, frozenset[Role]] = {
    Action.OPEN_CASE: frozenset({Role.COACH, Role.COORDINATOR, Role.PRINCIPAL}),
    Action.MANAGE_USERS: frozenset({Role.ADMINISTRATOR}),
    Action.READ_AUDIT: frozenset({Role.DATA_PROTECTION_OFFICER}),
    Action.KEEP_KEYS: frozenset({Role.ADMINISTRATOR, Role.SYSTEM}),
    # Of which school is asked beside it: a coordinator keeps what is their own unit's (`casework.settings`).
    Action.SEE_SETTINGS: frozenset(
        {Role.COORDINATOR, Role.PRINCIPAL, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR, Role.SYSTEM}
    ),
    Action.KEEP_SETTINGS: frozenset({Role.COORDINATOR, Role.ADMINISTRATOR, Role.SYSTEM}),
}
"""What is done with no case in hand: the role alone decides, however one stands to any case."""

OF_THE_PROTECTED: frozenset[Standing] = frozenset(
    standing
    for party in (Party.STUDENT, Party.GUARDIAN, Party.NAMED_COACH, Party.NAMED_PRINCIPAL, Party.EMERGENCY)
    for standing in party.value
)
"""For whom a case with protected identity exists at all; an emergency there takes two people."""

FOR_ONE_WHO_IS_ALONE = frozenset({Action.RECEIVE, Action.RETURN, Action.CLOSE})
"""What a school that does not use the app has done, and the coach who works alone writes in. Never: to decide."""


def may(role: Role, action: Action, relation: Relation, phase: Phase, *, is_protected: bool) -> bool:
    """Whether somebody who has that role, and stands so to the case, may do this while the case has come so far."""
    if action in OF_THE_INSTALLATION:
        return role in OF_THE_INSTALLATION[action]
    return phase in _CELLS[is_protected].get((action, role, relation), frozenset())


def may_any(
    standings: Collection[Standing], action: Action, phase: Phase, *, is_protected: bool, is_alone: bool = False
) -> bool:
    """Whether one of somebody's standings lets them do this.

    `is_alone`: one coach on one computer. That coach is the one named for every case, so that a protected identity
    hides nothing from them; they read their own log, and write in what the school has done on paper.
    """
    hides = is_protected and not is_alone
    if any(may(role, action, relation, phase, is_protected=hides) for role, relation in standings):
        return True
    if not (is_alone and (Role.COACH, Relation.ASSIGNED) in standings):
        return False
    on_paper = may(Role.PRINCIPAL, action, Relation.ASSIGNED, phase, is_protected=False)
    return action is Action.READ_AUDIT or (action in FOR_ONE_WHO_IS_ALONE and on_paper)


def knows_of(standings: Collection[Standing], phase: Phase, *, is_protected: bool, is_alone: bool = False) -> bool:
    """Whether the case exists for somebody: there is something that they may do with it, short of an emergency."""
    return any(
        may_any(standings, action, phase, is_protected=is_protected, is_alone=is_alone)
        for action in RULES
        if action is not Action.BREAK_THE_GLASS
    )


def _stays(action: Action, standing: Standing) -> bool:
    """Whether a rule holds for a student with protected identity too. No school's list shows such a student."""
    if action is Action.BREAK_THE_GLASS:
        return True
    return standing in OF_THE_PROTECTED and (action, standing[0]) != (Action.SEE_LIST, Role.PRINCIPAL)


def _cells(*, is_protected: bool) -> dict[tuple[Action, Role, Relation], frozenset[Phase]]:
    cells: dict[tuple[Action, Role, Relation], frozenset[Phase]] = {}
    for action, rule in RULES.items():
        for party, phases in rule.items():
            for standing in party.value:
                if not is_protected or _stays(action, standing):
                    key = (action, *standing)
                    cells[key] = cells.get(key, frozenset()) | phases
    return cells


_CELLS = {hides: _cells(is_protected=hides) for hides in (False, True)}
