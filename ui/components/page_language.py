"""Tells the browser which language the page is in, so that it is read aloud and hyphenated rightly.

Streamlit always says English (its issue 15726).
"""

from __future__ import annotations

import streamlit as st

from wording.language import Language

_language = st.components.v2.component(
    "stegvis_language",
    js="export default function (component) {\n  document.documentElement.lang = component.data;\n}\n",
)


def set_page_language(language: Language) -> None:
    """Say which language the page is in."""
    _language(data=language, key="page_language", height=1)
