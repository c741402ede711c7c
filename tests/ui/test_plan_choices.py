"""On the page of the plan, two or three plans stand side by side, and one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework import app_verbs
from casework.app_verbs import make_plan
from casework.cases import CaseStore, open_case
from casework.demo import DEMO_CASE, seed_demo
from planning.alternatives import Alternatives, WhyNone
from planning.outcomes import Found
from planning.plan import Plan
from tests.opened_store import live_in
from tests.planning.builders import plan as drawn
from tests.planning.builders import problem
from tests.ui.plan_pages import names, opened, press, told
from ui import plan_choices
from ui.plan_choices import costs_said, hours_lines
from wording.alternatives import AlternativeText


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with its plan, as the app's own; nothing is remembered from another test."""
    live_in(monkeypatch, tmp_path)
    plan_choices._alternatives.cache_clear()
    shop = app_verbs.the_store()
    make_plan(shop, open_case(shop, seed_demo(shop)))
    yield shop
    shop.close()


def plan_of(store: CaseStore) -> Plan:
    """The case's plan."""
    kept = open_case(store, DEMO_CASE).plan
    assert kept is not None
    assert isinstance(kept.outcome, Found)
    return kept.outcome.plan


def test_plans_are_looked_for_when_asked_and_one_is_chosen(store: CaseStore) -> None:
    """The plan is another then, is locked by hand, and the page says which it is."""
    before = plan_of(store)
    page = opened()
    assert "Välj den här" not in names(page)
    page = press(page, "Leta efter andra planer")
    assert 1 <= names(page).count("Välj den här") <= 2
    assert "Planen som den är" in told(page)
    assert "Steg 1: 2 h 10 min i veckan" in told(page)

    (first,) = [one for one in page.button if one.key == "choose_plan_1"]
    page = first.click().run(timeout=60)
    assert plan_of(store) != before
    assert "Nu gäller den plan som du valde" in told(page)
    assert "En annan plan är vald" in told(page)
    assert "Välj den här" not in names(page)

    press(page, "Ta tillbaka")
    assert plan_of(store) == before


def test_keeping_the_plan_changes_nothing(store: CaseStore) -> None:
    """And puts the other plans away."""
    before = open_case(store, DEMO_CASE)
    page = press(press(opened(), "Leta efter andra planer"), "Behåll planen")
    assert open_case(store, DEMO_CASE) == before
    assert "Leta efter andra planer" in names(page)


def test_where_there_is_none_it_says_so(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its sentence, with nothing to choose."""
    monkeypatch.setattr(plan_choices, "alternatives_for", lambda _: Alternatives(why_none=WhyNone.ONE_WAY))
    page = press(opened(), "Leta efter andra planer")
    assert "Just nu finns bara en plan som tar vara på allt ni har sagt." in told(page)
    assert "Behåll planen" not in names(page)


def test_what_costs_nothing_says_so() -> None:
    """And what costs something says just that."""
    assert costs_said(AlternativeText("", (), ("Dyrt.",))) == ("Dyrt.",)
    assert list(costs_said(AlternativeText("", (), ()))) == ["Det ni har önskat hålls lika bra som nu."]


def test_the_hours_of_every_step_are_told_and_those_that_matter_first() -> None:
    """A line for each of the first two steps with lessons, and one for all that follow."""
    of = problem(steps=4)
    assert list(hours_lines(drawn(of, "", "a", "a b", "a b c"))) == [
        "Steg 2: 1 h i veckan",
        "Steg 3: 2 h i veckan",
        "Sedan: 3\N{NO-BREAK SPACE}h",
    ]
    assert list(hours_lines(drawn(of, "", "", "", "a"))) == ["Steg 4: 1 h i veckan"]
