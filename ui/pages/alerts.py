"""What the student has told that somebody must take care of first. For the coach alone, and calm."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import note_handled, write_unsafe
from casework.duties import duties_of
from casework.routines import routines_in_force
from ui.alert_cards import show_alert, show_numbers, show_to_share
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import turn_to
from ui.unsafe_form import show_unsafe
from wording.errors import say_error
from wording.language import tr

store = the_store()
case = case_in_hand()
duties = duties_of(case)
routines, fault = routines_in_force()


def show_ways_on() -> None:
    """Nobody is shut in here: back to the conversation, on to the plan, or out of the case."""
    with st.container(horizontal=True):
        if not duties.holds_the_plan and st.button(tr("Fortsätt"), type="primary"):
            go_to("summary")
        if st.button(tr("Tillbaka till frågorna")):
            go_to("questions")
        if duties.open and not duties.holds_the_case and st.button(tr("Lämna ärendet för nu")):
            turn_to(None)
            go_to("start")
    if duties.holds_the_case:
        st.markdown(tr("Ärendet hålls öppet tills du har skrivit vem som tog emot det."))
    elif duties.open:
        st.markdown(tr("Lämnar du ärendet ligger det här kvar, överst på första sidan."))


st.title(tr("Att ta hand om först"))
if duties.holds_the_plan:
    st.markdown(tr("Planen och dokumenten väntar tills det här är omhändertaget. Läs det själv, utan eleven bredvid."))
elif not duties.waits:
    st.markdown(tr("Det är omhändertaget. Nu går det att fortsätta."))
if fault is not None:
    instead = tr("Kommunens egen rutin kunde inte läsas, så här står den som följer med programmet.")
    with st.container(border=True):
        st.markdown(instead)
        st.text(say_error(fault))
noted = [show_alert(due, routines.by_routine[due.alert.routine]) for due in duties.open]
noted += [show_to_share(due, routines.by_routine[due.alert.routine]) for due in duties.to_share]
written = show_unsafe(case, duties) if duties.may_say_where else ()
show_numbers(routines.help)
show_ways_on()

for note in filter(None, noted):
    note_handled(store, case.id, note)
if written:
    write_unsafe(store, case.id, written)
if written or any(noted):
    st.rerun()
