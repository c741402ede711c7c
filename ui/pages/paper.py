"""The questions on paper: print a form, and key a filled one in."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import must_be_handled, the_store
from casework.cases import CaseId, open_case, record_answers
from casework.paper import paper_files, print_form
from planning.errors import PlanningError
from questionnaire.answers import AnswerEvent, EventId
from questionnaire.bank import load_bank
from questionnaire.paper_rows import Form
from questionnaire.route import Route, route_for
from ui.components.downloads import OfferedFile, offer_files
from ui.components.keyed_entry import Keying, key_in
from ui.components.keyed_entry.words import form_names
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import session
from wording.language import speaking, tr

case = case_in_hand()
if case.timetable is None:
    go_to("timetable")


def printed(file: str) -> bytes:
    """The bytes of the form with that file name."""
    now = case_in_hand()
    if now.timetable is None:
        go_to("timetable")
    form, language = paper_files()[file]
    return print_form(now.timetable, now.sheet, form, language)


@st.fragment
def keying(case_id: CaseId) -> None:
    """Drawn by itself, so that a line does not draw the whole page anew."""
    with speaking(session().language):
        store = the_store()
        held = open_case(store, case_id)
        if held.timetable is None:
            return

        def record(events: tuple[AnswerEvent, ...]) -> tuple[EventId, ...]:
            try:
                return record_answers(store, case_id, events, keeps_agreed=True)
            except PlanningError:
                # Not stored: the browser keeps them, says so, and sends them again.
                return ()

        # Told here and not by the frame, which would draw the rows anew under the hands of whoever types.
        notice = st.container(key="paper_waits", horizontal=True, vertical_alignment="center")
        is_full = route_for(load_bank(), held.sheet) is Route.FULL
        with st.container(key="stegvis_asking"):
            key_in(
                Keying(
                    bank=load_bank(),
                    timetable=held.timetable,
                    events=held.events,
                    place=case_id,
                    form=Form.FULL if is_full else Form.SHORT,
                ),
                record,
            )
        with notice:
            waits = bool(must_be_handled(open_case(store, case_id)))
            if waits:
                st.markdown(tr("Det finns något att ta hand om. Läs det själv."))
            if waits and st.button(tr("Öppna"), key="paper_waits_open"):
                go_to("alerts")


st.title(tr("Frågor på papper"))
with st.expander(tr("Skriv ut frågorna")):
    spoken = {"sv": tr("På svenska"), "en": tr("På engelska")}
    offer_files(
        [
            OfferedFile(key=file, title=form_names()[form], about=spoken[language])
            for file, (form, language) in paper_files().items()
        ],
        printed,
        key="paper_forms",
    )
st.header(tr("Skriv in ett ifyllt papper"))
keying(case.id)
if st.button(tr("Till frågorna")):
    go_to("questions")
