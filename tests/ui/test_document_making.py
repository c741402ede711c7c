"""Documents are made beside the page: it tells how far they have come, stops when told to, and fails calmly."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs, documents
from casework.app_verbs import make_plan
from casework.cases import CaseStore, open_case
from casework.demo import DEMO_CASE, seed_demo
from casework.documents import CALENDAR, TABLE, Receiver, Recipe
from casework.making import MakingSeen
from casework.wished_forms import wished_forms
from planning.errors import NotAllowed
from tests.opened_store import live_in
from ui.document_list import offered
from ui.document_making import say_progress, share
from ui.downloads import COUNTER

LONG = 60


def the_page() -> None:
    """The page of documents, with the invented student's case in hand; an order waits if the test has left one."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from casework.kept_documents import Order  # noqa: PLC0415 – runs in a script of its own
    from tests.ui.test_document_making import WANTED  # noqa: PLC0415 – runs in a script of its own
    from ui.document_making import begin_making  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = DEMO_CASE
    while WANTED:
        wanted, at = WANTED.pop()
        begin_making(wanted, Order(), at=at)
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / "documents.py"))


WANTED: list[tuple[str, str]] = []
"""What is tapped before the page is drawn next, and in which list: a component's tap cannot be made in this test."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with a plan, as the app's own."""
    live_in(monkeypatch, tmp_path)
    monkeypatch.setattr("ui.document_making.PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(COUNTER, "_files", {})
    opened = app_verbs.the_store()
    seed_demo(opened)
    make_plan(opened, open_case(opened, DEMO_CASE))
    yield opened
    opened.close()


class Gate:
    """A document that is not written before it is let go."""

    def __init__(self) -> None:
        self.is_open = threading.Event()
        self.asked = threading.Event()

    def __call__(self, _: object) -> bytes:
        """Its bytes, once it is let go."""
        self.asked.set()
        assert self.is_open.wait(LONG)
        return b"slow"


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The tables for other systems wait at a gate."""
    waiting = Gate()
    slow = {**documents.MAKERS, TABLE: Recipe(waiting, Receiver.SYSTEMS)}
    monkeypatch.setattr(documents, "MAKERS", slow)
    yield waiting
    waiting.is_open.set()


def told(page: AppTest) -> str:
    """Everything that the page says in words."""
    assert not page.exception
    said = [*page.title, *page.header, *page.subheader, *page.markdown, *page.warning, *page.error]
    return "\n".join(str(element.value) for element in said)


def tap(page: AppTest, wanted: str, at: str) -> AppTest:
    """Tap the button of that file in that list."""
    WANTED.append((wanted, at))
    return page.run(timeout=LONG)


def buttons(page: AppTest) -> list[str]:
    """What can be pressed, beside the files."""
    return [one.label for one in page.button]


def waiting_files() -> list[str]:
    """The names of the files that wait to be fetched."""
    return [waiting.name for waiting in COUNTER._files.values()]


def settled(page: AppTest) -> AppTest:
    """The page once nothing is being made."""
    for _ in range(10 * LONG):
        if "Avbryt" not in buttons(page):
            break
        time.sleep(0.1)
        page.run(timeout=LONG)
    return page


def test_the_page_groups_documents_by_who_gets_them(store: CaseStore) -> None:
    """Each with a line on what the receiver does with them."""
    page = AppTest.from_function(the_page).run(timeout=LONG)
    heads = [str(head.value) for head in page.header]
    groups = offered(wished_forms(open_case(store, DEMO_CASE).sheet))
    assert [head for head in heads if head in {group.title for group in groups}] == [group.title for group in groups]
    assert "Rektorn beslutar." in told(page)
    assert "Elevens egna." in told(page)


def test_a_bundle_is_made_beside_the_page_and_handed_out_once(store: CaseStore, gate: Gate) -> None:
    """Meanwhile the page is drawn, tells how far it has come, and answers; then the file waits, and is noted."""
    page = tap(AppTest.from_function(the_page).run(timeout=LONG), "system.zip", "documents_systems")
    assert gate.asked.wait(LONG)
    page.run(timeout=LONG)
    assert "Avbryt" in buttons(page)
    assert "Rektorn beslutar." in told(page)
    assert waiting_files() == []
    assert open_case(store, DEMO_CASE).documents == ()

    gate.is_open.set()
    page = settled(page)
    assert waiting_files() == ["system.zip"]
    assert [note.kind for note in open_case(store, DEMO_CASE).documents] == ["plan.xlsx", "plan.csv"]


def test_what_is_cancelled_is_neither_handed_out_nor_noted(store: CaseStore, gate: Gate) -> None:
    """And another document can be asked for at once."""
    page = tap(AppTest.from_function(the_page).run(timeout=LONG), TABLE, "documents_systems")
    assert gate.asked.wait(LONG)
    page.run(timeout=LONG)
    (cancel,) = [one for one in page.button if one.label == "Avbryt"]
    page = cancel.click().run(timeout=LONG)
    assert "Avbryt" not in buttons(page)
    gate.is_open.set()
    settled(tap(page, CALENDAR, "documents_student"))
    assert waiting_files() == [CALENDAR]
    assert [note.kind for note in open_case(store, DEMO_CASE).documents] == [CALENDAR]


def test_what_cannot_be_made_is_told_calmly_once(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a trace of code; the page goes on."""

    def refuses(_: object) -> bytes:
        raise NotAllowed("plan_is_old")

    monkeypatch.setattr(documents, "MAKERS", {**documents.MAKERS, TABLE: Recipe(refuses, Receiver.SYSTEMS)})
    page = AppTest.from_function(the_page).run(timeout=LONG)
    page = tap(page, TABLE, "documents_systems")
    seen = [str(one.value) for one in page.warning]
    for _ in range(100):
        if seen:
            break
        time.sleep(0.05)
        page.run(timeout=LONG)
        seen = [str(one.value) for one in page.warning]
    assert seen == ["Något har ändrats sedan planen gjordes. Gör om planen först."]
    page.run(timeout=LONG)
    assert [*page.warning] == []
    assert waiting_files() == []


def test_progress_is_told_in_whole_documents() -> None:
    """A single one is only being written."""
    assert say_progress(MakingSeen(done=3, of=9)) == "3 av 9 klara"
    assert say_progress(MakingSeen(done=0, of=1)) == "Skriver …"
    assert share(MakingSeen(done=3, of=9)) == pytest.approx(1 / 3)
    assert share(MakingSeen(done=0, of=0)) == 0
