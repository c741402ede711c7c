"""The questions, coach and student side by side; from here the student can also take over the screen."""

from __future__ import annotations

import streamlit as st

from ui.asking import show_questions
from ui.frame.ways import go_to
from ui.handover import HANDOVER
from ui.in_hand import case_in_hand
from wording.language import tr

case = case_in_hand()
if case.timetable is None:
    go_to("timetable")
show_questions(case.id, is_alone=False)

with st.expander(tr("Låt eleven svara själv")), st.form("hand_over", border=False):
    st.markdown(
        tr(
            "Eleven får skärmen för sig själv. Ingenting annat går att öppna förrän du skriver din kod. "
            "Glömmer du koden: stäng programmet och starta det igen."
        )
    )
    code = st.text_input(
        tr("Välj en kod, minst fyra tecken"), type="password", max_chars=20, autocomplete="off", width=280
    )
    if st.form_submit_button(tr("Lämna över skärmen")):
        if len(code) >= 4:
            HANDOVER.give(case.id, code)
            go_to("handover")
        st.markdown(tr("Koden behöver minst fyra tecken."))
