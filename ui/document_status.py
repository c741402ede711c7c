"""How far the proposal has come: a draft while anything waits, and what that is and where it is filled in."""

from __future__ import annotations

import streamlit as st

from casework.before_sending import Waiting
from casework.case import Case
from casework.documents import PROPOSAL, file_name, language_of
from casework.now import SCHOOL_TIME
from casework.readiness_words import say_hindrance
from casework.sharing import who_may_know
from ui.frame.ways import go_to
from ui.missing_view import missing_view
from wording.clock import short_date
from wording.language import LANGUAGES, Language, tr, trn


def say_state(case: Case, name: str, language: Language, lacks: int) -> str:
    """«Svenska · Hämtat mån 30 nov»: the language that a document leaves in, and when it last did.

    `lacks`: how much waits before the proposal can be handed in.
    """
    spoken = {"sv": tr("Svenska"), "en": tr("Engelska")}[language_of(name, language)]
    return " · ".join(part for part in (spoken, _say_waits(name, lacks), _say_made(case, name)) if part)


def _say_waits(name: str, lacks: int) -> str:
    return trn("{n} sak väntar", "{n} saker väntar", lacks) if name == PROPOSAL and lacks else ""


def _say_made(case: Case, name: str) -> str:
    """When it was made last, and whether the plan is another one since."""
    kinds = {file_name(name, language) for language in LANGUAGES}
    made = next((one for one in reversed(case.documents) if one.kind in kinds), None)
    if made is None:
        return tr("Inte hämtat än")
    day = short_date(made.made_at.astimezone(SCHOOL_TIME).date())
    if case.plan is not None and made.plan_number != case.plan.number:
        return tr("Hämtat {day}, ur en tidigare plan", day=day)
    is_draft = made.proposal is not None and made.proposal.is_draft
    return tr("Hämtat som utkast {day}", day=day) if is_draft else tr("Hämtat {day}", day=day)


def show_status(case: Case, waiting: Waiting) -> None:
    """What the student has not said yes to, what is missing, and who may know what."""
    with st.container(border=True):
        if waiting.is_nothing:
            st.markdown(tr("Eleven har sagt ja och alla uppgifter finns. Förslaget kan lämnas till skolan."))
        else:
            st.markdown(f"**{tr('Förslaget till skolan är ett utkast än')}**")
        if waiting.hindrances:
            st.markdown("\n".join(f"- {say_hindrance(hindrance)}" for hindrance in waiting.hindrances))
        with st.container(horizontal=True):
            if waiting.hindrances and st.button(tr("Till planen")):
                go_to("plan")
            if st.button(tr("Uppgifter till skolan")):
                go_to("school_facts")
    if lacks := len(waiting.missing) + len(waiting.rules_apart):
        with st.expander(trn("{n} sak att fylla i före skolan", "{n} saker att fylla i före skolan", lacks)):
            missing_view(case, waiting)
    with st.expander(tr("Vem får veta vad")):
        st.markdown("\n".join(f"- {line}" for line in who_may_know(case.sheet)))
