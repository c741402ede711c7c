"""The summary on the screen: lines in the student's own voice, each to be ticked right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import tr

Said = Literal["right", "wrong", "important"]

_summary = st.components.v2.component(
    "stegvis_summary",
    html='<div role="status"></div>\n<div class="groups"></div>',
    css=styles("summary/summary.css"),
    js=text_of("summary/summary.js"),
)


@dataclass(frozen=True)
class ShownLine:
    """One line. `right` is None until the student has said; `by` names an adult who filled it in."""

    id: str
    text: str
    right: bool | None = None
    important: bool = False
    by: str = ""


def show_summary(groups: Sequence[tuple[str, Sequence[ShownLine]]], most: int) -> tuple[str, Said] | None:
    """Draw the groups; the line that was just ticked, and as what. At most `most` can be most important."""
    shown = [{"name": name, "lines": [asdict(line) for line in lines]} for name, lines in groups if lines]
    words = {
        "right": tr("Stämmer"),
        "wrong": tr("Stämmer inte"),
        "important": tr("Viktigast"),
        "stars": tr("Välj gärna upp till tre som är viktigast. Valt: {{n}}"),
    }
    result = _summary(
        data={"groups": shown, "most": most, "words": words}, key="summary_lines", on_say_change=lambda: None
    )
    match result.say:
        case {"line": str(line), "what": "right" | "wrong" | "important" as what}:
            return line, what
        case _:
            return None
