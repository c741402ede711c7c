"""«Till er hemma»: one calm page for those at home. The coach sees it too, to show it and to print it."""

from __future__ import annotations

import streamlit as st

from casework.adult_documents import GUARDIAN_PAGE
from casework.app_verbs import the_store
from casework.home_page import home_page, paper_to_home
from planning.access import Role
from ui.components.downloads import OfferedFile, offer_files
from ui.components.print_page import offer_print
from ui.frame.ways import go_to
from ui.home_view import show_home, show_without_week
from ui.in_hand import id_in_hand
from ui.session import session
from ui.start_offers import met_as_here
from wording.language import tr

store, case_id = the_store(), id_in_hand()
is_own = met_as_here(case_id) is Role.GUARDIAN
page = home_page(store, case_id)
if not is_own:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="seen_by"):
        st.markdown(tr("Så här ser det ut för hemmet."))
        with st.container(horizontal=True, width="content"):
            if page.may_answer and st.button(tr("Vårdnadshavarnas frågor")):
                go_to("guardians")
            offer_print()
if page.week is None:
    show_without_week(page)
else:
    show_home(page, page.week)
with st.container(key="home_ways"):
    if is_own and page.may_answer:
        st.header(tr("Säg vad ni tycker"))
        st.markdown(tr("Ni kan svara på några frågor när ni vill. Era svar ändrar inte ert barns svar."))
        if st.button(tr("Svara på våra frågor"), type="primary"):
            go_to("guardians")
    if page.week is not None:
        paper = OfferedFile(
            GUARDIAN_PAGE, tr("Sidan som papper"), tr("Samma sak att skriva ut, för det här steget och nästa.")
        )
        offer_files([paper], lambda _: paper_to_home(store, case_id, session().language), key="home_paper")
