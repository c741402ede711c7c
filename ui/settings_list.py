"""The kinds of settings as a calm list: what each holds, and how it is with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from casework.settings import SettingFault, SettingState
from casework.settings_kinds import SettingsKind
from casework.settings_words import say_kind, say_state
from storage.user_table import Unit
from ui.plain import plain
from wording.language import tr

_STYLE = (Path(__file__).parent / "settings.css").read_text(encoding="utf-8")


def style() -> None:
    """What the pages of the settings look like."""
    st.html(f"<style>{_STYLE}</style>")


def choose_kind(states: Sequence[SettingState], user: str) -> SettingsKind | None:
    """Draw the list; the kind that was opened."""
    chosen = None
    for state in states:
        words = say_kind(state.kind)
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", key=f"settingcard_{state.kind.value}"
        ):
            with st.container():
                st.markdown(f"**{words.title}**")
                st.markdown(words.about)
                st.markdown(f":small[{plain(say_state(state, user))}]")
            if st.button(tr("Öppna"), key=f"open_{state.kind.value}"):
                chosen = state.kind
    return chosen


def choose_unit(units: Sequence[Unit], unit: str) -> str:
    """Whose settings: the whole municipality's, or a school's."""
    if not units:
        return ""
    names = {"": tr("Hela kommunen"), **{one.id: one.name for one in units}}
    chosen: str = st.selectbox(
        tr("Vilkas inställningar?"), list(names), index=list(names).index(unit) if unit in names else 0,
        format_func=names.__getitem__, placeholder=tr("Välj"),
    )  # fmt: skip
    return chosen


def show_faults(faults: Sequence[SettingFault]) -> None:
    """Every fault: where it stands, and what to do."""
    with st.container(border=True, key="setting_faults"):
        st.markdown(f"**{tr('Det här behöver rättas i filen')}**")
        for fault in faults:
            where = ", ".join(filter(None, (fault.file, fault.entry, fault.field)))
            st.markdown(f"- **{plain(where)}**  \n  {plain(fault.said)}")
        st.markdown(tr("Inget är ändrat. Det som gällde förut gäller fortfarande."))


def show_changes(changes: Sequence[str]) -> None:
    """What differs from what holds."""
    st.markdown("\n".join(f"- {plain(line)}" for line in changes) or tr("Filen säger detsamma som det som gäller nu."))
