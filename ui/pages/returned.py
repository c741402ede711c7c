"""The decision from the school: dropped as a file and looked at, or written in from paper, and then kept."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.course_look import course_look
from casework.reading_apart import make_ready
from casework.returned_decision import (
    ReturnedLook,
    keep_returned,
    read_returned,
    register_decision,
    the_roots,
    written_by_hand,
)
from planning.errors import PlanningError
from ui.components.dropzone import Dropped, ask_for_file
from ui.course_view import show_returned
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plain import plain
from ui.returned_view import ask_by_hand, ask_received, show_kept, show_look
from ui.session import session
from wording.errors import say_error
from wording.language import tr

case, store = case_in_hand(), the_store()


def look_at(given: Dropped) -> ReturnedLook | None:
    """What the file turned out to be; None, with the reason shown, when it cannot be read."""
    try:
        return read_returned(store, case.id, given.content, the_roots())
    except PlanningError as error:
        st.warning(plain(say_error(error)))
        return None


def let_go() -> None:
    """Turn from the file that was looked at."""
    session().returned = None
    st.rerun()


st.title(tr("Beslut från skolan"))
if wanted := show_returned(course_look(store, case.id)):
    go_to(wanted)
given = session().returned
if given is not None:
    look = look_at(given)
    if look is not None:
        show_look(look)
    received = ask_received() if look is not None and not look.hindrance else None
    with st.container(horizontal=True):
        if look is not None and not look.hindrance and st.button(tr("Spara beslutet"), type="primary"):
            keep_returned(store, case.id, given.content, the_roots(), received_on=received)
            let_go()
        if st.button(tr("Välj en annan fil")):
            let_go()
else:
    make_ready()
    st.markdown(tr("Filen läses här på datorn. Inget sparas förrän du säger det."))
    session().returned = ask_for_file(
        title=tr("Släpp skolans svar här"),
        hint=tr("Förslaget som PDF, ifyllt av rektorn"),
        accept=".pdf",
        key="returned",
    )
    if session().returned is not None:
        st.rerun()
    with st.expander(tr("Skriv in från papper i stället")):
        written = ask_by_hand()
        if written is not None:
            try:
                register_decision(store, case.id, written_by_hand(store, case.id, written))
            except PlanningError as error:
                st.warning(plain(say_error(error)))
            else:
                st.rerun()
if case.decisions:
    st.header(tr("Sparade beslut"))
    show_kept(case.decisions)
if st.button(tr("Till dokumenten")):
    go_to("documents")
