"""What another timetable would change is told before it is taken in."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import CaseStore, create_case, open_case
from casework.changing import change_plan, settled_about
from casework.retaking import retaking
from planning.needs import LeaveOutLesson
from planning.outcomes import Found
from planning.week_edits import edited, without
from tests.casework.followed_cases import planned
from tests.casework.small_week import week
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


def test_the_first_timetable_replaces_nothing(store: CaseStore) -> None:
    """There is nothing to compare with."""
    assert retaking(open_case(store, create_case(store, name="Kim")), week("A")) is None


def test_what_touches_the_plan_is_counted_and_nothing_is_kept(store: CaseStore) -> None:
    """A lesson of the plan that is gone, and the change by hand that was about it."""
    case_id = planned(store)
    make_plan(store, open_case(store, case_id))
    case = open_case(store, case_id)
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    assert case.timetable is not None
    lesson = case.plan.outcome.plan.steps[0].lessons[0].lesson
    change_plan(store, case, [settled_about(case, LeaveOutLesson, lesson.id, last_step=1)])
    case = open_case(store, case_id)
    assert case.timetable is not None
    found = retaking(case, edited(case.timetable, without(lesson)))
    assert found is not None
    assert found.difference.gone == (lesson,)
    assert (found.has_plan, found.changes) == (True, 1)
    assert found.touched <= 1
    assert open_case(store, case_id) == case


def test_the_same_timetable_again_touches_nothing(store: CaseStore) -> None:
    """Taking in the same file twice is no change."""
    case = open_case(store, planned(store))
    assert case.timetable is not None
    found = retaking(case, case.timetable)
    assert found is not None
    assert found.difference.is_empty
    assert (found.touched, found.changes) == (0, 0)
