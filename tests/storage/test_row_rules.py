"""The row rules of a database server say what the reviewed table of permissions says, whatever the program asks for.

What each table needs is said here anew, apart from `storage.row_permits`: the two have to agree.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update

from casework.permission_table import Cell, reviewed
from planning.access import Action, Relation, Role
from planning.workflow.moves import MoveName
from planning.workflow.states import State, phase_of
from planning.workflow.table import TABLE, Ends
from storage.columns import metadata
from storage.people import break_glass, case_people
from storage.schema import OF_A_CASE, cases
from tests.storage.postgres_server import Place, new_place
from tests.storage.postgres_world import (
    AT,
    BYSTANDER,
    ELSEWHERE,
    EVERY_CASE,
    EVERYBODY,
    HERE,
    Kept,
    Stands,
    as_somebody,
    fill,
    is_let_in,
    opening,
    row_for,
)

A = Action
SEARCHES = os.environ.get("STEGVIS_PROPERTIES") == "search"
TRIED = 500
"""Attempts to write in an ordinary run; `STEGVIS_PROPERTIES=search` makes them all."""

READ_BY: Mapping[str, set[Action]] = {
    "facts": {A.SEE_CASE, A.SEE_LIST}, "timetables": {A.SEE_CASE, A.SEE_LIST},
    "answer_rounds": {A.SEE_CASE, A.SEE_LIST}, "moves": {A.SEE_CASE, A.SEE_LIST},
    "answer_events": {A.SEE_ANSWERS}, "summary_marks": {A.SEE_ANSWERS},
    "handled_alerts": {A.SEE_NOTES}, "unsafe_settings": {A.SEE_NOTES}, "done_tasks": {A.SEE_NOTES},
    "plans": {A.SEE_PLAN}, "hand_changes": {A.SEE_PLAN}, "documents": {A.SEE_DOCUMENTS}, "decisions": {A.SEE_DECISION},
    "proposals": {A.SEE_DOCUMENTS}, "answer_drafts": {A.DECIDE},
}  # fmt: skip
MOVING = {row.action for row in TABLE.values()} - {A.OPEN_CASE}
WRITTEN_BY: Mapping[str, set[Action]] = {
    "facts": {A.WRITE_FACTS, A.CORRECT, A.SET_PROTECTION} | MOVING, "timetables": {A.TAKE_IN_TIMETABLE},
    "answer_rounds": {A.ANSWER}, "moves": MOVING, "answer_events": {A.ANSWER, A.ANSWER_AS_GUARDIAN},
    "summary_marks": {A.MARK_SUMMARY}, "handled_alerts": {A.HANDLE_ALERT}, "unsafe_settings": {A.WRITE_NOTE},
    "done_tasks": {A.WRITE_NOTE}, "plans": {A.MAKE_PLAN, A.CHANGE_PLAN}, "hand_changes": {A.CHANGE_PLAN},
    "documents": {A.MAKE_DOCUMENTS}, "decisions": {A.DECIDE, A.REGISTER_DECISION, A.NOTIFY}, "case_people": {A.ASSIGN},
    "proposals": {A.MAKE_DOCUMENTS}, "answer_drafts": {A.DECIDE},
}  # fmt: skip
NO_CASE = {A.OPEN_CASE, A.MANAGE_USERS, A.READ_AUDIT, A.KEEP_KEYS, A.SEE_SETTINGS, A.KEEP_SETTINGS}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A database with everybody and everything in it."""
    with new_place(tmp_path_factory.mktemp("world")) as place:
        fill(place)
        yield place


@lru_cache(maxsize=1)
def table() -> frozenset[Cell]:
    """The reviewed table, read once."""
    return reviewed()


def allowed(one: Stands, kept: Kept, actions: set[Action]) -> bool:
    """Whether the reviewed table lets them do one of those."""
    phase = phase_of(kept.state)
    return any(Cell(one.role, action, one.relation, phase, kept.is_protected) in table() for action in actions)


def some(every: list[Any]) -> list[Any]:
    """A few of them, the same each time; all when somebody searches."""
    return every if SEARCHES else random.Random(6).sample(every, min(TRIED, len(every)))


def shown(place: Place, one: Stands, name: str, *, writes: bool = False) -> set[str]:
    """The cases of which they are shown rows."""
    of_a_case = metadata.tables[name]
    column = of_a_case.c.id if name == "cases" else of_a_case.c.case_id
    with as_somebody(place, one.user, writes=writes) as connection:
        return set(connection.execute(select(column)).scalars())


@pytest.mark.parametrize("name", READ_BY)
def test_a_row_is_shown_where_a_reading_action_is_allowed_and_nowhere_else(world: Place, name: str) -> None:
    """For everybody, in every state, protected or not: exactly what the reviewed table says."""
    for one in EVERYBODY:
        said = {kept.id for kept in EVERY_CASE if allowed(one, kept, READ_BY[name])}
        assert shown(world, one, name) == said, (one, name)


def test_a_case_is_found_by_those_who_may_do_something_with_it(world: Place) -> None:
    """Its own row holds no word of anybody; the program itself knows all ids, to clear what was put back."""
    every = set(Action) - NO_CASE
    for one in EVERYBODY:
        said = {kept.id for kept in EVERY_CASE if allowed(one, kept, every) or one.user == "system"}
        assert shown(world, one, "cases") == said, one


@pytest.mark.parametrize("name", READ_BY)
def test_a_transaction_that_writes_finds_besides_what_it_has_to_weigh(world: Place, name: str) -> None:
    """A guard, an erasure and a paper must find the whole case; whoever adds to a table must know its numbers."""
    actions = READ_BY[name] | WRITTEN_BY[name] | MOVING | {A.ERASE, A.SEE_DOCUMENTS}
    for one in EVERYBODY:
        said = {kept.id for kept in EVERY_CASE if allowed(one, kept, actions)}
        assert shown(world, one, name, writes=True) == said, (one, name)


def test_a_row_is_let_in_where_a_writing_action_is_allowed_and_nowhere_else(world: Place) -> None:
    """Some hundred attempts of anybody to add anything anywhere, judged by the reviewed table."""
    wrong = []
    for one, kept, name in some(list(product(EVERYBODY, EVERY_CASE, WRITTEN_BY))):
        with as_somebody(world, one.user, writes=True) as connection:
            added = is_let_in(connection, insert(metadata.tables[name]).values(row_for(name, kept.id, 2)))
        if added != allowed(one, kept, WRITTEN_BY[name]):
            wrong.append((one, kept.id, name, added))
    assert wrong == []


def leads(start: State, end: State) -> set[Action]:
    """The actions that may turn a case from the one state to the other."""
    def ends(name: MoveName) -> set[State]:
        match TABLE[name].ends:
            case Ends.SAME:
                return {start}
            case Ends.AS_BEFORE:
                return set(TABLE[MoveName.APPEAL].starts)
            case fixed:
                return {fixed}

    return {row.action for name, row in TABLE.items() if start in row.starts and end in ends(name)}


def test_a_case_is_moved_only_by_those_whose_move_it_is(world: Place) -> None:
    """The state that is written must be one that a move leads to which is theirs to make."""
    wrong = []
    for one, kept, end in some(list(product(EVERYBODY, EVERY_CASE, State))):
        if end is kept.state:
            continue
        with as_somebody(world, one.user, writes=True) as connection:
            moved = is_let_in(connection, update(cases).where(cases.c.id == kept.id).values(state=end.value))
        if moved != allowed(one, kept, leads(kept.state, end)):
            wrong.append((one, kept.id, end, moved))
    assert wrong == []


def test_a_coach_never_decides_and_a_rektor_does(world: Place) -> None:
    """Two permissive rules for UPDATE once let the coach write what only the rektor's rule allowed."""
    lies_there = Kept(State.PREPARED, is_protected=False)
    decide = update(cases).where(cases.c.id == lies_there.id).values(state=State.DECIDED.value)
    told = {}
    for role in (Role.COACH, Role.PRINCIPAL):
        with as_somebody(world, Stands(role, Relation.ASSIGNED).user, writes=True) as connection:
            told[role] = is_let_in(connection, decide)
    assert told == {Role.COACH: False, Role.PRINCIPAL: True}


def test_nobody_may_change_what_a_case_is(world: Place) -> None:
    """Neither its unit nor when it was raised is written by anybody; protection only by those who may protect."""
    kept = Kept(State.ACTIVE, is_protected=False)
    ours = update(cases).where(cases.c.id == kept.id)
    for one in EVERYBODY:
        with as_somebody(world, one.user, writes=True) as connection:
            assert not is_let_in(connection, ours.values(unit=ELSEWHERE))
            assert is_let_in(connection, ours.values(is_protected=True)) == allowed(one, kept, {A.SET_PROTECTION})


def test_only_those_who_may_erase_remove_a_case_with_all_its_rows(world: Place) -> None:
    """The data protection officer too, who is shown none of them; the program, for a copy that was put back."""
    kept = Kept(State.CLOSED, is_protected=False)
    for one in EVERYBODY:
        with as_somebody(world, one.user, writes=True) as connection:
            gone = is_let_in(connection, cases.delete().where(cases.c.id == kept.id))
            assert gone == (allowed(one, kept, {A.ERASE}) or one.user == "system"), one


def test_a_case_is_raised_at_ones_own_unit_by_those_who_may(world: Place) -> None:
    """In its first state, unprotected, and not at another school."""
    row = {"id": "new", "created_at": AT, "changed_at": AT, "revision": 0, "state": "raised", "unit": HERE,
           "is_protected": False}
    others = ({"unit": ELSEWHERE}, {"unit": ""}, {"state": "decided"}, {"is_protected": True})
    for one in (one for one in EVERYBODY if one.relation is Relation.SAME_UNIT):
        may = one.role in {Role.COACH, Role.COORDINATOR, Role.PRINCIPAL}
        with as_somebody(world, one.user, writes=True) as connection:
            assert is_let_in(connection, insert(cases).values(row)) == may, one
            assert not any(is_let_in(connection, insert(cases).values({**row, **other})) for other in others)


def test_nobody_names_themselves_for_a_case_that_is_there(world: Place) -> None:
    """Only in the transaction that raises it is a coach named for it by their own hand."""
    coach = Stands(Role.COACH, Relation.SAME_UNIT).user
    own = {"user_id": coach, "role": "coach", "relation": "assigned", "is_blocked": False}
    with as_somebody(world, coach, writes=True) as connection:
        for kept in EVERY_CASE:
            assert not is_let_in(connection, insert(case_people).values(case_id=kept.id, **own))


@pytest.mark.parametrize("name", ["case_people", "break_glass"])
def test_people_of_a_case_are_shown_to_those_who_name_or_protect_or_watch(world: Place, name: str) -> None:
    """Beside one's own rows; the data protection officer sees every emergency."""
    people = {
        "case_people": {A.SEE_NOTES, A.ASSIGN, A.SET_PROTECTION},
        "break_glass": {A.BREAK_THE_GLASS, A.SET_PROTECTION},
    }
    rows = metadata.tables[name]
    for one in EVERYBODY:
        watches = name == "break_glass" and one.role is Role.DATA_PROTECTION_OFFICER and one.user != "system"
        said = {kept.id for kept in EVERY_CASE if watches or allowed(one, kept, people[name])}
        with as_somebody(world, one.user) as connection:
            found = connection.execute(select(rows.c.case_id).where(rows.c.user_id == BYSTANDER)).scalars()
            assert set(found) == said, one


def test_an_emergency_is_opened_in_one_s_own_name(world: Place) -> None:
    """Where a colleague may, and never for somebody else."""
    for one, kept in some(list(product(EVERYBODY, EVERY_CASE)))[:200]:
        with as_somebody(world, one.user, writes=True) as connection:
            own = insert(break_glass).values(opening(kept.id, one.user, "x"))
            assert is_let_in(connection, own) == allowed(one, kept, {A.BREAK_THE_GLASS}), (one, kept.id)
            assert not is_let_in(connection, insert(break_glass).values(opening(kept.id, BYSTANDER, "y")))


def test_whoever_has_not_said_who_they_are_sees_nothing(world: Place) -> None:
    """A session of SQL past the program, or the coach who works alone, finds no row, in either kind of transaction."""
    for user, writes in product((None, "alone", "nobody"), (False, True)):
        with as_somebody(world, user, writes=writes) as connection:
            for rows in (cases, case_people, break_glass, *OF_A_CASE):
                assert connection.execute(select(rows)).first() is None, (user, rows.name)


def test_a_connection_that_is_lent_on_keeps_nobody_s_sight(world: Place) -> None:
    """One connection, one after the other: the coach, nobody, and a stranger."""
    coach, stranger = Stands(Role.COACH, Relation.ASSIGNED).user, Stands(Role.COACH, Relation.NONE).user
    seen, lent = [], set()
    for user in (coach, None, stranger, coach, stranger):
        with as_somebody(world, user) as connection:
            lent.add(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
            seen.append(len(connection.execute(select(cases)).all()))
    assert len(lent) == 1
    assert seen == [len(EVERY_CASE), 0, 0, len(EVERY_CASE), 0]
