"""The terms of a ladder as they are asked for."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from casework.facts import LadderFacts

ASK = """
import streamlit as st
from casework.facts import LadderFacts
from ui.terms_form import ask_ladder
st.session_state.asked = ask_ladder(LadderFacts.model_validate_json(st.session_state.given))
"""


def asked(ladder: LadderFacts) -> AppTest:
    """The form with that ladder."""
    form = AppTest.from_string(ASK)
    form.session_state.given = ladder.model_dump_json()
    form.run()
    assert not form.exception
    return form


def test_two_things_at_once_are_ticked_and_unticked() -> None:
    """One at a time until then; the box shows what was ticked before."""
    form = asked(LadderFacts())
    assert form.session_state.asked.rises_per_step == 1
    form.checkbox[0].check().run()
    assert form.session_state.asked.rises_per_step == 2
    again = asked(LadderFacts(rises_per_step=2))
    assert again.session_state.asked.rises_per_step == 2
    again.checkbox[0].uncheck().run()
    assert again.session_state.asked.rises_per_step == 1
