"""What the row rules of a database server stand on: which action shows or adds rows of which table, to whom, and when.

Who may what is read from the reviewed table of permissions and said here in no other words: a row of a table is shown
where an action that shows it is allowed, and let in where an action that adds it is. `docs/security/row-rules.md`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from planning.access import Action, Phase, Relation, Role
from planning.workflow.moves import MoveName
from planning.workflow.states import State
from planning.workflow.table import TABLE, Ends

A = Action
REVIEWED = Path(__file__).resolve().parent.parent / "docs" / "security" / "permissions.csv"

OF_THE_INSTALLATION = frozenset(
    {A.OPEN_CASE, A.MANAGE_USERS, A.READ_AUDIT, A.KEEP_KEYS, A.SEE_SETTINGS, A.KEEP_SETTINGS}
)
"""What is done with no case in hand: they show no row of a case."""
MOVES = frozenset(row.action for row in TABLE.values()) - OF_THE_INSTALLATION
"""The actions that move a case which is there."""
READING = frozenset(action for action in Action if action.value.startswith("see_")) - OF_THE_INSTALLATION
WRITING = frozenset(Action) - READING - OF_THE_INSTALLATION - {A.BREAK_THE_GLASS, A.ERASE, A.EXPORT_DATA}
"""What leaves a mark on the case itself."""

SHOWN_BY: Mapping[str, frozenset[Action]] = {
    # A case's own row holds no word of anybody: whoever may do something with the case must find it.
    "cases": frozenset(Action) - OF_THE_INSTALLATION,
    "facts": frozenset({A.SEE_LIST, A.SEE_CASE}),
    "timetables": frozenset({A.SEE_LIST, A.SEE_CASE}),
    "answer_rounds": frozenset({A.SEE_LIST, A.SEE_CASE}),
    "moves": frozenset({A.SEE_LIST, A.SEE_CASE}),
    "answer_events": frozenset({A.SEE_ANSWERS}),
    "summary_marks": frozenset({A.SEE_ANSWERS}),
    "handled_alerts": frozenset({A.SEE_NOTES}),
    "unsafe_settings": frozenset({A.SEE_NOTES}),
    "done_tasks": frozenset({A.SEE_NOTES}),
    "plans": frozenset({A.SEE_PLAN}),
    "hand_changes": frozenset({A.SEE_PLAN}),
    "documents": frozenset({A.SEE_DOCUMENTS}),
    "decisions": frozenset({A.SEE_DECISION}),
    "proposals": frozenset({A.SEE_DOCUMENTS}),
    # What a rektor has written of an answer is for who can give one; the program shows each only their own.
    "answer_drafts": frozenset({A.DECIDE}),
    "case_people": frozenset({A.SEE_NOTES, A.ASSIGN, A.SET_PROTECTION}),
    "break_glass": frozenset({A.BREAK_THE_GLASS, A.SET_PROTECTION}),
}
"""By which actions somebody is shown rows of a table."""

ADDED_BY: Mapping[str, frozenset[Action]] = {
    "cases": WRITING,
    # Whatever moves a case can change what its next proposal says of itself: its version, the day of its evaluation.
    "facts": frozenset({A.WRITE_FACTS, A.CORRECT, A.SET_PROTECTION}) | MOVES,
    "timetables": frozenset({A.TAKE_IN_TIMETABLE}),
    "answer_rounds": frozenset({A.ANSWER}),
    "moves": MOVES,
    "answer_events": frozenset({A.ANSWER, A.ANSWER_AS_GUARDIAN}),
    "summary_marks": frozenset({A.MARK_SUMMARY}),
    "handled_alerts": frozenset({A.HANDLE_ALERT}),
    "unsafe_settings": frozenset({A.WRITE_NOTE}),
    "done_tasks": frozenset({A.WRITE_NOTE}),
    "plans": frozenset({A.MAKE_PLAN, A.CHANGE_PLAN}),
    "hand_changes": frozenset({A.CHANGE_PLAN}),
    "documents": frozenset({A.MAKE_DOCUMENTS}),
    "decisions": frozenset({A.DECIDE, A.REGISTER_DECISION, A.NOTIFY}),
    "proposals": frozenset({A.MAKE_DOCUMENTS}),
    "answer_drafts": frozenset({A.DECIDE}),
    "case_people": frozenset({A.ASSIGN, A.SET_PROTECTION}),
    "break_glass": frozenset({A.BREAK_THE_GLASS}),
}
"""By which actions somebody adds rows to a table; of a case's own row: changes it."""

WEIGHED_BY = MOVES | {A.ERASE, A.SEE_DOCUMENTS}
"""What waits for something of the whole case, and the papers that are made of it: in a transaction that writes, the
program must find all of it, and tells nothing of it but the paper (`casework.course_records.course_record`)."""


class Permit(NamedTuple):
    """Through that door, somebody who stands so to a case in that phase."""

    door: str
    role: str
    relation: str
    phase: str
    is_protected: bool


class Turn(NamedTuple):
    """A change of a case's state, and an action that may make it."""

    start: str
    end: str
    action: str


@lru_cache(maxsize=1)
def cells() -> frozenset[tuple[Action, Role, Relation, Phase, bool]]:
    """What the reviewed table allows."""
    with REVIEWED.open(encoding="utf-8", newline="") as text:
        return frozenset(
            (Action(row["action"]), Role(row["role"]), Relation(row["relation"]), phase, is_protected)
            for row in csv.DictReader(text)
            for phase in Phase
            for is_protected in (False, True)
            if row[f"{phase}_protected" if is_protected else phase.value]
        )


def doors() -> Mapping[str, frozenset[Action]]:
    """Every door, with the actions that open it."""
    shown = {f"{table}.read": actions for table, actions in SHOWN_BY.items()}
    added = {f"{table}.add": actions for table, actions in ADDED_BY.items()}
    done = {f"do.{action}": frozenset({action}) for action in Action}
    return {**shown, **added, **done, "weigh": WEIGHED_BY}


def permits() -> frozenset[Permit]:
    """Who comes through which door."""
    allowed = cells()
    open_to = {
        Permit(door, role.value, relation.value, phase.value, is_protected)
        for door, actions in doors().items()
        for action, role, relation, phase, is_protected in allowed
        if action in actions
    }
    # The program clears a copy that was put back of what has been erased (`KEEP_KEYS`): ids, never a word of a case.
    puts_back = {
        Permit(door, Role.SYSTEM.value, Relation.ASSIGNED.value, phase.value, is_protected)
        for door in ("cases.read", "do.erase")
        for _action, role, relation, phase, is_protected in allowed
        if (_action, role, relation) == (A.KEEP_KEYS, Role.SYSTEM, Relation.ASSIGNED)
    }
    return frozenset(open_to | puts_back)


def turns() -> frozenset[Turn]:
    """Every change of state in the table of moves."""
    return frozenset(
        Turn(start.value, end.value, row.action.value)
        for name, row in TABLE.items()
        for start in row.starts
        for end in _ends(name, start)
    )


def _ends(name: MoveName, start: State) -> Iterator[State]:
    match TABLE[name].ends:
        case Ends.SAME:
            yield start
        case Ends.AS_BEFORE:
            yield from TABLE[MoveName.APPEAL].starts
        case end:
            yield end
