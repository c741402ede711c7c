"""What a move comes to: every state with every move, every hindrance at once, and where it leads."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from planning.decided import Ruling
from planning.law.verdicts import Standing
from planning.workflow.course_facts import Guard
from planning.workflow.moves import Given, Move, MoveName
from planning.workflow.moving import (
    GUARDS,
    asks_the_law,
    move_of,
    registration_of,
    stands,
    state_after,
    whose_turn,
)
from planning.workflow.states import State
from planning.workflow.table import TABLE, Ends
from tests.planning.workflow.course_samples import COACH, DAY, course, verdict, verdicts

AT = dt.datetime(2027, 2, 1, 9, 0, tzinfo=dt.UTC)


def test_every_guard_has_a_function_that_names_its_source() -> None:
    """In law, in the design, or as our own default."""
    assert set(GUARDS) == set(Guard)
    sources = ("law.md", "security.md", " kap. ", "lagen", "FL ", "OSL ", "`casework.", "`planning.")
    silent = [guard for guard, judge in GUARDS.items() if not any(s in (judge.__doc__ or "") for s in sources)]
    assert silent == []


@pytest.mark.parametrize(("state", "name"), list(product(State, MoveName)))
def test_every_move_in_every_state_has_an_answer(state: State, name: MoveName) -> None:
    """Where the table lets it begin and nothing waits it is open; elsewhere it is not now, and nothing is asked."""
    found = stands(name, course(state))
    begins = state in TABLE[name].starts
    assert found.is_now == begins
    assert found.is_open == begins
    assert found.hindrances == ()
    bare = stands(name, course(state, given=Given(), acting=COACH, verdicts=None, has_plan=False, in_force=None))
    assert not bare.hindrances or begins
    assert bare.is_open == (begins and not bare.hindrances)


def test_all_that_waits_is_told_at_once() -> None:
    """Never only the first of it."""
    facts = course(
        State.WITH_GUARDIANS, ready=None, missing=("needs",), student_waits=("parts_not_right",), open_worry=True,
        verdicts=verdicts(verdict("P5", Standing.UNKNOWN), verdict("P4", Standing.UNKNOWN)),
    )  # fmt: skip
    assert [one.guard for one in stands(MoveName.SUBMIT, facts).hindrances] == [
        Guard.D5R, Guard.FIELDS_FILLED, Guard.STUDENT_SAID_YES, Guard.P4, Guard.P5, Guard.DOCUMENT_MADE,
    ]  # fmt: skip


def test_a_reminder_holds_nothing_back() -> None:
    """What is only worth knowing is told beside."""
    facts = course(State.NOTIFIED, verdicts=verdicts(verdict("P16", Standing.UNKNOWN)))
    found = stands(MoveName.ACTIVATE, facts)
    assert found.is_open
    assert [one.guard for one in found.reminders] == [Guard.P16]


def test_what_a_rule_would_bind_elsewhere_only_reminds_here() -> None:
    """An overdue evaluation stops a step up, and neither a hold nor a step back."""
    late = course(State.ACTIVE, verdicts=verdicts(verdict("P14", Standing.DEVIATES, facts={"date": DAY, "days": 3})))
    assert not stands(MoveName.STEP_UP, late).is_open
    for name in (MoveName.HOLD, MoveName.STEP_BACK):
        found = stands(name, late)
        assert found.is_open
        assert [one.guard for one in found.reminders] == [Guard.P14]


@pytest.mark.parametrize(("name", "state"), [(row.name, s) for row in TABLE.values() for s in sorted(row.starts)])
def test_a_move_leads_where_the_table_says(name: MoveName, state: State) -> None:
    """To its state, or nowhere else; an appeal that changes nothing leads back."""
    came_from = Move(name=MoveName.APPEAL, from_state=State.ACTIVE, to_state=State.APPEALED, at=AT, by="someone")
    ends = TABLE[name].ends
    expected = {Ends.SAME: state, Ends.AS_BEFORE: State.ACTIVE}.get(ends, ends)  # type: ignore[call-overload]  # a state stands for itself
    assert state_after(name, state, [came_from]) is expected


def test_the_law_is_asked_only_where_a_guard_is_a_rule() -> None:
    """Going back, or holding to a duty, asks nothing of a plan."""
    assert not asks_the_law(MoveName.GO_BACK)
    assert not asks_the_law(MoveName.BEGIN_DRAFT)
    assert asks_the_law(MoveName.SUBMIT)
    assert asks_the_law(MoveName.HOLD)


@pytest.mark.parametrize("ruling", Ruling)
def test_a_ruling_has_a_move_here_and_one_written_in(ruling: Ruling) -> None:
    """Both lead to the same state; where nobody follows the course a ruling is noted and moves nothing."""
    assert TABLE[move_of(ruling)].ends is TABLE[registration_of(ruling, State.SENT)].ends
    assert registration_of(ruling, State.MAPPING) is MoveName.NOTE_DECISION


@pytest.mark.parametrize("state", State)
def test_it_is_always_somebody_s_turn(state: State) -> None:
    """But when everything is put away."""
    assert bool(whose_turn(state)) == (state is not State.ARCHIVED)
