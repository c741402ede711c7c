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
    }
    told = {"language": current_language(), "tag": web_tag(), "dir": direction(), "words": words}
    _language(data=told, key="page_language", height=1)
