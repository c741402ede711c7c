"""What is missing is shown part by part, and each part leads to where it is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.app_verbs import make_plan
from casework.cases import CaseStore, open_case, write_facts
from casework.demo import DEMO_CASE, seed_demo
from planning.decision import DocumentFacts
from tests.casework.ready_case import WHOLE
from tests.opened_store import live_in
from ui.session import session

LONG = 60


def the_view() -> None:
    """What is missing in the invented student's case."""
    from casework.app_verbs import the_store  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import open_case  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.missing_view import missing_view  # noqa: PLC0415 – runs in a script of its own

    missing_view(open_case(the_store(), DEMO_CASE))


def the_form() -> None:
    """The page of the school's facts, with the follow-up asked for."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = DEMO_CASE
    session().section = session().section or "follow_up"
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "school_facts.py"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case as the app's own, without a plan."""
    live_in(monkeypatch, tmp_path)
    opened = app_verbs.the_store()
    seed_demo(opened)
    yield opened
    opened.close()


def write(store: CaseStore, **document: Any) -> None:
    """Those school facts, and nothing else."""
    case = open_case(store, DEMO_CASE)
    facts = case.facts.model_copy(update={"document": DocumentFacts.model_validate(document)})
    write_facts(store, DEMO_CASE, facts)


def told(page: AppTest) -> str:
    """Everything that is said in words, without what Markdown reads as its own."""
    assert not page.exception
    said = [*page.title, *page.markdown]
    return "\n".join(str(element.value).replace("\\", "") for element in said)


def shown(script: Any) -> AppTest:
    """The page as it is first seen."""
    return AppTest.from_function(script).run(timeout=LONG)


def test_a_case_without_school_facts_lists_the_parts_with_a_way_to_each(store: CaseStore) -> None:
    """Names and not codes, and as many buttons as parts."""
    write(store)
    page = shown(the_view)
    text = told(page)
    assert "saker behövs innan förslaget kan lämnas" in text
    assert "**Skolan**  \nHuvudman · Skolenhet · Skolform" in text
    assert "**Uppföljning**  \nUppföljning: datum och ansvarig · Utvärdering: datum och ansvarig" in text
    assert [button.label for button in page.button] == ["Fyll i"] * 8


def test_a_case_that_lacks_nothing_says_so(store: CaseStore) -> None:
    """And offers nothing to press."""
    write(store, **WHOLE)
    page = shown(the_view)
    assert "Alla uppgifter till skolan finns med." in told(page)
    assert not page.button


def test_the_button_leads_to_the_part_that_lacks_something(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The part is opened there."""
    went: list[tuple[str, str]] = []
    monkeypatch.setattr("ui.missing_view.go_to", lambda name: went.append((name, session().section)))
    write(store, **{**WHOLE, "evaluation": {}})
    page = shown(the_view)
    (button,) = page.button
    button.click().run(timeout=LONG)
    assert went == [("school_facts", "follow_up")]


def test_telling_words_are_shown_with_another_way_to_say_it(store: CaseStore) -> None:
    """Once there is a plan the rules of law are asked too; the word stands in its place, for the coach."""
    write(store, **{**WHOLE, "way_back": "Väntar på BUP."})
    make_plan(store, open_case(store, DEMO_CASE))
    page = shown(the_view)
    text = told(page)
    assert "**Skriv om: «BUP»**" in text
    assert "Uppgifter till skolan, Uppföljning" in text
    assert "Skriv hur det märks i skolan" in text


def test_the_form_marks_what_lacks_and_opens_what_was_asked_for(store: CaseStore) -> None:
    """It comes first, other parts are closed, and what lacks nothing bears no mark."""
    write(store, **{**WHOLE, "evaluation": {}, "needs": ["Har adhd"]})
    page = shown(the_form)
    titles = {one.label: one.proto.expanded for one in page.expander}
    assert page.expander[0].label == "Uppföljning – 1 saknas"
    assert titles["Behov, mål och insatser – 2 saknas, skriv om"] is False
    assert "Skolan" in titles
    assert [title for title, is_open in titles.items() if is_open] == ["Uppföljning – 1 saknas"]
    assert "«adhd»" in told(page)


def test_what_is_filled_in_is_kept_and_no_longer_lacking(store: CaseStore) -> None:
    """The part stays open, without its mark."""
    write(store, **{**WHOLE, "evaluation": {"date": "2027-01-22"}})
    page = shown(the_form)
    (person,) = [one for one in page.text_input if one.key == "evaluation.person"]
    person.set_value("Eva Exempel")
    (save,) = [one for one in page.button if one.proto.form_id == "section_follow_up"]
    page = save.click().run(timeout=LONG)
    assert open_case(store, DEMO_CASE).facts.document.evaluation.person == "Eva Exempel"
    titles = {one.label: one.proto.expanded for one in page.expander}
    assert titles["Uppföljning"]
    assert "Alla uppgifter till skolan finns med." in told(page)


def test_a_decision_is_asked_for_in_the_form(store: CaseStore) -> None:
    """A kind and what it rests on; a floor in minutes stands beside the way back."""
    write(store, **WHOLE)
    page = shown(the_form)
    kinds = [one for one in page.selectbox if one.key.startswith("decisions.")]
    assert [one.value for one in kinds] == ["adapted_studies", None]
    (floor,) = [one for one in page.number_input if one.key == "floor_minutes"]
    assert floor.value is None
