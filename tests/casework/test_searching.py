"""A search that is watched: begun, looked at, cancelled, kept once, and never at the cost of the plan before it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import searching
from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, create_case, keep_plan, open_case, record_answers
from casework.demo import DEMO_CASE, seed_demo
from casework.draft_word import answer_first_step, say_parts_right
from casework.readiness import PARTS_QUESTION, STEP_QUESTION, PlanPart
from casework.searching import (
    LONGER_SECONDS,
    SearchSeen,
    begin_search,
    cancel_search,
    is_searching,
    keep_search,
    look_at_search,
    return_to_last_good,
    use_best_so_far,
)
from planning.errors import Bug
from planning.items import ItemKind
from planning.outcomes import Found, Interrupted, InterruptedBy, Outcome
from planning.plan import Plan, PlannedContact
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from scheduler.progress import Progress
from scheduler.worker import SECONDS
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
def store(tmp_path: Path, drafted: Path) -> Iterator[CaseStore]:
    """A copy of that case."""
    shutil.copytree(drafted, tmp_path, dirs_exist_ok=True)
    opened = opened_store(tmp_path / "cases.stegvis")
    yield opened
    opened.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldPlanners:
    """No real worker."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(searching, "_GOING", {})
    return planners


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def outcome_of(case: Case) -> Outcome:
    """What planning came to last."""
    assert case.plan is not None
    return case.plan.outcome


def plan_of(case: Case) -> Plan:
    """The plan found last."""
    assert case.last_good_plan is not None
    assert isinstance(case.last_good_plan.outcome, Found)
    return case.last_good_plan.outcome.plan


def an_answer(store: CaseStore, ticks: str = "15_minutes") -> None:
    """The student changes an answer that the plan depends on."""
    at = max(event.at for event in now(store).events) + dt.timedelta(seconds=1)
    given = AnswerEvent(id=EventId(ticks), question=QuestionId("TI4"), answer=Answer(ticks=(ticks,)), at=at)
    record_answers(store, DEMO_CASE, [given])


def interrupted(store: CaseStore, held: HeldPlanners, best: Plan | None = None) -> Case:
    """The case after an answer, and after a search from it that was cancelled."""
    an_answer(store)
    begin_search(store, now(store))
    held.jobs[-1].tell(Progress(done=1, of=4, best=best))
    cancel_search(store, DEMO_CASE)
    assert keep_search(store, DEMO_CASE, within=LONG)
    return now(store)


def test_a_search_in_a_worker_keeps_the_plan_that_is_made_directly(store: CaseStore, tmp_path: Path) -> None:
    """From beginning to end, with a real worker."""
    other = opened_store(tmp_path / "other" / "cases.stegvis")
    seed_demo(other)
    assert begin_search(other, now(other))
    assert is_searching(other, DEMO_CASE)
    assert keep_search(other, DEMO_CASE, within=LONG)
    searching.close_planners()
    assert now(other).plan_is_current
    assert not is_searching(other, DEMO_CASE)
    assert outcome_of(now(other)) == outcome_of(now(store))
    other.close()


def test_the_first_search_settles_the_first_monday(tmp_path: Path, held: HeldPlanners) -> None:
    """As the first plan does; the search is from the case as it is then."""
    store = opened_store(tmp_path / "cases.stegvis")
    seed_demo(store)
    begin_search(store, now(store))
    assert now(store).facts.ladder.first_monday is not None
    held.jobs[0].finish(Found(plan=Plan(steps=(), proven=True)))
    keep_search(store, DEMO_CASE)
    assert now(store).plan_is_current


def test_without_a_timetable_nothing_is_looked_for(tmp_path: Path, held: HeldPlanners) -> None:
    """That comes first."""
    store = opened_store(tmp_path / "cases.stegvis")
    case = open_case(store, create_case(store, name="Test T."))
    assert not begin_search(store, case)
    assert (is_searching(store, case.id), held.jobs) == (False, [])
    assert keep_search(store, case.id)


def test_what_is_looked_for_already_is_left_to_go_on(store: CaseStore, held: HeldPlanners) -> None:
    """Another tab of the same case watches the same search."""
    begin_search(store, now(store))
    begin_search(store, now(store))
    assert len(held.jobs) == 1


def test_a_search_from_earlier_answers_gives_way(store: CaseStore, held: HeldPlanners) -> None:
    """It is cancelled, and nothing of it is kept."""
    kept = now(store).plan
    begin_search(store, now(store))
    an_answer(store)
    begin_search(store, now(store))
    first, second = held.jobs
    assert isinstance(first.wait(LONG), Interrupted)
    assert not second.done
    assert not keep_search(store, DEMO_CASE)
    assert now(store).plan == kept


def test_a_search_can_be_looked_at(store: CaseStore, held: HeldPlanners) -> None:
    """How far it has come, and the best plan so far."""
    assert look_at_search(store, DEMO_CASE) is None
    begin_search(store, now(store))
    assert look_at_search(store, DEMO_CASE) is not None
    held.jobs[0].tell(Progress(done=2, of=5, best=plan_of(now(store))))
    held.jobs[0].tell(Progress(done=3, of=5))
    seen = look_at_search(store, DEMO_CASE)
    assert isinstance(seen, SearchSeen)
    assert (seen.done, seen.of, seen.is_queued) == (3, 5, False)
    assert seen.best == plan_of(now(store)).model_copy(update={"proven": False})
    assert seen.seconds >= 0


def test_what_a_search_came_to_is_kept_once(store: CaseStore, held: HeldPlanners) -> None:
    """Whoever looks next keeps it; whoever looks after that finds it kept."""
    begin_search(store, now(store))
    assert not keep_search(store, DEMO_CASE)
    held.jobs[0].finish(Found(plan=plan_of(now(store)).model_copy(update={"tiers": {}})))
    assert keep_search(store, DEMO_CASE)
    number = now(store).plan
    assert keep_search(store, DEMO_CASE)
    assert now(store).plan == number


def test_an_answer_given_meanwhile_is_not_in_the_plan(store: CaseStore, held: HeldPlanners) -> None:
    """And the case knows."""
    begin_search(store, now(store))
    an_answer(store)
    held.jobs[0].finish(Found(plan=plan_of(now(store))))
    assert keep_search(store, DEMO_CASE)
    assert not now(store).plan_is_current


def test_a_cancelled_search_leaves_the_last_plan_to_go_back_to(store: CaseStore, held: HeldPlanners) -> None:
    """It says as before that something has changed since it was made."""
    draft = now(store)
    after = interrupted(store, held)
    assert isinstance(outcome_of(after), Interrupted)
    assert after.last_good_plan == draft.plan
    return_to_last_good(store, after)
    back = now(store)
    assert outcome_of(back) == outcome_of(draft)
    assert not back.plan_is_current


def test_what_was_said_of_a_draft_outlives_a_search_that_found_none(store: CaseStore, held: HeldPlanners) -> None:
    """Nothing else has come in its place."""
    say_parts_right(store, now(store), PlanPart)
    answer_first_step(store, now(store), Choice.YES)
    after = interrupted(store, held)
    assert after.sheet.of(PARTS_QUESTION) is not None
    assert after.sheet.of(STEP_QUESTION) is not None


def test_the_best_plan_so_far_can_be_used(store: CaseStore, held: HeldPlanners) -> None:
    """It is a plan like any other, and is not called proven; it is asked about anew."""
    say_parts_right(store, now(store), PlanPart)
    best = plan_of(now(store)).model_copy(update={"tiers": {"wish_1": 1}})
    after = interrupted(store, held, best)
    use_best_so_far(store, after)
    used = now(store)
    assert plan_of(used) == best.model_copy(update={"proven": False})
    assert used.plan_is_current
    assert used.sheet.of(PARTS_QUESTION) is None


def test_where_there_is_no_best_plan_nothing_is_used(store: CaseStore, held: HeldPlanners) -> None:
    """Nor where there was no search that was interrupted."""
    found = now(store)
    use_best_so_far(store, found)
    assert now(store).plan == found.plan
    after = interrupted(store, held)
    use_best_so_far(store, after)
    assert now(store).plan == after.plan


def test_a_search_that_ran_out_of_time_has_longer_the_next_time(store: CaseStore, held: HeldPlanners) -> None:
    """Only when it is tried again from the same."""
    case = now(store)
    contact = PlannedContact(date=dt.date(2026, 11, 23), kind=ItemKind.FIKA)
    keep_plan(store, DEMO_CASE, Interrupted(seconds=SECONDS, contact=contact), revision=case.revision)
    begin_search(store, now(store))
    an_answer(store)
    begin_search(store, now(store))
    assert [job.limit for job in held.jobs] == [LONGER_SECONDS, SECONDS]


@pytest.mark.parametrize("proven", [True, False])
def test_looking_on_for_a_better_plan_takes_longer(store: CaseStore, held: HeldPlanners, *, proven: bool) -> None:
    """Where the plan at hand is not proven."""
    found = Found(plan=plan_of(now(store)).model_copy(update={"proven": proven}))
    keep_plan(store, DEMO_CASE, found)
    begin_search(store, now(store))
    assert [job.limit for job in held.jobs] == [SECONDS if proven else LONGER_SECONDS]


def test_a_broken_promise_is_raised_once(store: CaseStore, held: HeldPlanners) -> None:
    """The reader is told calmly, and may begin again."""
    kept = now(store).plan
    begin_search(store, now(store))
    held.jobs[0].finish(Broke("plan_breaks_promises", {}))
    with pytest.raises(Bug):
        keep_search(store, DEMO_CASE)
    assert not is_searching(store, DEMO_CASE)
    assert now(store).plan == kept


def test_a_case_kept_before_there_were_other_reasons_ran_out_of_time() -> None:
    """The row says seconds and contact, and no more."""
    row = '{"seconds": 20.5, "contact": {"date": "2026-11-23", "kind": "fika", "person": "Coach Exempel"}}'
    outcome = Interrupted.model_validate_json(row)
    assert (outcome.why, outcome.best) == (InterruptedBy.OUT_OF_TIME, None)


def test_cases_are_told_apart(store: CaseStore, held: HeldPlanners) -> None:
    """The search for one is none for another."""
    begin_search(store, now(store))
    another = create_case(store, name="Test T.")
    assert not is_searching(store, another)
    cancel_search(store, another)
    assert not held.jobs[0].done
