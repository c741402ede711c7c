"""The line that tells, where something is planned or written, that the proposal lies at the school and is locked."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import CaseId
from casework.course_look import state_of
from casework.course_verbs import withdraw
from planning.errors import NotAllowed
from planning.workflow.states import is_locked
from ui.plain import plain
from wording.errors import say_error
from wording.language import tr

LOCKED_WITH_IT = frozenset({"timetable", "terms", "plan", "school_facts"})
"""Pages where what was sent is made."""


def show_lock(case_id: CaseId) -> bool:
    """That what was sent is locked, and one tap to take it back; True when one wants to see the course instead."""
    store = the_store()
    if not is_locked(state_of(store, case_id)):
        return False
    with st.container(border=True, key="course_lock"):
        st.markdown(tr("Förslaget ligger hos skolan och är låst. Vill du ändra något tar du tillbaka det först."))
        with st.container(horizontal=True):
            wants_back = st.button(tr("Ta tillbaka förslaget"), key="course_take_back")
            wants_course = st.button(tr("Ärendets gång"), key="course_from_lock")
        if wants_back:
            try:
                withdraw(store, case_id)
            except NotAllowed as error:
                st.warning(plain(say_error(error)))
            else:
                st.rerun()
    return wants_course
