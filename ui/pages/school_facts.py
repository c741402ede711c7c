"""What the school's decision needs beside the plan. All of it may become public, none of it comes from the answers."""

from __future__ import annotations

import streamlit as st

from casework.dossier import document_of
from planning.decision import missing_fields
from ui.fact_fields import sections
from ui.fact_form import ask_section
from ui.facts_in_hand import facts_in_hand, keep_in_hand, show_clashes
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.missing_view import show_suggested
from ui.plain import plain
from ui.session import session
from wording.language import tr, trn
from wording.law_protection import suggestions
from wording.missing_fields import missing_parts, section_of

case = case_in_hand()
facts = facts_in_hand("school_facts", case)
document = facts.document
missing = missing_fields(document_of(case.facts))
lacking = {part.section: part.labels for part in missing_parts(missing)}
telling = suggestions(document)

st.title(tr("Uppgifter till skolan"))
show_clashes(case)
st.markdown(tr("Skriv bara sådant som skolan får läsa. Förslaget kan lämnas när inget saknas."))
if missing:
    st.markdown(
        trn(
            "{n} uppgift saknas än. Delarna som saknar något är märkta.",
            "{n} uppgifter saknas än. Delarna som saknar något är märkta.",
            len(missing),
        )
    )
else:
    st.markdown(tr("Alla uppgifter till skolan finns med."))
for section in sorted(sections(), key=lambda section: section.key != session().section):  # the one asked for first
    lacks = lacking.get(section.key, ())
    to_rewrite = [one for one in telling if section_of(one.field) == section.key]
    marks = [tr("{n} saknas", n=len(lacks))] if lacks else []
    marks += [tr("skriv om")] if to_rewrite else []
    title = f"{section.title} – {', '.join(marks)}" if marks else section.title
    with st.expander(title, expanded=section.key == session().section):
        for suggested in to_rewrite:
            with st.container(border=True):
                show_suggested(suggested)
        if lacks:
            st.markdown("\n".join((f"{tr('Saknas än:')}\n", *(f"- {plain(label)}" for label in lacks))))
        saved = ask_section(section, document)
        if saved is not None:
            session().section = section.key
            keep_in_hand("school_facts", case, facts.model_copy(update={"document": saved}))
            st.rerun()
if st.button(tr("Till dokumenten"), type="primary"):
    go_to("documents")
