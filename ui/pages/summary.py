"""«Så här har jag förstått dig»: each line is the student's to call right or wrong."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import mark_summary, record_answers
from casework.now import now
from casework.proposing import IMPORTANT_LINES
from questionnaire.answers import AnswerEvent
from ui.agreement import NotAgreed, agree
from ui.components.summary import show_summary
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import session
from ui.summary_view import marked, question_of, shown_groups
from wording.language import speaking, tr

store = the_store()
case = case_in_hand()


def keep_agreed(line: str, typed: Mapping[str, str]) -> None:
    """What was agreed beside a line; remembered with a message where it cannot be kept."""
    with speaking(session().language):
        made = agree(case_in_hand(), question_of(line), typed, now())
    if isinstance(made, AnswerEvent):
        record_answers(the_store(), case_in_hand().id, [made])
    else:
        session().not_agreed = NotAgreed(line, typed, made.message)


st.title(tr("Så här har jag förstått dig"))
groups = shown_groups(case)
if not any(lines for _, lines in groups):
    st.markdown(tr("Här kommer det du svarar på frågorna."))
said = show_summary(groups, IMPORTANT_LINES, keep_agreed, session().not_agreed)
session().not_agreed = None
if said is not None:
    line, what = said
    mark = marked(case, line, what)
    if mark is not None:
        mark_summary(store, case.id, [mark])
    if what == "wrong":
        session().focus = question_of(line)
        go_to("questions")
    st.rerun()
with st.container(horizontal=True):
    if st.button(tr("Gör en plan"), type="primary"):
        go_to("plan")
    if st.button(tr("Fler frågor")):
        go_to("questions")
