"""A case whose course is followed: ready to be sent, with people who act in it, for the tests of its course."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casework import now as clock
from casework.app_verbs import make_plan
from casework.case import DocumentMade
from casework.cases import (
    CaseId,
    CaseStore,
    create_case,
    note_documents,
    open_case,
    record_answers,
    take_in_timetable,
    write_facts,
)
from casework.course import register
from casework.course_records import CourseRecord, course_record
from casework.course_verbs import activate, begin_draft, codes_of, inform_guardians, notify, present, submit
from casework.documents import PROPOSAL
from casework.facts import CaseFacts
from casework.guarded import looking, verb
from exports.document_code import DocumentCode, Fingerprint, document_number
from planning.access import Action
from planning.decided import CameAs, Decided, Ruling
from planning.decided_frame import frame_of
from planning.errors import NotAllowed
from planning.outcomes import Found
from planning.workflow.moves import Given
from planning.workflow.states import State
from questionnaire.answers import AnswerEvent, AnswerSheet, EventId
from tests.casework.ready_case import RIGHT, ready_facts
from tests.casework.small_week import MONDAY, sheet, week

TOLD = Given(day=dt.date(2026, 12, 1))
AT = dt.datetime(2026, 12, 15, 8, 0, tzinfo=dt.UTC)
"""The day after those that the facts of `ready_case` tell of."""
SHARED: dict[str, Any] = {"VU8": ["what_helps"]}


def say(store: CaseStore, case_id: CaseId, answers: AnswerSheet, at: dt.datetime = AT) -> None:
    """The student answers."""
    given = answers.answers.items()
    of = f"{case_id[:8]}-{at:%d%H%M%S%f}"
    events = [AnswerEvent(id=EventId(f"{of}-{q}"), question=q, answer=a, at=at) for q, a in given]
    record_answers(store, case_id, events)


def planned(store: CaseStore, facts: CaseFacts | None = None) -> CaseId:
    """A case that lacks nothing but to be sent, in which no move has been made."""
    case_id = create_case(store, name="Kim")
    write_facts(store, case_id, facts or ready_facts())
    take_in_timetable(store, case_id, week())
    say(store, case_id, sheet(**RIGHT, **SHARED))
    make_plan(store, open_case(store, case_id))
    return case_id


def made_for_real(store: CaseStore, case_id: CaseId) -> DocumentMade:
    """The proposal as it is noted when it has been made for real, without the work of drawing it."""
    case = open_case(store, case_id)
    assert case.plan is not None
    assert isinstance(case.plan.outcome, Found)
    version = case.facts.document.prepared.version
    code = DocumentCode(
        document=document_number(case_id), version=version, plan=f"{case.plan.number:08x}{version:08x}"
    )
    made = DocumentMade(
        kind=PROPOSAL, made_at=clock.now(), sha256=f"{case.plan.number:032x}{version:032x}",
        plan_number=case.plan.number,
        proposal=Fingerprint(code=code, plan="0" * 64, pages=(), fields=()),
        frame=frame_of(case.plan.outcome.plan, case.facts.document),
    )  # fmt: skip
    note_documents(store, case_id, [made])
    return made


def on_its_way(store: CaseStore) -> CaseId:
    """A case that the guardians have got, and whose proposal is made for real."""
    case_id = planned(store)
    for step in (begin_draft, present, inform_guardians):
        step(store, case_id, TOLD)
    made_for_real(store, case_id)
    return case_id


def sent(store: CaseStore) -> CaseId:
    """A case that lies at the school."""
    case_id = on_its_way(store)
    submit(store, case_id)
    return case_id


def ruling(store: CaseStore, case_id: CaseId, **fields: Any) -> Decided:
    """A ruling on the proposal that was made last, by another than the coach."""
    (*_, made) = [one for one in open_case(store, case_id).documents if one.proposal is not None]
    assert made.proposal is not None
    given = {
        "ruling": Ruling.AS_PROPOSED, "came_as": CameAs.PAPER, "decided_on": dt.date(2026, 12, 15),
        "decided_by": "Eva Exempel, rektor", "reasons": "3 kap. 12 § skollagen. Eleven behöver börja i liten skala.",
        "proposal_version": made.proposal.code.version, "proposal_hash": made.proposal.code.plan, **fields,
    }  # fmt: skip
    return Decided.model_validate(given)


class Clock:
    """A clock that a test sets; it goes on a second each time that it is asked."""

    def __init__(self, at: dt.datetime = AT) -> None:
        self.at = at

    def now(self) -> dt.datetime:
        """The next second."""
        self.at += dt.timedelta(seconds=1)
        return self.at

    def turn_to(self, day: dt.date) -> None:
        """Let it be noon of that day."""
        self.at = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


RECEIVED = Given(day=dt.date(2026, 12, 16))


@verb(Action.SEE_CASE)
def record(store: CaseStore, case_id: CaseId) -> CourseRecord:
    """The case with its course, as it is kept."""
    with looking(store, case_id) as (reader, row):
        return course_record(reader, row)


def state(store: CaseStore, case_id: CaseId) -> State:
    """Where the case stands."""
    return record(store, case_id).state


def active(store: CaseStore, at: Clock, **fields: object) -> CaseId:
    """A case whose plan is lived, by a decision with those fields."""
    case_id = sent(store)
    register(store, case_id, ruling(store, case_id, **fields))
    notify(store, case_id, RECEIVED)
    at.turn_to(MONDAY)
    activate(store, case_id)
    return case_id


def longer(store: CaseStore, case_id: CaseId) -> None:
    """A plan of one step more, which goes beyond the decision."""
    facts = open_case(store, case_id).facts
    ladder = facts.ladder.model_copy(update={"number_of_steps": 3})
    write_facts(store, case_id, facts.model_copy(update={"ladder": ladder}))
    make_plan(store, open_case(store, case_id))


def waits(refused: pytest.ExceptionInfo[NotAllowed]) -> tuple[str, ...]:
    """What a refused move waits for."""
    assert refused.value.code == "waits_for"
    return codes_of(refused.value)
