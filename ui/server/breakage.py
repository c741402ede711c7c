"""When a page breaks: a calm line for the reader, and the kind of error, never its content, in the log."""

from __future__ import annotations

import logging
import traceback
from html import escape

import streamlit as st

from planning.errors import PlanningError
from ui.session import session
from wording.errors import say_error
from wording.language import speaking, tr

_LOG = logging.getLogger("stegvis")


def say_calmly(error: Exception) -> bool:
    """Show what the reader can do about it. True: Streamlit shows nothing of its own.

    The log gets the kind of error and where it arose. Its message stays out, since it can carry a name or an answer.
    """
    place = traceback.extract_tb(error.__traceback__)[-1]
    _LOG.error("%s in %s:%s", type(error).__name__, place.name, place.lineno)
    with speaking(session().language):
        _say(error)
    return True


def _say(error: Exception) -> None:
    if isinstance(error, PlanningError):
        st.error(say_error(error))
        if error.code == "prove_again":
            # Comes back as a new session; this tab goes on in it by itself.
            st.link_button(tr("Bekräfta att det är du"), "/logga-in?igen=1")
    else:
        st.error(
            tr("Något gick fel här. Inget som är sparat har försvunnit. Ladda om sidan, eller gå tillbaka till början.")
        )
    # A link and no button: it leads on where nothing that the page runs would.
    st.html(f'<p><a class="way_home" href="/">{escape(tr("Till början"))}</a></p>')
