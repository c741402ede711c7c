"""The course of a plan that is lived: steps within the decision, evaluation, appeal, and its end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.cases import CaseStore, open_case, write_facts
from casework.course import register
from casework.course_verbs import (
    activate,
    annul,
    appeal,
    archive,
    close,
    evaluate,
    follow_up,
    hold,
    keep,
    notify,
    resume,
    revise,
    step_back,
    step_up,
    uphold,
)
from planning.errors import NotAllowed
from planning.workflow.moves import Ending, Given, Heard, MoveName
from planning.workflow.states import State
from tests.casework.followed_cases import (
    RECEIVED,
    Clock,
    active,
    longer,
    ruling,
    sent,
    state,
    waits,
)
from tests.casework.small_week import MONDAY
from tests.opened_store import opened_store


@pytest.fixture
def store(tmp_path: Path, at: Clock) -> CaseStore:
    """An empty store of one coach alone."""
    return opened_store(tmp_path / "cases.stegvis")


def test_a_plan_begins_on_its_day(store: CaseStore, at: Clock) -> None:
    """Not before."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id, valid_from=MONDAY))
    notify(store, case_id, RECEIVED)
    with pytest.raises(NotAllowed) as refused:
        activate(store, case_id)
    assert waits(refused) == ("from_its_day",)
    at.turn_to(MONDAY)
    assert activate(store, case_id).step == 1


def test_steps_go_up_and_back_within_the_decision(store: CaseStore, at: Clock) -> None:
    """No new decision is asked for, and no step that is not there is taken."""
    case_id = active(store, at)
    assert [step_up(store, case_id).step, hold(store, case_id).step, step_back(store, case_id).step] == [2, 2, 1]
    with pytest.raises(NotAllowed) as refused:
        step_back(store, case_id)
    assert waits(refused) == ("earlier_step",)
    step_up(store, case_id)
    with pytest.raises(NotAllowed) as refused:
        step_up(store, case_id)
    assert waits(refused) == ("next_step",)
    assert len(open_case(store, case_id).decisions) == 2


def test_a_step_beyond_the_decision_begins_a_new_version(store: CaseStore, at: Clock) -> None:
    """The old decision holds meanwhile, and its plan can be gone back to."""
    case_id = active(store, at)
    longer(store, case_id)
    made = step_up(store, case_id)
    assert (made.name, made.to_state, made.next_version) == (MoveName.REVISE, State.REVISING, 2)
    assert "period_extended" in made.beyond
    assert step_up(store, case_id).step == 2
    resume(store, case_id)
    assert state(store, case_id) is State.ACTIVE


def test_an_overdue_evaluation_stops_what_would_go_on_by_itself(store: CaseStore, at: Clock) -> None:
    """Another day written in puts nothing off; the evaluation itself does."""
    case_id = active(store, at, valid_to=dt.date(2027, 6, 11))
    at.turn_to(MONDAY + dt.timedelta(days=13))
    facts = open_case(store, case_id).facts
    later = facts.document.evaluation.model_copy(update={"date": dt.date(2027, 5, 1)})
    write_facts(
        store, case_id, facts.model_copy(update={"document": facts.document.model_copy(update={"evaluation": later})})
    )
    with pytest.raises(NotAllowed) as refused:
        step_up(store, case_id)
    assert waits(refused) == ("P14",)
    assert hold(store, case_id).step == 1
    evaluate(store, case_id, Given(heard=tuple(Heard)))
    assert open_case(store, case_id).facts.document.around.evaluated_on == dt.date(2027, 1, 24)
    assert state(store, case_id) is State.EVALUATED


def test_keeping_does_not_make_a_decision_longer(store: CaseStore, at: Clock) -> None:
    """Within its time it goes on; after its last day it needs a new one."""
    case_id = active(store, at)
    evaluate(store, case_id, Given(heard=tuple(Heard)))
    assert keep(store, case_id).to_state is State.ACTIVE
    evaluate(store, case_id, Given(heard=tuple(Heard)))
    at.turn_to(dt.date(2027, 3, 1))
    with pytest.raises(NotAllowed) as refused:
        keep(store, case_id)
    assert waits(refused) == ("within_period",)
    assert revise(store, case_id, Given(note="En månad till.")).to_state is State.REVISING


def test_an_evaluation_hears_all_of_them(store: CaseStore, at: Clock) -> None:
    """A follow-up notes who was heard; an evaluation waits for the rest."""
    case_id = active(store, at)
    assert follow_up(store, case_id, Given(heard=(Heard.STUDENT,))).heard == (Heard.STUDENT,)
    with pytest.raises(NotAllowed) as refused:
        evaluate(store, case_id, Given(heard=(Heard.STUDENT,)))
    assert waits(refused) == ("heard",)


def test_an_appeal_goes_back_to_where_it_came_from_or_takes_the_decision_away(store: CaseStore, at: Clock) -> None:
    """The plan is lived meanwhile; when it is annulled nothing is lived by it any more."""
    case_id = active(store, at)
    came = Given(day=dt.date(2027, 1, 5))
    appeal(store, case_id, came)
    assert step_up(store, case_id).step == 2
    assert uphold(store, case_id, came).to_state is State.ACTIVE
    appeal(store, case_id, came)
    annul(store, case_id, came)
    assert state(store, case_id) is State.REVISING
    with pytest.raises(NotAllowed) as refused:
        step_up(store, case_id)
    assert "in_force" in waits(refused)


def test_an_end_is_the_rektor_s_and_is_put_away_after_the_time_to_appeal(store: CaseStore, at: Clock) -> None:
    """Alone the name of who ended it is written in; it is not the coach's."""
    case_id = active(store, at)
    end = Given(ending=Ending.WHOLE_TIMETABLE, attendance_closed=MONDAY, decided_by="Coach Exempel")
    with pytest.raises(NotAllowed) as refused:
        close(store, case_id, end)
    assert waits(refused) == ("ended_by_principal",)
    made = close(store, case_id, end.model_copy(update={"decided_by": "Eva Exempel, rektor"}))
    assert (made.ending, made.decided_by) == (Ending.WHOLE_TIMETABLE, "Eva Exempel, rektor")
    assert archive(store, case_id).to_state is State.ARCHIVED
