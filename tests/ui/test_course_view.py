"""«Ärendets gång» on the screen: where one is, what comes first, one tap on, and what has been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casework import app_verbs
from casework import now as clock
from casework.cases import CaseId, CaseStore, open_case
from casework.course import register
from casework.course_look import state_of
from casework.course_verbs import begin_draft, notify, present
from planning.decided import Ruling
from planning.errors import NotAllowed
from planning.workflow.moves import Given
from planning.workflow.states import State
from tests.casework.followed_cases import Clock, on_its_way, planned, ruling, sent
from tests.casework.ready_case import ready_facts
from tests.opened_store import live_in
from tests.ui.plan_pages import LONG, names, press, told
from ui import course_decide


def the_page(case_id: str, page: str) -> None:
    """The page with that case in hand."""
    import runpy  # noqa: PLC0415 – runs in a script of its own
    from pathlib import Path  # noqa: PLC0415 – runs in a script of its own

    import ui  # noqa: PLC0415 – runs in a script of its own
    from casework.cases import CaseId  # noqa: PLC0415 – runs in a script of its own
    from ui.session import session  # noqa: PLC0415 – runs in a script of its own

    session().case_id = CaseId(case_id)
    runpy.run_path(str(Path(ui.__file__).parent / "pages" / f"{page}.py"))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the test."""
    told_time = Clock()
    monkeypatch.setattr(clock, "now", told_time.now)
    return told_time


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: Clock) -> CaseStore:
    """The app's own store."""
    live_in(monkeypatch, tmp_path / "kept")
    return app_verbs.the_store()


def opened(case_id: CaseId, page: str = "course") -> AppTest:
    """The page as it is first seen."""
    return AppTest.from_function(the_page, args=(case_id, page)).run(timeout=LONG)


def test_it_says_where_one_is_and_whose_turn_it_is(store: CaseStore) -> None:
    """And that planning goes on without it."""
    said = told(opened(planned(store)))
    assert "Ärendet är nu: Kartläggning" in said
    assert "Näst på tur: coachen eller eleven." in said
    assert "Planera kan du också utan att fylla i här." in said


def test_one_tap_leads_on(store: CaseStore) -> None:
    """Where nothing waits and nothing is asked there is a button and no form."""
    case_id = planned(store)
    page = press(opened(case_id), "Börja med ett utkast")
    assert "Ärendet är nu: Utkast" in told(page)
    assert state_of(store, case_id) is State.DRAFT
    assert "Arbetet med ett utkast började" in told(page)


def test_all_that_waits_stands_there_with_the_way_to_it(store: CaseStore) -> None:
    """No button makes the move, and one leads to where it is put in place."""
    case_id = planned(store, ready_facts(student_view={}, guardian_views=[]))
    begin_draft(store, case_id)
    present(store, case_id)
    page = opened(case_id)
    said = told(page)
    assert "Det här kommer först:" in said
    assert "elevens inställning" in said
    assert "Skriv när och hur Förälder Ett fick erbjudande om att delta." in said
    assert "Vårdnadshavarna har fått förslaget" not in names(page)
    assert "Gör det nu" in names(page)


def test_what_lies_at_the_school_is_locked_and_can_be_taken_back(store: CaseStore) -> None:
    """One tap, and it is a draft of the next version."""
    case_id = sent(store)
    page = opened(case_id)
    assert "Version 1 är låst så länge. Svar som kommer in sparas till nästa version." in told(page)
    assert "Skolan har svarat" in names(page)
    page = press(page, "Ta tillbaka förslaget")
    assert state_of(store, case_id) is State.DRAFT
    assert open_case(store, case_id).facts.document.prepared.version == 2
    assert "Det här skiljer från version 1" in told(page)
    assert "Ingenting skiljer än." in told(page)


def test_a_form_asks_only_what_the_move_keeps(store: CaseStore, at: Clock) -> None:
    """A day where a day is asked; without it the move waits, and says so calmly."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    page = opened(case_id)
    assert [one.label for one in page.date_input][:1] == ["Dagen då eleven och vårdnadshavarna fick beslutet"]
    page = press(page, "Alla har fått beslutet")
    assert state_of(store, case_id) is State.DECIDED
    assert "Det här kommer först: Skriv vilken dag beslutet togs emot." in told(page)
    page.date_input[0].set_value(dt.date(2026, 12, 16))
    page = press(page, "Alla har fått beslutet")
    assert state_of(store, case_id) is State.NOTIFIED
    assert "Beslutet kan överklagas till och med" in told(page)


def test_a_return_shows_what_differs(store: CaseStore) -> None:
    """Its points stand in the history."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id, ruling=Ruling.RETURNED))
    said = told(opened(case_id))
    assert "Ärendet är nu: Återsänd för komplettering" in said
    assert "Det här skiljer från version 1" in said


def test_a_decision_that_holds_is_told_with_its_time(store: CaseStore) -> None:
    """Which version, and until when."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    notify(store, case_id, Given(day=dt.date(2026, 12, 16)))
    assert "Det här beslutet gäller: version 1, till fredag 22 januari 2027." in told(opened(case_id))


def test_nothing_written_is_taken_for_markup(store: CaseStore) -> None:
    """A note is shown as it was written."""
    case_id = planned(store)
    begin_draft(store, case_id, Given(note="<b>hej</b> [x](y)\n# rubrik"))
    assert "<b>hej</b> [x](y) # rubrik" in told(opened(case_id))


def test_the_documents_lead_to_the_course(store: CaseStore) -> None:
    """From where the proposal is made."""
    assert "Ärendets gång" in names(opened(on_its_way(store), "documents"))


def decided_in_the_app(sha256: str, *, may_decide: bool) -> None:
    """The rektor's form over what was sent, and what it gives."""
    import datetime as dt  # noqa: PLC0415 – runs in a script of its own

    import streamlit as st  # noqa: PLC0415 – runs in a script of its own

    from casework.course_look import CourseLook  # noqa: PLC0415 – runs in a script of its own
    from planning.workflow.moves import Sent  # noqa: PLC0415 – runs in a script of its own
    from planning.workflow.states import State  # noqa: PLC0415 – runs in a script of its own
    from ui.course_decide import ask_answer  # noqa: PLC0415 – runs in a script of its own

    sent_one = Sent(version=2, sha256=sha256, plan_number=1, facts_number=1, revision=0)
    look = CourseLook(
        state=State.PREPARED, turn=(), is_locked=True, offered=(), moves=(), in_force=None, step=0, steps=0, late=None,
        appeal_until=dt.date(2027, 1, 1), sent=sent_one, version=2, difference=None, may_register=False,
        may_decide=may_decide,
    )  # fmt: skip
    answer = ask_answer(look)
    if answer is not None:
        st.markdown(f"{answer.ruling} {answer.given.sha256} {answer.given.points}")


@pytest.fixture
def proves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[NotAllowed | None], None]:
    """Says what the rektor is told when asked to prove who they are; None: they just have."""
    live_in(monkeypatch, tmp_path)

    def told_so(refusal: NotAllowed | None) -> None:
        def asked(_: object) -> None:
            if refusal is not None:
                raise refusal

        monkeypatch.setattr(course_decide, "require_recent_proof", asked)

    return told_so


def test_a_rektor_proves_who_they_are_before_they_write(proves: Callable[[NotAllowed | None], None]) -> None:
    """There is no form until then, and nothing that was written is lost."""
    proves(NotAllowed("prove_again", minutes=10))
    page = AppTest.from_function(decided_in_the_app, args=("a" * 64,), kwargs={"may_decide": True}).run(timeout=LONG)
    assert names(page) == []
    assert not page.text_area
    assert not page.exception


def test_a_rektor_answers_on_the_document_that_was_sent(proves: Callable[[NotAllowed | None], None]) -> None:
    """The answer carries its hash and the points; without a choice there is none, and others see no form."""
    proves(None)
    page = AppTest.from_function(decided_in_the_app, args=("a" * 64,), kwargs={"may_decide": True}).run(timeout=LONG)
    assert "Svaret gäller version 2, kontrollsumma aaaaaaaaaaaa." in told(page)
    assert "Välj vad rektorn har beslutat." in told(press(page, "Spara beslutet"))
    page.radio[0].set_value(Ruling.RETURNED)
    page.text_area[1].set_value("Skriv hur länge.\n\nOch vem.")
    said = told(press(page, "Spara beslutet"))
    assert f"returned {'a' * 64} ('Skriv hur länge.', 'Och vem.')" in said
    other = AppTest.from_function(decided_in_the_app, args=("a" * 64,), kwargs={"may_decide": False}).run(timeout=LONG)
    assert names(other) == []
