"""The page of documents says what the proposal waits for, calmly, with the ways to where it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework.adult_documents import TEACHER_CARDS
from casework.app_verbs import make_plan
from casework.case import DocumentMade
from casework.cases import CaseStore, note_documents, open_case
from casework.demo import DEMO_CASE, seed_demo
from casework.documents import PROPOSAL, STUDENT_PAGE
from tests.opened_store import live_in
from ui.document_status import say_state

LONG = 60


def the_status(is_nothing: bool) -> None:  # noqa: FBT001 – AppTest gives arguments by their place
    """The status of the invented student's case, as it is or as if nothing waited."""
    from casework.app_verbs import the_store  # noqa: PLC0415 – runs in a script of its own
    from casework.before_sending import Waiting  # noqa: PLC0415 – runs in a script of its own
    from casework.case_waits import what_waits_in  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import open_case  # noqa: PLC0415 – runs in a script of its own
    from casework.demo import DEMO_CASE  # noqa: PLC0415 – runs in a script of its own
    from ui.document_status import show_status  # noqa: PLC0415 – runs in a script of its own

    case = open_case(the_store(), DEMO_CASE)
    show_status(case, Waiting() if is_nothing else what_waits_in(case))


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """The invented student's case with a plan, as the app's own."""
    live_in(monkeypatch, tmp_path)
    opened = app_verbs.the_store()
    seed_demo(opened)
    make_plan(opened, open_case(opened, DEMO_CASE))
    yield opened
    opened.close()


def shown(*, is_nothing: bool) -> AppTest:
    """The status as it is first seen."""
    page = AppTest.from_function(the_status, args=(is_nothing,)).run(timeout=LONG)
    assert not page.exception
    return page


def told(page: AppTest) -> str:
    """Everything that it says."""
    return "\n".join(str(element.value) for element in page.markdown)


def test_a_draft_says_what_it_waits_for_and_where_it_is_done() -> None:
    """The student's word first, then how many things the school's papers lack, each part with its way."""
    page = shown(is_nothing=False)
    assert "Förslaget till skolan är ett utkast än" in told(page)
    assert "Fråga eleven om första steget är lagom." in told(page)
    labels = [one.label for one in page.expander]
    assert any(label.endswith("saker att fylla i före skolan") for label in labels)
    assert labels[-1] == "Vem får veta vad"
    buttons = [one.label for one in page.button]
    assert buttons[:2] == ["Till planen", "Uppgifter till skolan"]
    assert "Fyll i" in buttons


def test_when_nothing_waits_that_is_all_it_says() -> None:
    """No list, no way to the plan."""
    page = shown(is_nothing=True)
    assert "Förslaget kan lämnas till skolan." in told(page)
    assert "utkast än" not in told(page)
    assert [one.label for one in page.expander] == ["Vem får veta vad"]
    assert [one.label for one in page.button] == ["Uppgifter till skolan"]


def test_a_document_says_its_language_and_when_it_was_made(store: CaseStore) -> None:
    """The proposal also how much waits; one of an earlier plan says so."""
    case = open_case(store, DEMO_CASE)
    assert say_state(case, STUDENT_PAGE, "sv", 16) == "Svenska · Inte hämtat än"
    assert say_state(case, STUDENT_PAGE, "en", 16) == "Engelska · Inte hämtat än"
    assert say_state(case, TEACHER_CARDS, "en", 0) == "Svenska · Inte hämtat än"
    assert say_state(case, PROPOSAL, "sv", 16) == "Svenska · 16 saker väntar · Inte hämtat än"
    assert case.plan is not None
    note_documents(store, DEMO_CASE, [made("schema-en.pdf", 1), made("lararkort.pdf", 7)])
    case = open_case(store, DEMO_CASE)
    assert say_state(case, STUDENT_PAGE, "sv", 0) == "Svenska · Hämtat mån 30 nov"
    assert say_state(case, TEACHER_CARDS, "sv", 0) == "Svenska · Hämtat mån 30 nov, ur en tidigare plan"


def made(kind: str, plan_number: int) -> DocumentMade:
    """A document that was made that day, of the plan with that number."""
    at = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
    return DocumentMade(kind=kind, made_at=at, sha256="0" * 64, plan_number=plan_number)
