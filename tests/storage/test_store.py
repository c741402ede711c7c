"""Nouns in, nouns out: what a store keeps, and what it never loses."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from planning.errors import Bug, CaseFileError
from planning.frozen import Frozen
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId, fold
from storage import schema
from storage.records import CaseId, Kept, Record
from storage.sealing import place, seal
from storage.store import CaseStore
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
ONE, OTHER = CaseId("case-one"), CaseId("case-other")


class Note(Frozen):
    """Something to keep."""

    text: str = Field(max_length=20)


NOTES: Record[Note] = Record(schema.facts, Note)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store with two empty cases."""
    made = opened_store(tmp_path / "cases.stegvis")
    with made.writing() as writer:
        writer.add_case(ONE, AT, state="mapping")
        writer.add_case(OTHER, AT, state="mapping")
    return made


def event(id_: str, question: str = "AM1", choice: Choice | None = Choice.YES, minute: int = 0) -> AnswerEvent:
    """A tap on a button; None takes the answer back."""
    answer = Answer(choice=choice) if choice else None
    at = AT + dt.timedelta(minutes=minute)
    return AnswerEvent(id=EventId(id_), question=QuestionId(question), answer=answer, at=at)


def add(store: CaseStore, *events: AnswerEvent, case: CaseId = ONE) -> tuple[EventId, ...]:
    """Stores those events together."""
    with store.writing() as writer:
        return writer.add_events(case, events, AT)


def events(store: CaseStore, case: CaseId = ONE) -> tuple[AnswerEvent, ...]:
    """What is stored."""
    with store.reading() as reader:
        return reader.events(case)


def test_versions_are_numbered_per_case_and_the_newest_is_the_latest(store: CaseStore) -> None:
    """Earlier versions stay, in order, each with its time."""
    with store.writing() as writer:
        numbers = [writer.add(NOTES, case, Note(text=text), AT) for case, text in
                   ((ONE, "first"), (OTHER, "another"), (ONE, "second"))]
    with store.reading() as reader:
        assert numbers == [1, 1, 2]
        assert reader.latest(NOTES, ONE) == Kept(number=2, at=AT, noun=Note(text="second"), by="alone")
        assert [kept.noun.text for kept in reader.every(NOTES, ONE)] == ["first", "second"]


def test_nothing_kept_is_none(store: CaseStore) -> None:
    """Before the first version there is no latest."""
    with store.reading() as reader:
        assert (reader.latest(NOTES, ONE), reader.every(NOTES, ONE), reader.events(ONE)) == (None, (), ())


def test_an_event_sent_again_is_stored_once(store: CaseStore) -> None:
    """Also when it comes twice in the same batch."""
    assert add(store, event("a"), event("a"), event("b")) == ("a", "b")
    assert add(store, event("b"), event("c")) == ("c",)
    assert [stored.id for stored in events(store)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda store: add(store, event("a", choice=Choice.NO)),
        lambda store: add(store, event("a"), case=OTHER),
        lambda store: add(store, event("b"), event("b", choice=Choice.NO)),
    ],
    ids=["another answer", "another case", "within a batch"],
)
def test_an_id_used_for_something_else_is_never_acknowledged(
    store: CaseStore, attempt: Callable[[CaseStore], object]
) -> None:
    """Two different answers under one id would lose one of them, so the whole batch is refused."""
    add(store, event("a"))
    with pytest.raises(Bug):
        attempt(store)
    assert events(store) == (event("a"),)
    assert events(store, OTHER) == ()


def test_a_batch_is_stored_whole_or_not_at_all(store: CaseStore) -> None:
    """What was written before an interruption is taken back with the rest."""
    def interrupted() -> None:
        with store.writing() as writer:
            writer.add_events(ONE, (event("a"), event("b")), AT)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert events(store) == ()


def test_an_unknown_case_is_told_as_such(store: CaseStore) -> None:
    """Reading, changing and erasing what is not there all say so."""
    nobody = CaseId("nobody")
    with pytest.raises(CaseFileError, match="no-such-case"), store.reading() as reader:
        reader.case(nobody)
    with pytest.raises(CaseFileError, match="no-such-case"), store.writing() as writer:
        writer.hold(nobody)
    with pytest.raises(CaseFileError, match="no-such-case"), store.writing() as writer:
        writer.erase(nobody, AT)


def test_a_time_without_zone_is_refused(store: CaseStore) -> None:
    """A moment that could mean two moments is not stored."""
    with pytest.raises(Exception, match="time zone"), store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="when?"), dt.datetime(2026, 11, 23))  # noqa: DTZ001  the mistake itself


def damage(tmp_path: Path, content: bytes) -> None:
    """Overwrites the newest note of the first case, past the program."""
    with closing(sqlite3.connect(tmp_path / "cases.stegvis", isolation_level=None)) as connection:
        connection.execute("UPDATE facts SET content = ? WHERE case_id = ?", (content, ONE))


def trouble(store: CaseStore) -> CaseFileError:
    """What is told when the newest note is read."""
    with pytest.raises(CaseFileError) as told, store.reading() as reader:
        reader.latest(NOTES, ONE)
    return told.value


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"text": "Test Testsson"}'])
def test_a_row_that_was_damaged_is_named_and_stays(store: CaseStore, tmp_path: Path, content: bytes) -> None:
    """The error names the row, and the row is as it was."""
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="good"), AT)
    damage(tmp_path, content)
    told = trouble(store)
    assert (told.code, told.data) == ("sealed-row-damaged", {"case": ONE, "part": "facts", "row": 1})
    with closing(sqlite3.connect(tmp_path / "cases.stegvis")) as connection:
        assert connection.execute("SELECT content FROM facts").fetchall() == [(content,)]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00", b'{"text": "Test Testsson is more than twenty"}', b'{"name": "Test Testsson"}']
)
def test_a_row_that_cannot_be_read_is_named_without_its_words(
    store: CaseStore, tmp_path: Path, content: bytes
) -> None:
    """The error names the row and the fields, but not what stands there."""
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="good"), AT)
    damage(tmp_path, seal(store.keys.of(ONE), content, place("facts", 1)))
    told = trouble(store)
    assert told.code == "stored-row-unreadable"
    assert (told.data["case"], told.data["part"], told.data["row"]) == (ONE, "facts", 1)
    assert "Testsson" not in f"{told!r} {told.__cause__!r} {told.__context__!r}"


def test_a_version_written_after_a_damaged_one_is_read(store: CaseStore, tmp_path: Path) -> None:
    """Writing it anew is a way on, and the damaged row is still there for whoever can read it."""
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="good"), AT)
    damage(tmp_path, b"{}")
    with store.writing() as writer:
        assert writer.add(NOTES, ONE, Note(text="anew"), AT) == 2
    with store.reading() as reader:
        latest = reader.latest(NOTES, ONE)
    assert latest is not None
    assert latest.noun.text == "anew"


def test_what_is_erased_is_gone_from_the_file(store: CaseStore, tmp_path: Path) -> None:
    """Neither its words, which never stood there in plain, nor its sealed rows, while the other case stays."""
    with store.writing() as writer:
        writer.add(NOTES, ONE, Note(text="Kanariefågel"), AT)
        writer.add_events(ONE, (event("a", question="KanarieX"),), AT)
        writer.add(NOTES, OTHER, Note(text="stays"), AT)
    with closing(sqlite3.connect(tmp_path / "cases.stegvis")) as connection:
        (sealed,) = connection.execute("SELECT content FROM facts WHERE case_id = ?", (ONE,)).fetchone()
    assert sealed in (tmp_path / "cases.stegvis").read_bytes()
    with store.writing() as writer:
        writer.erase(ONE, AT)
    store.close()
    store.backup_to(tmp_path / "copy.stegvis")
    for path in tmp_path.iterdir():
        assert b"Kanarie" not in path.read_bytes()
        assert sealed not in path.read_bytes()
    with store.reading() as reader:
        assert [row.id for row in reader.cases()] == [OTHER]
        assert len(reader.every(NOTES, OTHER)) == 1


taps = st.lists(
    st.builds(
        event,
        id_=st.uuids().map(str),
        question=st.sampled_from(["AM1", "TI1", "RA1"]),
        choice=st.sampled_from([*Choice, None]),
        minute=st.integers(0, 5),
    ),
    max_size=12,
    unique_by=lambda tap: tap.id,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> CaseStore:
    """One file for many examples, each in a case of its own."""
    return opened_store(tmp_path_factory.mktemp("events") / "cases.stegvis")


@settings(max_examples=60, deadline=None)
@given(given=taps, data=st.data())
def test_any_order_repetition_and_resending_gives_the_same_sheet(
    shared: CaseStore, given: list[AnswerEvent], data: st.DataObject
) -> None:
    """However the taps travel, once all have arrived the stored sheet is that of the taps as given."""
    case = CaseId(str(uuid4()))
    ids = {tap.id: EventId(f"{case}-{tap.id}") for tap in given}
    given = [tap.model_copy(update={"id": ids[tap.id]}) for tap in given]
    with shared.writing() as writer:
        writer.add_case(case, AT, state="mapping")
    sendings = data.draw(st.lists(st.lists(st.sampled_from(given), max_size=6), max_size=6)) if given else []
    for sending in sendings:
        # Some sendings never arrive, or arrive without their acknowledgement: they are sent again below.
        if data.draw(st.booleans()):
            add(shared, *sending, case=case)
    add(shared, *data.draw(st.permutations(given)), case=case)
    stored = events(shared, case)
    assert sorted(tap.id for tap in stored) == sorted(ids.values())
    assert fold(stored) == fold(given)
