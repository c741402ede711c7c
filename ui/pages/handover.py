"""«Nu är det din tur»: the student has the screen, and the coach's code takes it back."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import must_be_handled
from casework.dossier import first_name
from ui.asking import show_questions
from ui.frame.ways import go_to
from ui.handover import HANDOVER
from ui.in_hand import case_in_hand
from ui.session import session
from wording.language import tr

case = case_in_hand()
of_guardians = HANDOVER.turn.asks_guardians
if session().wants_back:
    st.title(tr("Tack! Ge skärmen till coachen.") if of_guardians else tr("Tack! Ge skärmen till din coach."))
    with st.form("take_back", border=False):
        code = st.text_input(tr("Coachens kod"), type="password", max_chars=20, autocomplete="off", width=280)
        if st.form_submit_button(tr("Ta tillbaka skärmen"), type="primary"):
            if HANDOVER.take_back(code):
                session().wants_back = False
                go_to("guardians" if of_guardians else "alerts" if must_be_handled(case) else "summary")
            wait = HANDOVER.seconds_to_wait()
            must_wait = tr("Vänta {seconds} sekunder och pröva igen.", seconds=wait)
            st.markdown(must_wait if wait else tr("Koden stämmer inte."))
    if st.button(tr("Tillbaka till frågorna"), type="tertiary"):
        session().wants_back = False
        st.rerun()
else:
    if of_guardians:
        st.markdown(f"**{tr('Nu är det er tur')}**")
    if show_questions(case.id, HANDOVER.turn, name=first_name(case.facts)) is not None:
        session().wants_back = True
        st.rerun()
