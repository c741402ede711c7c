"""What a kept case knows of its plan: every outcome as it was, and whether it is still of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from casework.cases import (
    CaseId,
    CaseStore,
    DocumentMade,
    SummaryMark,
    create_case,
    keep_plan,
    mark_summary,
    note_documents,
    note_handled,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.demo import demo_facts, demo_timetable
from planning.decision import DocumentFacts
from planning.items import ItemKind
from planning.needs import AvoidTeacher, NeedId, Origin, Source, Strength
from planning.outcomes import Conflict, Found, Interrupted, InterruptedBy, Outcome, WayOut
from planning.plan import (
    LeftOut,
    Plan,
    PlannedContact,
    PlannedLesson,
    PlanStep,
    Reason,
    ReasonKind,
    Setting,
)
from planning.steps import Step
from questionnaire.alerts import Handled
from questionnaire.answers import Answer, AnswerEvent, Choice, EventId, QuestionId
from tests.opened_store import opened_store

MONDAY = dt.date(2026, 11, 23)
AT = dt.datetime(2026, 11, 23, 8, 10, tzinfo=dt.UTC)
CONTACT = PlannedContact(date=MONDAY, kind=ItemKind.FIKA, person="Coach Exempel")
YES = AnswerEvent(
    id=EventId("yes"), question=QuestionId("VU4"), answer=Answer(choice=Choice.YES), at=AT
)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def case_id(store: CaseStore) -> CaseId:
    """A new case in it."""
    return create_case(store, name="Test T.")


def a_plan() -> Found:
    """A plan of one lesson, with something in every field."""
    lesson = demo_timetable().occasions[0].lesson
    need = NeedId("VU4:coach_at_first_lesson")
    planned = PlannedLesson(
        lesson=lesson, week="", start=lesson.start, end=lesson.start + 30, setting=Setting.SMALL_ROOM, with_coach=True,
        is_new=True, reasons=(Reason(kind=ReasonKind.WISHED_SUBJECT, need=need), Reason(kind=ReasonKind.PACE)),
    )
    left_out = LeftOut(subject="Spanska", week="", lessons=3, minutes=145, reasons=(Reason(kind=ReasonKind.PACE),))
    step = PlanStep(
        step=Step(number=1, mondays=(MONDAY,), week_labels=("",), week_numbers=(1,)), lessons=(planned,),
        contacts=(CONTACT,), left_out=(left_out,), released=(need,),
    )
    return Found(plan=Plan(steps=(step,), proven=True, tiers={"wish_3": 2, "pace": 0}))


def a_conflict() -> Conflict:
    """Two ticks that collide."""
    needs = tuple(
        AvoidTeacher(
            id=NeedId(f"VU2:{code}"), origin=Origin(source=Source.ANSWER, ref="VU2"), strength=Strength.HARD_NOW,
            teachers=(code,),
        )
        for code in ("KLI", "TOV")
    )
    way_out = WayOut(give_up=needs[0].id, lessons_per_step=(2, 3), minutes_per_step=(90, 140), first_subjects=("Bild",))
    return Conflict(needs=needs, ways_out=(way_out,), contact=CONTACT)


OUTCOMES: tuple[Outcome, ...] = (
    a_plan(), a_conflict(), Interrupted(seconds=20.5, contact=CONTACT),
    Interrupted(why=InterruptedBy.WORKER_DIED, seconds=3.0, contact=CONTACT, best=a_plan().plan),
)  # fmt: skip


CHANGES: dict[str, Callable[[CaseStore, CaseId], object]] = {
    "an answer": lambda store, case_id: record_answers(store, case_id, (YES,)),
    "the facts": lambda store, case_id: write_facts(store, case_id, demo_facts()),
    "the timetable": lambda store, case_id: take_in_timetable(store, case_id, demo_timetable()),
    "a mark": lambda store, case_id: mark_summary(store, case_id, (SummaryMark(question=QuestionId("VU4")),)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_plan_knows_that_it_is_no_longer_of_today(store: CaseStore, case_id: CaseId, change: str) -> None:
    """Whatever a plan depends on makes it old; a new plan makes it current again."""
    keep_plan(store, case_id, a_plan())
    assert open_case(store, case_id).plan_is_current
    CHANGES[change](store, case_id)
    assert not open_case(store, case_id).plan_is_current
    keep_plan(store, case_id, a_plan())
    assert open_case(store, case_id).plan_is_current


def test_what_only_the_school_s_papers_say_makes_no_plan_old(store: CaseStore, case_id: CaseId) -> None:
    """A name, a date or a reason is kept at once, and nobody has to plan anew for it."""
    write_facts(store, case_id, demo_facts())
    keep_plan(store, case_id, a_plan())
    document = DocumentFacts(way_back="Fler ämnen prövas i nästa plan.")
    write_facts(store, case_id, demo_facts().model_copy(update={"document": document}))
    case = open_case(store, case_id)
    assert case.facts.document == document
    assert case.plan_is_current


def test_a_plan_that_took_its_time_does_not_look_newer_than_the_answers(store: CaseStore, case_id: CaseId) -> None:
    """An answer given while the plan was being made is not in it, and the case knows."""
    begun = open_case(store, case_id)
    record_answers(store, case_id, (YES,))
    keep_plan(store, case_id, a_plan(), revision=begun.revision)
    assert not open_case(store, case_id).plan_is_current


def test_handling_and_documents_do_not_make_a_plan_old(store: CaseStore, case_id: CaseId) -> None:
    """They change the case but not what the plan was made from."""
    keep_plan(store, case_id, a_plan())
    note_handled(store, case_id, Handled(question=QuestionId("TR1"), at=AT, by="coach"))
    note_documents(store, case_id, tuple(
        DocumentMade(kind=kind, made_at=AT, sha256="0" * 64, plan_number=1) for kind in ("proposal", "appendix")
    ))
    case = open_case(store, case_id)
    assert case.plan_is_current
    assert [document.kind for document in case.documents] == ["proposal", "appendix"]


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: type(outcome).__name__)
def test_every_outcome_is_read_back_as_it_was(store: CaseStore, case_id: CaseId, outcome: Outcome) -> None:
    """A plan, a conflict and a search that was stopped are all answers worth keeping."""
    assert keep_plan(store, case_id, outcome) == 1
    plan = open_case(store, case_id).plan
    assert plan is not None
    assert plan.outcome == outcome


def test_plans_are_numbered_and_the_latest_is_shown(store: CaseStore, case_id: CaseId) -> None:
    """Earlier plans stay in the file under their numbers."""
    assert [keep_plan(store, case_id, outcome) for outcome in OUTCOMES] == [1, 2, 3, 4]
    plan = open_case(store, case_id).plan
    assert plan is not None
    assert (plan.number, plan.outcome) == (4, OUTCOMES[3])


def test_the_last_good_plan_stays_when_a_later_search_finds_none(store: CaseStore, case_id: CaseId) -> None:
    """The newest of the plans that were found, with its own number and revision; none before there was one."""
    assert open_case(store, case_id).last_good_plan is None
    keep_plan(store, case_id, OUTCOMES[1])
    assert open_case(store, case_id).last_good_plan is None
    keep_plan(store, case_id, a_plan())
    other = Found(plan=a_plan().plan.model_copy(update={"proven": False}))
    record_answers(store, case_id, (YES,))
    keep_plan(store, case_id, other)
    found = open_case(store, case_id)
    assert found.last_good_plan == found.plan
    for outcome in OUTCOMES[1:]:
        keep_plan(store, case_id, outcome)
        case = open_case(store, case_id)
        assert case.last_good_plan == found.plan
        assert case.plan is not None
        assert case.plan.outcome == outcome
