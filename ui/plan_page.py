"""The parts of the plan page: the staircase, one step at a time, and what collides when no plan is possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NoReturn

import streamlit as st

from casework.cases import KeptPlan
from casework.day_report import asks_for_test_apart
from casework.now import SCHOOL_TIME
from planning.days import days_of
from planning.outcomes import MOST_WAYS, Conflict, Found, Interrupted
from planning.plan import Plan, PlanStep
from planning.problem import Problem
from planning.steps import Timing, timing_of
from planning.stories import tell
from planning.timetable import Timetable, WeekLabel
from ui.components.staircase import show_staircase
from ui.components.steptabs import choose_step
from ui.components.week import show_week
from ui.conflict_view import ShownWay, ways_shown
from ui.frame.ways import go_to
from ui.plain import plain
from ui.plan_view import full_minutes, hours_line, step_cards, step_minutes, waiting_lines
from ui.session import session
from ui.step_change_view import change_line, ladder_lines
from ui.timetable_view import choose_week, week_text
from wording.clock import short_date, written_date
from wording.conflict import ConflictText, say_best_so_far, say_conflict, say_interrupted
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


def show_conflict(outcome: Conflict, timetable: Timetable) -> None:
    """No plan just now: the few things that collide, and beside each way out where it is changed. Never empty."""
    text = say_conflict(outcome, timetable)
    _show_why_not(tr("Det går inte ihop just nu"), text)
    with st.container(border=True):
        st.subheader(tr("Vägar framåt"))
        ways = list(enumerate(ways_shown(outcome, text)))
        _offer_ways(ways[:MOST_WAYS])
        if ways[MOST_WAYS:]:
            with st.expander(tr("Fler vägar")):
                _offer_ways(ways[MOST_WAYS:])
    st.markdown(f"**{plain(text.contact)}**")


def _offer_ways(ways: Sequence[tuple[int, ShownWay]]) -> None:
    for number, way in ways:
        with st.container(horizontal=True, vertical_alignment="center", key=f"wayrow_{number}"):
            st.markdown(plain(way.text))
            if way.button and st.button(way.button, key=f"way_out_{number}"):
                go_along(way)


def go_along(way: ShownWay) -> NoReturn:
    """To where it can be changed; from a question one comes back to the plan."""
    if way.question is not None:
        session().focus, session().back_to = way.question, "plan"
    go_to(way.page)


class Wanted(Enum):
    """What is wanted after a search that ended before it was ready, or found no plan."""

    AGAIN = auto()
    BEST_SO_FAR = auto()
    LAST_GOOD = auto()


def show_interrupted(outcome: Interrupted) -> Wanted | None:
    """The search ended before it was ready: why, and what one can do now."""
    text = say_interrupted(outcome)
    _show_why_not(tr("Planen blev inte klar"), text)
    with st.container(border=True):
        _list(tr("Vägar framåt"), text.ways_out)
    st.markdown(f"**{plain(text.contact)}**")
    wanted = None
    has_best = outcome.best is not None
    with st.container(horizontal=True):
        if has_best and st.button(tr("Använd den bästa hittills"), type="primary"):
            wanted = Wanted.BEST_SO_FAR
        if st.button(tr("Pröva igen"), type="secondary" if has_best else "primary"):
            wanted = Wanted.AGAIN
        if st.button(tr("Ändra ramarna")):
            go_to("terms")
    return wanted


def show_plans_at_hand(best: Plan | None, last_good: KeptPlan | None, problem: Problem) -> Wanted | None:
    """Below the reason: the plan found last, marked with its date, and a way back to it; or the best one so far.

    One plan is opened, so that nobody wonders which one they are looking at.
    """
    wanted = None
    if last_good is not None and isinstance(last_good.outcome, Found):
        date = written_date(last_good.at.astimezone(SCHOOL_TIME).date())
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="last_good"):
            st.markdown(tr("Planen från {date} finns kvar.", date=date))
            if st.button(tr("Gå tillbaka till den")):
                wanted = Wanted.LAST_GOOD
        if best is None:
            st.subheader(tr("Planen från {date}", date=date))
            show_steps(last_good.outcome.plan, problem)
    if best is not None:
        st.subheader(tr("Den bästa planen hittills"))
        show_steps(best, problem)
    return wanted


def _show_why_not(title: str, text: ConflictText) -> None:
    st.title(title)
    st.markdown(plain(text.headline))
    if text.colliding:
        with st.container(border=True):
            _list(tr("Det här krockar"), text.colliding)
            for note in text.notes:
                st.markdown(plain(note))
