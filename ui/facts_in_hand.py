"""The facts that a form is filled in from: those of when it was drawn, so that what others write meanwhile is seen."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from casework.app_verbs import the_store
from casework.cases import Case, keep_facts
from casework.facts import CaseFacts
from casework.merging import Clash, with_field
from casework.now import SCHOOL_TIME
from questionnaire.answers import Choice
from ui.plain import plain
from ui.session import FactsShown, session
from wording.choices import choice_names
from wording.fact_names import called
from wording.language import tr, trn


def facts_in_hand(page: str, case: Case) -> CaseFacts:
    """The facts as this page showed them first since one came to it, or since it was last saved."""
    shown = session().facts_shown
    if shown is None or (shown.case_id, shown.page) != (case.id, page):
        shown = session().facts_shown = FactsShown(case.id, page, case.facts)
    return shown.facts


def keep_in_hand(page: str, case: Case, mine: CaseFacts) -> bool:
    """Keeps what was written; False when somebody else has written something else in the same place."""
    kept = keep_facts(the_store(), case.id, seen=facts_in_hand(page, case), mine=mine)
    session().facts_shown = FactsShown(case.id, page, kept.facts)
    session().clashed = kept if kept.clashes else None
    return not kept.clashes


def show_clashes(case: Case) -> None:
    """Both values wherever two have written in the same place, and the choice."""
    kept = session().clashed
    if kept is None:
        return
    with st.container(border=True, key="clashes"):
        st.markdown(f"**{tr('Någon annan hann skriva på samma ställe')}**")
        when = f"{kept.at.astimezone(SCHOOL_TIME):%H.%M}" if kept.at else ""
        st.markdown(tr("Det andra sparades kl {time}. Allt annat du skrev är sparat. Välj vad som gäller:", time=when))
        for clash in kept.clashes:
            _show_clash(case, clash)


def _show_clash(case: Case, clash: Clash) -> None:
    st.markdown(f"**{plain(_name(clash.field))}**")
    mine, stored = st.columns(2)
    if mine.button(tr("Mitt: {value}", value=_said(clash.mine)), key=f"mine_{clash.field}", width="stretch"):
        keep_facts(the_store(), case.id, seen=case.facts, mine=with_field(case.facts, clash.field, clash.mine))
        _done_with(clash)
    if stored.button(tr("Det andra: {value}", value=_said(clash.stored)), key=f"stored_{clash.field}", width="stretch"):
        _done_with(clash)


def _done_with(clash: Clash) -> None:
    held = session()
    if held.clashed is not None:
        left = tuple(other for other in held.clashed.clashes if other.field != clash.field)
        held.clashed = held.clashed.model_copy(update={"clashes": left}) if left else None
    held.facts_shown = None
    st.rerun()


def _name(field: str) -> str:
    first, _, inner = field.partition(".")
    names = {
        "ladder": tr("Planens början och steg"),
        "calendar": tr("Lov och lediga dagar"),
        "coach": tr("Coachen"),
        "contacts": tr("Nå varandra"),
        "travel": tr("Skjuts"),
        "places": tr("Ställen att slippa just nu"),
        "trusted_person": tr("Vem litar eleven på?"),
        "goals": tr("Mål och takt"),
    }
    return called(inner) or names.get(first, "") or tr("En uppgift")


def _said(value: object) -> str:
    match value:
        case "" | None | ():
            return tr("(tomt)")
        case bool():
            return choice_names()[Choice.YES if value else Choice.NO]
        case str() | int() | dt.date():
            return str(value)
        case tuple():
            return trn("{n} rad", "{n} rader", len(value))
        case _:
            return tr("(flera uppgifter)")
