"""A look at the course: what is offered to whom, what leads on, what is late, and what others may not read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.cases import CaseStore, open_case, write_facts
from casework.course import register
from casework.course_look import BY_THEIR_OWN_WAY, ON_THE_WAY, CourseLook, course_look, state_of
from casework.course_records import MOVES
from casework.course_verbs import VERBS, activate, begin_draft, notify, step_up
from casework.course_words import say_headline, say_look, say_move_line, say_what_waits
from planning.decided import Ruling
from planning.workflow.moves import Given, MoveName
from planning.workflow.moving import state_after
from planning.workflow.states import State
from planning.workflow.table import TABLE, moves_from
from tests.casework.followed_cases import TOLD, Clock, on_its_way, planned, ruling, sent
from tests.casework.small_week import MONDAY
from tests.casework.test_course_verbs import Municipality
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, at: Clock) -> Iterator[CaseStore]:
    """An empty store of one coach alone."""
    opened = opened_store(tmp_path / "cases.stegvis")
    yield opened
    opened.close()


def offered(look: CourseLook) -> list[MoveName]:
    """The moves that are offered, in their order."""
    return [move.row.name for move in look.offered]


def test_every_state_has_a_way_on_that_begins_there() -> None:
    """And every verb is offered somewhere, but for those with a page of their own."""
    assert set(ON_THE_WAY) == set(State)
    for state, names in ON_THE_WAY.items():
        assert all(state in TABLE[name].starts for name in names)
    assert set(VERBS) | BY_THEIR_OWN_WAY == set(MoveName)


def test_what_is_offered_is_what_the_table_lets_begin(store: CaseStore) -> None:
    """The way on first; nothing about a decision before there is one."""
    look = course_look(store, planned(store))
    assert offered(look) == [MoveName.BEGIN_DRAFT, MoveName.CLOSE]
    assert [move.leads_on for move in look.offered] == [True, False]
    assert set(offered(look)) <= {row.name for row in moves_from(look.state)}


def test_what_is_said_with_a_move_is_asked_and_not_waited_for(store: CaseStore) -> None:
    """A day that one writes when it is done is no hindrance; what must be in place before is."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    (notified,) = [move for move in course_look(store, case_id).offered if move.row.name is MoveName.NOTIFY]
    assert (notified.hindrances, [guard.value for guard in notified.asks]) == ((), ["P9"])
    on_way = on_its_way(store)
    facts = open_case(store, on_way).facts
    write_facts(store, on_way, facts.model_copy(update={"trusted_person": "Mentor Mentorsson"}))
    (submitting,) = [move for move in course_look(store, on_way).offered if move.row.name is MoveName.SUBMIT]
    assert say_what_waits(submitting) == (
        "Gör planen, eller gör om den så att den följer svaren.",
        "Gör det färdiga förslaget under «Dokument», så att det nyaste skickas.",
    )


def test_an_overdue_evaluation_is_told_first_and_leads_on(store: CaseStore, at: Clock) -> None:
    """«Uppföljning försenad», and evaluating is the way on."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id, valid_to=dt.date(2027, 6, 11)))
    notify(store, case_id, Given(day=dt.date(2026, 12, 16)))
    at.turn_to(MONDAY)
    activate(store, case_id)
    early = course_look(store, case_id)
    assert early.late is None
    assert not next(move for move in early.offered if move.row.name is MoveName.EVALUATE).leads_on
    at.turn_to(MONDAY + dt.timedelta(days=13))
    late = course_look(store, case_id)
    assert say_look(late)[0].startswith("Uppföljning försenad.")
    assert next(move for move in late.offered if move.row.name is MoveName.EVALUATE).leads_on


def test_the_step_that_is_lived_is_told(store: CaseStore, at: Clock) -> None:
    """With the decision, its time, and how many steps there are."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    notify(store, case_id, Given(day=dt.date(2026, 12, 16)))
    at.turn_to(MONDAY)
    activate(store, case_id)
    step_up(store, case_id)
    look = course_look(store, case_id)
    assert (look.step, look.steps) == (2, 2)
    assert "Det här beslutet gäller: version 1, till fredag 22 januari 2027, steg 2 av 2." in say_look(look)
    assert say_move_line(look.moves[-1]) == "måndag 11 januari 2027: Ett steg upp, steg 2"


def test_what_differs_is_shown_once_it_is_back(store: CaseStore) -> None:
    """Not while it lies at the school: then nothing can differ."""
    case_id = sent(store)
    assert course_look(store, case_id).difference is None
    register(store, case_id, ruling(store, case_id, ruling=Ruling.RETURNED))
    look = course_look(store, case_id)
    assert look.difference is not None
    assert look.difference.is_nothing
    facts = open_case(store, case_id).facts
    document = facts.document.model_copy(update={"goals": ("Tre dagar",)})
    write_facts(store, case_id, facts.model_copy(update={"document": document}))
    changed = course_look(store, case_id).difference
    assert changed is not None
    assert changed.fields == ("goals",)


def test_a_state_is_told_in_words_and_by_itself(store: CaseStore) -> None:
    """The headline, and the bare state for those who ask for no more."""
    case_id = planned(store)
    assert say_headline(course_look(store, case_id)) == "Ärendet är nu: Kartläggning"
    begin_draft(store, case_id)
    assert state_of(store, case_id) is State.DRAFT
    assert state_after(MoveName.GO_BACK, State.PRESENTED, ()) is State.DRAFT


def test_the_school_reads_no_note_of_the_coach_s(tmp_path: Path, at: Clock) -> None:
    """It sees what was sent and what itself has said; a mentor of the case the same."""
    town = Municipality(tmp_path)
    town.send(town.coach)
    with town.coach.reading() as reader:
        kept = [one.noun for one in reader.every(MOVES, town.case)]
    assert all(move.day for move in kept if move.name is MoveName.BEGIN_MAPPING)
    own, school = course_look(town.coach, town.case), course_look(town.rektor, town.case)
    assert len(own.moves) == len(school.moves) == len(kept)
    assert not any(move.note for move in school.moves)
    assert MoveName.WITHDRAW not in offered(school)
    assert (school.may_decide, own.may_decide) == (True, False)
    assert MoveName.RETURN not in (*offered(school), *offered(own))


def test_a_coach_s_note_stays_the_coach_s(store: CaseStore) -> None:
    """Alone it is one's own to read."""
    case_id = planned(store)
    begin_draft(store, case_id, Given(note="Kim vill börja med bild.", day=TOLD.day))
    assert course_look(store, case_id).moves[-1].note == "Kim vill börja med bild."
