"""The list of files to fetch. Each tap makes an address that works once, in this browser, for a minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from ui.components.parts import styles, text_of
from ui.downloads import COUNTER
from ui.server.who import session_key
from ui.session import session, told
from wording.language import tr

_downloads = st.components.v2.component(
    "stegvis_downloads",
    html='<ul></ul>\n<div class="all"></div>\n<div role="status"></div>',
    css=styles("downloads/downloads.css"),
    js=text_of("downloads/downloads.js"),
)


@dataclass(frozen=True)
class OfferedFile:
    """A file as it is offered. `leaves` says what is in it, `badge` a word of care («Sekretess»).

    `fetch` stands on the button instead of «Hämta», and `state` says where it stands: its language, when it was made.
    """

    key: str
    title: str
    about: str
    leaves: str = ""
    badge: str = ""
    fetch: str = ""
    state: str = ""


def offer_files(files: Sequence[OfferedFile], content_of: Callable[[str], bytes], *, key: str) -> None:
    """Draw the list. `content_of` gives the bytes of the file with that key, which is its name too («forslag.pdf»)."""
    order_files(files, lambda wanted: hand_out(wanted, content_of(wanted), at=key), key=key)


def order_files(
    files: Sequence[OfferedFile],
    order: Callable[[str], None],
    *,
    key: str,
    together: OfferedFile | None = None,
    making: str = "",
) -> None:
    """Draw the list of files that take their time. `order` hears of the tap; `hand_out` ends what it began.

    `together` is all of them as one file. `making` is the key of the one that is being made.
    """

    def begin() -> None:
        wanted = told(key, "want")
        if wanted in {file.key for file in (*files, *((together,) if together else ()))}:
            order(wanted)

    words = {"fetch": tr("Hämta"), "making": tr("Skriver …"), "done": tr("Filen är hämtad.")}
    shown = {
        "files": [asdict(file) for file in files],
        "together": asdict(together) if together else None,
        "words": words,
        "making": making,
        "address": _address_of(key),
    }
    _downloads(data=shown, key=key, on_want_change=begin)


def hand_out(name: str, content: bytes, *, at: str) -> None:
    """Leave a file for this session; the list with that key fetches it when it is drawn next."""
    session().address, session().address_at = COUNTER.leave(name, content, session_key()), at


def _address_of(key: str) -> str | None:
    """Where that list's file waits. Told once: a list drawn later would try an address that has been used."""
    if session().address_at != key:
        return None
    address, session().address = session().address, None
    return address
