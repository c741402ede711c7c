"""A place to drop a file: Streamlit's own speaks English and keeps files where other tabs can reach them."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

import streamlit as st

from ui.components.parts import styles, text_of
from wording.language import tr

_dropzone = st.components.v2.component(
    "stegvis_dropzone",
    html=(
        '<label><span class="title"></span><span class="hint"></span><input type="file"><span class="button"></span>'
        '</label>\n<div role="status"></div>'
    ),
    css=styles("dropzone/dropzone.css"),
    js=text_of("dropzone/take.js", "dropzone/dropzone.js"),
)


@dataclass(frozen=True)
class Dropped:
    """A file that was given: its own name and its bytes."""

    name: str
    content: bytes


def read_dropped(value: object) -> Dropped | None:
    """What the browser sent as a file; None when it is nothing of the kind."""
    match value:
        case {"name": str(name), "content": str(content)}:
            try:
                return Dropped(name, base64.b64decode(content, validate=True))
            except binascii.Error:
                return None
        case _:
            return None


def file_words() -> dict[str, str]:
    """What is said of a file while it is taken."""
    return {
        "reading": tr("Läser {{name}} …"),
        "too_large": tr("Filen är för stor. Högst 5 MB går bra."),
        "unreadable": tr("Filen gick inte att läsa. Välj den igen, eller klistra in innehållet."),
    }


def ask_for_file(*, title: str, hint: str, accept: str, key: str, status: str = "") -> Dropped | None:
    """Draw the place; the file that was just given, once."""
    words = {**file_words(), "title": title, "hint": hint, "choose": tr("Välj fil")}
    result = _dropzone(data={"words": words, "accept": accept, "status": status}, key=key, on_file_change=lambda: None)
    return read_dropped(result.file)
