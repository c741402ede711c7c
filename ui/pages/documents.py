"""The documents: exactly what leaves, and to whom, each to be fetched by hand. Nothing is sent by itself."""

from __future__ import annotations

from functools import partial

import streamlit as st

from casework.case_waits import what_waits_in
from casework.documents import Receiver
from casework.wished_forms import wished_forms
from planning.outcomes import Found
from ui.components.downloads import order_files
from ui.document_choices import choose
from ui.document_list import offered, say_wishes
from ui.document_making import begin_making, wanted_in, watch_making
from ui.document_status import say_state, show_status
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.law_view import law_view
from ui.plain import plain
from ui.session import session
from wording.language import tr

case = case_in_hand()
st.title(tr("Dokument"))
if case.plan is None or not case.plan_is_current or not isinstance(case.plan.outcome, Found):
    st.markdown(tr("Dokumenten skrivs ur planen. Den behöver göras, eller göras om, först."))
    with st.container(horizontal=True):
        if st.button(tr("Till planen"), type="primary"):
            go_to("plan")
        if st.button(tr("Ärendets gång")):
            go_to("course")
    st.stop()

st.markdown(tr("Inget lämnar datorn av sig självt. Du hämtar filerna och bestämmer själv vart de går."))
waiting = what_waits_in(case)
show_status(case, waiting)

is_protected = case.facts.document.student.has_protected_identity
order = choose(must_be_draft=not waiting.is_nothing, is_protected=is_protected)
not_made, session().not_made = session().not_made, ""
if not_made:
    st.warning(plain(not_made))
wished = wished_forms(case.sheet)
for line in say_wishes(wished):
    st.markdown(line)
state_of = partial(
    say_state, case, language=order.language, lacks=len(waiting.missing) + len(waiting.rules_apart)
)  # fmt: skip
groups = offered(wished, is_draft=order.is_draft, language=order.language, say_state=state_of)
places = {**{group.receiver.value: group.title for group in groups}, "regler": tr("Reglerna")}
st.markdown(" · ".join(f"[{title}](#{place})" for place, title in places.items()))
for group in groups:
    key = f"documents_{group.receiver}"
    st.header(group.title, anchor=group.receiver.value)
    st.markdown(group.about)
    begin = partial(begin_making, order=order, at=key)
    order_files(group.files, begin, key=key, together=group.together, making=wanted_in(key))
    watch_making(key)
    if group.receiver is Receiver.STUDENT and st.button(tr("Se elevens vecka på skärmen")):
        go_to("my_week")
    if group.receiver is Receiver.HOME and st.button(tr("Se hemmets sida på skärmen")):
        go_to("home")
    if group.receiver is Receiver.SCHOOL:
        with st.container(horizontal=True):
            if st.button(tr("Skolan har svarat")):
                go_to("returned")
            if st.button(tr("Ärendets gång")):
                go_to("course")
st.html('<div id="regler"></div>')
law_view(case)
