"""From which step each subject is in the plan that upper secondary school asks for."""

from __future__ import annotations

from casework.proposing import propose
from planning.outcomes import Found
from tests.casework.small_week import problem
from ui.eligibility import SubjectInPlan, subjects_in_plan


def test_each_subject_says_its_first_step() -> None:
    """Those that come first stand first; others of the week are left out."""
    asked = problem()
    outcome = propose(asked)
    assert isinstance(outcome, Found)
    subjects = subjects_in_plan(outcome.plan, asked)
    assert {one.subject for one in subjects} == {"Svenska", "Matematik", "Engelska"}
    assert all(len(one.steps) == len(outcome.plan.steps) for one in subjects)
    firsts = [one.first_step or 99 for one in subjects]
    assert firsts == sorted(firsts)


def test_a_subject_that_is_in_no_step_has_no_first_one() -> None:
    """It waits."""
    assert SubjectInPlan(subject="Engelska", steps=(False, False)).first_step is None
    assert SubjectInPlan(subject="Engelska", steps=(False, True)).first_step == 2
