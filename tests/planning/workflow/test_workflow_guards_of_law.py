"""Guards that are rules of law: what `planning.law` has judged, and nothing judged twice."""

from __future__ import annotations

import datetime as dt

import pytest

from planning.access import Role
from planning.law.rules import law_rules_on
from planning.law.verdicts import Standing
from planning.workflow.course_facts import Guard
from planning.workflow.guards_of_law import COPY_FIELD, OF_LAW, may_be_sent, p5, p10, p13, p15, student_copy
from tests.planning.workflow.course_samples import DAY, course, soft, verdict, verdicts

RULES = [guard for guard in Guard if guard.value in law_rules_on(DAY).by_code]
BINDING = [
    guard for guard in RULES if not soft(guard) and guard not in (Guard.D4R, Guard.D5R, Guard.D6R, Guard.P10, Guard.P15)
]


def test_the_rules_are_those_of_the_course() -> None:
    """P1 to P17 and three of protection."""
    assert [guard.value for guard in RULES] == [*(f"P{n}" for n in range(1, 18)), "D4r", "D5r", "D6r"]


@pytest.mark.parametrize("guard", BINDING)
def test_a_rule_that_is_not_met_is_waited_for(guard: Guard) -> None:
    """With its verdict along; met it is silent; not asked at all it waits for a plan."""
    waiting = course(verdicts=verdicts(verdict(guard, Standing.DEVIATES, facts={"date": DAY})))
    (found,) = OF_LAW[guard](waiting)
    assert (found.guard, found.blocks, found.verdict) == (guard, True, waiting.verdict(guard))
    assert found.whose
    assert OF_LAW[guard](course()) == ()
    assert len(OF_LAW[guard](course(verdicts=None))) == 1


@pytest.mark.parametrize("guard", [guard for guard in RULES if soft(guard)])
def test_a_soft_rule_is_told_and_holds_nothing_back(guard: Guard) -> None:
    """And only while it is open."""
    (found,) = OF_LAW[guard](course(verdicts=verdicts(verdict(guard, Standing.UNKNOWN))))
    assert not found.blocks
    assert OF_LAW[guard](course()) == ()
    assert OF_LAW[guard](course(verdicts=None)) == ()


def test_guardians_who_may_still_answer_have_the_turn() -> None:
    """One whom nobody has asked is the coach's to ask."""
    waiting = course(verdicts=verdicts(verdict("P5", Standing.DEVIATES, facts={"until": DAY})))
    unasked = course(verdicts=verdicts(verdict("P5", Standing.UNKNOWN)))
    assert [one.whose for one in p5(waiting)] == [(Role.GUARDIAN,)]
    assert [one.whose for one in p5(unasked)] == [(Role.COACH,)]


def test_guardians_have_got_it_once_each_has_been_offered() -> None:
    """That they may still answer holds nothing back here."""
    offered = OF_LAW[Guard.GUARDIANS_OFFERED]
    assert offered(course(verdicts=verdicts(verdict("P5", Standing.DEVIATES)))) == ()
    assert len(offered(course(verdicts=verdicts(verdict("P5", Standing.UNKNOWN))))) == 1


def test_a_student_of_16_is_a_party_first_and_gets_a_copy_then() -> None:
    """The copy cannot be there before the decision is, and the name must be."""
    unnamed = course(verdicts=verdicts(verdict("P10", Standing.UNKNOWN, fields=("student.full_name",))))
    without_copy = course(verdicts=verdicts(verdict("P10", Standing.UNKNOWN, fields=(COPY_FIELD,))))
    assert (len(p10(unnamed)), len(p10(without_copy))) == (1, 0)
    assert (len(student_copy(unnamed)), len(student_copy(without_copy))) == (0, 1)
    assert (p10(course()), student_copy(course())) == ((), ())


def test_a_reason_is_no_decision() -> None:
    """What goes beyond the decision waits for a new one, also where somebody has written down why."""
    with_reason = verdict("P13", Standing.DEVIATES, facts={"period_extended": ("2027-06-01",)}, reason="Det behövs.")
    assert not with_reason.waits
    assert len(p13(course(verdicts=verdicts(with_reason)))) == 1


def test_no_hand_over_is_asked_where_there_is_no_plan_to_ask_of() -> None:
    """A case that came to nothing can be ended; a move that is written down is not forgotten."""
    moved = verdict("P15", Standing.DEVIATES, fields=("around.move.handed_over",))
    assert p15(course(verdicts=None)) == ()
    assert len(p15(course(verdicts=verdicts(moved)))) == 1


def test_duties_wait_whatever_is_known_of_a_plan() -> None:
    """Each by itself, and never what they are."""
    facts = course(open_reports=True, open_worry=True, verdicts=None)
    found = [*OF_LAW[Guard.D4R](facts), *OF_LAW[Guard.D5R](facts)]
    assert [one.guard for one in found] == [Guard.D4R, Guard.D5R]
    assert all(one.verdict is None and not one.what for one in found)
    assert OF_LAW[Guard.D4R](course(open_worry=True)) == OF_LAW[Guard.D5R](course(open_reports=True)) == ()


def test_rules_that_close_sending_are_all_told() -> None:
    """Those with a guard of their own are not told twice, and those of another gate not here."""
    found = may_be_sent(
        course(verdicts=verdicts(*(verdict(code, Standing.DEVIATES) for code in ("T1", "D1r", "P4", "P1"))))
    )
    assert [one.verdict.rule.code for one in found if one.verdict] == ["T1", "D1r"]
    assert may_be_sent(course()) == ()


def test_rules_that_close_the_beginning_are_told() -> None:
    """An overdue evaluation is told by its own guard."""
    facts = course(verdicts=verdicts(*(verdict(code, Standing.DEVIATES) for code in ("T3", "P14"))))
    assert [one.verdict.rule.code for one in OF_LAW[Guard.MAY_BEGIN](facts) if one.verdict] == ["T3"]
    assert len(OF_LAW[Guard.P14](facts)) == 1
    assert facts.on == dt.date(2027, 2, 1)
