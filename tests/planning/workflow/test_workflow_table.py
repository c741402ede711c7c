"""The table of moves is whole: every row of `law.md` §7 has its move, and no state is a trap."""

from __future__ import annotations

import pytest

from planning.access import Action
from planning.workflow.course_facts import Guard
from planning.workflow.moves import Move, MoveName
from planning.workflow.states import FIRST, State
from planning.workflow.table import ASKED_IN_FORM, LIVED, OPEN, TABLE, Ends, moves_from

S, M = State, MoveName

LAW = {
    (None, M.RAISE, S.RAISED), (S.RAISED, M.BEGIN_MAPPING, S.MAPPING), (S.MAPPING, M.BEGIN_DRAFT, S.DRAFT),
    (S.DRAFT, M.PRESENT, S.PRESENTED), (S.PRESENTED, M.GO_BACK, S.DRAFT),
    (S.PRESENTED, M.INFORM_GUARDIANS, S.WITH_GUARDIANS), (S.WITH_GUARDIANS, M.SUBMIT, S.SENT),
    (S.SENT, M.RECEIVE, S.PREPARED), (S.PREPARED, M.RETURN, S.RETURNED), (S.RETURNED, M.PRESENT, S.PRESENTED),
    (S.PREPARED, M.DECIDE, S.DECIDED), (S.PREPARED, M.DECIDE_WITH_CHANGES, S.DECIDED),
    (S.PREPARED, M.REFUSE, S.REFUSED), (S.DECIDED, M.NOTIFY, S.NOTIFIED), (S.REFUSED, M.NOTIFY, S.NOTIFIED),
    (S.NOTIFIED, M.ACTIVATE, S.ACTIVE), (S.ACTIVE, M.STEP_UP, Ends.SAME), (S.ACTIVE, M.HOLD, Ends.SAME),
    (S.ACTIVE, M.STEP_BACK, Ends.SAME), (S.ACTIVE, M.FOLLOW_UP, Ends.SAME), (S.ACTIVE, M.EVALUATE, S.EVALUATED),
    (S.EVALUATED, M.KEEP, S.ACTIVE), (S.EVALUATED, M.REVISE, S.REVISING), (S.EVALUATED, M.CLOSE, S.CLOSED),
    (S.ACTIVE, M.REVISE, S.REVISING), (S.REVISING, M.BEGIN_DRAFT, S.DRAFT), (S.REFUSED, M.APPEAL, S.APPEALED),
    (S.ACTIVE, M.APPEAL, S.APPEALED), (S.APPEALED, M.DECIDE, S.DECIDED), (S.APPEALED, M.UPHOLD, Ends.AS_BEFORE),
    (S.APPEALED, M.ANNUL, S.REVISING), (S.APPEALED, M.REMIT, S.PREPARED), (S.ACTIVE, M.CLOSE, S.CLOSED),
    (S.CLOSED, M.ARCHIVE, S.ARCHIVED),
}  # fmt: skip
"""The rows of `law.md` §7: what is entered when, and what each exit leads to."""


@pytest.mark.parametrize(("start", "name", "end"), sorted(LAW, key=str))
def test_every_row_of_the_law_has_its_move(start: State | None, name: MoveName, end: State | Ends) -> None:
    """From the state it says to the state it says."""
    assert TABLE[name].ends is end
    assert start in TABLE[name].starts if start else not TABLE[name].starts


def test_every_move_stands_in_the_table_once() -> None:
    """And nothing else does."""
    assert set(TABLE) == set(MoveName)
    assert all(name is row.name for name, row in TABLE.items())


def reached(start: State) -> set[State]:
    """Every state that moves lead to from that one."""
    found, left = {start}, [start]
    while left:
        for row in moves_from(left.pop()):
            if isinstance(row.ends, State) and row.ends not in found:
                found.add(row.ends)
                left.append(row.ends)
    return found


def test_every_state_is_reached() -> None:
    """From where a case begins."""
    assert reached(FIRST) == set(State)


@pytest.mark.parametrize("state", [state for state in State if state is not State.ARCHIVED])
def test_every_state_but_the_last_is_left_again(state: State) -> None:
    """Toward another state, and in the end every case can be put away."""
    assert any(row.ends is not Ends.SAME and row.ends is not state for row in moves_from(state))
    assert State.ARCHIVED in reached(state)


def test_what_is_put_away_has_no_way_on() -> None:
    """Only an erasure removes it."""
    assert moves_from(State.ARCHIVED) == ()


def test_every_guard_is_used() -> None:
    """The rules P1–P15 with D4r and D5r bind something or are told, and no guard is idle."""
    used = {guard for row in TABLE.values() for guard in (*row.waits_for, *row.reminds_of)}
    assert used == set(Guard)
    binding = {guard for row in TABLE.values() for guard in row.waits_for}
    assert {f"P{n}" for n in range(1, 16)} - {guard.value for guard in binding} == {"P11", "P12"}


def test_what_is_recorded_is_a_field_of_the_move() -> None:
    """The table names nothing that cannot be kept."""
    named = {recorded.value for row in TABLE.values() for recorded in row.records}
    assert named <= set(Move.model_fields)


def test_every_act_of_the_course_has_its_action() -> None:
    """The actions that permissions know of the course are all asked for by some move."""
    course = {
        Action.OPEN_CASE, Action.ASSIGN, Action.PRESENT, Action.INFORM_GUARDIANS, Action.SUBMIT, Action.RECEIVE,
        Action.RETURN, Action.DECIDE, Action.REGISTER_DECISION, Action.NOTIFY, Action.ACTIVATE, Action.STEP,
        Action.FOLLOW_UP, Action.REVISE, Action.APPEAL, Action.CLOSE, Action.ARCHIVE,
    }  # fmt: skip
    assert course <= {row.action for row in TABLE.values()}


@pytest.mark.parametrize("name", [M.RETURN, M.DECIDE, M.DECIDE_WITH_CHANGES, M.REFUSE])
def test_only_a_rektor_answers_a_proposal(name: MoveName) -> None:
    """And never the one who sent it, where it decides something."""
    rectors = {Guard.PRINCIPAL_OF_THE_SCHOOL, Guard.RETURNED_BY_PRINCIPAL}
    assert not rectors.isdisjoint(TABLE[name].waits_for)
    assert name is M.RETURN or Guard.NOT_THE_SUBMITTER in TABLE[name].waits_for


def test_a_ruling_can_be_written_in_wherever_a_case_is_open() -> None:
    """Once: as a note where nobody follows the course, as a move elsewhere."""
    noted, moved = TABLE[M.NOTE_DECISION], TABLE[M.REGISTER_DECISION]
    assert noted.starts | moved.starts == OPEN
    assert noted.starts.isdisjoint(moved.starts)
    assert noted.ends is Ends.SAME
    assert moved.starts == TABLE[M.REGISTER_RETURN].starts == TABLE[M.REGISTER_REFUSAL].starts


def test_what_a_form_asks_is_a_guard_of_some_move() -> None:
    """Nothing is asked in vain."""
    assert {guard for row in TABLE.values() for guard in row.waits_for} >= ASKED_IN_FORM


def test_a_step_is_taken_while_a_new_version_is_made() -> None:
    """The old decision holds until the new one, so the plan is lived meanwhile; not before there is any."""
    assert TABLE[M.STEP_UP].starts == TABLE[M.STEP_BACK].starts == TABLE[M.HOLD].starts == LIVED
    assert LIVED.isdisjoint({S.RAISED, S.MAPPING, S.CLOSED, S.ARCHIVED, S.REFUSED})
