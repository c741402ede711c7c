"""Who may do what: the rules against the reviewed table in every cell, and what must never hold in either."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.permission_table import Cell, every_cell, reviewed
from casework.permissions import (
    FOR_ONE_WHO_IS_ALONE,
    OF_THE_INSTALLATION,
    RULES,
    Party,
    knows_of,
    may,
    may_any,
)
from planning.access import Action, Phase, Relation, Role
from planning.workflow.states import State, phase_of
from planning.workflow.table import TABLE

ALONE = tuple((role, Relation.ASSIGNED) for role in (Role.COACH, Role.COORDINATOR, Role.ADMINISTRATOR))
CONTENT = {
    Action.SEE_LIST, Action.SEE_CASE, Action.SEE_ANSWERS, Action.SEE_NOTES, Action.SEE_PLAN, Action.SEE_DOCUMENTS,
    Action.SEE_DECISION, Action.EXPORT_DATA,
}  # fmt: skip
STANDINGS = st.lists(st.tuples(st.sampled_from(Role), st.sampled_from(Relation)), max_size=4)


def test_rules_and_reviewed_table_say_the_same_in_all_35_532_cells() -> None:
    """9 roles, 47 actions, 6 relations, 7 phases, protected or not: two descriptions, one answer, in five seconds."""
    began = time.perf_counter()
    table = reviewed()
    cells = list(every_cell())
    differ = [cell for cell in cells if rules_say(cell) != (cell in table)]
    assert len(cells) == len(set(cells)) == 35_532
    assert differ == []
    assert time.perf_counter() - began < 5


def rules_say(cell: Cell) -> bool:
    """The answer of the code."""
    return may(cell.role, cell.action, cell.relation, cell.phase, is_protected=cell.is_protected)


def test_no_rule_names_a_party_twice_or_leaves_an_action_out() -> None:
    """Each of the 47 actions is a rule about cases or about the installation, and never both."""
    assert set(RULES) | set(OF_THE_INSTALLATION) == set(Action)
    assert not set(RULES) & set(OF_THE_INSTALLATION)
    assert all(phases for rule in RULES.values() for phases in rule.values())
    assert len(Party.__members__) == len(list(Party))


def test_one_who_is_alone_can_do_everything_but_decide() -> None:
    """Somewhere on a case's way each act is possible for the coach who has nobody else, save the rektor's own."""
    possible = {
        action
        for action in Action
        for phase in Phase
        if may_any(ALONE, action, phase, is_protected=False, is_alone=True)
    }
    assert set(Action) - possible == {Action.DECIDE, Action.BREAK_THE_GLASS}


def test_a_protected_identity_hides_nothing_from_one_who_is_alone() -> None:
    """The one person at the computer is the assigned coach of every case."""
    for action in Action:
        for phase in Phase:
            hidden, plain = (may_any(ALONE, action, phase, is_protected=p, is_alone=True) for p in (True, False))
            assert hidden == plain, (action, phase)


def test_being_alone_gives_nothing_to_one_who_is_not_the_coach() -> None:
    """The flag adds to a coach's standing, never to another's."""
    for action in {*FOR_ONE_WHO_IS_ALONE, Action.READ_AUDIT}:
        stranger = [(Role.STUDENT, Relation.SELF), (Role.COACH, Relation.NONE)]
        assert not any(may_any(stranger, action, phase, is_protected=False, is_alone=True) for phase in Phase)


@given(standings=STANDINGS, action=st.sampled_from(Action), phase=st.sampled_from(Phase), hides=st.booleans())
def test_several_standings_allow_what_one_of_them_allows(
    standings: list[tuple[Role, Relation]], action: Action, phase: Phase, *, hides: bool
) -> None:
    """In a service two roles together never open more than each of them does."""
    alone = any(may(role, action, relation, phase, is_protected=hides) for role, relation in standings)
    assert may_any(standings, action, phase, is_protected=hides) == alone


@given(standings=STANDINGS, phase=st.sampled_from(Phase), hides=st.booleans())
def test_a_case_exists_for_those_who_may_do_something_with_it(
    standings: list[tuple[Role, Relation]], phase: Phase, *, hides: bool
) -> None:
    """Neither the right to open cases nor that to break the glass makes one case known."""
    acts = {action for action in Action if may_any(standings, action, phase, is_protected=hides)}
    apart = {*OF_THE_INSTALLATION, Action.BREAK_THE_GLASS}
    assert knows_of(standings, phase, is_protected=hides) == bool(acts - apart)


@pytest.mark.parametrize("role", Role)
def test_without_any_relation_no_case_exists(role: Role) -> None:
    """A stranger's question is answered as if nothing were there, whatever their role."""
    for phase in Phase:
        assert not knows_of([(role, Relation.NONE)], phase, is_protected=False)
        assert not knows_of([(role, Relation.NONE)], phase, is_protected=True)


def test_nobody_is_allowed_anything_without_a_standing() -> None:
    """Deny by default: no roles, no acts."""
    assert not any(may_any([], action, phase, is_protected=False) for action in Action for phase in Phase)


def test_a_mentor_meets_the_case_when_it_has_been_sent() -> None:
    """Before that, a named mentor is answered like anybody else."""
    mentor = [(Role.MENTOR, Relation.ASSIGNED)]
    known = {phase for phase in Phase if knows_of(mentor, phase, is_protected=False)}
    assert known == {Phase.SENT, Phase.RETURNED, Phase.DECIDED, Phase.ACTIVE}


def test_every_move_of_the_course_can_be_made_by_somebody() -> None:
    """Where the table of moves lets a move begin, permissions let somebody make it who is not alone at a computer.

    Save one: a rektor who changes an appealed decision writes the new one in (`register_decision`), since what is
    decided in the app is what was sent.
    """
    standings = [(role, relation) for role in Role for relation in Relation]
    dead = {
        (row.action, start)
        for row in TABLE.values()
        for start in row.starts
        if not may_any(standings, row.action, phase_of(start), is_protected=False)
    }
    assert dead == {(Action.DECIDE, State.APPEALED)}


def test_an_administrator_never_meets_content_in_any_relation() -> None:
    """Whoever keeps the keys does not read what they lock."""
    for relation in Relation:
        for phase in Phase:
            assert not any(may(Role.ADMINISTRATOR, action, relation, phase, is_protected=False) for action in CONTENT)
