"""A decision that has come back is held against the plan as it stands: is it about it, and what goes beyond it?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.app_verbs import make_plan
from casework.cases import CaseId, CaseStore, create_case, open_case, record_answers, take_in_timetable, write_facts
from casework.decided_frames import decided_now, frame_in_force, proposal_of
from casework.documents import PROPOSAL
from casework.kept_documents import documents_of, dossier_of
from casework.law import law_verdicts
from casework.returned_decision import register_decision
from planning.decided import CameAs, Decided, Ruling
from planning.law.verdicts import LawVerdict, Standing
from questionnaire.answers import AnswerEvent, AnswerSheet, EventId
from tests.casework.ready_case import RIGHT, ready_facts
from tests.casework.small_week import MONDAY, sheet, week
from tests.opened_store import opened_store

AT = dt.datetime(2027, 1, 4, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


@pytest.fixture
def sent(store: CaseStore) -> CaseId:
    """A case that lacks nothing, whose proposal has left for real."""
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, ready_facts())
    take_in_timetable(store, case_id, week())
    say(store, case_id, sheet(**RIGHT))
    make_plan(store, open_case(store, case_id))
    documents_of(store, open_case(store, case_id), [PROPOSAL], is_draft=False)
    return case_id


def say(store: CaseStore, case_id: CaseId, answers: AnswerSheet) -> None:
    """The student answers."""
    record_answers(
        store, case_id,
        [AnswerEvent(id=EventId(f"e-{q}"), question=q, answer=a, at=AT) for q, a in answers.answers.items()],
    )  # fmt: skip


def decided(store: CaseStore, case_id: CaseId, **fields: object) -> Decided:
    """A decision on the proposal that left, registered."""
    (made,) = [made for made in open_case(store, case_id).documents if made.proposal]
    assert made.proposal is not None
    given = {
        "ruling": Ruling.AS_PROPOSED, "came_as": CameAs.PAPER, "decided_on": dt.date(2027, 1, 7),
        "decided_by": "Eva Exempel, rektor", "reasons": "3 kap. 12 § skollagen. Eleven behöver börja i liten skala.",
        "proposal_version": made.proposal.code.version, "proposal_hash": made.proposal.code.plan, **fields,
    }  # fmt: skip
    decision = Decided.model_validate(given)
    register_decision(store, case_id, decision)
    return decision


def verdict(store: CaseStore, case_id: CaseId, code: str, on: dt.date) -> LawVerdict:
    """What a rule comes to in the case on a day."""
    dossier = dossier_of(open_case(store, case_id)).model_copy(update={"date": on})
    return next(one for one in law_verdicts(dossier) if one.rule.code == code)


def test_before_a_decision_nothing_is_asked_of_it(store: CaseStore, sent: CaseId) -> None:
    """Neither who decided nor what goes beyond."""
    case = open_case(store, sent)
    assert (decided_now(case), frame_in_force(case)) == (None, None)
    assert verdict(store, sent, "P7", MONDAY).facts == {"because": "not_decided"}
    assert verdict(store, sent, "P13", MONDAY).facts == {"because": "no_earlier_decision"}


def test_a_decision_on_the_plan_as_it_stands_is_judged(store: CaseStore, sent: CaseId) -> None:
    """By the rules about decisions; the plan is within it."""
    decision = decided(store, sent)
    assert decided_now(open_case(store, sent)) == decision
    assert verdict(store, sent, "P7", MONDAY).standing is Standing.MET
    assert verdict(store, sent, "P8", MONDAY).standing is Standing.MET
    assert verdict(store, sent, "P9", MONDAY).fields == ("decided.received_on",)
    assert verdict(store, sent, "P13", MONDAY).standing is Standing.MET
    assert verdict(store, sent, "P16", MONDAY).fields == ("around.attendance_export",)


def test_a_later_plan_is_held_against_the_decision_that_holds(store: CaseStore, sent: CaseId) -> None:
    """A week more needs a new decision; the old one is none on the new plan, but still has its days."""
    decided(store, sent)
    longer = ready_facts()
    ladder = longer.ladder.model_copy(update={"number_of_steps": 3})
    write_facts(store, sent, longer.model_copy(update={"ladder": ladder}))
    make_plan(store, open_case(store, sent))
    case = open_case(store, sent)
    assert decided_now(case) is None
    assert frame_in_force(case) is not None
    found = verdict(store, sent, "P13", MONDAY)
    assert (found.standing, found.facts["period_extended"]) == (Standing.DEVIATES, ("2027-01-29",))
    assert found.waits
    overdue = verdict(store, sent, "P14", dt.date(2027, 1, 25))
    assert (overdue.standing, overdue.facts["days"]) == (Standing.DEVIATES, 3)
    assert verdict(store, sent, "P7", MONDAY).standing is Standing.NOT_ASKED


def test_the_rektor_s_last_day_goes_before_the_plan_s(store: CaseStore, sent: CaseId) -> None:
    """A decision for longer leaves room for more."""
    decided(store, sent, valid_to=dt.date(2027, 6, 11))
    frame = frame_in_force(open_case(store, sent))
    assert frame is not None
    assert frame.last_day == dt.date(2027, 6, 11)


@pytest.mark.parametrize("ruling", [Ruling.RETURNED, Ruling.NO_PROGRAMME])
def test_what_lets_no_plan_be_lived_leaves_no_room(store: CaseStore, sent: CaseId, ruling: Ruling) -> None:
    """A return decides nothing, and «no programme» ends an earlier one."""
    decided(store, sent)
    decided(store, sent, ruling=ruling)
    frame = frame_in_force(open_case(store, sent))
    assert (frame is None) == (ruling is Ruling.NO_PROGRAMME)


def test_a_decision_on_what_is_not_kept_says_nothing(store: CaseStore, sent: CaseId) -> None:
    """Another version, or another plan, than left from here."""
    decision = decided(store, sent, proposal_version=9)
    case = open_case(store, sent)
    assert proposal_of(decision, case.documents) is None
    assert (decided_now(case), frame_in_force(case)) == (None, None)
