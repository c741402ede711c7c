"""«Inställningar»: routines, calendar, rooms, own questions and thresholds, as data that is checked before it holds."""

from __future__ import annotations

from typing import assert_never

import streamlit as st

from casework.app_verbs import the_store
from casework.settings import Setting, keep_setting, list_settings, put_back, see_setting, units_to_see
from casework.settings_kinds import SettingsKind
from casework.settings_words import say_kind, say_state
from planning.errors import PlanningError
from ui.frame.ways import go_to
from ui.plain import plain
from ui.session import session
from ui.settings_calendar import show_calendar
from ui.settings_file import show_file, show_versions
from ui.settings_list import choose_kind, choose_unit, show_faults, style
from ui.settings_questions import show_questions
from ui.settings_rooms import show_rooms
from ui.settings_routines import show_routines
from ui.settings_rules import show_rules
from wording.errors import say_error
from wording.language import tr, trn

MOST_TOLD = 4
"""So many lines of what changed are told again once it has been kept: the page shows the rest itself."""

store = the_store()
user = store.actor.user


def turn_to_kind(kind: SettingsKind | None, told: tuple[str, ...] = ()) -> None:
    """Another kind, or the list."""
    session().setting, session().setting_given, session().setting_told = kind, None, told
    st.rerun()


def keep(setting: Setting, content: bytes) -> None:
    """What a form or a file says, kept; every fault, or that somebody else was quicker, is told."""
    state = setting.state
    seen = setting.versions[-1].number if setting.versions else 0
    try:
        checked = keep_setting(store, state.kind, content, state.unit, seen=seen)
    except PlanningError as error:
        st.warning(plain(say_error(error)))
        return
    if checked.faults:
        show_faults(checked.faults)
        return
    turn_to_kind(state.kind, checked.changes or (tr("Inget behövde ändras."),))


def put_it_back(setting: Setting, number: int) -> None:
    """An earlier version holds again."""
    try:
        checked = put_back(store, setting.state.kind, number, setting.state.unit)
    except PlanningError as error:
        st.warning(plain(say_error(error)))
        return
    turn_to_kind(setting.state.kind, checked.changes or (tr("Inget behövde ändras."),))


def show_told() -> None:
    """What was just kept, until the next thing is done.

    The place is there always, so that nothing below it closes when it empties.
    """
    with st.container(key="setting_told"):
        if session().setting_told:
            shown, rest = session().setting_told[:MOST_TOLD], len(session().setting_told) - MOST_TOLD
            more = (trn("och {n} till", "och {n} till", rest),) if rest > 0 else ()
            lines = "\n".join(f"- {plain(line)}" for line in (*shown, *more))
            st.markdown(f"**{tr('Sparat, och gäller från nu.')}**\n\n{lines}")
        session().setting_told = ()


def show_one(setting: Setting) -> None:
    """One kind: what holds, its forms, its file and its versions."""
    words = say_kind(setting.state.kind)
    st.title(words.title)
    st.markdown(words.about)
    st.markdown(f":small[{plain(say_state(setting.state, user))}]")
    if setting.state.faults:
        show_faults(setting.state.faults)
    show_told()
    if not setting.state.may_keep:
        st.markdown(tr("Du kan se det här. Administratören ändrar det, och samordnaren det som är den egna skolans."))
    show_kind(setting)
    show_file(setting, lambda content: keep(setting, content))
    wanted = show_versions(setting, user)
    if wanted is not None:
        put_it_back(setting, wanted)


def show_kind(setting: Setting) -> None:
    """What holds, readable, with the short forms."""

    def keep_text(text: str) -> None:
        keep(setting, text.encode())

    match setting.state.kind:
        case SettingsKind.ROUTINES:
            show_routines(setting, keep_text)
        case SettingsKind.CALENDAR:
            show_calendar(setting, keep_text)
        case SettingsKind.ROOMS:
            show_rooms(setting, keep_text)
        case SettingsKind.QUESTIONS:
            show_questions(setting, keep_text)
        case SettingsKind.RULES:
            show_rules(setting, keep_text)
        case _:
            assert_never(setting.state.kind)


def show_list() -> None:
    """Every kind, and whose they are."""
    st.title(tr("Inställningar"))
    st.markdown(tr("Det som är ert eget. Inget här säger något om en elev, och varje ändring kan läggas tillbaka."))
    units = () if store.actor.is_alone else units_to_see(store)
    unit = choose_unit(units, session().setting_unit)
    if unit != session().setting_unit:
        session().setting_unit = unit
        st.rerun()
    chosen = choose_kind(list_settings(store, unit), user)
    if st.button(tr("Till början")):
        go_to("start")
    if chosen is not None:
        turn_to_kind(chosen)


style()
try:
    opened = session().setting
    if opened is None:
        show_list()
    else:
        if st.button(tr("Alla inställningar")):
            turn_to_kind(None)
        show_one(see_setting(store, opened, session().setting_unit))
except PlanningError as error:
    st.warning(plain(say_error(error)))
    if st.button(tr("Till början")):
        go_to("start")
