"""What the school's decision needs beside the plan. All of it may become public, none of it comes from the answers."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import write_facts
from planning.decision import missing_fields
from ui.fact_fields import sections
from ui.fact_form import ask_section
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from wording.language import tr, trn
from wording.missing_fields import label_of

store = the_store()
case = case_in_hand()
document = case.facts.document
missing = missing_fields(document)

st.title(tr("Uppgifter till skolan"))
st.markdown(tr("Det som saknas blir en rad att fylla i för hand. Skriv bara sådant som skolan får läsa."))
if missing:
    with st.expander(trn("{n} uppgift saknas i förslaget", "{n} uppgifter saknas i förslaget", len(missing))):
        st.markdown("\n".join(f"- {label_of(code)}" for code in missing))
for section in sections():
    with st.expander(section.title):
        saved = ask_section(section, document)
        if saved is not None:
            write_facts(store, case.id, case.facts.model_copy(update={"document": saved}))
            st.rerun()
if st.button(tr("Till dokumenten"), type="primary"):
    go_to("documents")
