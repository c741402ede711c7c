"""How the plan goes with the rules is shown in four groups, and a reason can be recorded and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.app_verbs import make_plan
from casework.cases import CaseStore, open_case
from casework.demo import DEMO_CASE, seed_demo
from casework.law_reasons import recorded_for
from planning.law.verdicts import Gate, LawRule, LawVerdict, RuleLevel, Standing
from tests.opened_store import live_in
from ui.law_view import asks_for_reason

LONG = 60


def the_view() -> None:
    """How the invented student's plan goes with the rules."""
    from casework.app_verbs import the_store  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import open_case  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.law_view import law_view  # noqa: PLC0415 – runs in a script of its own

    law_view(open_case(the_store(), DEMO_CASE))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case as the app's own, without a plan."""
    live_in(monkeypatch, tmp_path)
    opened = app_verbs.the_store()
    seed_demo(opened)
    yield opened
    opened.close()


@pytest.fixture
def planned(store: CaseStore) -> CaseStore:
    """The same with a plan."""
    make_plan(store, open_case(store, DEMO_CASE))
    return store


def told(page: AppTest) -> str:
    """Everything that the view says in words."""
    assert not page.exception
    said = [*page.header, *page.subheader, *page.markdown, *page.caption, *page.warning]
    return "\n".join(str(element.value).replace("\\", "") for element in said)


def opened() -> AppTest:
    """The view as it is first seen."""
    return AppTest.from_function(the_view).run(timeout=LONG)


def record(page: AppTest, code: str, reason: str) -> AppTest:
    """Write a reason under a rule and save it."""
    (field,) = [one for one in page.text_input if one.form_id == f"law_reason_{code}"]
    field.set_value(reason)
    (save,) = [one for one in page.button if one.form_id == f"law_reason_{code}"]
    return save.click().run(timeout=LONG)


def test_without_a_plan_nothing_is_shown(store: CaseStore) -> None:
    """There is nothing to judge yet."""
    assert told(opened()) == ""


def test_verdicts_stand_in_groups_with_their_sources(planned: CaseStore) -> None:
    """What somebody has to do stands open, what is in place is folded, and the version stands last."""
    page = opened()
    said = told(page)
    titles = [expander.label.partition(",")[0] for expander in page.expander]
    assert titles == ["Ska vara på plats först", "Kräver rektors beslut eller ett skäl", "Värt att veta", "På plats"]
    assert "**Avvikelse från klassens schema**" in said
    assert "Avviker från timplanen: " in said
    assert "Skollagen 3 kap. 12 §" in said
    assert page.caption[-1].value.replace("\\", "") == "Reglerna lästes 2026-11-22 (SE-support-9)."


def test_a_reason_is_recorded_shown_and_taken_away(planned: CaseStore) -> None:
    """It is kept with the case, by whom and when, and the plan is not called old for it."""
    page = record(opened(), "T6", "Annat stöd räcker inte.")
    assert "Skäl: Annat stöd räcker inte." in told(page)
    case = open_case(planned, DEMO_CASE)
    assert case.plan_is_current
    (kept,) = case.facts.document.law_reasons
    assert (kept.rule, kept.by) == ("T6", case.facts.coach.name)
    assert kept.date is not None

    page = record(page, "T6", "")
    assert "Skäl:" not in told(page)
    assert recorded_for(open_case(planned, DEMO_CASE).facts, "T6") == ""


def test_what_is_missing_leads_to_the_form(planned: CaseStore) -> None:
    """A button where something can be filled in."""
    page = opened()
    ways = [one for one in page.button if one.label == "Fyll i"]
    assert ways
    assert {one.key.partition("law_fill_")[2] for one in ways} & {"P1", "P2", "P3"}


@pytest.mark.parametrize(
    ("level", "standing", "asks"),
    [
        (RuleLevel.GATE, Standing.DEVIATES, True),
        (RuleLevel.GATE, Standing.UNKNOWN, True),
        (RuleLevel.SOFT, Standing.DEVIATES, True),
        (RuleLevel.GATE, Standing.MET, False),
        (RuleLevel.HARD, Standing.DEVIATES, False),
        (RuleLevel.INFORM, Standing.DEVIATES, False),
    ],
)
def test_a_reason_is_asked_for_where_one_is_enough(level: RuleLevel, standing: Standing, *, asks: bool) -> None:
    """What blocks is met and not explained away; what informs asks for nothing."""
    gate = Gate.SEND if level is RuleLevel.HARD else None
    rule = LawRule(code="T6", level=level, gate=gate, source="en lag", confidence="A")
    assert asks_for_reason(LawVerdict(rule=rule, standing=standing)) is asks
