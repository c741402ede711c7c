"""Giving the student or a guardian the screen: the coach chooses the code that takes it back."""

from __future__ import annotations

import streamlit as st

from casework.cases import CaseId
from ui.components.questionnaire.turns import Turn
from ui.frame.ways import go_to
from ui.handover import HANDOVER, SHORTEST_CODE
from ui.session import session
from wording.language import speaking, tr


def offer_the_screen(case_id: CaseId, turn: Turn = Turn.ALONE, to: str = "handover") -> None:
    """A dialog with the code, and the screen of whoever gets it after it: the page `to`."""
    to_guardian = turn is Turn.GUARDIAN
    title = tr("Ge skärmen till vårdnadshavaren") if to_guardian else tr("Ge skärmen till eleven")

    @st.dialog(title, dismissible=False)
    def dialog() -> None:
        with speaking(session().language):
            _choose_code(case_id, turn, to)

    dialog()


def _choose_code(case_id: CaseId, turn: Turn, to: str) -> None:
    with st.form("hand_over", border=False):
        st.markdown(_what_happens(turn))
        code = st.text_input(
            tr("Välj en kod, minst fyra tecken"), type="password", max_chars=20, autocomplete="off", width=280
        )
        if st.form_submit_button(tr("Lämna över skärmen"), type="primary"):
            if len(code) >= SHORTEST_CODE:
                HANDOVER.give(case_id, code, turn)
                go_to(to)
            st.markdown(tr("Koden behöver minst fyra tecken."))
    if st.button(tr("Inte nu"), type="tertiary"):
        st.rerun()


def _what_happens(turn: Turn) -> str:
    if turn is Turn.GUARDIAN:
        return tr(
            "Vårdnadshavaren ser bara sina egna frågor. Ingenting annat går att öppna förrän du skriver din kod. "
            "Glömmer du koden: stäng programmet och starta det igen."
        )
    return tr(
        "Eleven får skärmen för sig själv. Ingenting annat går att öppna förrän du skriver din kod. "
        "Glömmer du koden: stäng programmet och starta det igen."
    )
