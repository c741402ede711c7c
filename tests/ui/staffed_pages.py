"""Pages of a municipality's app in a test: drawn as one of those who work in it sees them."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from streamlit.testing.v1 import AppTest

from casework import now as clock
from casework import unlocking
from storage.actor import Actor
from storage.records import CaseId
from storage.store import CaseStore
from tests.casework.staffed import Staffed, Watch
from tests.opened_store import live_in
from tests.ui.plan_pages import LONG
from ui.frame import ways

HEARD: list[str] = []
"""What the pages have led to."""


def the_page(page: str, case_id: str) -> None:
    """The page, with that case in hand when it is about one."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import CaseId  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = CaseId(case_id) if case_id else None
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / f"{page}.py"))


class Office:
    """A municipality's installation, with a clock that stands, and whoever sits at the screen."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.watch = Watch()
        patch.setattr(clock, "now", lambda: self.watch.now)
        live_in(patch, folder)
        patch.setenv("STEGVIS_DATABASE", f"sqlite:///{folder / 'staffed.stegvis'}")
        patch.setenv("STEGVIS_ADDRESS", "https://stegvis.example")
        self.staff = Staffed(folder)
        self._sits: list[Actor] = []
        patch.setattr(unlocking, "_SAFES", {})
        patch.setattr(unlocking, "_WHO", [lambda: self._sits[0]])
        HEARD.clear()
        patch.setattr(ways, "go_to", _lead)

    def shows(self, who: CaseStore, page: str, case_id: CaseId | str = "") -> AppTest:
        """The page as that person first sees it."""
        self._sits[:] = [who.actor]
        return AppTest.from_function(the_page, args=(page, case_id)).run(timeout=LONG)


def _lead(name: str) -> NoReturn:
    import streamlit as st  # noqa: PLC0415 – only where a page runs

    HEARD.append(name)
    st.stop()
