"""The log on the screen: what to look for, the rows, and what to ask about."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from casework.anchoring import LogState
from casework.audit_alerts import Pointed
from casework.audit_view import LogPage, View, Wanted
from casework.now import SCHOOL_TIME
from planning.access import Action
from storage.audit import LoggedAct
from ui.plain import plain
from wording.acts import say_act, say_outcome
from wording.audit import say_moment, say_pointed, say_role
from wording.backup_words import say_log_broken, say_log_holds
from wording.language import tr


def ask_wanted(*, with_people: bool) -> Wanted:
    """What is looked for. Nothing filled in: everything."""
    with st.form("log_wanted", border=False):
        left, middle, right = st.columns(3)
        action = left.selectbox(
            tr("Vad"), ["", *Action], format_func=lambda it: say_act(str(it)) if it else tr("Allt")
        )
        since = middle.date_input(tr("Från och med"), value=None, format="YYYY-MM-DD")
        until = right.date_input(tr("Till och med"), value=None, format="YYYY-MM-DD")
        case_id = who = ""
        if with_people:
            left, right = st.columns(2)
            who = left.text_input(tr("Personens nummer"), max_chars=36, autocomplete="off")
            case_id = right.text_input(tr("Ärendets nummer"), max_chars=36, autocomplete="off")
        denied = st.checkbox(tr("Bara det som nekades"))
        st.form_submit_button(tr("Visa"), type="primary")
    return Wanted(
        action=str(action),
        since=since if isinstance(since, dt.date) else None,
        until=until if isinstance(until, dt.date) else None,
        who=who.strip(),
        case_id=case_id.strip(),
        only_denied=denied,
    )


def show_rows(page: LogPage, *, with_people: bool) -> None:
    """The rows as a table that can be read aloud."""
    if not page.rows:
        st.markdown(tr("Det finns inget sådant i loggen."))
        return
    head = [tr("När"), tr("Vad"), *([tr("Vem"), tr("Ärende")] if with_people else [])]
    columns = {name: [row[at] for row in map(_told, page.rows)] for at, name in enumerate(head)}
    st.table(columns)


def show_pointed(found: tuple[Pointed, ...]) -> None:
    """What to ask about. Nobody is judged by a log."""
    if not found:
        st.markdown(tr("Det finns inget särskilt att fråga om de senaste trettio dagarna."))
        return
    st.markdown(tr("Det här är frågor att ställa. En rad i loggen säger inte varför."))
    for one in found:
        who = plain(say_role(one.who, None) if one.who == "alone" else one.who)
        day = say_moment(one.at.astimezone(SCHOOL_TIME))
        st.markdown(f"**{who}**, {day}: {say_pointed(one.why.value, one.times)}")


def show_state(state: LogState) -> None:
    """Whether the log holds."""
    if state.broken is None:
        st.markdown(say_log_holds(state.head.number, state.head.printed))
        return
    since = say_moment(state.sound_until.astimezone(SCHOOL_TIME)) if state.sound_until else ""
    st.warning(say_log_broken(state.broken.reason, state.broken.number, since))


def _told(act: LoggedAct) -> tuple[str, str, str, str]:
    outcome = say_outcome(act.outcome.value)
    what = f"{say_act(act.action)} ({outcome})" if outcome else say_act(act.action)
    who = say_role(act.actor, None) if act.actor in ("alone", "system") else act.actor
    local = act.at.astimezone(SCHOOL_TIME)
    # The first signs are enough to tell cases apart, and to look for one.
    return f"{local:%Y-%m-%d %H.%M}", what, plain(who), plain((act.case_id or "")[:8])


def say_view(view: View) -> str:
    """What of the log is shown."""
    match view:
        case View.WHOLE:
            return tr("Allt")
        case View.UNIT:
            return tr("Enhetens ärenden")
        case View.OWN:
            return tr("Det jag har gjort")
