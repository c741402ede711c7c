"""Other plans are looked for once for each revision of a case, can be stopped, and one of them is kept as the plan."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import choosing, searching
from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, create_case, open_case
from casework.changing import alternatives_for
from casework.choosing import ChoicesSeen, begin_choices, choose_among, look_at_choices, stop_choices
from casework.demo import DEMO_CASE, seed_demo
from planning.alternatives import WhyNone
from planning.errors import Bug, NotAllowed
from planning.outcomes import Found, InterruptedBy
from scheduler.progress import Progress
from scheduler.worker_pipe import Broke
from tests.casework.held_planners import HeldPlanners
from tests.opened_store import opened_store

LONG = 60.0


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented student's case, with a draft, as its folder."""
    folder = tmp_path_factory.mktemp("drafted")
    opened = opened_store(folder / "cases.stegvis")
    make_plan(opened, open_case(opened, seed_demo(opened)))
    opened.close()
    return folder


@pytest.fixture
def store(tmp_path: Path, drafted: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """A copy of that case; nothing is remembered from another test."""
    monkeypatch.setattr(choosing, "_LOOKED", OrderedDict())
    shutil.copytree(drafted, tmp_path, dirs_exist_ok=True)
    opened = opened_store(tmp_path / "cases.stegvis")
    yield opened
    opened.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldPlanners:
    """No real worker."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    return planners


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def test_a_worker_finds_what_is_found_directly_and_one_of_them_becomes_the_plan(store: CaseStore) -> None:
    """From beginning to end, with a real worker; its answer is used and not looked for again."""
    case = now(store)
    begin_choices(store, case)
    seen = look_at_choices(store, case, within=LONG)
    searching.close_planners()
    assert seen is not None
    assert seen.answer == alternatives_for(case)
    assert seen.answer.found

    outcome = choose_among(store, case, 1)
    assert isinstance(outcome, Found)
    after = now(store)
    assert after.plan is not None
    assert after.plan.outcome == outcome
    assert after.plan_is_current
    assert look_at_choices(store, after) is None


def test_what_is_looked_for_from_the_same_is_looked_for_once(store: CaseStore, held: HeldPlanners) -> None:
    """By whichever tab; how far it has come and the place in line are told."""
    begin_choices(store, now(store))
    begin_choices(store, now(store))
    (job,) = held.choices
    job.tell(Progress(done=2, of=6))
    held.place = 2
    assert look_at_choices(store, now(store)) == ChoicesSeen(done=2, of=6, place=2)


def test_what_was_stopped_is_begun_anew_and_not_what_has_ended(store: CaseStore, held: HeldPlanners) -> None:
    """To stop is not to be told for ever that there is nothing."""
    case = now(store)
    begin_choices(store, case)
    stop_choices(store, case)
    seen = look_at_choices(store, case, within=LONG)
    assert seen is not None
    assert seen.answer is not None
    assert seen.answer.why_none is WhyNone.STOPPED
    begin_choices(store, case)
    assert len(held.choices) == 2
    held.choices[1].interrupt(InterruptedBy.OUT_OF_TIME)
    ended = look_at_choices(store, case, within=LONG)
    assert ended is not None
    assert ended.answer is not None
    assert ended.answer.why_none is WhyNone.OUT_OF_TIME


def test_nothing_is_chosen_that_has_not_been_found(store: CaseStore, held: HeldPlanners) -> None:
    """Neither before the search nor while it goes on; and without a plan there is nothing to look beside."""
    case = now(store)
    with pytest.raises(NotAllowed, match="plan_is_old"):
        choose_among(store, case, 1)
    begin_choices(store, case)
    with pytest.raises(NotAllowed, match="plan_is_old"):
        choose_among(store, case, 1)
    bare = open_case(store, create_case(store, name="Kim"))
    with pytest.raises(NotAllowed, match="timetable_first"):
        begin_choices(store, bare)
    stop_choices(store, bare)
    assert len(held.choices) == 1


def test_a_search_that_broke_is_told_once_and_forgotten(store: CaseStore, held: HeldPlanners) -> None:
    """Whoever looks is told; then one can begin again."""
    case = now(store)
    begin_choices(store, case)
    held.choices[0].finish(Broke("planner_broke", {}))
    with pytest.raises(Bug):
        look_at_choices(store, case)
    assert look_at_choices(store, case) is None
    begin_choices(store, case)
    assert len(held.choices) == 2
    held.choices[1].finish(Broke("planner_broke", {}))
    begin_choices(store, case)
    assert len(held.choices) == 3


def test_only_so_many_cases_are_remembered(
    store: CaseStore, held: HeldPlanners, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one asked for first is let go of, and its search ended."""
    monkeypatch.setattr(choosing, "MOST_KEPT", 0)
    begin_choices(store, now(store))
    assert held.choices[0].wait(LONG) is not None
    assert look_at_choices(store, now(store)) is None
