"""Which decision holds on a day, what is lived by it, and what was sent last: from what is kept alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import CaseId, CaseStore, open_case, write_facts
from casework.course import register
from casework.course_in_force import (
    facts_decided_on,
    highest_version,
    in_force,
    lived_plan,
    lived_step,
    newest_decision,
    ready_to_send,
    sent_last,
)
from casework.course_verbs import activate, notify, step_up, withdraw
from planning.decided import Ruling
from planning.workflow.moves import Given
from tests.casework.followed_cases import Clock, made_for_real, on_its_way, planned, record, ruling, sent
from tests.casework.small_week import MONDAY
from tests.opened_store import opened_store

DAY = dt.date(2026, 12, 20)


@pytest.fixture
def store(tmp_path: Path, at: Clock) -> CaseStore:
    """An empty store of one coach alone."""
    return opened_store(tmp_path / "cases.stegvis")


def number_in_force(store: CaseStore, case_id: CaseId, on: dt.date = DAY) -> int | None:
    """The number of the decision that holds that day."""
    force = in_force(record(store, case_id), on)
    return force.number if force else None


def test_before_a_decision_nothing_holds(store: CaseStore) -> None:
    """Nor is anything lived."""
    kept = record(store, sent(store))
    assert newest_decision(kept) is in_force(kept, DAY) is lived_plan(kept, None) is None
    assert lived_step(kept) == 0


def test_a_decision_holds_from_its_day_and_the_old_one_until_then(store: CaseStore) -> None:
    """A new one that has not begun takes nothing away."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    register(store, case_id, ruling(store, case_id, valid_from=MONDAY, ruling=Ruling.WITH_CHANGES))
    assert number_in_force(store, case_id) == 1
    assert number_in_force(store, case_id, MONDAY) == 2


@pytest.mark.parametrize(("said", "holds"), [(Ruling.RETURNED, 1), (Ruling.NO_PROGRAMME, None)])
def test_a_return_takes_nothing_away_and_a_refusal_does(store: CaseStore, said: Ruling, holds: int | None) -> None:
    """«No programme» is a decision, and ends the one before."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    register(store, case_id, ruling(store, case_id, ruling=said))
    assert number_in_force(store, case_id) == holds


def test_the_frame_ends_on_the_rektor_s_own_last_day(store: CaseStore) -> None:
    """Where one was written; else on the plan's."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    force = in_force(record(store, case_id), DAY)
    assert force is not None
    assert force.frame is not None
    assert force.frame.last_day == dt.date(2027, 1, 22)
    register(store, case_id, ruling(store, case_id, valid_to=dt.date(2027, 6, 1)))
    longer = in_force(record(store, case_id), DAY)
    assert longer is not None
    assert longer.frame is not None
    assert longer.frame.last_day == dt.date(2027, 6, 1)


def test_a_decision_on_what_is_not_kept_has_no_frame(store: CaseStore) -> None:
    """It holds, and nothing can be lived by it here."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id, proposal_version=7, proposal_hash=""))
    kept = record(store, case_id)
    force = in_force(kept, DAY)
    assert force is not None
    assert (force.frame, force.plan_number, lived_plan(kept, force)) == (None, None, None)
    assert highest_version(kept) == 7


def test_a_later_plan_is_lived_only_within_the_decision(store: CaseStore, at: Clock) -> None:
    """One that goes beyond is a draft; the decided one stays what is lived."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id))
    notify(store, case_id, Given(day=DAY))
    at.turn_to(MONDAY)
    activate(store, case_id)
    step_up(store, case_id)
    facts = open_case(store, case_id).facts
    write_facts(
        store, case_id,
        facts.model_copy(update={"ladder": facts.ladder.model_copy(update={"number_of_steps": 3})}),
    )  # fmt: skip
    make_plan(store, open_case(store, case_id))
    kept = record(store, case_id)
    force = in_force(kept, MONDAY)
    lived = lived_plan(kept, force)
    assert lived is not None
    assert (lived.number, len(lived.minutes), lived_step(kept)) == (1, 2, 2)
    was = facts_decided_on(kept, force)
    assert was is not None
    assert was.ladder.number_of_steps == 2


def test_what_was_sent_is_known_without_anybody_noting_it(store: CaseStore) -> None:
    """The last proposal made for real; a move that sent one says it better."""
    case_id = planned(store)
    assert sent_last(record(store, case_id)) == (None, "")
    made = made_for_real(store, case_id)
    left, by = sent_last(record(store, case_id))
    assert left is not None
    assert (left.sha256, by) == (made.sha256, "")
    sent_by_move, who = sent_last(record(store, sent(store)))
    assert sent_by_move is not None
    assert (sent_by_move.version, who) == (1, "alone")


def test_only_what_is_made_of_today_s_facts_can_be_sent(store: CaseStore) -> None:
    """Not a proposal of an earlier version, nor of an earlier plan."""
    case_id = on_its_way(store)
    assert ready_to_send(record(store, case_id)) is not None
    make_plan(store, open_case(store, case_id))
    facts = open_case(store, case_id).facts
    write_facts(store, case_id, facts.model_copy(update={"trusted_person": "Mentor Mentorsson"}))
    assert ready_to_send(record(store, case_id)) is None


def test_versions_are_never_used_twice(store: CaseStore) -> None:
    """What was sent counts, also when it was taken back."""
    case_id = sent(store)
    withdraw(store, case_id)
    assert highest_version(record(store, case_id)) == 1
    assert open_case(store, case_id).facts.document.prepared.version == 2
