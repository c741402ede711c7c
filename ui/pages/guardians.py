"""The guardians' own form: with the coach beside, alone with the screen, or filled in for them by telephone."""

from __future__ import annotations

import streamlit as st

from planning.access import Role
from ui.asking import Turn, show_questions
from ui.frame.ways import go_to
from ui.giving_over import offer_the_screen
from ui.home_questions import ask_at_home
from ui.in_hand import case_in_hand
from ui.start_offers import met_as_here
from wording.language import tr

case = case_in_hand()
if met_as_here(case.id) is Role.GUARDIAN:
    if ask_at_home(case.id):
        go_to("home")
    st.stop()
if case.timetable is None:
    go_to("timetable")
asked = st.container()
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    who = {Turn.GUARDIAN: tr("Vårdnadshavaren"), Turn.FOR_GUARDIANS: tr("Coachen, åt dem på telefon")}
    turn = st.radio(
        tr("Vem trycker?"), list(who), format_func=who.__getitem__, horizontal=True, key=f"who_at_home_{case.id}",
        persist_state="session",
    ) or Turn.GUARDIAN  # fmt: skip
    if st.button(tr("Låt vårdnadshavaren svara själv")):
        offer_the_screen(case.id, Turn.GUARDIAN)
with asked:
    st.markdown(f"**{tr('Vårdnadshavarnas frågor')}** · {tr('Era svar ändrar inte barnets svar.')}")
    left = show_questions(case.id, turn)
if left is not None:
    go_to("to_do")
