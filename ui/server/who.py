"""Who acts: the session behind the cookie that the browser's socket came with."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from casework.sessions import Session, the_sessions
from planning.errors import NotAllowed
from storage.actor import Actor
from ui.server.edge import the_edge
from ui.server.tabs import TABS


def who_acts() -> Actor:
    """The one who acts in this run of a page. Raises `NotAllowed` when the session has ended, or there is none."""
    session = own_session()
    if session is None:
        raise NotAllowed("log_in_first" if the_edge().is_service else "locked")
    the_sessions().note_seen(session)
    return session.actor


def own_session() -> Session | None:
    """The living session of the tab that runs."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return None
    session = the_sessions().find(str(st.context.cookies.get(the_edge().cookie, "")))
    if session is not None:
        TABS.holds(session.id, context.session_id)
    return session


def session_key() -> str:
    """What belongs to one session is kept under this; «» where there is none, as in tests of a single page."""
    session = own_session()
    return session.id if session is not None else ""
