"""The way home where a page has broken: a link and no button, which leads on where nothing that the page runs would."""

from __future__ import annotations

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import tr

_way_home = st.components.v2.component(
    "stegvis_way_home",
    html='<p><a href="/"></a>\n</p>',
    css=styles("way_home/way_home.css"),
    js=text_of("way_home/way_home.js"),
)


def show_way_home() -> None:
    """Draw it."""
    _way_home(data={"name": tr("Till början")}, key="way_home")
