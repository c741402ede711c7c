"""«Min vecka»: the student's own start. The coach sees it too, and can hand over the screen with it."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.own_week import my_week
from planning.access import Role
from ui.components.my_week import show_my_week
from ui.components.print_page import offer_print
from ui.frame.ways import go_to
from ui.giving_over import offer_the_screen
from ui.handover import HANDOVER
from ui.in_hand import id_in_hand
from ui.session import session
from ui.start_offers import met_as_here
from wording.language import tr

case_id = id_in_hand()
is_lent = HANDOVER.case is not None
is_own = met_as_here(case_id) is Role.STUDENT
if not (is_lent or is_own):
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="seen_by"):
        st.markdown(tr("Så här ser det ut för eleven."))
        with st.container(horizontal=True, width="content"):
            if st.button(tr("Ge skärmen till eleven")):
                offer_the_screen(case_id, to="my_week")
            offer_print()
went = show_my_week(my_week(the_store(), case_id), gives_back=is_lent)
if went == "give_back":
    session().wants_back = True
    go_to("handover")
if went == "questions":
    go_to("handover" if is_lent else "questions")
