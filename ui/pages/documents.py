"""The documents: exactly what leaves, each to be fetched by hand. Nothing is sent by itself."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.kept_documents import documents_of
from casework.readiness import what_is_missing
from casework.readiness_words import say_hindrance
from casework.sharing import who_may_know
from casework.wished_forms import wished_forms
from planning.decision import missing_fields
from planning.outcomes import Found
from ui.components.downloads import offer_files
from ui.document_list import offered, say_wishes
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from wording.language import tr, trn

store = the_store()
case = case_in_hand()
st.title(tr("Dokument"))
if case.plan is None or not case.plan_is_current or not isinstance(case.plan.outcome, Found):
    st.markdown(tr("Dokumenten skrivs ur planen. Den behöver göras, eller göras om, först."))
    if st.button(tr("Till planen"), type="primary"):
        go_to("plan")
    st.stop()

st.markdown(tr("Inget lämnar datorn av sig självt. Du hämtar en fil i taget och bestämmer själv vart den går."))
hindrances = what_is_missing(case.sheet)
with st.container(border=True):
    if hindrances:
        st.markdown(f"**{tr('Förslaget till skolan är ett utkast än')}**")
        st.markdown("\n".join(f"- {say_hindrance(hindrance)}" for hindrance in hindrances))
        if st.button(tr("Till planen")):
            go_to("plan")
    else:
        st.markdown(tr("Eleven har sagt ja till planen. Förslaget kan lämnas till skolan."))
with st.expander(tr("Vem får veta vad")):
    st.markdown("\n".join(f"- {line}" for line in who_may_know(case.sheet)))
missing = missing_fields(case.facts.document)
with st.container(border=True, horizontal=True, vertical_alignment="center"):
    if missing:
        st.markdown(
            trn(
                "{n} uppgift till skolan saknas än. Den blir en rad att fylla i.",
                "{n} uppgifter till skolan saknas än. De blir rader att fylla i.",
                len(missing),
            )
        )
    else:
        st.markdown(tr("Alla uppgifter till skolan finns med."))
    if st.button(tr("Uppgifter till skolan")):
        go_to("school_facts")
wished = wished_forms(case.sheet)
for line in say_wishes(wished):
    st.markdown(line)
for group in offered(wished, is_draft=bool(hindrances)):
    st.subheader(group.title)
    st.caption(group.about)
    offer_files(
        group.files, lambda name: documents_of(store, case_in_hand(), [name])[name], key=f"documents_{group.receiver}"
    )
