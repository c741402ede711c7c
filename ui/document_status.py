"""How far the proposal has come: a draft while anything waits, and what that is and where it is filled in."""

from __future__ import annotations

import streamlit as st

from casework.before_sending import Waiting
from casework.case import Case
from casework.readiness_words import say_hindrance
from casework.sharing import who_may_know
from ui.frame.ways import go_to
from ui.missing_view import missing_view
from wording.language import tr, trn


def show_status(case: Case, waiting: Waiting) -> None:
    """What the student has not said yes to, what is missing, and who may know what."""
    with st.container(border=True):
        if waiting.is_nothing:
            st.markdown(tr("Eleven har sagt ja och alla uppgifter finns. Förslaget kan lämnas till skolan."))
        else:
            st.markdown(f"**{tr('Förslaget till skolan är ett utkast än')}**")
        if waiting.hindrances:
            st.markdown("\n".join(f"- {say_hindrance(hindrance)}" for hindrance in waiting.hindrances))
        with st.container(horizontal=True):
            if waiting.hindrances and st.button(tr("Till planen")):
                go_to("plan")
            if st.button(tr("Uppgifter till skolan")):
                go_to("school_facts")
    if lacks := len(waiting.missing) + len(waiting.rules_apart):
        with st.expander(trn("{n} sak att fylla i före skolan", "{n} saker att fylla i före skolan", lacks)):
            missing_view(case, waiting)
    with st.expander(tr("Vem får veta vad")):
        st.markdown("\n".join(f"- {line}" for line in who_may_know(case.sheet)))
