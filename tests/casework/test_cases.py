"""A case is kept verb by verb, and goes on where it was left."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from casework import now as clock
from casework.cases import (
    CaseId,
    CaseStore,
    DocumentMade,
    Stage,
    SummaryMark,
    ask_again,
    create_case,
    keep_plan,
    list_cases,
    mark_summary,
    note_documents,
    note_handled,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.demo import demo_facts, demo_timetable
from interop.choices import Doubt
from planning.errors import BadInput, Bug, CaseFileError
from planning.items import ItemKind
from planning.outcomes import Interrupted
from planning.plan import PlannedContact
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.erasing import erase_case
from tests.opened_store import opened_store

AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
STOPPED = Interrupted(
    seconds=20.5, contact=PlannedContact(date=dt.date(2026, 11, 23), kind=ItemKind.FIKA, person="Coach Exempel")
)
"""What planning came to, in its shortest form."""


@pytest.fixture(autouse=True)
def minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by a minute every time it is asked."""
    ticking: Iterator[int] = iter(range(10_000))
    monkeypatch.setattr(clock, "now", lambda: AT + dt.timedelta(minutes=next(ticking)))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A new case in it."""
    return create_case(store, name="Test T.")


def tap(question: str, answer: Answer | None, minute: int = 0) -> AnswerEvent:
    """One answer given so many minutes after the start."""
    at = AT + dt.timedelta(minutes=minute)
    return AnswerEvent(id=EventId(f"{question}-{minute}"), question=QuestionId(question), answer=answer, at=at)


YES = tap("VU4", Answer(choice=Choice.YES))


def a_document(kind: str, number: int = 1) -> DocumentMade:
    """That document of the plan with that number."""
    return DocumentMade(kind=kind, made_at=AT, sha256="0" * 64, plan_number=number)


def test_a_case_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """Closed and opened again between any two acts, it holds everything and knows how far it has come."""
    file = tmp_path / "cases.stegvis"
    first = opened_store(file)
    case_id = create_case(first, name="Test T.")
    first.close()
    doubt = Doubt(where="6", code="no-time", raw="??.??")
    handled = Handled(question=QuestionId("TR1"), at=AT, by="coach")
    mark = SummaryMark(question=QuestionId("VU4"), is_right=True, is_most_important=True)
    acts: tuple[tuple[Callable[[CaseStore], object], Stage], ...] = (
        (lambda store: write_facts(store, case_id, demo_facts()), Stage.NEW),
        (lambda store: take_in_timetable(store, case_id, demo_timetable(), (doubt,)), Stage.TIMETABLE),
        (lambda store: record_answers(store, case_id, (YES,)), Stage.QUESTIONS),
        (lambda store: note_handled(store, case_id, handled), Stage.QUESTIONS),
        (lambda store: mark_summary(store, case_id, (mark,)), Stage.SUMMARY),
        (lambda store: keep_plan(store, case_id, STOPPED), Stage.PLAN),
        (lambda store: note_documents(store, case_id, (a_document("proposal"),)), Stage.DOCUMENTS),
    )
    for act, stage in acts:
        store = opened_store(file)
        act(store)
        store.close()
        again = opened_store(file)
        assert open_case(again, case_id).stage == list_cases(again)[0].stage == stage
        again.close()
    case = open_case(opened_store(file), case_id)
    assert (case.facts, case.timetable, case.doubts) == (demo_facts(), demo_timetable(), (doubt,))
    assert (case.events, case.handled, case.summary) == ((YES,), (handled,), (mark,))
    assert case.sheet.of("VU4") == YES.answer
    assert case.plan is not None
    assert (case.plan.outcome, case.plan.number) == (STOPPED, 1)
    assert case.plan_is_current
    assert case.documents == (a_document("proposal"),)


def test_a_new_case_has_a_name_and_an_id_that_tells_nothing(store: CaseStore) -> None:
    """Two of the same name are two cases, and neither id has anything of the name in it."""
    ids = {create_case(store, name="Test T."), create_case(store, name="Test T.")}
    assert len(ids) == 2
    assert all("test" not in case_id.lower() for case_id in ids)
    assert {summary.name for summary in list_cases(store)} == {"Test T."}


def test_the_case_changed_last_is_listed_first(store: CaseStore) -> None:
    """The list begins with what one was working on."""
    older, newer = create_case(store, name="A"), create_case(store, name="B")
    assert [summary.id for summary in list_cases(store)] == [newer, older]
    record_answers(store, older, (YES,))
    assert [summary.id for summary in list_cases(store)] == [older, newer]


def test_the_list_counts_the_questions_that_stand(store: CaseStore, case_id: CaseId) -> None:
    """An answer that opens a follow-up makes both numbers follow the route."""
    before = list_cases(store)[0]
    record_answers(store, case_id, (YES,))
    after = list_cases(store)[0]
    assert (before.answered, after.answered) == (0, 1)
    assert after.asked == before.asked + 1 > 10


def test_answers_sent_again_are_acknowledged_again_and_stored_once(store: CaseStore, case_id: CaseId) -> None:
    """The screen can always learn what is durable, and resending does not make a plan look old."""
    assert record_answers(store, case_id, (YES, YES)) == (YES.id,)
    before = open_case(store, case_id)
    assert record_answers(store, case_id, (YES,)) == (YES.id,)
    assert open_case(store, case_id) == before


def test_an_answer_can_be_taken_back(store: CaseStore, case_id: CaseId) -> None:
    """Taking back is an event like any other: nothing is removed, and the sheet no longer has it."""
    record_answers(store, case_id, (YES,))
    record_answers(store, case_id, (tap("VU4", None, minute=1),))
    case = open_case(store, case_id)
    assert case.sheet.of("VU4") is None
    assert len(case.events) == 2


def test_an_answer_without_time_zone_is_refused_whole(store: CaseStore, case_id: CaseId) -> None:
    """A time that could mean two moments would make the order of answers a guess."""
    naive = YES.model_copy(update={"id": EventId("naive"), "at": dt.datetime(2026, 11, 23, 8)})  # noqa: DTZ001  the mistake itself
    with pytest.raises(BadInput):
        record_answers(store, case_id, (YES, naive))
    assert open_case(store, case_id).events == ()


def test_an_id_of_another_case_is_never_acknowledged(store: CaseStore, case_id: CaseId) -> None:
    """What would be lost must not be called saved."""
    record_answers(store, case_id, (YES,))
    other = create_case(store, name="Other")
    with pytest.raises(Bug):
        record_answers(store, other, (YES,))
    assert open_case(store, other).events == ()


def test_saving_a_form_untouched_changes_nothing(store: CaseStore, case_id: CaseId) -> None:
    """Facts, timetable, marks and notes that are the same as before leave the case and its plan as they are."""
    handled = Handled(question=QuestionId("TR1"), at=AT, by="coach")

    def save_all() -> None:
        write_facts(store, case_id, demo_facts())
        take_in_timetable(store, case_id, demo_timetable())
        mark_summary(store, case_id, (SummaryMark(question=QuestionId("VU4"), is_right=True),))
        note_handled(store, case_id, handled)
        keep_plan(store, case_id, STOPPED)

    save_all()
    before = open_case(store, case_id)
    save_all()
    assert open_case(store, case_id) == before


def test_the_latest_mark_of_a_line_holds(store: CaseStore, case_id: CaseId) -> None:
    """A line is its question and its ticks: other ticks make another line."""
    first = SummaryMark(question=QuestionId("AM1"), ticks=("Bild",), is_right=False)
    other = SummaryMark(question=QuestionId("AM1"), ticks=("Bild", "Slöjd"), is_most_important=True)
    changed = first.model_copy(update={"is_right": True})
    mark_summary(store, case_id, (first, other))
    mark_summary(store, case_id, (changed,))
    assert open_case(store, case_id).summary == (changed, other)


def test_a_case_that_cannot_be_read_is_listed_with_its_trouble(
    store: CaseStore, case_id: CaseId, tmp_path: Path
) -> None:
    """One damaged case hides neither itself nor the others, and its rows are left as they are."""
    other = create_case(store, name="Other")
    with closing(sqlite3.connect(tmp_path / "cases.stegvis", isolation_level=None)) as connection:
        connection.execute("UPDATE facts SET content = '{}}' WHERE case_id = ?", (case_id,))
    listed = {summary.id: summary for summary in list_cases(store)}
    assert listed[case_id].trouble == "sealed-row-damaged"
    assert (listed[other].trouble, listed[other].name) == ("", "Other")
    with pytest.raises(CaseFileError):
        open_case(store, case_id)


def test_an_erased_case_is_gone_and_the_others_stay(store: CaseStore, case_id: CaseId) -> None:
    """It is in no list and opens no more, and what is sent to it later is not called saved."""
    other = create_case(store, name="Other")
    record_answers(store, case_id, (YES,))
    erase_case(store, case_id)
    assert [summary.id for summary in list_cases(store)] == [other]
    for late in (open_case, erase_case, lambda store, gone: record_answers(store, gone, (YES,))):
        with pytest.raises(CaseFileError, match="no-such-case"):
            late(store, case_id)


def test_answering_again_begins_a_round_and_loses_nothing(store: CaseStore, case_id: CaseId) -> None:
    """What was answered before stays with its date, and a plan stays current."""
    record_answers(store, case_id, [tap("MA2", Answer(choice=Choice.NO), minute=600)])
    before = open_case(store, case_id)
    assert before.round_started is None
    ask_again(store, case_id)
    after = open_case(store, case_id)

    assert after.events == before.events
    assert after.revision == before.revision
    assert after.round_started is not None
    assert after.round_started > before.events[0].at, "also where the browser's clock is ahead"


def test_the_latest_round_counts(store: CaseStore, case_id: CaseId) -> None:
    """Weeks later the student answers once more."""
    ask_again(store, case_id)
    first = open_case(store, case_id).round_started
    ask_again(store, case_id)
    second = open_case(store, case_id).round_started

    assert first is not None
    assert second is not None
    assert first < second
