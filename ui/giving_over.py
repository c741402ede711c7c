"""Giving the student the screen: the coach chooses the code that takes it back."""

from __future__ import annotations

import streamlit as st

from casework.cases import CaseId
from ui.frame.ways import go_to
from ui.handover import HANDOVER, SHORTEST_CODE
from ui.session import session
from wording.language import speaking, tr


def offer_the_screen(case_id: CaseId) -> None:
    """A dialog with the code, and the student's own screen after it."""

    @st.dialog(tr("Ge skärmen till eleven"), dismissible=False)
    def dialog() -> None:
        with speaking(session().language):
            _choose_code(case_id)

    dialog()


def _choose_code(case_id: CaseId) -> None:
    with st.form("hand_over", border=False):
        st.markdown(
            tr(
                "Eleven får skärmen för sig själv. Ingenting annat går att öppna förrän du skriver din kod. "
                "Glömmer du koden: stäng programmet och starta det igen."
            )
        )
        code = st.text_input(
            tr("Välj en kod, minst fyra tecken"), type="password", max_chars=20, autocomplete="off", width=280
        )
        if st.form_submit_button(tr("Lämna över skärmen"), type="primary"):
            if len(code) >= SHORTEST_CODE:
                HANDOVER.give(case_id, code)
                go_to("handover")
            st.markdown(tr("Koden behöver minst fyra tecken."))
    if st.button(tr("Inte nu"), type="tertiary"):
        st.rerun()
