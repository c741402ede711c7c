"""The ways for a timetable to come in, as cards side by side: a file that is dropped or chosen, and others by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from ui.components.dropzone import file_words
from ui.components.parts import styles, text_of

_ICONS = {
    "file": "M6 3h8l4 4v14H6z M14 3v4h4 M12 11v6 M9.5 14.5 12 17l2.5-2.5",
    "table": "M4 5h16v14H4z M4 10h16 M4 14.5h16 M10 5v14",
    "calendar": "M5 5.5h14V20H5z M5 10h14 M9 3.5v4 M15 3.5v4 M9 14h2 M13 14h2",
    "tap": "M4 4h7v7H4z M13 4h7v7h-7z M4 13h7v7H4z M16.5 14v5 M14 16.5h5",
}

_ways_in = st.components.v2.component(
    "stegvis_ways_in",
    html='<ul class="ways"></ul>\n<div role="status"></div>',
    css=styles("ways_in/ways_in.css"),
    js=text_of("dropzone/take.js", "ways_in/ways_in.js"),
)


@dataclass(frozen=True)
class Way:
    """One way: its name for the program («file», «table», «calendar», «tap»), a title, and a sentence about it.

    `accept`: the endings of the files that it takes; empty for a way without files.
    """

    id: str
    title: str
    hint: str
    accept: str = ""


def ask_way(ways: Sequence[Way], *, key: str, on_file: Callable[[], None], on_way: Callable[[], None]) -> None:
    """Draw the ways. What comes is told in the callbacks, as «file» and «way»: none is lost while a page is drawn."""
    cards = [
        {"id": way.id, "title": way.title, "hint": way.hint, "accept": way.accept, "icon": _ICONS[way.id]}
        for way in ways
    ]
    _ways_in(data={"ways": cards, "words": file_words()}, key=key, on_file_change=on_file, on_way_change=on_way)
