"""While a plan is looked for: how far it has come, the best so far once it takes its time, and a way to stop."""

from __future__ import annotations

import logging
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
from planning.alternatives import first_steps
from planning.errors import Bug
from planning.plan import Plan
from planning.problem import Problem
from ui.components.cards import Fact, OfferCard, show_cards
from ui.components.staircase import show_staircase
from ui.plan_choices import small_weeks
from ui.plan_ended import Wanted, show_broken, show_plans_at_hand
from ui.plan_view import full_minutes, step_minutes
from ui.session import session
from wording.clock import hours_text
from wording.language import speaking, tr

PATIENCE_SECONDS = 1.0
"""So long nothing is said of how far it has come: most plans are there by then. Our default."""
BEST_AFTER_SECONDS = 2.0
"""From then on the best plan so far is shown. Our default."""
LOOK_EVERY_SECONDS = 0.5
TO_STOP_SECONDS = 5.0
"""A search that is cancelled has ended long before that."""
_LOG = logging.getLogger("stegvis")


def look_for_plan(case: Case, problem: Problem) -> NoReturn:
    """Look for a plan from what is known now, and show it; one that takes its time is watched and can be cancelled."""
    session().plans_anew = False
    if session().broke_at == case.revision:
        _say_that_it_broke(case, problem)
    store = the_store()
    st.title(tr("Planen, steg för steg"))
    begin_search(store, case)
    if _is_kept(case.id, case.revision, PATIENCE_SECONDS):
        st.rerun()
    watch_search(case.id, problem, case.revision)
    st.stop()


def act(wanted: Wanted | None, case: Case) -> None:
    """Do what was asked for, if anything."""
    match wanted:
        case None:
            return
        case Wanted.AGAIN:
            # What goes on is shown at the top of the page, not below what is there now.
            session().broke_at = None
            begin_search(the_store(), case)
        case Wanted.BEST_SO_FAR:
            use_best_so_far(the_store(), case)
        case Wanted.LAST_GOOD:
            return_to_last_good(the_store(), case)
        case _:
            assert_never(wanted)
    st.rerun()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def watch_search(case_id: CaseId, problem: Problem, revision: int) -> None:
    """Draws itself anew until the search has ended, then the whole page. It runs alone, so it sets its language."""
    with speaking(session().language):
        store = the_store()
        seen = look_at_search(store, case_id)
        if seen is None or _is_kept(case_id, revision):
            st.rerun()
        with st.container(border=True, key="searching"):
            st.progress(share(seen), text=say_where(seen))
            st.markdown(tr("Ni kan göra annat under tiden. Letandet fortsätter även om sidan stängs."))
            if st.button(tr("Avbryt"), key="cancel_search"):
                cancel_search(store, case_id)
                _is_kept(case_id, revision, TO_STOP_SECONDS)
                st.rerun()
        if seen.best is not None and seen.seconds >= BEST_AFTER_SECONDS:
            _show_best(seen.best, problem)


def _show_best(best: Plan, problem: Problem) -> None:
    st.header(tr("Den bästa planen hittills"))
    st.markdown(tr("Så här ser den bästa planen ut hittills. Den kan bli bättre."))
    st.markdown(tr("Timmar i veckan, steg för steg"))
    show_staircase(step_minutes(best), full_minutes(problem))
    show_cards([best_card(best)], key="best_so_far")


def best_card(best: Plan) -> OfferCard:
    """The first step with lessons as a small week, and its hours."""
    number = next(iter(first_steps(best)), 1)
    step = best.steps[number - 1]
    return OfferCard(
        id="best",
        title=tr("Så börjar den"),
        facts=(Fact(tr("Timmar"), tr("{hours} i veckan", hours=hours_text(step.mean_minutes))),),
        weeks=small_weeks(best, best, [(number, step.step.week_labels[0])]),
    )


def _is_kept(case_id: CaseId, revision: int, within: float = 0.0) -> bool:
    """Whether what the search came to is kept by now. One that broke is told of where the page is drawn next."""
    try:
        return keep_search(the_store(), case_id, within=within)
    except Bug as error:
        # The kind of error and no more: what it carries can hold a name.
        _LOG.error("Bug in a search: %s", error.code)
        session().broke_at = revision
        return True


def _say_that_it_broke(case: Case, problem: Problem) -> NoReturn:
    """Nothing is begun again by itself: what broke once may break each time."""
    act(show_broken(), case)
    act(show_plans_at_hand(None, case.last_good_plan, problem), case)
    st.stop()


def share(seen: SearchSeen) -> float:
    """How much of the search is done, 0 to 1."""
    return min(1.0, seen.done / seen.of) if seen.of else 0.0


def say_where(seen: SearchSeen) -> str:
    """In words, without a number to wait for: nobody knows how long the rest takes."""
    if seen.place:
        return tr("Andra planer räknas ut först. Du är nummer {place} i kön.", place=seen.place)
    if seen.is_queued:
        return tr("Väntar på att en annan plan blir klar …")
    return tr("Letar efter en lugn väg …")
