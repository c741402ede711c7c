"""The top of every page, with the bar of steps: Streamlit's own navigation is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import tr

_stepbar = st.components.v2.component(
    "stegvis_stepbar",
    html=(
        '<div class="top"><button class="home" type="button"><svg viewBox="0 0 48 48" aria-hidden="true">'
        '<path d="M6 40h10V30h10V20h10V10h7"/></svg>Stegvis</button><span class="whose"></span>'
        '<button class="language" type="button"></button></div>\n<nav><ol></ol></nav>'
    ),
    css=styles("stepbar/stepbar.css"),
    js=text_of("stepbar/stepbar.js"),
)


@dataclass(frozen=True)
class Stop:
    """One stop of the way: the page it leads to, its name, and whether it is done, or closed for now."""

    page: str
    name: str
    is_done: bool = False
    is_closed: bool = False


def show_stepbar(stops: Sequence[Stop], *, now: str, whose: str, other_language: str) -> str | None:
    """Draw the bar. Gives the page that was tapped, or «language» when the other language was."""
    shown = [
        {"page": s.page, "name": s.name, "done": s.is_done, "closed": s.is_closed, "now": s.page == now} for s in stops
    ]
    words = {
        "closed": tr("inte öppet än"),
        "done": tr("klart"),
        "home": tr("Stegvis, till början"),
        "way": tr("Vägen genom ärendet"),
    }
    result = _stepbar(
        data={"stops": shown, "words": words, "whose": whose, "other_language": other_language},
        key="stepbar",
        on_go_change=lambda: None,
    )
    page: str | None = result.go
    return page
