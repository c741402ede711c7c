"""The student's ordinary timetable: given as a file or pasted, looked at, and taken in."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import FileLook, groups_in, look_into, the_store
from casework.cases import take_in_timetable
from casework.reading_apart import make_ready
from planning.errors import BadInput
from ui.components.dropzone import Dropped, ask_for_file
from ui.frame.ways import go_to
from ui.in_hand import case_in_hand
from ui.session import session
from ui.timetable_view import choose_week, show_doubts, show_ordinary_week
from wording.errors import say_error
from wording.language import tr, trn


def ask() -> None:
    """Ask for a file, or for pasted rows."""
    make_ready()
    given = ask_for_file(
        title=tr("Släpp schemafilen här"),
        hint=tr("Kalenderfil (.ics), tabell (.csv) eller FET (.xml)"),
        accept=".csv,.xml,.ics,.txt",
        key="timetable_file",
    )
    with st.expander(tr("Klistra in i stället")), st.form("paste", border=False):
        st.markdown(tr("En rad för varje lektion, med rubriker överst. Kopiera gärna ur ett kalkylark."))
        example = "Dag;Start;Slut;Ämne;Sal;Lärare\nMåndag;08:10;09:00;Bild;B204;"
        pasted = st.text_area(tr("Tabellen"), placeholder=example, height=180)
        if st.form_submit_button(tr("Läs tabellen")) and pasted.strip():
            given = Dropped("tabell.csv", pasted.encode())
    if given is not None:
        session().given = given
        st.rerun()


def look(given: Dropped) -> FileLook | None:
    """The chosen group's week; None, with the reason shown, when the file cannot be used."""
    try:
        offers = {offer.group: offer for offer in groups_in(given.content, given.name)}
        group = next(iter(offers), None)
        if len(offers) > 1:
            group = st.selectbox(
                tr("Vilken klass eller grupp?"),
                list(offers),
                format_func=lambda name: f"{name} ({trn('{n} lektion', '{n} lektioner', offers[name].lessons)})",
                placeholder=tr("Välj"),
            )
        return look_into(given.content, given.name, group, offers[group].unit if group in offers else None)
    except BadInput as error:
        st.warning(say_error(error))
        return None


case = case_in_hand()
st.title(tr("Elevens vanliga schema"))
given_file = session().given
if given_file is not None:
    seen = look(given_file)
    if seen is not None:
        show_ordinary_week(seen.timetable, choose_week(seen.timetable))
        show_doubts(seen.doubts)
        st.header(tr("Stämmer det?"))
        if st.button(tr("Ja, spara schemat"), type="primary"):
            take_in_timetable(the_store(), case.id, seen.timetable, seen.doubts)
            session().given = None
            go_to("timetable")
    if st.button(tr("Välj en annan fil")):
        session().given = None
        st.rerun()
elif case.timetable is not None:
    show_ordinary_week(case.timetable, choose_week(case.timetable))
    show_doubts(case.doubts)
    if st.button(tr("Gå vidare"), type="primary"):
        go_to("terms")
    with st.expander(tr("Byt schema")):
        ask()
else:
    ask()
