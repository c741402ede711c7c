"""The plan: steps with dates, the week of each, why every lesson stands where it does, and what waits."""

from __future__ import annotations

from typing import assert_never

import streamlit as st

from casework.app_verbs import problem_for, the_store
from casework.readiness import STEP_QUESTION
from casework.searching import is_searching
from planning.errors import BadInput
from planning.outcomes import Conflict, Found, Interrupted
from planning.problem import Problem
from questionnaire.answers import Choice
from ui.conflict_view import show_conflict, show_way_taken
from ui.eligibility import show_eligibility
from ui.first_step import ask_first_step
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plan_changes import act_on_week, in_hand, show_settled
from ui.plan_choices import show_choices
from ui.plan_ended import show_interrupted, show_plans_at_hand
from ui.plan_page import show_plan, wants_anew
from ui.plan_parts import ask_parts
from ui.plan_search import act, look_for_plan
from ui.session import session
from wording.errors import say_error
from wording.language import tr

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


def ask_about_plan() -> None:
    """Under the week: what is settled by hand, and what the student says of the first step."""
    show_settled(case)
    if case.plan_is_current:
        ask_first_step(case)


problem = read_problem()
if act_on_week(case, problem):
    case = case_in_hand()
    problem = read_problem()
# A plan that was seen stays until it is asked to change; where there was none, nothing is lost by trying again.
if case.plan is None or not (case.plan_is_current or isinstance(case.plan.outcome, Found)):
    look_for_plan(case, problem)
if is_searching(the_store(), case.id) or (session().plans_anew and not case.plan_is_current):
    look_for_plan(case, problem)
if not case.plan_is_current and wants_anew():
    look_for_plan(case, problem)

show_way_taken(case)
match outcome := case.plan.outcome:
    case Found():
        show_plan(outcome.plan, problem, in_hand(case, problem), ask_about_plan)
        if not outcome.plan.proven and st.button(tr("Leta vidare efter en bättre")):
            look_for_plan(case, problem)
        show_eligibility(outcome.plan, problem, case.sheet, case.facts)
        if case.plan_is_current:
            show_choices(case, outcome.plan)
            said = case.sheet.of(STEP_QUESTION)
            if said is None or said.choice is not Choice.NO:
                ask_parts(case)
        if st.button(tr("Till dokumenten"), type="primary"):
            go_to("documents")
    case Conflict():
        show_conflict(outcome, case, problem.timetable)
        show_settled(case)
        if case.sheet.of(STEP_QUESTION) is not None:
            ask_first_step(case)
        act(show_plans_at_hand(None, case.last_good_plan, problem), case)
    case Interrupted():
        act(show_interrupted(outcome), case)
        act(show_plans_at_hand(outcome.best, case.last_good_plan, problem), case)
    case _:
        assert_never(outcome)
