"""The parts of the plan page: the staircase, and one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from casework.day_report import asks_for_test_apart
from planning.days import days_of
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.steps import Timing, timing_of
from planning.stories import tell
from ui.components.steptabs import choose_step
from ui.components.week import show_plan_week, show_week
from ui.plain import plain
from ui.plan_view import full_minutes, hours_line, step_cards, step_minutes, waiting_lines
from ui.plan_weeks import InHand, plan_week
from ui.session import session
from ui.step_change_view import change_line, ladder_lines
from ui.timetable_view import choose_week, week_text
from wording.clock import short_date
from wording.conflict import say_best_so_far
from wording.contacts import say_contact, say_contact_undated
from wording.days import say_other_days, say_time
from wording.language import tr, trn
from wording.steps import say_story, step_name

UnderWeek = Callable[[], None]


def nothing() -> None:
    """Stands under the week where nothing is asked there."""


WEEK = "plan_week"
"""The week of the step, by its key among what the browser tells."""
_STYLE = (Path(__file__).parent / "plan_page.css").read_text(encoding="utf-8")


def show_plan(plan: Plan, problem: Problem, hand: InHand | None = None, after_week: UnderWeek = nothing) -> None:
    """The whole plan, one step of it opened, with `after_week` under its week; where it is not proven, that is said."""
    st.title(tr("Planen, steg för steg"))
    if not plan.proven:
        st.markdown(plain(say_best_so_far()))
    show_steps(plan, problem, hand, after_week)


def wants_anew() -> bool:
    """Something has changed since the plan was made: whether it is asked to be made anew."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(tr("Något har ändrats sedan planen gjordes."))
        return st.button(tr("Gör om planen"), type="primary")


def show_steps(plan: Plan, problem: Problem, hand: InHand | None = None, after_week: UnderWeek = nothing) -> None:
    """The steps as tabs that rise with their hours, and one of them opened."""
    st.html(f"<style>{_STYLE}</style>")
    number = min(session().step, len(plan.steps))
    chosen = choose_step([step.step for step in plan.steps], number, step_minutes(plan), full_minutes(problem))
    if chosen != number:
        session().step = chosen
        st.rerun()
    step = plan.steps[number - 1]
    with st.container(key="plan_sheet"):
        show_week_of(step, plan, problem, hand)
    after_week()
    show_story(step, plan, problem)


def show_week_of(step: PlanStep, plan: Plan, problem: Problem, hand: InHand | None = None) -> None:
    """The week of a step under its name and dates: to be changed where the plan is in hand, else to be looked at."""
    timing = timing_of(step.number)
    st.header(f"{step_name(step.number)} · {say_time(step.step, timing)}")
    days = f"{short_date(step.step.first_day)} – {short_date(step.step.last_day)}" if timing is Timing.DATED else ""
    hours = "" if hand is not None else f"**{hours_line(step, problem)}**"
    told = " · ".join(part for part in (days, hours, plain(change_line(step, plan, problem))) if part)
    st.markdown(told)
    week = choose_week(problem.timetable, step.step.week_labels, key=f"plan_week_{step.number}")
    if hand is None:
        show_week(step_cards(problem.timetable, step, week, problem.needs_by_id), key="seen_week")
        _hint(tr("Tryck på en ruta för att se varför den är där."))
    else:
        show_plan_week(plan_week(hand, plan, step, week), key=WEEK)
        _hint(tr("Tryck på en lektion för att se varför den är där och ändra den."))


def _hint(text: str) -> None:
    with st.container(key="plan_hint"):
        st.markdown(f":small[{text}]")


def show_story(step: PlanStep, plan: Plan, problem: Problem) -> None:
    """What the step means: what is new, when one goes on, what one can do on a bad day, and what waits."""
    story = tell(problem, plan)[step.number - 1]
    text = say_story(story, to_student=True)
    is_dated = timing_of(step.number) is Timing.DATED
    left, right = st.columns(2, gap="large")
    with left:
        _list(tr("Nytt i det här steget"), text.new)
        _list(tr("Små trappor"), ladder_lines(step, plan, problem))
        said = say_contact if is_dated else say_contact_undated
        _list(tr("Kontakt"), list(dict.fromkeys(map(said, step.contacts))))
        if is_dated:
            own = [day for day in days_of(problem, plan) if day.step == step.number]
            _list(tr("Dagar som är annorlunda"), say_other_days(own, apart=asks_for_test_apart(story.support)))
        _list(tr("En dålig dag"), text.bad_day)
    with right:
        _list(tr("När vi går vidare"), text.go_on)
        _list(tr("Om det blir för mycket"), text.too_much)
    if text.support:
        title = trn("Stöd i det här steget: {n} sak", "Stöd i det här steget: {n} saker", len(text.support))
        with st.expander(title):
            st.markdown("\n".join(f"- {plain(line)}" for line in text.support))
    _show_waiting(step, problem)


def _list(title: str, lines: Sequence[str]) -> None:
    if lines:
        st.header(title)
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
