"""A button that prints the page as it stands."""

from __future__ import annotations

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import tr

_print_page = st.components.v2.component(
    "stegvis_print_page",
    html='<button type="button"></button>\n',
    css=styles("print_page/print_page.css"),
    js=text_of("print_page/print_page.js"),
)


def offer_print(key: str = "print_page") -> None:
    """Draw the button."""
    _print_page(data={"print": tr("Skriv ut sidan")}, key=key)
