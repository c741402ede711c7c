"""The list of files to fetch. Each tap makes an address that works once, in this browser, for a minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from ui.components.parts import styles, text_of
from ui.downloads import COUNTER
from ui.server.guard import BROWSER_COOKIE
from ui.session import session, told
from wording.language import tr

_downloads = st.components.v2.component(
    "stegvis_downloads",
    html='<ul></ul>\n<div role="status"></div>',
    css=styles("downloads/downloads.css"),
    js=text_of("downloads/downloads.js"),
)


@dataclass(frozen=True)
class OfferedFile:
    """A file as it is offered. `leaves` says what is in it, `badge` a word of care («Sekretess»).

    `fetch` stands on the button instead of «Hämta».
    """

    key: str
    title: str
    about: str
    leaves: str = ""
    badge: str = ""
    fetch: str = ""


def offer_files(files: Sequence[OfferedFile], content_of: Callable[[str], bytes], *, key: str) -> None:
    """Draw the list. `content_of` gives the bytes of the file with that key, which is its name too («forslag.pdf»)."""

    def make() -> None:
        wanted = told(key, "want")
        if wanted in {file.key for file in files}:
            browser = st.context.cookies.get(BROWSER_COOKIE, "")
            session().address = COUNTER.leave(wanted, content_of(wanted), browser)

    words = {"fetch": tr("Hämta"), "making": tr("Skriver …"), "done": tr("Filen är hämtad.")}
    # Told once: a list on another page would try an address that has been used.
    address, session().address = session().address, None
    shown = {"files": [asdict(file) for file in files], "words": words, "address": address}
    _downloads(data=shown, key=key, on_want_change=make)
