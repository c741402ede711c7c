"""Tells the browser which language the page is in, and says in it what Streamlit would say in English.

Streamlit always claims English and cannot be translated (its issues 15726 and 1353).
"""

from __future__ import annotations

import streamlit as st

from ui.components.parts import text_of
from wording.language import current_language, direction, tr, web_tag

_language = st.components.v2.component("stegvis_language", js=text_of("page_language/page_language.js"))


def set_page_language() -> None:
    """Say which language the page is in: the one that is spoken."""
    words = {
        "skip": tr("Till innehållet"),
        "no_contact": tr("Ingen kontakt"),
        "no_contact_text": tr(
            "Stegvis svarar inte. Kontrollera att programmet är igång. "
            "Sidan fortsätter av sig själv när det är tillbaka."
        ),
        "close": tr("Stäng"),
        "own": _own_words(),
    }
    told = {"language": current_language(), "tag": web_tag(), "dir": direction(), "words": words}
    _language(data=told, key="page_language", height=1)


def _own_words() -> dict[str, str]:
    """By what Streamlit says: hints and names of its own fields that no setting of it changes."""
    choose = tr("Välj")
    return {
        "Choose an option": choose,
        "Choose options": choose,
        "Choose an option or enter a value": choose,
        "Choose options or enter values": choose,
        "Choose date": tr("Välj datum"),
        "Choose a date": tr("Välj datum"),
        "Clear all": tr("Ta bort alla"),
        "Clear value": tr("Ta bort"),
        "Clear": tr("Ta bort"),
        "open": tr("Öppna"),
        "Close": tr("Stäng"),
        "No results": tr("Inget hittades"),
        "Previous month": tr("Förra månaden"),
        "Next month": tr("Nästa månad"),
        "Increment": tr("Mer"),
        "Decrement": tr("Mindre"),
        "Show password text": tr("Visa"),
        "Hide password text": tr("Dölj"),
        "Empty": tr("Inget"),
        "yyyy": tr("åååå"),
        "year": tr("år"),
        "month": tr("månad"),
        "day": tr("dag"),
        "hour": tr("timme"),
        "minute": tr("minut"),
    }
