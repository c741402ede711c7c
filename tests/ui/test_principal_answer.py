"""The rektor's answer in words: what is confirmed in one sentence, and what the page shows to one coach alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework import app_verbs
from casework import now as clock
from casework.answer_drafts import AnswerDraft
from casework.cases import CaseStore, note_documents, open_case
from casework.course import register
from casework.course_verbs import receive, submit
from casework.kept_documents import dossier_of
from casework.sent_proposals import as_sent
from planning.decided import Ruling
from planning.workflow.comments import LessonComment
from planning.workflow.moves import Given
from storage.records import CaseId
from tests.casework.followed_cases import Clock, on_its_way, planned, ruling, sent
from tests.opened_store import live_in
from tests.ui.plan_pages import names, told
from tests.ui.test_course_view import opened
from tests.ui.test_sent_component import proposal
from ui.answering import Answering
from ui.principal_answer import is_ready, say_choice, say_confirmed
from ui.principal_law import deviations
from ui.principal_view import whose

HASH = "0" * 64
DAYS = {"valid_from": dt.date(2027, 1, 11), "valid_to": dt.date(2027, 3, 19)}


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


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (Ruling.AS_PROPOSED, "Du beslutar tisdag 15 december 2026 om anpassad studiegång för"),
        (Ruling.WITH_CHANGES, "måndag 11 januari 2027 till fredag 19 mars 2027, med ändringar."),
        (Ruling.RETURNED, "Du skickar tillbaka version 1 för"),
        (Ruling.NO_PROGRAMME, "Du beslutar tisdag 15 december 2026 att det inte blir något åtgärdsprogram för"),
    ],
)
def test_what_is_decided_is_said_in_one_sentence(at: Clock, chosen: Ruling, says: str) -> None:
    """What, for whom, when and for how long, whichever it is."""
    said = say_confirmed(AnswerDraft(sha256=HASH, ruling=chosen, **DAYS), proposal())
    assert says in said
    assert said.count(".") == 1


def test_an_answer_says_what_its_kind_asks_for() -> None:
    """A return something to complete, by a point or on a lesson; a decision its reasons and whose it is."""
    comment = LessonComment(step=1, text="Mer.")
    empty = AnswerDraft(sha256=HASH)
    ready = [
        empty.model_copy(update={"ruling": Ruling.RETURNED, "points": "Hur länge?"}),
        empty.model_copy(update={"ruling": Ruling.RETURNED, "comments": (comment,)}),
        empty.model_copy(update={"ruling": Ruling.AS_PROPOSED, "reasons": "Skäl", "decided_by": "Eva Exempel"}),
    ]
    assert all(map(is_ready, ready))
    waits = [empty, *(one.model_copy(update={"points": " ", "comments": (), "reasons": ""}) for one in ready)]
    assert not any(map(is_ready, waits))
    assert len({say_choice(one) for one in Ruling}) == len(Ruling)


def test_what_is_typed_stands_over_what_a_field_began_with() -> None:
    """Also when the field is not drawn any more."""
    held = Answering(AnswerDraft(sha256=HASH, reasons="Först"), typed={"reasons": "Sedan", "ruling": Ruling.RETURNED})
    assert (held.now.reasons, held.now.ruling, held.draft.reasons) == ("Sedan", Ruling.RETURNED, "Först")


def test_a_protected_student_is_not_named() -> None:
    """Neither the name nor the school."""
    hidden = proposal().facts.model_copy(
        update={"student": proposal().facts.student.model_copy(update={"has_protected_identity": True})}
    )
    assert whose(hidden) == "Eleven har skyddade personuppgifter. Namnet står inte här."


def kept_and_sent(store: CaseStore) -> CaseId:
    """A case of one coach alone, whose proposal was made for real and kept, and is at the school."""
    case_id = on_its_way(store)
    dossier = dossier_of(open_case(store, case_id))
    left = open_case(store, case_id).documents[-1]
    kept = as_sent(dossier, b"%PDF-1.7").model_copy(update={"sha256": left.sha256})
    note_documents(store, case_id, [], kept)
    submit(store, case_id)
    receive(store, case_id, Given(day=dt.date(2026, 12, 15)))
    return case_id


def test_one_coach_alone_reads_what_was_sent_and_writes_in_the_answer_elsewhere(store: CaseStore) -> None:
    """There is no rektor here: nothing to answer with, and the way to where a decision is written in goes on."""
    case_id = kept_and_sent(store)
    page = opened(case_id, "principal")
    said = told(page)
    assert "Behov och stöd" in said
    assert not page.radio
    assert not page.text_area
    assert set(names(page)) == {"Ärendets gång", "Till listan"}
    assert deviations(as_sent(dossier_of(open_case(store, case_id)), b"")) >= 1
    register(store, case_id, ruling(store, case_id))
    after = opened(case_id, "principal")
    assert "Beslutar enligt förslaget" in told(after)
    assert "Det här händer nu" in told(after)


def test_a_proposal_that_is_kept_on_paper_alone_says_so(store: CaseStore) -> None:
    """One that was made before such were kept, or elsewhere."""
    assert "Förslaget finns bara på papper eller som fil hos skolan." in told(opened(sent(store), "principal"))


def test_before_anything_is_sent_there_is_nothing_to_read(store: CaseStore) -> None:
    """It says so, and leads back."""
    assert "Inget förslag är skickat till skolan än." in told(opened(planned(store), "principal"))
