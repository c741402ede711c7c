"""What is chosen before documents are fetched: draft or not, the language, and whether the calendar reminds."""

from __future__ import annotations

import streamlit as st

from casework.kept_documents import Order
from ui.session import session
from wording.language import LANGUAGES, SOURCE_LANGUAGE, Language, tr

REMINDERS = (0, 15, 30, 60)
"""Minutes before the day's first event; 0: none. Our default."""


def choose(*, must_be_draft: bool, is_protected: bool = False) -> Order:
    """The choices side by side, and what they come to. Of a protected student one says first where the files go."""
    with st.container(key="document_choices", horizontal=True, gap="medium"):
        is_draft = _draft(must_be_draft=must_be_draft)
        language = _language()
        reminder = st.selectbox(
            tr("Kalendern påminner"),
            REMINDERS,
            format_func=say_reminder,
            key=f"documents_reminder_{session().language}",
            width=270,
        )
    is_confirmed = is_protected and st.checkbox(
        tr("Uppgifterna är skyddade. Jag vet vem som får filen och hur den kommer dit."), key="documents_confirmed"
    )
    return Order(is_draft=is_draft, language=language, reminder_minutes=reminder or 0, is_confirmed=is_confirmed)


def _draft(*, must_be_draft: bool) -> bool:
    """Whether the proposal is a draft. While something waits it can be nothing else."""
    names = {True: tr("Utkast"), False: tr("Att lämna")}
    chosen = st.segmented_control(
        tr("Förslaget till skolan"),
        [True, False],
        format_func=lambda one: names[one],
        default=must_be_draft,
        disabled=must_be_draft,
        required=True,
        key=f"documents_draft_{must_be_draft}",
    )
    return must_be_draft or bool(chosen)


def _language() -> Language:
    names = {"sv": tr("Svenska"), "en": tr("Engelska")}
    spoken = session().language if session().language in LANGUAGES else SOURCE_LANGUAGE
    chosen: Language | None = st.segmented_control(
        tr("Språk i dokumenten"),
        LANGUAGES,
        format_func=lambda one: names[one],
        default=spoken,
        required=True,
        key="documents_language",
    )
    return chosen or spoken


def say_reminder(minutes: int) -> str:
    """«15 minuter före dagens första», or that it does not."""
    return tr("{n} minuter före dagens första", n=minutes) if minutes else tr("Nej")
