"""The terms of a ladder as they are asked for."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from casework.contact_facts import ContactFacts
from casework.facts import LadderFacts

ASK = """
import streamlit as st
from casework.contact_facts import ContactFacts
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


REACH = """
import streamlit as st
from casework.contact_facts import ContactFacts
from ui.terms_form import ask_contacts
st.session_state.asked, st.session_state.unread = ask_contacts(ContactFacts(coach_phone="070-000 00 00"))
"""


def test_a_number_that_is_none_is_told_and_the_known_one_kept() -> None:
    """The rest of what was written is kept with it."""
    form = AppTest.from_string(REACH).run()
    form.text_input(key="contacts_coach_phone").input("ring Kim")
    form.text_input(key="contacts_stop_sign").input("lägger pennan på bänken").run()
    assert form.session_state.unread == ("Coachens telefon",)
    assert form.session_state.asked == ContactFacts(coach_phone="070-000 00 00", stop_sign="lägger pennan på bänken")


def test_a_number_can_be_taken_away() -> None:
    """An empty field is no number."""
    form = AppTest.from_string(REACH).run()
    form.text_input(key="contacts_coach_phone").input("").run()
    assert (form.session_state.unread, form.session_state.asked) == ((), ContactFacts())
