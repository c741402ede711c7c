"""The pages, by the names that the rest of the app knows them by, and which of them make up the way through a case."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NoReturn

import streamlit as st
from streamlit.navigation.page import Page

from ui.session import session

CASE_IN_ADDRESS = "arende"
"""The case in the address is an id that tells nothing, and opens nothing to anybody who is not at this computer."""

_FOLDER = Path(__file__).parents[1] / "pages"
_ADDRESSES: Final = {
    "start": "",
    "timetable": "schema",
    "terms": "ramar",
    "questions": "fragor",
    "summary": "sammanfattning",
    "plan": "plan",
    "documents": "dokument",
    "school_facts": "uppgifter",
    "alerts": "att-ta-hand-om",
    "handover": "din-tur",
    "to_do": "att-gora",
    "guardians": "vardnadshavare",
    "paper": "papper",
    "returned": "beslut",
    "log": "logg",
    "course": "gang",
    "principal": "rektor",
    "people": "personer",
    "emergency": "nodlage",
    "settings": "installningar",
    "home": "hemma",
    "my_week": "min-vecka",
}


def page_called(name: str) -> Page:
    """The page with that name."""
    address = _ADDRESSES[name]
    return st.Page(
        _FOLDER / f"{name}.py", title="Stegvis", url_path=address or None, default=not address, visibility="hidden"
    )


def addresses() -> tuple[str, ...]:
    """The paths of the pages, from the root."""
    return tuple(f"/{address}" for address in _ADDRESSES.values())


def is_there(name: str) -> bool:
    """Whether there is such a page."""
    return name in _ADDRESSES


def all_pages() -> list[Page]:
    """Every page, the first one first."""
    return [page_called(name) for name in _ADDRESSES]


def name_of(page: Page) -> str:
    """The name of a page."""
    return next(name for name, address in _ADDRESSES.items() if address == page.url_path)


def go_to(name: str) -> NoReturn:
    """Leave for another page, with the case along."""
    case_id = session().case_id
    st.switch_page(page_called(name), query_params={CASE_IN_ADDRESS: case_id} if case_id else None)
