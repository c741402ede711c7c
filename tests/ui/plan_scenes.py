"""The invented student's case with its plan, to be changed by hand on its page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casework import app_verbs
from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, open_case
from casework.demo import DEMO_CASE, seed_demo
from planning.outcomes import Found
from planning.plan import Plan, PlannedLesson
from tests.opened_store import live_in

WAITING = "mon-4"
"""Nothing speaks against it by itself."""
AVOIDED = "mon-6"
"""The student has ticked that its subject is to wait."""
ATTENDED = "mon-7"


@contextmanager
def planned_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan, as the app's own."""
    live_in(monkeypatch, tmp_path)
    shop = app_verbs.the_store()
    make_plan(shop, open_case(shop, seed_demo(shop)))
    yield shop
    shop.close()


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def plan_of(store: CaseStore) -> Plan:
    """Its plan."""
    kept = now(store).plan
    assert kept is not None
    assert isinstance(kept.outcome, Found)
    return kept.outcome.plan


def third_step(store: CaseStore) -> dict[str, PlannedLesson]:
    """The lessons of the step that is looked at."""
    return {str(lesson.lesson.id): lesson for lesson in plan_of(store).steps[2].lessons}
