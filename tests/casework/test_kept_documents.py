"""Documents of a kept case: only from a plan of today's answers, and noted with their hashes."""

from __future__ import annotations

import datetime as dt
import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework.app_verbs import make_plan
from casework.cases import (
    CaseId,
    CaseStore,
    create_case,
    note_handled,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.documents import APPENDIX, BUNDLES, CALENDAR, DOCUMENTS, MAKERS, PROPOSAL, TABLE, Receiver, documents_in
from casework.kept_documents import Order, documents_of, dossier_of, file_of, make_ordered, note_made
from casework.protection import protect_identity
from planning.errors import NotAllowed
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.casework.small_week import facts, week
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def planned(store: CaseStore) -> CaseId:
    """A case with a timetable and a plan."""
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts(student="Kim"))
    take_in_timetable(store, case_id, week())
    make_plan(store, open_case(store, case_id))
    return case_id


def say(store: CaseStore, case_id: CaseId, question: str, choice: Choice) -> None:
    """The student answers."""
    event = AnswerEvent(
        id=EventId(f"e-{question}"), question=QuestionId(question), answer=Answer(choice=choice), at=AT
    )
    record_answers(store, case_id, [event])


def test_documents_are_noted_with_their_hashes(store: CaseStore, planned: CaseId) -> None:
    """Which, of which plan, and the hash of the very bytes that left."""
    made = documents_of(store, open_case(store, planned))
    noted = {note.kind: note for note in open_case(store, planned).documents}
    assert tuple(made) == DOCUMENTS
    assert {name: hashlib.sha256(content).hexdigest() for name, content in made.items()} == {
        name: note.sha256 for name, note in noted.items()
    }
    assert {note.plan_number for note in noted.values()} == {1}


def test_only_what_left_is_noted(store: CaseStore, planned: CaseId) -> None:
    """The calendar and the table, when only those were asked for."""
    documents_of(store, open_case(store, planned), (CALENDAR, TABLE))
    assert {note.kind for note in open_case(store, planned).documents} == {CALENDAR, TABLE}


def test_the_proposal_bears_where_the_log_stood(store: CaseStore, planned: CaseId) -> None:
    """So that the log can be held against the paper: in words that can be read on it, and noted in the case."""
    case = open_case(store, planned)
    head = store.head()
    made = documents_of(store, case, (PROPOSAL,))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made[PROPOSAL])).pages]
    assert f"Loggens läge: {head.printed}" in " ".join(" ".join(pages).split())
    (note,) = open_case(store, planned).documents
    assert note.log_head == head.printed
    with store.reading() as reader:
        (row,) = (row for row in reader.log() if row.number == head.number)
    assert row.hash == head.hash
    # The line needs no page of its own.
    bare = make_ordered(case, Order(names=(PROPOSAL,), is_draft=True))
    assert bare is not None
    assert len(PdfReader(BytesIO(bare.files[PROPOSAL])).pages) == len(pages)
    assert "Loggens läge" not in "".join(page.extract_text() for page in PdfReader(BytesIO(bare.files[PROPOSAL])).pages)


def test_case_without_plan_gives_no_documents(store: CaseStore) -> None:
    """Neither before the timetable nor before the plan."""
    case_id = create_case(store, name="Kim")
    with pytest.raises(NotAllowed, match="no_plan_yet"):
        dossier_of(open_case(store, case_id))
    take_in_timetable(store, case_id, week())
    with pytest.raises(NotAllowed, match="no_plan_yet"):
        dossier_of(open_case(store, case_id))


def test_plan_older_than_the_answers_gives_no_documents(store: CaseStore, planned: CaseId) -> None:
    """A new answer asks for a new plan, and after it the documents can be made again."""
    say(store, planned, "VU4", Choice.NO)
    with pytest.raises(NotAllowed, match="plan_is_old"):
        documents_of(store, open_case(store, planned))
    assert open_case(store, planned).documents == ()
    make_plan(store, open_case(store, planned))
    assert documents_of(store, open_case(store, planned))


def test_open_duty_gives_no_documents_and_notes_none(store: CaseStore, planned: CaseId) -> None:
    """Stopped although the plan itself is still of today; handled, it goes on."""
    say(store, planned, "HE1", Choice.NO)
    with pytest.raises(NotAllowed):
        documents_of(store, open_case(store, planned))
    assert open_case(store, planned).documents == ()
    note_handled(store, planned, Handled(question=QuestionId("HE1"), at=AT, by="kurator"))
    make_plan(store, open_case(store, planned))
    assert documents_of(store, open_case(store, planned))


def test_a_calendar_handed_out_is_remembered_by_the_next(store: CaseStore, planned: CaseId) -> None:
    """The same plan gives the same bytes on, in the other language too the same identifiers; a new plan calls off."""
    first = documents_of(store, open_case(store, planned), [CALENDAR])[CALENDAR]
    documents_of(store, open_case(store, planned), [TABLE])
    assert documents_of(store, open_case(store, planned), [CALENDAR])[CALENDAR] == first
    say(store, planned, "VU4", Choice.NO)
    facts_now = open_case(store, planned).facts
    later = facts_now.ladder.model_copy(update={"first_monday": facts_now.ladder.first_monday + dt.timedelta(weeks=1)})
    write_facts(store, planned, facts_now.model_copy(update={"ladder": later}))
    make_plan(store, open_case(store, planned))
    second = documents_of(store, open_case(store, planned), [CALENDAR])[CALENDAR]
    assert b"STATUS:CANCELLED" in second
    assert b"STATUS:CANCELLED" not in first


def test_a_bundle_holds_all_that_one_receiver_gets_but_what_is_secret(store: CaseStore, planned: CaseId) -> None:
    """Its name tells nothing, every document in it is noted, and the annex is in none."""
    case = open_case(store, planned)
    for receiver, name in BUNDLES.items():
        names = documents_in(name)
        assert all(MAKERS[one].goes_to is receiver and not MAKERS[one].is_secret for one in names)
    assert APPENDIX not in {one for name in BUNDLES.values() for one in documents_in(name)}
    assert documents_in(APPENDIX) == (APPENDIX,)
    wanted = BUNDLES[Receiver.SYSTEMS]
    made = make_ordered(case, Order(names=documents_in(wanted)))
    assert made is not None
    note_made(store, case, made)
    name, content = file_of(made, wanted)
    assert (name, content[:2]) == (wanted, b"PK")
    assert [note.kind for note in open_case(store, planned).documents] == list(documents_in(wanted))


def test_nothing_of_a_protected_student_is_made_unconfirmed(store: CaseStore, planned: CaseId) -> None:
    """Somebody says first that they know where it goes; nothing is noted of what was refused."""
    protect_identity(store, planned)
    make_plan(store, open_case(store, planned))
    with pytest.raises(NotAllowed, match="protected_unconfirmed"):
        documents_of(store, open_case(store, planned), (TABLE,))
    assert open_case(store, planned).documents == ()
    assert TABLE in documents_of(store, open_case(store, planned), (TABLE,), is_confirmed=True)
