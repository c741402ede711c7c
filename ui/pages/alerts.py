"""What the student has told that somebody must take care of first. For the coach alone, and calm."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import must_be_handled, the_store
from casework.cases import note_handled
from casework.now import SCHOOL_TIME, now
from questionnaire.alerts import Alert, Handled
from ui.entries import read_moment, write_moment
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from wording.alerts import say_alert
from wording.language import tr

store = the_store()
case = case_in_hand()
waiting = must_be_handled(case)


def show(alert: Alert) -> None:
    """One notice, what to do, and who has taken care of it."""
    text = say_alert(alert)
    with st.container(border=True):
        st.subheader(text.title)
        st.markdown(text.body)
        st.markdown("\n".join(f"{number}. {line}" for number, line in enumerate(text.todo, 1)))
        with st.form(f"handled_{alert.question}_{alert.routine}", border=False):
            by = st.text_input(
                tr("Vem tog emot det? Roll eller initialer."), placeholder=tr("Till exempel «rektor»"), max_chars=60
            )
            when = st.text_input(tr("När?"), value=write_moment(now().astimezone(SCHOOL_TIME)))
            if st.form_submit_button(tr("Det här är omhändertaget")):
                at = read_moment(when)
                if by and at is not None:
                    note_handled(store, case.id, Handled.of(alert, at.replace(tzinfo=SCHOOL_TIME), by))
                    st.rerun()
                st.markdown(tr("Skriv vem som tog emot det, och när: ÅÅÅÅ-MM-DD TT.MM."))


st.title(tr("Att ta hand om först"))
if not waiting:
    st.markdown(tr("Det är omhändertaget. Nu går det att fortsätta."))
    if st.button(tr("Fortsätt"), type="primary"):
        go_to("summary")
else:
    st.markdown(tr("Planen och dokumenten väntar tills det här är omhändertaget. Läs det själv, utan eleven bredvid."))
    for each in waiting:
        show(each)
