"""The questions, coach and student side by side; from here the student can also take over the screen."""

from __future__ import annotations

import streamlit as st

from planning.access import Role
from ui.asking import Left, Turn, show_questions
from ui.frame.ways import go_to
from ui.giving_over import offer_the_screen
from ui.in_hand import case_in_hand
from ui.session import session
from ui.start_offers import met_as_here
from wording.language import tr

case = case_in_hand()
if met_as_here(case.id) is Role.STUDENT:
    if case.timetable is None or show_questions(case.id, Turn.ALONE, is_lent=False) is not None:
        go_to("my_week")
    st.stop()
if case.timetable is None:
    go_to("timetable")
asked = st.container()
turn = Turn.TOGETHER
if session().focus is None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        who = {Turn.TOGETHER: tr("Eleven"), Turn.ADULT: tr("En vuxen fyller i")}
        turn = st.radio(
            tr("Vem trycker?"), list(who), format_func=who.__getitem__, horizontal=True, key=f"who_{case.id}",
            persist_state="session",
        ) or Turn.TOGETHER  # fmt: skip
        if st.button(tr("Låt eleven svara själv")):
            offer_the_screen(case.id)
        if st.button(tr("Vårdnadshavarnas frågor"), type="tertiary"):
            go_to("guardians")
        if st.button(tr("Frågor på papper"), type="tertiary"):
            go_to("paper")
with asked:
    left = show_questions(case.id, turn)
match left:
    case Left.PAUSE:
        go_to("start")
    case Left.END:
        back_to, session().back_to = session().back_to, "summary"
        go_to(back_to)
    case Left.HAND_OVER:
        offer_the_screen(case.id)
    case None:
        pass
