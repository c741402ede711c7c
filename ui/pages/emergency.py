"""«Nödläge»: opening a case that one is not named for, being the second person, and going through it afterwards."""

from __future__ import annotations

from typing import NoReturn, assert_never

import streamlit as st

from casework import break_glass
from casework import now as clock
from casework.app_verbs import the_store
from casework.cases import CaseId, list_cases
from planning.errors import PlanningError
from storage.emergency import Opening
from ui.emergency_view import Act, ask_opening, show_emergencies, wait_for
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import turn_to
from ui.veil import shown_name
from wording.errors import say_error
from wording.language import tr

store = the_store()
if store.actor.is_alone:
    go_to("start")
user = store.actor.user
names = {case.id: shown_name(case.name) for case in list_cases(store)}
st.title(tr("Nödläge"))
refused = st.empty()
found = break_glass.emergencies(store)
above, below = st.container(), st.container()
with below:
    asked = ask_opening(names)
with above if wait_for(found, user) else below:
    st.header(tr("Att gå igenom"))
    chosen = show_emergencies(found, user, names, key="unit")
st.markdown(tr("Ditt nummer i Stegvis: {number}", number=plain(user)))


def go_in(case_id: CaseId) -> NoReturn:
    """Into the case, to where it stands; the frame tells above it what waits for somebody."""
    turn_to(case_id)
    go_to("course")


def do(act: Act, opening: Opening) -> None:
    """What was pressed on an emergency of the unit."""
    match act:
        case Act.GO_ON:
            go_in(opening.case_id)
        case Act.CONFIRM:
            break_glass.confirm(store, opening.case_id, opening.id)
        case Act.REVIEW:
            break_glass.review(store, opening.case_id, opening.id)
        case _:
            assert_never(act)
    st.rerun()


def show_everywhere() -> None:
    """For the data protection officer; whoever else asks is told so, and the log knows it."""
    st.markdown(f":small[{tr('Bara dataskyddsombudet kan se alla enheters nödlägen.')}]")
    if not st.toggle(tr("Visa alla enheters nödlägen")):
        return
    everywhere = break_glass.emergencies_everywhere(store)
    seen = show_emergencies(everywhere, user, {}, key="all", acts=frozenset({Act.REVIEW}))
    if seen is not None:
        break_glass.review_everywhere(store, seen[1].case_id, seen[1].id)
        st.rerun()


try:
    if chosen is not None:
        do(*chosen)
    if asked is not None:
        made = break_glass.break_the_glass(store, asked.case_id, asked.reason)
        go_in(made.case_id) if made.until > clock.now() else st.rerun()
    show_everywhere()
except PlanningError as error:
    refused.warning(plain(say_error(error)))
