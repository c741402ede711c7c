"""«Så här har jag förstått dig»: each line is the student's to call right or wrong."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import mark_summary
from casework.proposing import IMPORTANT_LINES
from questionnaire.answers import QuestionId
from ui.components.summary import show_summary
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import session
from ui.summary_view import marked, shown_groups
from wording.language import tr

store = the_store()
case = case_in_hand()
st.title(tr("Så här har jag förstått dig"))
groups = shown_groups(case)
if not any(lines for _, lines in groups):
    st.markdown(tr("Här kommer det du svarar på frågorna."))
said = show_summary(groups, IMPORTANT_LINES)
if said is not None:
    line, what = said
    mark = marked(case, line, what)
    if mark is not None:
        mark_summary(store, case.id, [mark])
    if what == "wrong":
        session().focus = QuestionId(line.partition("|")[0])
        go_to("questions")
    st.rerun()
with st.container(horizontal=True):
    if st.button(tr("Gör en plan"), type="primary"):
        go_to("plan")
    if st.button(tr("Fler frågor")):
        go_to("questions")
