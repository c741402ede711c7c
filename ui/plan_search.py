"""While a plan is looked for: how far it has come, the best so far once it takes its time, and a way to stop."""

from __future__ import annotations

from typing import NoReturn, assert_never

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, CaseId
from casework.searching import (
    SearchSeen,
    begin_search,
    cancel_search,
    keep_search,
    look_at_search,
    return_to_last_good,
    use_best_so_far,
)
from planning.problem import Problem
from ui.components.staircase import show_staircase
from ui.plan_ended import Wanted
from ui.plan_view import full_minutes, step_minutes
from ui.session import session
from wording.language import speaking, tr

PATIENCE_SECONDS = 1.0
"""So long nothing is said of how far it has come: most plans are there by then. Our default."""
BEST_AFTER_SECONDS = 2.0
"""From then on the best plan so far is shown. Our default."""
LOOK_EVERY_SECONDS = 0.5
TO_STOP_SECONDS = 5.0
"""A search that is cancelled has ended long before that."""


def look_for_plan(case: Case, problem: Problem) -> NoReturn:
    """Look for a plan from what is known now, and show it; one that takes its time is watched and can be cancelled."""
    session().plans_anew = False
    store = the_store()
    begin_search(store, case)
    with st.spinner(tr("Letar efter en lugn väg …")):
        is_kept = keep_search(store, case.id, within=PATIENCE_SECONDS)
    if is_kept:
        st.rerun()
    st.title(tr("Planen, steg för steg"))
    watch_search(case.id, problem)
    st.stop()


def act(wanted: Wanted | None, case: Case, problem: Problem) -> None:
    """Do what was asked for, if anything."""
    match wanted:
        case None:
            return
        case Wanted.AGAIN:
            look_for_plan(case, problem)
        case Wanted.BEST_SO_FAR:
            use_best_so_far(the_store(), case)
        case Wanted.LAST_GOOD:
            return_to_last_good(the_store(), case)
        case _:
            assert_never(wanted)
    st.rerun()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def watch_search(case_id: CaseId, problem: Problem) -> None:
    """Draws itself anew until the search has ended, then the whole page. It runs alone, so it sets its language."""
    with speaking(session().language):
        store = the_store()
        seen = look_at_search(store, case_id)
        if seen is None or keep_search(store, case_id):
            st.rerun()
        st.progress(share(seen), text=say_where(seen))
        if st.button(tr("Avbryt"), key="cancel_search"):
            cancel_search(store, case_id)
            keep_search(store, case_id, within=TO_STOP_SECONDS)
            st.rerun()
        if seen.best is not None and seen.seconds >= BEST_AFTER_SECONDS:
            st.markdown(tr("Så här ser den bästa planen ut hittills. Den kan bli bättre."))
            st.markdown(tr("Timmar i veckan, steg för steg"))
            show_staircase(step_minutes(seen.best), full_minutes(problem))


def share(seen: SearchSeen) -> float:
    """How much of the search is done, 0 to 1."""
    return min(1.0, seen.done / seen.of) if seen.of else 0.0


def say_where(seen: SearchSeen) -> str:
    """In words, without a number to wait for: nobody knows how long the rest takes."""
    if seen.is_queued:
        return tr("Väntar på att en annan plan blir klar …")
    return tr("Letar efter en lugn väg …")
