"""The plan: steps with dates, the week of each, why every lesson stands where it does, and what waits."""

from __future__ import annotations

from typing import assert_never

import streamlit as st

from casework.app_verbs import make_plan, problem_for, the_store
from planning.outcomes import Conflict, Found, OutOfTime
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plan_page import show_conflict, show_plan
from wording.conflict import say_conflict, say_out_of_time
from wording.language import tr

store = the_store()
case = case_in_hand()
problem = problem_for(case)
if problem is None:
    go_to("timetable")

if case.plan is None:
    with st.spinner(tr("Letar efter en lugn väg …")):
        make_plan(store, case)
    st.rerun()

if not case.plan_is_current:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(tr("Något har ändrats sedan planen gjordes."))
        if st.button(tr("Gör om planen"), type="primary"):
            with st.spinner(tr("Letar efter en lugn väg …")):
                make_plan(store, case)
            st.rerun()

outcome = case.plan.outcome
match outcome:
    case Found():
        show_plan(outcome.plan, problem)
        if st.button(tr("Till dokumenten"), type="primary"):
            go_to("documents")
    case Conflict():
        show_conflict(say_conflict(outcome))
    case OutOfTime():
        show_conflict(say_out_of_time(outcome))
    case _:
        assert_never(outcome)
