"""«Loggen»: who has read and done what, for those who watch over it, for a unit, and of what one has done oneself."""

from __future__ import annotations

import streamlit as st

from casework.anchoring import check_log
from casework.app_verbs import the_store
from casework.audit_alerts import to_ask_about
from casework.audit_view import (
    EXTRACT_NAME,
    LogPage,
    View,
    Wanted,
    extract_as_pdf,
    log_extract,
    read_own_acts,
    read_unit_log,
    read_whole_log,
)
from casework.data_gathering import For
from planning.errors import PlanningError
from ui.components.downloads import OfferedFile, offer_files
from ui.log_view import ask_wanted, say_view, show_pointed, show_rows, show_state
from ui.plain import plain
from ui.session import session
from wording.errors import say_error
from wording.language import tr

store = the_store()


def page_of(view: View, wanted: Wanted, before: int | None) -> LogPage:
    """The rows that are looked for."""
    match view:
        case View.WHOLE:
            return read_whole_log(store, wanted, before)
        case View.UNIT:
            return read_unit_log(store, wanted, before)
        case View.OWN:
            return read_own_acts(store, wanted, before).page


def show_extract() -> None:
    """What is given to the student, or to a guardian, of the case that is open."""
    case_id = session().case_id
    if case_id is None:
        return
    st.header(tr("Utdrag att lämna ut"))
    st.markdown(tr("Visar vem som har läst och gjort vad i ärendet. Personalen står med sin roll, inte med namn."))
    to_student, to_guardian = f"elev-{EXTRACT_NAME}", f"vh-{EXTRACT_NAME}"
    whom = {to_student: For.STUDENT, to_guardian: For.GUARDIAN}
    files = (
        OfferedFile(to_student, tr("Till eleven"), tr("Allt som har hänt i ärendet.")),
        OfferedFile(to_guardian, tr("Till vårdnadshavaren"), tr("Utan det som gäller elevens egna svar och samtal.")),
    )
    offer_files(files, lambda name: extract_as_pdf(log_extract(store, case_id, whom[name])), key="log_extract")


def show_watch() -> None:
    """For whoever watches over all of it."""
    st.header(tr("Att fråga om"))
    show_pointed(to_ask_about(store))
    st.header(tr("Håller loggen ihop?"))
    if st.button(tr("Kontrollera loggen")):
        show_state(check_log(store))


def show_log() -> None:
    """The rows, so many at a time."""
    views = read_own_acts(store).views
    view = st.segmented_control(
        tr("Visa"), views, default=views[0], format_func=say_view, label_visibility="collapsed", key="log_view"
    )
    view = view or views[0]
    wanted = ask_wanted(with_people=view is not View.OWN)
    looked_for = f"{view} {wanted}"
    if session().log_of != looked_for:
        session().log_of, session().log_before = looked_for, ()
    page = page_of(view, wanted, next(reversed(session().log_before), None))
    show_rows(page, with_people=view is not View.OWN)
    with st.container(horizontal=True):
        if session().log_before and st.button(tr("Nyare")):
            session().log_before = session().log_before[:-1]
            st.rerun()
        if page.older is not None and st.button(tr("Äldre")):
            session().log_before = (*session().log_before, page.older)
            st.rerun()
    if view is View.WHOLE:
        show_watch()


st.title(tr("Loggen"))
st.markdown(tr("Här står vem som har läst och gjort vad. Ingen kan ändra eller ta bort en rad."))
try:
    show_log()
    show_extract()
except PlanningError as error:
    st.warning(plain(say_error(error)))
