"""«Ärendets gång»: where the case stands, what comes next, what differs from what was sent, and what has been done."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.course_look import course_look
from casework.course_verbs import VERBS
from planning.errors import NotAllowed
from ui.course_view import show_difference, show_history, show_moves, show_read, show_returned, show_where
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.plain import plain
from wording.errors import say_error
from wording.language import tr

store, case = the_store(), case_in_hand()
look = course_look(store, case.id)
st.title(tr("Ärendets gång"))
show_where(look)
refused = st.empty()
led = show_read(look) or show_returned(look)
chosen = show_moves(look) or led
show_difference(look)
show_history(look)
about = tr("Här syns hela vägen, från frågorna till planens slut. Planera kan du också utan att fylla i här.")
st.markdown(f":small[{about}]")
with st.container(horizontal=True):
    if st.button(tr("Till dokumenten")):
        go_to("documents")
    if st.button(tr("Vem ser ärendet")):
        go_to("people")
if isinstance(chosen, str):
    go_to(chosen)
try:
    if chosen is not None:
        VERBS[chosen[0]](store, case.id, chosen[1])
except NotAllowed as error:
    refused.warning(plain(say_error(error)))
else:
    if chosen is not None:
        st.rerun()
