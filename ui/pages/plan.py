"""The plan: steps with dates, the week of each, why every lesson stands where it does, and what waits."""

from __future__ import annotations

from typing import NoReturn, assert_never

import streamlit as st

from casework import draft_word
from casework.app_verbs import problem_for, the_store
from casework.readiness import STEP_QUESTION
from planning.errors import BadInput
from planning.outcomes import Conflict, Found, OutOfTime
from planning.problem import Problem
from questionnaire.answers import Choice
from ui.eligibility import show_eligibility
from ui.first_step import ask_first_step
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plan_page import show_conflict, show_out_of_time, show_plan
from ui.plan_parts import ask_parts
from ui.session import session
from wording.errors import say_error
from wording.language import tr

store = the_store()
case = case_in_hand()


def read_problem() -> Problem:
    """The problem of the case; where the terms contradict each other, what does, and the way to them."""
    try:
        problem = problem_for(case)
    except BadInput as error:
        st.title(tr("Något i ramarna stämmer inte"))
        st.warning(say_error(error))
        if st.button(tr("Till ramarna"), type="primary"):
            go_to("terms")
        st.stop()
    if problem is None:
        go_to("timetable")
    return problem


def plan_anew() -> NoReturn:
    """Ask for a plan from what is known now, and show it."""
    session().plans_anew = False
    with st.spinner(tr("Letar efter en lugn väg …")):
        draft_word.plan_anew(store, case)
    st.rerun()


problem = read_problem()
# A plan that was seen stays until it is asked to change; where there was none, nothing is lost by trying again.
if case.plan is None or not (case.plan_is_current or isinstance(case.plan.outcome, Found)):
    plan_anew()
if not case.plan_is_current:
    if session().plans_anew:
        plan_anew()
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(tr("Något har ändrats sedan planen gjordes."))
        if st.button(tr("Gör om planen"), type="primary"):
            plan_anew()

match outcome := case.plan.outcome:
    case Found():
        show_plan(outcome.plan, problem)
        show_eligibility(outcome.plan, problem, case.sheet)
        if case.plan_is_current:
            ask_first_step(case)
            said = case.sheet.of(STEP_QUESTION)
            if said is None or said.choice is not Choice.NO:
                ask_parts(case)
        if st.button(tr("Till dokumenten"), type="primary"):
            go_to("documents")
    case Conflict():
        show_conflict(outcome, problem.timetable)
        if case.sheet.of(STEP_QUESTION) is not None:
            ask_first_step(case)
    case OutOfTime():
        if show_out_of_time(outcome):
            plan_anew()
    case _:
        assert_never(outcome)
