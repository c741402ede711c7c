"""A search that ended without a plan on the screen: why, the plans at hand all the same, and what can be done now."""

from __future__ import annotations

from enum import Enum, auto

import streamlit as st

from casework.cases import KeptPlan
from casework.now import SCHOOL_TIME
from planning.outcomes import Found, Interrupted
from planning.plan import Plan
from planning.problem import Problem
from ui.conflict_view import show_why_not
from ui.frame.ways import go_to
from ui.plain import plain
from ui.plan_page import show_steps
from wording.clock import written_date
from wording.conflict import say_interrupted
from wording.language import tr


class Wanted(Enum):
    """What is wanted after a search that ended before it was ready, or found no plan."""

    AGAIN = auto()
    BEST_SO_FAR = auto()
    LAST_GOOD = auto()


def show_interrupted(outcome: Interrupted) -> Wanted | None:
    """The search ended before it was ready: why, what one can do now, and what would help."""
    text = say_interrupted(outcome)
    show_why_not(tr("Planen blev inte klar"), text)
    wanted = _ask(has_best=outcome.best is not None)
    st.header(tr("Vägar framåt"))
    st.markdown("\n".join(f"- {plain(line)}" for line in text.ways_out))
    st.markdown(f"**{plain(text.contact)}**")
    return wanted


def show_broken() -> Wanted | None:
    """The program itself broke while it looked: nothing is lost, and one can try again."""
    st.title(tr("Planen blev inte klar"))
    st.markdown(tr("Något gick fel i programmet, inte hos dig. Det som är sparat finns kvar."))
    return _ask(has_best=False)


def _ask(*, has_best: bool) -> Wanted | None:
    wanted = None
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
            st.header(tr("Planen från {date}", date=date))
            show_steps(last_good.outcome.plan, problem)
    if best is not None:
        st.header(tr("Den bästa planen hittills"))
        show_steps(best, problem)
    return wanted
