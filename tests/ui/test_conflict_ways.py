"""On the page of a conflict one tap takes a way out, the plan is looked for at once, and one tap goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs, searching
from casework.app_verbs import make_plan
from casework.cases import Case, CaseStore, keep_plan, open_case, record_answers, write_facts
from casework.changing import change_plan, settled_about
from casework.demo import DEMO_CASE, seed_demo
from casework.facts import FullReturn, Goals
from planning.needs import LeaveOutLesson
from planning.outcomes import Conflict, Found, WayOut
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.held_planners import HeldPlanners
from tests.opened_store import live_in
from tests.ui.plan_pages import names, opened, press, told
from ui import conflict_view
from ui.components.cards import OfferCard
from ui.conflict_ways import Doing, Way, take, way_of

GOALS = Goals(full_return=FullReturn(from_step=6))
TAKEN = QuestionId("TI9")


class Table:
    """The cards that the page lays out, and a hand that presses the one with that button."""

    def __init__(self) -> None:
        self.cards: list[OfferCard] = []
        self.presses = ""

    def show(self, cards: Sequence[OfferCard], *, key: str) -> str | None:
        """Stands where the component does; a press is felt once."""
        assert key in {"ways_out", "more_ways_out"}
        self.cards.extend(cards)
        pressed = next((card.id for card in cards if self.presses and card.button.startswith(self.presses)), None)
        if pressed is not None:
            self.presses = ""
        return pressed


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """Monday mornings are taken for as long as nobody knows, and everything is to be back in step six."""
    live_in(monkeypatch, tmp_path)
    shop = app_verbs.the_store()
    case = open_case(shop, seed_demo(shop))
    write_facts(shop, case.id, case.facts.model_copy(update={"goals": GOALS}))
    at = max(event.at for event in case.events) + dt.timedelta(seconds=1)
    answer = Answer(choice=Choice.YES, ticks=("mon_am",))
    record_answers(shop, case.id, [AnswerEvent(id=EventId("taken"), question=TAKEN, answer=answer, at=at)])
    assert isinstance(make_plan(shop, open_case(shop, case.id)), Conflict)
    yield shop
    shop.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldPlanners:
    """No real worker, and no patience."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(searching, "_GOING", {})
    monkeypatch.setattr("ui.plan_search.PATIENCE_SECONDS", 0.0)
    return planners


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    """Where the cards lie."""
    laid = Table()
    monkeypatch.setattr(conflict_view, "show_cards", laid.show)
    return laid


def now(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def ends(store: CaseStore) -> int | None:
    """Until which step Monday mornings are taken."""
    answer = now(store).sheet.of(TAKEN)
    assert answer is not None
    return answer.last_step


def found(page: AppTest, store: CaseStore, held: HeldPlanners) -> AppTest:
    """The search that goes on comes to what a worker would come to."""
    before = now(store)
    outcome = make_plan(store, before)
    assert outcome is not None
    held.jobs[-1].finish(outcome)
    page.run(timeout=60)
    return page.run(timeout=60)


def test_how_long_a_limit_holds_is_said_by_one_tap_and_taken_back_by_another(
    store: CaseStore, held: HeldPlanners, table: Table
) -> None:
    """The answer stays the student's, with its end; the plan is looked for at once, both ways."""
    page = opened()
    assert "Det går inte ihop just nu" in told(page)
    assert "Elevens egna ord: «De här tiderna är redan upptagna för mig: måndag förmiddag»" in told(page)
    assert "Under tiden:" in told(page)
    before = now(store).sheet.of(TAKEN)

    table.presses = "Ja, det gäller till och med steg 5"
    page.run(timeout=60)
    assert ends(store) == 5
    assert len(held.jobs) == 1
    page = found(page, store, held)
    assert "till och med steg 5." in told(page)
    assert isinstance(now(store).plan and now(store).plan.outcome, Found)  # type: ignore[union-attr]  # there is one

    (back,) = [one for one in page.button if one.key == "way_back"]
    page = back.click().run(timeout=60)
    assert now(store).sheet.of(TAKEN) == before
    page = found(page, store, held)
    assert "Det går inte ihop just nu" in told(page)
    assert "way_back" not in [one.key for one in page.button]


def test_a_goal_is_let_go_of_by_one_tap_and_comes_back(store: CaseStore, held: HeldPlanners, table: Table) -> None:
    """What else somebody has written meanwhile stays."""
    page = opened()
    table.presses = "Ta bort målet"
    page.run(timeout=60)
    assert now(store).facts.goals == Goals()
    page = found(page, store, held)
    assert "är borttaget." in told(page)
    write_facts(store, DEMO_CASE, now(store).facts.model_copy(update={"trusted_person": "Sam Exempel"}))

    page = press(page.run(timeout=60), "Ångra")
    assert now(store).facts.goals == GOALS
    assert now(store).facts.trusted_person == "Sam Exempel"


def test_what_has_been_changed_since_cannot_be_taken_back_from_here(
    store: CaseStore, held: HeldPlanners, table: Table
) -> None:
    """Somebody has agreed on another goal: it is not written over."""
    page = opened()
    table.presses = "Ta bort målet"
    page.run(timeout=60)
    page = found(page, store, held)
    write_facts(store, DEMO_CASE, now(store).facts.model_copy(update={"goals": Goals(nothing_removed=True)}))
    page.run(timeout=60)
    assert "Ångra" not in names(page)


def test_a_change_by_hand_is_let_go_of(store: CaseStore, held: HeldPlanners) -> None:
    """It is the way out of a conflict that it is part of; another's need leads nowhere."""
    assert held.jobs == []
    write_facts(store, DEMO_CASE, now(store).facts.model_copy(update={"goals": Goals()}))
    plan = make_plan(store, now(store))
    assert isinstance(plan, Found)
    keep_plan(store, DEMO_CASE, plan)
    lesson = plan.plan.steps[0].lessons[0].lesson.id
    change_plan(store, now(store), [settled_about(now(store), LeaveOutLesson, lesson, last_step=1)])
    case = now(store)
    (change,) = case.changes
    need = change.needs[0].model_copy(update={"id": f"hand:{change.id}:1"})
    way = way_of(WayOut(give_up=need.id, lessons_per_step=(1,)), need, case)
    assert way.doing is Doing.TAKE_BACK

    taken = take(way, case)
    assert not isinstance(taken, str)
    assert taken.said == "Ändringen är tillbakatagen."
    assert now(store).changes == ()
    assert take(way, now(store)) == "Ändringen finns inte längre. Ladda om sidan."
    assert way_of(way.way, need, now(store)).doing is Doing.NOTHING


def test_what_is_gone_by_the_time_of_the_tap_says_so(store: CaseStore, held: HeldPlanners) -> None:
    """Nothing is written then."""
    assert held.jobs == []
    case = now(store)
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Conflict)
    needs = {need.origin.ref: need for need in case.plan.outcome.needs}
    ways = {way.give_up: way for way in case.plan.outcome.ways_out}
    goal, limit = needs["goals.full_return"], needs[TAKEN]
    bare = case.model_copy(update={"facts": case.facts.model_copy(update={"goals": Goals()}), "events": ()})
    assert take(Way(ways[goal.id], goal, Doing.EASE_GOAL), bare) == "Målet finns inte längre. Ladda om sidan."
    assert take(Way(ways[limit.id], limit, Doing.SAY_UNTIL), bare) == "Svaret finns inte längre. Ladda om sidan."
    assert take(Way(ways[limit.id], limit, Doing.ASK), case) == "Det går inte att ändra härifrån."
    assert now(store) == case
