"""The documents: exactly what leaves, and to whom, each to be fetched by hand. Nothing is sent by itself."""

from __future__ import annotations

from functools import partial

import streamlit as st

from casework.before_sending import what_waits
from casework.kept_documents import dossier_of
from casework.readiness import what_is_missing
from casework.readiness_words import say_hindrance
from casework.sharing import who_may_know
from casework.wished_forms import wished_forms
from planning.decision import missing_fields
from planning.outcomes import Found
from ui.components.downloads import order_files
from ui.document_choices import choose
from ui.document_list import offered, say_wishes
from ui.document_making import begin_making, wanted_in, watch_making
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plain import plain
from ui.session import session
from wording.language import tr, trn

case = case_in_hand()
st.title(tr("Dokument"))
if case.plan is None or not case.plan_is_current or not isinstance(case.plan.outcome, Found):
    st.markdown(tr("Dokumenten skrivs ur planen. Den behöver göras, eller göras om, först."))
    if st.button(tr("Till planen"), type="primary"):
        go_to("plan")
    st.stop()

st.markdown(tr("Inget lämnar datorn av sig självt. Du hämtar filerna och bestämmer själv vart de går."))
hindrances = what_is_missing(case.sheet)
with st.container(border=True):
    if hindrances:
        st.markdown(f"**{tr('Förslaget till skolan är ett utkast än')}**")
        st.markdown("\n".join(f"- {say_hindrance(hindrance)}" for hindrance in hindrances))
        if st.button(tr("Till planen")):
            go_to("plan")
    else:
        st.markdown(tr("Eleven har sagt ja till planen. Förslaget kan lämnas till skolan."))
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
with st.expander(tr("Vem får veta vad")):
    st.markdown("\n".join(f"- {line}" for line in who_may_know(case.sheet)))

order = choose(must_be_draft=not what_waits(dossier_of(case)).is_nothing)
not_made, session().not_made = session().not_made, ""
if not_made:
    st.warning(plain(not_made))
wished = wished_forms(case.sheet)
for line in say_wishes(wished):
    st.markdown(line)
groups = offered(wished, is_draft=order.is_draft, language=order.language)
st.markdown(" · ".join(f"[{group.title}](#{group.receiver})" for group in groups))
for group in groups:
    key = f"documents_{group.receiver}"
    st.subheader(group.title, anchor=group.receiver.value)
    st.markdown(group.about)
    begin = partial(begin_making, order=order, at=key)
    order_files(group.files, begin, key=key, together=group.together, making=wanted_in(key))
    watch_making(key)
