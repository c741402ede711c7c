"""The top of every page, with the bar of steps: Streamlit's own navigation is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import Language, current_language, direction, languages, name_of_language, tr, web_tag

LANGUAGE = "language:"
"""What the bar gives begins so when a language has been chosen; its code follows."""

_stepbar = st.components.v2.component(
    "stegvis_stepbar",
    html=(
        '<div class="top"><button class="home" type="button"><svg viewBox="0 0 48 48" aria-hidden="true">'
        '<path d="M6 40h10V30h10V20h10V10h7"/></svg><span class="name">Stegvis</span></button>'
        '<span class="whose"></span>'
        '<button class="veil" type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2 12s3.6-6.5 10-6.5'
        'S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z"/><circle cx="12" cy="12" r="2.8"/>'
        '<path class="stroke" d="M4 20 20 4"/></svg><span class="word"></span></button>'
        '<button class="lock" type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="5" y="11" width="14" '
        'height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/></svg><span class="word"></span></button>'
        '<button class="language" type="button"></button><select class="languages"></select></div>\n'
        '<nav><ol></ol><p class="here" aria-hidden="true"></p></nav>'
    ),
    css=styles("stepbar/stepbar.css"),
    js=text_of("make.js", "stepbar/stepbar.js"),
)


@dataclass(frozen=True)
class Stop:
    """One stop of the way: the page it leads to, its name, and whether it is done, or closed for now."""

    page: str
    name: str
    is_done: bool = False
    is_closed: bool = False


def show_stepbar(
    stops: Sequence[Stop], *, now: str, whose: str, is_veiled: bool = False, is_shared: bool = False
) -> str | None:
    """Draw the bar. Gives the page that was tapped; «language:en» for a language, «veil» or «unveil» for the veil.

    `is_shared`: in a municipality one logs out; alone one locks.
    """
    shown = [
        {"page": s.page, "name": s.name, "done": s.is_done, "closed": s.is_closed, "now": s.page == now} for s in stops
    ]
    words = {
        "closed": tr("inte öppet än"),
        "done": tr("klart"),
        "home": tr("Stegvis, till början"),
        "way": tr("Vägen genom ärendet"),
        "lock": tr("Logga ut") if is_shared else tr("Lås nu"),
        "veil": tr("Insynsskydd"),
        "language": tr("Språk"),
    }
    told = {"stops": shown, "words": words, "whose": whose, "veiled": is_veiled, "languages": language_choices()}
    result = _stepbar(
        data=told,
        key="stepbar",
        on_go_change=lambda: None,
    )
    page: str | None = result.go
    return page


def language_choices() -> list[dict[str, Any]]:
    """Every language that can be spoken, by the name that it has itself."""
    return [
        {
            "code": LANGUAGE + code,
            "name": name_of_language(code),
            "tag": web_tag(code),
            "rtl": direction(code) == "rtl",
            "now": code == current_language(),
        }
        for code in languages()
    ]


def language_in(told: str) -> Language | None:
    """The language that was chosen, if the bar told of one that there is."""
    code = told.removeprefix(LANGUAGE)
    return code if told.startswith(LANGUAGE) and code in languages() else None
