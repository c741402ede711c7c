"""Cases in an installation with people in it, planned and as far along as a test wants, on the day of today."""

from __future__ import annotations

import datetime as dt
from typing import Any

from casework import now as clock
from casework.app_verbs import make_plan
from casework.case import DocumentMade
from casework.case_records import DECISIONS
from casework.cases import open_case, take_in_timetable
from casework.course_records import MOVES
from casework.facts import CaseFacts
from planning.timetable import Timetable, monday_of
from planning.workflow.moves import Move, MoveName, Sent
from planning.workflow.states import State
from storage.records import CaseId
from tests.casework.followed_cases import SHARED, made_for_real, ruling, say
from tests.casework.ready_case import RIGHT, ready_facts
from tests.casework.small_week import sheet, week
from tests.casework.staffed import HERE, Staffed

HOME = {
    "contacts": {"coach_phone": "070-123 45 67", "school_phone": "010-123 45 67"},
    "coach": {"name": "Coach Exempel"},
}
"""What somebody has written down for those at home."""

PRIVATELY: dict[str, Any] = {
    "VU3": "yes", "SK5": "yes", "HE1": "no", "HE4": "yes", "HE5": "yes", "TR1": "yes", "TR2": "yes", "TR3": "yes",
    "TR4": ["today"],
}  # fmt: skip
"""Every private question answered so that it leads to something."""


def facts_of_today(name: str = "Kim", **given: Any) -> CaseFacts:
    """Facts that lack nothing, of a plan that begins this week."""
    ladder = {"first_monday": monday_of(clock.today()), "number_of_steps": 3, "weeks_per_step": 2}
    facts = ready_facts().model_dump()
    facts["document"]["student"]["first_name"] = name
    return CaseFacts.model_validate({**facts, "student": name, "ladder": ladder, **HOME, **given})


def sent_of(made: DocumentMade) -> Sent:
    """What was sent, as the move that sent it tells."""
    return Sent(version=1, sha256=made.sha256, plan_number=made.plan_number, facts_number=1, revision=1)


def lived(
    staffed: Staffed, state: State = State.ACTIVE, *, unit: str = HERE, name: str = "Kim",
    timetable: Timetable | None = None, waited: int = 3, answers: dict[str, Any] | None = None, **given: Any,
) -> CaseId:  # fmt: skip
    """A planned case of that unit; where it has been decided on, with the decision. `waited`: days in that state."""
    store = staffed.store
    case_id = staffed.case(unit=unit, facts=facts_of_today(name, **given))
    take_in_timetable(store, case_id, timetable or week())
    before = clock.now() - dt.timedelta(minutes=5)
    say(store, case_id, sheet(**RIGHT, **SHARED, **(answers or {})), before)
    make_plan(store, open_case(store, case_id))
    made = made_for_real(store, case_id)
    decided = state in (State.DECIDED, State.NOTIFIED, State.ACTIVE, State.EVALUATED)
    begins = monday_of(clock.today())
    at = clock.now() - dt.timedelta(days=waited)
    name_of = MoveName.ACTIVATE if decided else MoveName.SUBMIT
    with store.writing() as writer:
        if decided:
            told = ruling(store, case_id, valid_from=begins, decided_on=begins)
            writer.add(DECISIONS, case_id, told, at)
        move = Move(
            name=name_of, from_state=State.MAPPING, to_state=state, at=at, by="nobody",
            step=1 if decided else None, sent=None if decided else sent_of(made),
        )  # fmt: skip
        if state not in (State.MAPPING, State.DRAFT):
            writer.add(MOVES, case_id, move, at)
    staffed.move(case_id, state)
    return case_id
