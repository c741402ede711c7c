"""Forms of facts: what somebody else writes while a form is open is neither lost nor written over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework.cases import CaseId, create_case, keep_facts, open_case
from casework.merging import with_field
from casework.unlocking import the_store
from tests.opened_store import live_in

LONG = 60.0


@pytest.fixture
def case_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseId:
    """A new case in the app's own store."""
    live_in(monkeypatch, tmp_path)
    return create_case(the_store(), name="Test T.")


def the_form(case: str) -> None:
    """One field of a form, as the pages have it."""
    import streamlit as st  # noqa: PLC0415  Streamlit runs this function by itself

    from casework.cases import CaseId, open_case  # noqa: PLC0415  Streamlit runs this function by itself
    from casework.merging import with_field  # noqa: PLC0415  Streamlit runs this function by itself
    from casework.unlocking import the_store  # noqa: PLC0415  Streamlit runs this function by itself
    from ui.facts_in_hand import facts_in_hand, keep_in_hand, show_clashes  # noqa: PLC0415  Streamlit runs this function by itself

    found = open_case(the_store(), CaseId(case))
    facts = facts_in_hand("terms", found)
    show_clashes(found)
    with st.form("form"):
        name = st.text_input("Namn", value=facts.coach.name)
        saved = st.form_submit_button("Spara")
    if saved:
        keep_in_hand("terms", found, with_field(facts, "coach.name", name))
        st.rerun()


def coach_of(case_id: CaseId) -> str:
    """The coach's name as it is stored."""
    return open_case(the_store(), case_id).facts.coach.name


def written_elsewhere(case_id: CaseId, name: str) -> None:
    """Somebody else writes the coach's name."""
    facts = open_case(the_store(), case_id).facts
    keep_facts(the_store(), case_id, seen=facts, mine=with_field(facts, "coach.name", name))


def button(page: AppTest, label: str) -> None:
    """Press that one."""
    next(each for each in page.button if each.label == label).click().run(timeout=LONG)


def clashed(case_id: CaseId) -> AppTest:
    """A form that was filled in while somebody else wrote another name."""
    page = AppTest.from_function(the_form, args=(case_id,)).run(timeout=LONG)
    written_elsewhere(case_id, "Coach Exempel")
    page.text_input[0].set_value("Coach Påhittad")
    button(page, "Spara")
    return page


def test_both_are_shown_and_what_was_stored_stands(case_id: CaseId) -> None:
    """Neither is lost: the stored one stands until somebody has chosen."""
    page = clashed(case_id)
    labels = [each.label for each in page.button]
    assert "Mitt: Coach Påhittad" in labels
    assert "Det andra: Coach Exempel" in labels
    assert coach_of(case_id) == "Coach Exempel"


@pytest.mark.parametrize(
    ("pressed", "stands"),
    [("Mitt: Coach Påhittad", "Coach Påhittad"), ("Det andra: Coach Exempel", "Coach Exempel")],
)
def test_the_chosen_one_stands_and_the_question_goes(case_id: CaseId, pressed: str, stands: str) -> None:
    """One tap settles it."""
    page = clashed(case_id)
    button(page, pressed)
    assert coach_of(case_id) == stands
    assert [each.label for each in page.button] == ["Spara"]


def test_a_form_saved_alone_asks_nothing(case_id: CaseId) -> None:
    """Where nobody else has written, it is simply saved, also twice."""
    page = AppTest.from_function(the_form, args=(case_id,)).run(timeout=LONG)
    for name in ("KE", "Coach Exempel"):
        page.text_input[0].set_value(name)
        button(page, "Spara")
        assert coach_of(case_id) == name
    assert [each.label for each in page.button] == ["Spara"]
