"""On the page of the plan, two or three plans stand side by side, and one of them is chosen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from casework import app_verbs, choosing, searching
from casework.app_verbs import make_plan, problem_for
from casework.cases import Case, CaseStore, open_case
from casework.choosing import ChoicesSeen
from casework.demo import DEMO_CASE, seed_demo
from planning.alternatives import Alternatives, WhyNone
from planning.outcomes import Found
from planning.plan import Plan
from scheduler.alternatives import alternatives
from scheduler.progress import Progress
from tests.casework.held_planners import HeldPlanners
from tests.opened_store import live_in
from tests.planning.builders import plan as drawn
from tests.planning.builders import problem
from tests.ui.plan_pages import names, opened, press, told
from ui import plan_choices
from ui.components.cards import OfferCard, cards_data
from ui.plan_choices import KEEP, costs_said, facts_of, share, small_weeks
from wording.alternatives import AlternativeText


class Table:
    """The cards that the page lays out, and a hand that presses one of them."""

    def __init__(self) -> None:
        self.cards: tuple[OfferCard, ...] = ()
        self.presses = ""

    def show(self, cards: Sequence[OfferCard], *, key: str) -> str | None:
        """Stands where the component does; a press is felt once."""
        assert key == "choices"
        assert cards_data(cards)["cards"]
        self.cards, pressed, self.presses = tuple(cards), self.presses, ""
        return pressed or None


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan, as the app's own; nothing is remembered from another test."""
    live_in(monkeypatch, tmp_path)
    shop = app_verbs.the_store()
    make_plan(shop, open_case(shop, seed_demo(shop)))
    yield shop
    shop.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldPlanners:
    """No real worker, and no patience."""
    planners = HeldPlanners()
    monkeypatch.setattr(searching, "the_planners", lambda: planners)
    monkeypatch.setattr(choosing, "_LOOKED", OrderedDict())
    monkeypatch.setattr("ui.plan_choices.PATIENCE_SECONDS", 0.0)
    return planners


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    """Where the cards lie."""
    laid = Table()
    monkeypatch.setattr(plan_choices, "show_cards", laid.show)
    return laid


def case_of(store: CaseStore) -> Case:
    """The case as it stands."""
    return open_case(store, DEMO_CASE)


def plan_of(store: CaseStore) -> Plan:
    """The case's plan."""
    kept = case_of(store).plan
    assert kept is not None
    assert isinstance(kept.outcome, Found)
    return kept.outcome.plan


def found_for(store: CaseStore) -> Alternatives:
    """What a worker would find."""
    of = problem_for(case_of(store))
    assert of is not None
    return alternatives(of, plan_of(store))


def test_plans_are_looked_for_when_asked_and_one_is_chosen(store: CaseStore, held: HeldPlanners, table: Table) -> None:
    """With a bar meanwhile; the plan is another then, the page says which, and one tap takes it back."""
    before = plan_of(store)
    page = press(opened(), "Leta efter andra planer")
    assert {"Avbryt"} <= set(names(page))
    assert not table.cards

    held.choices[0].finish(found_for(store))
    page.run(timeout=60)
    page.run(timeout=60)
    kept, *others = table.cards
    assert (kept.id, kept.title, kept.button) == (KEEP, "Planen som den är", "Behåll planen")
    assert 1 <= len(others) <= 2
    assert {card.button for card in others} == {"Välj den här"}

    table.presses = "1"
    page.run(timeout=60)
    assert plan_of(store) != before
    assert "Nu gäller den plan som du valde" in told(page)
    assert len(held.choices) == 1

    (undo,) = [one for one in page.button if one.key == "unchoose"]
    page = undo.click().run(timeout=60)
    assert plan_of(store) == before
    assert "Valet är tillbakataget." in told(page)


def test_another_tab_sees_how_far_it_has_come_and_can_stop_it(store: CaseStore, held: HeldPlanners) -> None:
    """It goes on in the worker, not in a tab; what was stopped can be looked for again."""
    press(opened(), "Leta efter andra planer")
    held.choices[0].tell(Progress(done=3, of=6))
    page = opened()
    assert "Leta efter andra planer" not in names(page)

    page = press(page, "Avbryt")
    page.run(timeout=60)
    assert "Letandet efter andra planer avbröts. Planen är som den var." in told(page)
    press(page, "Leta igen")
    assert len(held.choices) == 2
    assert not held.choices[1].done


def test_keeping_the_plan_changes_nothing(store: CaseStore, held: HeldPlanners, table: Table) -> None:
    """And puts the other plans away; shown again they are not looked for again."""
    page = press(opened(), "Leta efter andra planer")
    held.choices[0].finish(found_for(store))
    page.run(timeout=60)
    before = case_of(store)
    table.presses = KEEP
    page.run(timeout=60)
    assert case_of(store) == before
    assert "Leta efter andra planer" in names(page)
    table.cards = ()
    press(page, "Leta efter andra planer")
    assert table.cards
    assert len(held.choices) == 1


def test_where_there_is_none_it_says_so(store: CaseStore, held: HeldPlanners, table: Table) -> None:
    """In its sentence, with nothing to choose."""
    page = press(opened(), "Leta efter andra planer")
    held.choices[0].finish(Alternatives(why_none=WhyNone.ONE_WAY))
    page.run(timeout=60)
    page.run(timeout=60)
    assert "Just nu finns bara en plan som tar vara på allt ni har sagt." in told(page)
    assert table.cards == ()


def test_a_search_that_breaks_leaves_the_plan_alone(store: CaseStore, held: HeldPlanners) -> None:
    """The page stands, says so, and one can look again."""
    from scheduler.worker_pipe import Broke  # noqa: PLC0415 – this test alone breaks one

    page = press(opened(), "Leta efter andra planer")
    held.choices[0].finish(Broke("planner_broke", {}))
    page.run(timeout=60)
    page.run(timeout=60)
    assert "Det gick inte att leta efter andra planer den här gången." in told(page)
    assert "Leta efter andra planer" in names(page)
    assert "Planen, steg för steg" in told(page)


def test_what_costs_nothing_says_so() -> None:
    """And what costs something says just that."""
    assert costs_said(AlternativeText("", (), ("Dyrt.",))) == ("Dyrt.",)
    assert list(costs_said(AlternativeText("", (), ()))) == ["Det ni har önskat hålls lika bra som nu."]


def test_a_card_tells_days_times_subjects_company_and_hours_and_marks_what_is_other() -> None:
    """What can be felt of the first step with lessons, the hours of the steps it is about, and the rest in one line."""
    of = problem(steps=4)
    now, other = drawn(of, "", "a", "a b", "a b c"), drawn(of, "", "b", "a b", "a b c")
    facts = {fact.name: fact for fact in facts_of(other, now)}
    assert {name for name, fact in facts.items() if fact.is_other} <= {"Dagar", "Tider", "Ämnen"}
    assert facts["Ämnen"].is_other
    assert facts["Med"].text == "utan coachen på lektionerna"
    assert (facts["Steg 2"].text, facts["Steg 3"].text) == ("1 h i veckan", "2 h i veckan")
    assert facts["Sedan"].text == "3\N{NO-BREAK SPACE}h"
    assert not any(fact.is_other for fact in facts_of(now, now))


def test_a_small_week_marks_what_the_plan_now_does_not_have() -> None:
    """And nothing of what both have."""
    of = problem(steps=2)
    now, other = drawn(of, "a", "a b"), drawn(of, "b", "a b")
    label = now.steps[0].step.week_labels[0]
    drawings = small_weeks(other, now, [(1, label), (2, label)])
    assert [drawing.name for drawing in drawings] == ["Steg 1", "Steg 2"]
    assert [[block.is_other for block in drawing.blocks] for drawing in drawings] == [[True], [False, False]]


def test_how_far_a_search_has_come_is_a_share() -> None:
    """Nothing before the first sign, never more than all."""
    assert [share(ChoicesSeen()), share(ChoicesSeen(done=3, of=6)), share(ChoicesSeen(done=9, of=6))] == [0, 0.5, 1]
