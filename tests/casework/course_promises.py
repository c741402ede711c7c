"""What holds of a case's course whatever is done with it, each as a claim of its own."""

from __future__ import annotations

from casework.case import DocumentMade
from casework.course_in_force import lived_plan
from casework.course_records import CourseRecord
from planning.decided_frame import needs_new_decision
from planning.workflow.course_facts import InForce
from planning.workflow.moves import MoveName as M
from planning.workflow.states import State, is_locked
from planning.workflow.table import TABLE, Ends

DECIDING = frozenset({M.DECIDE, M.DECIDE_WITH_CHANGES, M.REFUSE})
ENDING_FORCE = frozenset({M.ANNUL, M.REMIT, M.CLOSE})


def nothing_that_was_kept_has_changed(was: CourseRecord, is_: CourseRecord) -> None:
    """No plan, decision, proposal or move is other than it was: there are only more of them."""
    assert is_.plans[: len(was.plans)] == was.plans
    assert is_.case.decisions[: len(was.case.decisions)] == was.case.decisions
    assert is_.case.documents[: len(was.case.documents)] == was.case.documents
    assert is_.moves[: len(was.moves)] == was.moves
    if is_locked(was.state) and is_locked(is_.state):
        assert is_.plans == was.plans


def the_moves_are_a_way(record: CourseRecord) -> None:
    """Each begins where the one before ended, as the table has it, and the last is where the case stands."""
    states = [State.RAISED, *(move.to_state for move in record.moves)]
    assert states[-1] is record.state
    for before, move in zip(states, record.moves, strict=False):
        assert move.from_state is before
        assert before in TABLE[move.name].starts
        ends = TABLE[move.name].ends
        assert ends is Ends.AS_BEFORE or move.to_state is (before if ends is Ends.SAME else ends)
    versions = [move.sent.version for move in record.moves if move.sent]
    assert versions == sorted(set(versions))


def nobody_decides_on_what_they_sent(record: CourseRecord) -> None:
    """Nor on anything but what was sent last."""
    by, sent = "", None
    for move in record.moves:
        if move.sent is not None:
            by, sent = move.by, move.sent
        if move.name in DECIDING:
            assert move.by not in (by, "coach", "samordnare")
            decided = record.case.decisions[(move.decision or 0) - 1].decided
            assert sent is not None
            assert decided.proposal_version == sent.version


def the_old_holds_until_the_new(
    was: CourseRecord, is_: CourseRecord, before: InForce | None, now: InForce | None
) -> None:
    """A decision that holds goes on holding until there is a new one, or it is taken away or ended."""
    has_new = len(is_.case.decisions) > len(was.case.decisions)
    ended = any(move.name in ENDING_FORCE for move in is_.moves[len(was.moves) :])
    if not (has_new or ended):
        assert before == now
    if before is not None and now is not None and before.number != now.number:
        assert has_new


def what_is_lived_was_decided(record: CourseRecord, force: InForce | None) -> None:
    """The plan that is lived is the decided one, or one within what the decision leaves room for."""
    lived = lived_plan(record, force)
    if lived is None:
        return
    assert force is not None
    assert force.frame is not None
    plan = record.plan(lived.number)
    assert plan is not None
    is_decided = lived.number == force.plan_number
    assert is_decided or not needs_new_decision(force.frame, plan, record.case.facts.document)
    made: DocumentMade = next(one for one in record.case.documents if one.plan_number == force.plan_number)
    assert made.proposal is not None
