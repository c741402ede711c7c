"""«Att göra»: what the answers ask of the coach. For the coach alone; never printed, never in a turn of others'."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import note_done, write_facts
from casework.to_do import LackingFact, noted, work_list
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.to_do_view import (
    ask_help_not_wanted,
    ask_who,
    show_differences,
    show_done,
    show_lacking,
    show_people,
    show_rest,
    show_tasks,
)
from wording.language import tr

store = the_store()
case = case_in_hand()
work = work_list(case)

st.title(tr("Att göra"))
st.markdown(tr("För dig som coach. Det här skrivs aldrig ut, och syns inte när någon annan har skärmen."))
left, right = st.columns(2, gap="large")
with left:
    st.header(tr("Uppgifter"))
    ticked = show_tasks(work.open, case.sheet.answers)
    by = ask_who(case.facts) if work.tasks else ""
    if not work.open:
        st.markdown(tr("Ingenting väntar på dig just nu."))
    wrong = show_done(work.tasks)
    if show_lacking(work.lacking):
        go_to("terms")
    unwanted = None
    if LackingFact.HELP_NOT_WANTED in work.lacking or case.facts.help_not_wanted:
        unwanted = ask_help_not_wanted(case)
with right:
    show_people(work.pass_on, work.contacts)
    show_differences(work.two_sides)
    show_rest(work)
    st.header(tr("Vårdnadshavarna"))
    st.markdown(tr("De har ett eget formulär. Deras svar ändrar inte elevens."))
    with st.container(horizontal=True):
        if st.button(tr("Till formuläret")):
            go_to("guardians")
        if st.button(tr("Se hemmets sida på skärmen")):
            go_to("home")

if ticked is not None and by:
    note_done(store, case.id, noted(case, ticked, by))
    st.rerun()
if wrong is not None:
    note_done(store, case.id, noted(case, wrong, by or tr("coachen"), is_taken_back=True))
    st.rerun()
if unwanted is not None and unwanted != case.facts.help_not_wanted:
    write_facts(store, case.id, case.facts.model_copy(update={"help_not_wanted": unwanted}))
    st.rerun()
