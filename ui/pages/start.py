"""Where everybody begins: the coach's cases and day, what waits for a decision, one's own child, one's own week."""

from __future__ import annotations

import streamlit as st

from casework.app_verbs import the_store
from casework.break_glass import emergencies
from casework.cases import create_case
from casework.day_sheet import day_sheet
from casework.now import today
from casework.start_view import StartCase, cases_at_start
from planning.access import Role
from ui.case_list import day_sheet_offer, next_page
from ui.components.downloads import offer_files
from ui.emergency_view import show_waiting, that_wait
from ui.frame.ways import go_to
from ui.server.edge import the_edge
from ui.session import turn_to
from ui.start_cards import open_at, show_choice, show_coached, show_led, show_to_decide
from ui.start_offers import MAY_HELP, MAY_RAISE, MAY_SEE_SETTINGS, OF_THE_STAFF, WATCHES_OVER, roles_here
from ui.start_roles import offer_settings, show_day, show_keepers, show_mentored
from ui.upkeep_view import show_upkeep
from wording.language import tr


def show_new_case() -> None:
    """The form for a new case: nothing but what the student wants to be called."""
    with st.container(border=True), st.form("new_case", border=False):
        st.header(tr("Nytt ärende"), anchor="nytt-arende")
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
    st.header(tr("Så går det till"))
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


def lead_home(cases: tuple[StartCase, ...], roles: frozenset[Role]) -> None:
    """A student goes straight to the week, and a guardian of one child to its page: they have nothing else here."""
    own = [case for case in cases if case.met_as in (Role.STUDENT, Role.GUARDIAN)]
    if len(own) == 1 and len(cases) == 1 and not roles & OF_THE_STAFF:
        open_at(own[0], next_page(own[0]))


def show_coaching(mine: list[StartCase]) -> None:
    """A coach's day and cases, or the first case."""
    if not mine:
        show_new_case()
        return
    with st.container(key="way_to_new_case"):
        st.markdown(f"[{tr('Nytt ärende')}](#nytt-arende)")
    day = st.container()
    st.header(tr("Dina ärenden"))
    show_coached(mine)
    offer_files([day_sheet_offer()], lambda _: day_sheet(the_store(), today()), key="day_sheet")
    with day:
        show_day()


def show_sections() -> bool:
    """Every part that there is something in; False where there is none at all."""
    own = of(Role.GUARDIAN, Role.STUDENT)
    if own:
        show_choice(own, tr("Öppna sidan för"))
    if Role.COACH in roles or of(Role.COACH):
        show_coaching(of(Role.COACH))
    if Role.PRINCIPAL in roles:
        show_to_decide(of(Role.PRINCIPAL))
    if Role.COORDINATOR in roles:
        show_led(of(Role.COORDINATOR))
    if mentored := of(Role.MENTOR):
        show_mentored(mentored)
    show_keepers(roles)
    return bool(own or mentored or roles & (MAY_RAISE | WATCHES_OVER))


def of(*met_as: Role) -> list[StartCase]:
    """The cases that one meets as that."""
    return [case for case in cases if case.met_as in met_as]


cases = cases_at_start(the_store())
is_service = not the_store().actor.is_alone
roles = roles_here()
lead_home(cases, roles)
st.title(tr("Vägen tillbaka, steg för steg"))
if roles & OF_THE_STAFF:
    show_upkeep()
found = emergencies(the_store()) if is_service and roles & MAY_HELP else ()
if that_wait(found) and show_waiting(found):
    go_to("emergency")
left, right = st.columns([3, 2], gap="large")
with left:
    if not show_sections():
        st.markdown(tr("Inget väntar på dig just nu. Här kommer de ärenden som du är utsedd för."))
with right:
    if roles & MAY_RAISE and (of(Role.COACH) or Role.COACH not in roles):
        show_new_case()
    if roles & MAY_HELP and is_service and not that_wait(found) and show_waiting(()):
        go_to("emergency")
    if roles & MAY_RAISE and len(cases) < 3:
        show_way()
    with st.container(horizontal=True):
        offer_settings(may_see=not is_service or bool(roles & MAY_SEE_SETTINGS))
        if st.button(tr("Loggen"), type="tertiary"):
            go_to("log")
