"""A setting as a file: fetch it, read one in and look at what it changes, and put an earlier version back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from casework.app_verbs import the_store
from casework.now import SCHOOL_TIME
from casework.reading_apart import make_ready
from casework.settings import Setting, check_setting
from casework.settings_files import KeptVersion
from casework.settings_forms import file_to_fetch, name_to_fetch
from casework.settings_ics import ENDING, calendar_from
from casework.settings_kinds import SettingsKind
from casework.settings_words import said_user
from planning.errors import PlanningError
from ui.components.downloads import OfferedFile, offer_files
from ui.components.dropzone import Dropped, ask_for_file
from ui.plain import plain
from ui.session import session
from ui.settings_list import show_changes, show_faults
from wording.clock import short_date, written_time
from wording.errors import say_error
from wording.language import tr

Keep = Callable[[bytes], None]
MOST_SHOWN = 12
"""So many versions are shown; the others are in the folder."""


def show_file(setting: Setting, keep: Keep) -> None:
    """Fetching, and for those who may: reading in."""
    st.header(tr("Som fil"))
    name = name_to_fetch(setting)
    begins = tr("Det finns ingen egen fil än. Den här går att börja från.")
    about = tr("Så som den gäller nu.") if setting.text else begins
    file = OfferedFile(name, tr("Filen {name}", name=name), about)
    offer_files([file], lambda _: _content(setting), key="setting_file")
    if setting.state.may_keep:
        _ask_file(setting, keep)


def _content(setting: Setting) -> bytes:
    return file_to_fetch(setting).encode()


def _ask_file(setting: Setting, keep: Keep) -> None:
    is_calendar = setting.state.kind is SettingsKind.CALENDAR
    if session().setting_given is None:
        if is_calendar:
            make_ready()
        given = ask_for_file(
            title=tr("Läs in en fil"),
            hint=tr("{name}, eller skolans kalender (.ics)", name=name_to_fetch(setting)) if is_calendar
            else name_to_fetch(setting),
            accept=".toml,.ics" if is_calendar else ".toml",
            key=f"setting_drop_{setting.state.kind.value}",
        )  # fmt: skip
        if given is not None:
            session().setting_given = given
            st.rerun()
        return
    _look(setting, session().setting_given, keep)


def _look(setting: Setting, given: Dropped | None, keep: Keep) -> None:
    """The file as a difference against what holds, before anything is kept."""
    assert given is not None
    with st.container(border=True, key="setting_look"):
        st.markdown(f"**{tr('Det här ändras om du lägger in filen')}**")
        content = _text_of(setting, given)
        if content is not None:
            checked = check_setting(the_store(), setting.state.kind, content, setting.state.unit)
            if checked.faults:
                show_faults(checked.faults)
            else:
                show_changes(checked.changes)
            with st.container(horizontal=True):
                wanted = not checked.faults and st.button(tr("Lägg in filen"), type="primary")
                left = st.button(tr("Välj en annan fil"))
        else:
            wanted, left = False, st.button(tr("Välj en annan fil"))
    if wanted and content is not None:
        session().setting_given = None
        keep(content)
    if left:
        session().setting_given = None
        st.rerun()


def _text_of(setting: Setting, given: Dropped) -> bytes | None:
    """The file itself; of a calendar what it makes of the setting. None, with the reason shown, where it is none."""
    if not given.name.lower().endswith(ENDING) or setting.state.kind is not SettingsKind.CALENDAR:
        return given.content
    try:
        found = calendar_from(setting, given.content, given.name)
    except PlanningError as error:
        st.markdown(plain(say_error(error)))
        return None
    if found.others:
        st.markdown(tr("De här togs inte med, för det framgår inte att skolan är stängd: {names}.",
                       names=plain(", ".join(found.others))))
    return found.text.encode()


def show_versions(setting: Setting, user: str) -> int | None:
    """Who kept what when, the newest first; the number of the version to put back, once it has been said."""
    if not setting.versions:
        return None
    wanted = None
    with st.expander(tr("Tidigare versioner")):
        for version in reversed(setting.versions[-MOST_SHOWN:]):
            if _show_version(version, user, setting):
                wanted = version.number
        may = setting.state.may_keep and not setting.state.is_default
        if may and st.button(tr("Gå tillbaka till det som levereras")):
            wanted = 0
    return wanted


def _show_version(version: KeptVersion, user: str, setting: Setting) -> bool:
    at = version.at.astimezone(SCHOOL_TIME)
    when = f"{short_date(at.date())} {written_time(at.hour * 60 + at.minute)}"
    what = tr("Som det levereras") if version.is_empty else tr("Version {number}", number=version.number)
    holds = setting.state.changed is not None and setting.state.changed.number == version.number
    with st.container(horizontal=True, vertical_alignment="center", key=f"version_{version.number}"):
        st.markdown(plain(f"{what}: {when}, {said_user(version.by, user)}"), width="stretch")
        if holds:
            st.markdown(tr("Gäller nu"))
            return False
        if not setting.state.may_keep:
            return False
        return st.button(tr("Lägg tillbaka"), key=f"back_{version.number}")
