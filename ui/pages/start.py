"""Where the coach begins: the cases on this computer, and a new one."""

from __future__ import annotations

import streamlit as st

from casework import now as clock
from casework.app_verbs import the_store
from casework.break_glass import emergencies
from casework.cases import CaseSummary, create_case, list_cases
from casework.day_sheet import day_sheet
from planning.errors import CaseFileError
from ui.case_list import day_sheet_offer, in_order, next_page, stage_text, to_do_text
from ui.components.downloads import offer_files
from ui.emergency_view import show_waiting, that_wait
from ui.frame.ways import go_to
from ui.server.edge import the_edge
from ui.session import turn_to
from ui.start_offers import MAY_HELP, MAY_RAISE, roles_here
from ui.upkeep_view import show_upkeep
from ui.veil import shown_name
from wording.clock import short_date
from wording.errors import say_error
from wording.language import tr


def show_case(case: CaseSummary) -> None:
    """One case, with the way on."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"case_card_{case.id}"):
        with st.container():
            st.text(shown_name(case.name) or tr("Utan namn"))
            changed = tr("ändrat {date}", date=short_date(case.changed_at.date()))
            told = say_error(CaseFileError(case.trouble)) if case.trouble else stage_text(case)
            st.markdown(f":small[{' · '.join(filter(None, (told, to_do_text(case), changed)))}]")
        if st.button(tr("Fortsätt"), key=f"go_{case.id}", disabled=bool(case.trouble)):
            turn_to(case.id)
            go_to(next_page(case))


def show_new_case() -> None:
    """The form for a new case: nothing but what the student wants to be called."""
    with st.container(border=True), st.form("new_case", border=False):
        st.subheader(tr("Nytt ärende"))
        name = st.text_input(
            tr("Vad vill eleven kallas?"), placeholder=tr("Förnamn eller initialer"), max_chars=40, autocomplete="off"
        )
        if st.form_submit_button(tr("Börja"), type="primary", width="stretch"):
            if name:
                turn_to(create_case(the_store(), name=name))
                go_to("timetable")
            st.markdown(tr("Skriv ett förnamn eller initialer först."))


def show_way() -> None:
    """What there is to do, in order."""
    st.subheader(tr("Så går det till"))
    st.markdown(
        "\n".join(
            f"{number}. {line}"
            for number, line in enumerate(
                (
                    tr("Läs in elevens vanliga schema."),
                    tr("Kryssa i frågorna tillsammans. Eleven bestämmer vad som besvaras."),
                    tr("Gå igenom vad eleven har sagt."),
                    tr("Se planen: ett steg i taget, så långt eleven orkar."),
                    tr("Hämta dokumenten till skolan."),
                ),
                1,
            )
        )
    )
    if not the_edge().is_service:
        st.markdown(tr("Allt stannar på den här datorn. Inga personnummer behövs, och inget skickas av sig självt."))


st.title(tr("Vägen tillbaka, steg för steg"))
cases = list_cases(the_store())
is_service = not the_store().actor.is_alone
roles = roles_here()
show_upkeep()
found = emergencies(the_store()) if is_service else ()
if that_wait(found) and show_waiting(found):
    go_to("emergency")
left, right = st.columns([3, 2], gap="large")
with left:
    if not cases and roles & MAY_RAISE:
        show_new_case()
    elif not cases:
        st.markdown(tr("Här kommer de ärenden som du är utsedd för."))
    else:
        st.subheader(tr("Dina ärenden"))
        for each in in_order(cases):
            show_case(each)
        offer_files([day_sheet_offer()], lambda _: day_sheet(the_store(), clock.today()), key="day_sheet")
with right:
    if cases and roles & MAY_RAISE:
        show_new_case()
    if roles & MAY_HELP and is_service and not that_wait(found) and show_waiting(()):
        go_to("emergency")
    show_way()
    if st.button(tr("Loggen"), type="tertiary"):
        go_to("log")
