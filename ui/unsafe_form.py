"""Where it is not safe, ticked by the coach, and what the school has done there."""

from __future__ import annotations

import streamlit as st

from casework.case import Case
from casework.duties import Duties
from casework.now import SCHOOL_TIME, now
from casework.safety import Measure, MeasureThere, SettingKind, UnsafeSetting, choices
from planning.timetable import Timetable
from questionnaire.alerts import LONGEST_NOTE
from wording.alerts import say_measure, say_setting
from wording.clock import short_date
from wording.language import tr

Written = tuple[UnsafeSetting, ...]


def show_unsafe(case: Case, duties: Duties) -> Written:
    """The part of the page about where it is not safe; what was written just now."""
    if case.timetable is None:
        return ()
    st.header(tr("Var är det otryggt?"))
    st.markdown(
        tr("Kryssa det som eleven själv har sagt. Planen går inte dit förrän något är gjort där.")
        + " "
        + tr("Ingenting av det här står i något dokument.")
    )
    if duties.asks_where:
        st.markdown(f"**{tr('Planen väntar tills du har kryssat något här.')}**")
    if duties.renamed:
        st.markdown(
            tr("Det här finns inte i schemat längre. Kryssa det som det heter nu; när du sparar tas det gamla bort.")
        )
        st.markdown("\n".join(f"- {_name(setting)}" for setting in duties.renamed))
    written = _ask_where(case.unsafe, case.timetable)
    settings = tuple(setting for setting in case.unsafe if setting.kind is not SettingKind.NOT_TOLD)
    return (*written, *_show_measures(settings)) if settings else written


def _ask_where(unsafe: Written, timetable: Timetable) -> Written:
    with st.form("unsafe", border=True):
        ticked: set[tuple[SettingKind, str]] = set()
        for kind, label in _kinds():
            offered = choices(kind, timetable)
            already = [setting.name for setting in unsafe if setting.kind is kind and setting.name in offered]
            if offered:
                chosen = st.multiselect(
                    label, offered, default=already, placeholder=tr("Inget valt"),
                    format_func=_place if kind is SettingKind.PLACE else str,
                )  # fmt: skip
                ticked |= {(kind, name) for name in chosen}
        st.markdown(tr("Har stället ingen egen sal? Kryssa också de salar eller ämnen som tar eleven dit."))
        silent = UnsafeSetting(kind=SettingKind.NOT_TOLD)
        if st.checkbox(tr("Eleven vill inte säga var"), value=silent.key in {s.key for s in unsafe}):
            ticked.add(silent.key)
        if not st.form_submit_button(tr("Spara var det är")):
            return ()
    if not ticked and not unsafe:
        st.markdown(tr("Kryssa något, eller att eleven inte vill säga var."))
    return changes(unsafe, ticked)


def changes(unsafe: Written, ticked: set[tuple[SettingKind, str]]) -> Written:
    """What is new among the ticks, and what is no longer ticked. A name that cannot be ticked any more goes too."""
    known = {setting.key for setting in unsafe}
    gone = tuple(s.model_copy(update={"is_withdrawn": True}) for s in unsafe if s.key not in ticked)
    return (*gone, *(UnsafeSetting(kind=kind, name=name) for kind, name in sorted(ticked - known)))


def _show_measures(settings: Written) -> Written:
    st.header(tr("Vad görs där det händer?"))
    for setting in settings:
        st.markdown(f"**{_name(setting)}** – {_told(setting)}")
    if any(setting.only_moves_the_exposed for setting in settings):
        warning = tr("Att bara flytta den som blivit utsatt räcker inte.")
        st.markdown(f"**{warning}** {tr('Planen går inte dit förrän något görs där.')}")
    with st.form(f"measures_{sum(len(setting.measures) for setting in settings)}", border=True):
        by_name = {_name(setting): setting for setting in settings}
        where = st.pills(tr("Var?"), list(by_name), selection_mode="multi")
        done = st.pills(tr("Vad är gjort?"), list(MeasureThere), selection_mode="multi", format_func=say_measure)
        by = st.text_input(tr("Vem säger det? Roll eller initialer."), max_chars=LONGEST_NOTE, autocomplete="off")
        if not st.form_submit_button(tr("Skriv in åtgärden")):
            return ()
    if not (where and done and by.strip()):
        st.markdown(tr("Välj var och vad, och skriv vem som säger det."))
        return ()
    made = tuple(Measure(kind=kind, by=by, at=now()) for kind in done)
    return tuple(by_name[n].model_copy(update={"measures": (*by_name[n].measures, *made)}) for n in where)


def _told(setting: UnsafeSetting) -> str:
    if not setting.measures:
        return tr("ingen åtgärd är skriven än")
    return ", ".join(
        f"{say_measure(m.kind)} ({m.by}, {short_date(m.at.astimezone(SCHOOL_TIME).date())})" for m in setting.measures
    )


def _name(setting: UnsafeSetting) -> str:
    return say_setting(setting.kind, setting.name)


def _place(code: str) -> str:
    return say_setting(SettingKind.PLACE, code)


def _kinds() -> tuple[tuple[SettingKind, str], ...]:
    return (
        (SettingKind.PLACE, tr("Ställen")),
        (SettingKind.ROOM, tr("Salar")),
        (SettingKind.GROUP, tr("Grupper")),
        (SettingKind.TEACHER, tr("Lärare")),
        (SettingKind.SUBJECT, tr("Ämnen")),
    )
