"""The parts of the plan page: the staircase, and one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from casework.day_report import asks_for_test_apart
from planning.days import days_of
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.steps import Timing, timing_of
from planning.stories import tell
from planning.timetable import WeekLabel
from ui.components.staircase import show_staircase
from ui.components.steptabs import choose_step
from ui.components.week import show_week
from ui.plain import plain
from ui.plan_view import full_minutes, hours_line, step_cards, step_minutes, waiting_lines
from ui.session import session
from ui.step_change_view import change_line, ladder_lines
from ui.timetable_view import choose_week, week_text
from wording.clock import short_date
from wording.conflict import say_best_so_far
from wording.contacts import say_contact, say_contact_undated
from wording.days import say_other_days, say_time
from wording.language import tr, trn
from wording.steps import say_story, step_name

UnderWeek = Callable[[PlanStep, WeekLabel], None]
"""What is shown under the week of the step that is opened."""


def show_plan(plan: Plan, problem: Problem, under_week: UnderWeek | None = None) -> None:
    """The whole plan, one step of it opened; where it is not proven, that is said."""
    st.title(tr("Planen, steg för steg"))
    if not plan.proven:
        st.markdown(plain(say_best_so_far()))
    show_steps(plan, problem, under_week)


def wants_anew() -> bool:
    """Something has changed since the plan was made: whether it is asked to be made anew."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(tr("Något har ändrats sedan planen gjordes."))
        return st.button(tr("Gör om planen"), type="primary")


def show_steps(plan: Plan, problem: Problem, under_week: UnderWeek | None = None) -> None:
    """The staircase, and one step opened."""
    number = min(session().step, len(plan.steps))
    stairs = st.container()
    chosen = choose_step([step.step for step in plan.steps], number)
    if chosen != number:
        session().step = chosen
        st.rerun()
    with stairs:
        st.markdown(tr("Timmar i veckan, steg för steg"))
        show_staircase(step_minutes(plan), full_minutes(problem), number)
    show_step(plan.steps[number - 1], plan, problem, under_week)


def show_step(step: PlanStep, plan: Plan, problem: Problem, under_week: UnderWeek | None = None) -> None:
    """One step: its week, what it means, and what waits."""
    timing = timing_of(step.number)
    is_dated = timing is Timing.DATED
    days = f"{short_date(step.step.first_day)} – {short_date(step.step.last_day)} · " if is_dated else ""
    st.header(f"{step_name(step.number)} · {say_time(step.step, timing)}")
    st.markdown(f"{days}**{hours_line(step, problem)}**")
    st.markdown(plain(change_line(step, plan, problem)))
    week = choose_week(problem.timetable, step.step.week_labels, key=f"plan_week_{step.number}")
    show_week(step_cards(problem.timetable, step, week, problem.needs_by_id), key="plan_week")
    st.markdown(f":small[{tr('Tryck på en ruta för att se varför den är där.')}]")
    if under_week is not None:
        under_week(step, week)
    story = tell(problem, plan)[step.number - 1]
    text = say_story(story, to_student=True)
    left, right = st.columns(2, gap="large")
    with left:
        _list(tr("Nytt i det här steget"), text.new)
        _list(tr("Små trappor"), ladder_lines(step, plan, problem))
        said = say_contact if is_dated else say_contact_undated
        _list(tr("Kontakt"), list(dict.fromkeys(map(said, step.contacts))))
        if is_dated:
            own = [day for day in days_of(problem, plan) if day.step == step.number]
            _list(tr("Dagar som är annorlunda"), say_other_days(own, apart=asks_for_test_apart(story.support)))
        if text.support:
            title = trn("Stöd i det här steget: {n} sak", "Stöd i det här steget: {n} saker", len(text.support))
            with st.expander(title):
                st.markdown("\n".join(f"- {plain(line)}" for line in text.support))
    with right:
        _list(tr("När vi går vidare"), text.go_on)
        _list(tr("Om det blir för mycket"), text.too_much)
        _list(tr("En dålig dag"), text.bad_day)
    _show_waiting(step, problem)


def _list(title: str, lines: Sequence[str]) -> None:
    if lines:
        st.subheader(title)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _show_waiting(step: PlanStep, problem: Problem) -> None:
    if not step.left_out:
        return
    with st.expander(tr("Det som väntar, och varför")):
        for label in step.step.week_labels:
            lines = waiting_lines([left for left in step.left_out if left.week == label], problem.needs_by_id)
            if len(step.step.week_labels) > 1 and lines:
                st.markdown(f"**{week_text(label)}**")
            for subject, why in lines:
                st.markdown(f"**{plain(subject)}**  \n{plain(why)}")
