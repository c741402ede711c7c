"""Documents on their way out of the page: asked for by a tap, made beside the page, handed out when they are done."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.documents import documents_in
from casework.kept_documents import Order, file_of, note_made
from casework.making import Making, MakingSeen
from planning.errors import PlanningError
from ui.components.downloads import hand_out
from ui.in_hand import case_in_hand
from ui.session import Ordered, session
from wording.errors import say_error
from wording.language import speaking, tr

PATIENCE_SECONDS = 0.6
"""So long nothing is said of how far it has come: most documents are done by then. Our default."""
LOOK_EVERY_SECONDS = 0.3


def begin_making(wanted: str, order: Order, *, at: str) -> None:
    """Begin what was tapped in the list with that key: a document, or all that one receiver gets as one file."""
    going = session().making
    if going is not None:
        going.making.cancel()
    told = {"names": documents_in(wanted), "log_head": the_store().head().printed}
    making = Making(case_in_hand(), order.model_copy(update=told))
    session().making = Ordered(making, at, wanted)
    if making.is_done(PATIENCE_SECONDS):
        finish_making()


def finish_making() -> None:
    """Note and hand out what is done, or remember in calm words why it could not be made."""
    ordered, session().making = session().making, None
    if ordered is None or ordered.making.is_cancelled:
        return
    try:
        made = ordered.making.collect()
    except PlanningError as error:
        with speaking(session().language):
            session().not_made = say_error(error)
        return
    note_made(the_store(), ordered.making.case, made)
    hand_out(*file_of(made, ordered.wanted), at=ordered.at)


def wanted_in(at: str) -> str:
    """What is being made of the list with that key; empty: nothing."""
    ordered = session().making
    return ordered.wanted if ordered is not None and ordered.at == at else ""


def watch_making(at: str) -> None:
    """Beneath the list with that key: how far it has come, while something of it is being made."""
    if wanted_in(at):
        _watch()


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def _watch() -> None:
    """Draws itself anew until the documents are made, then the whole page. It runs alone, so it sets its language."""
    with speaking(session().language):
        ordered = session().making
        if ordered is None or ordered.making.is_done():
            finish_making()
            st.rerun()
        seen = ordered.making.seen
        st.progress(share(seen), text=say_progress(seen))
        if st.button(tr("Avbryt"), key="cancel_making"):
            ordered.making.cancel()
            session().making = None
            st.rerun()


def share(seen: MakingSeen) -> float:
    """How much of it is made, 0 to 1."""
    return seen.done / seen.of if seen.of else 0.0


def say_progress(seen: MakingSeen) -> str:
    """«3 av 9 klara», or only that it is being written where there is one."""
    return tr("{done} av {of} klara", done=seen.done, of=seen.of) if seen.of > 1 else tr("Skriver …")
