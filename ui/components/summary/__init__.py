"""The summary on the screen: lines in the student's own voice, each to be ticked right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import streamlit as st

from ui.agreement import AgreedField, NotAgreed
from ui.components.parts import styles, text_of
from ui.session import told
from wording.language import tr

Said = Literal["right", "wrong", "important"]
KEY = "summary_lines"
LONGEST = 40
"""No more than so many characters of a field are read."""

_summary = st.components.v2.component(
    "stegvis_summary",
    html='<div role="status"></div>\n<div class="groups"></div>',
    css=styles("summary/summary.css"),
    js=text_of("summary/summary.js"),
)


@dataclass(frozen=True)
class ShownLine:
    """One line. `right` is None until the student has said; `by` names an adult who filled it in.

    `holds` says what has been agreed beside the answer, `fields` are those to agree in.
    """

    id: str
    text: str
    right: bool | None = None
    important: bool = False
    by: str = ""
    holds: tuple[str, ...] = ()
    fields: tuple[AgreedField, ...] = ()


Agree = Callable[[str, Mapping[str, str]], None]
"""Takes the line and what stands in its fields."""


def show_summary(
    groups: Sequence[tuple[str, Sequence[ShownLine]]], most: int, agree: Agree, not_agreed: NotAgreed | None = None
) -> tuple[str, Said] | None:
    """Draw the groups; the line that was just ticked, and as what. At most `most` can be most important.

    `agree` is called before the page is drawn anew; `not_agreed` is what it refused.
    """
    shown = [{"name": name, "lines": [asdict(line) for line in lines]} for name, lines in groups if lines]
    words = {
        "right": tr("Stämmer"),
        "wrong": tr("Stämmer inte"),
        "important": tr("Viktigast"),
        "stars": tr("Välj gärna upp till tre som är viktigast. Valt: {{n}}"),
        "agree": tr("Vad gäller?"),
        "save": tr("Spara"),
        "close": tr("Stäng"),
    }

    def take() -> None:
        _take(told(KEY, "agreed"), agree)

    result = _summary(
        data={
            "groups": shown,
            "most": most,
            "words": words,
            "not_agreed": asdict(not_agreed) if not_agreed else None,
        },
        key=KEY,
        on_say_change=lambda: None,
        on_agreed_change=take,
    )
    match result.say:
        case {"line": str(line), "what": "right" | "wrong" | "important" as what}:
            return line, what
        case _:
            return None


def _take(agreed: Any, agree: Agree) -> None:
    match agreed:
        case {"line": str(line), "typed": dict(typed)}:
            agree(line, {str(name): str(text)[:LONGEST] for name, text in typed.items()})
        case _:
            return
