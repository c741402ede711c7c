"""What the guards of a case's course look at, gathered from what is kept: each fact where it is judged already."""

from __future__ import annotations

import datetime as dt

from casework.app_verbs import must_be_handled, problem_for
from casework.course_in_force import (
    WITHIN_FRAME,
    facts_decided_on,
    highest_version,
    in_force,
    lived_plan,
    lived_step,
    newest_decision,
    ready_to_send,
    sent_last,
)
from casework.course_records import CourseRecord
from casework.dossier import document_of
from casework.facts import CaseFacts
from casework.kept_documents import dossier_of
from casework.law import REPORTED, WORRY, law_case
from casework.readiness import what_is_missing
from planning.decided import CameAs, Decided
from planning.decision import missing_fields
from planning.errors import NotAllowed, PlanningError
from planning.law.judging import judge_law
from planning.law.verdicts import LawVerdict
from planning.plan import Plan
from planning.workflow.course_facts import Acting, CourseFacts
from planning.workflow.moves import Given, MoveName
from planning.workflow.moving import asks_the_law
from planning.workflow.states import AT_THE_SCHOOL, State
from questionnaire.answers import QuestionId

SHARING = QuestionId("VU8")
"""«What may the teachers know?» Skipped is an answer too: then it is as little as possible (`casework.sharing`)."""

IS_DECIDED = frozenset(
    {State.DECIDED, State.REFUSED, State.NOTIFIED, State.ACTIVE, State.EVALUATED, State.APPEALED, State.CLOSED}
)
"""States in which the rules are asked about the decision as well as the plan."""
LIVING = frozenset({MoveName.STEP_UP, MoveName.HOLD, MoveName.STEP_BACK, MoveName.FOLLOW_UP})
"""Moves within the plan that is lived, whatever is being drafted beside it."""


def course_facts(
    record: CourseRecord, name: MoveName, acting: Acting, on: dt.date, given: Given | None = None
) -> CourseFacts:
    """What the guards of that move look at. The rules of law are asked only where the move's guards ask for them."""
    said = given or Given()
    case, state = record.case, record.state
    waiting = {alert.routine for alert in must_be_handled(case)}
    newest, force = newest_decision(record), in_force(record, on)
    sent, sent_by = sent_last(record)
    prepared = document_of(case.facts).prepared
    return CourseFacts(
        state=state,
        on=on,
        acting=acting,
        given=said,
        coaches=tuple(dict.fromkeys(name for name in (prepared.coach, case.facts.coach.name) if name)),
        open_reports=not waiting.isdisjoint(REPORTED),
        open_worry=not waiting.isdisjoint(WORRY),
        sharing_chosen=case.sheet.own.of(SHARING) is not None,
        has_plan=_has_plan(record),
        verdicts=_verdicts(record, name, on, said) if asks_the_law(name) else None,
        missing=missing_fields(document_of(case.facts)),
        student_waits=tuple(hindrance.kind.value for hindrance in what_is_missing(case.sheet)),
        version=prepared.version,
        ready=ready_to_send(record),
        sent=sent,
        sent_by=sent_by,
        newest=newest.decided if newest else None,
        received_on=newest.decided.received_on if newest else None,
        in_force=force,
        lived=lived_plan(record, force),
        step=lived_step(record),
        highest_version=highest_version(record),
    )


def _has_plan(record: CourseRecord) -> bool:
    try:
        dossier_of(record.case)
    except NotAllowed:
        return False
    return True


def _verdicts(record: CourseRecord, name: MoveName, on: dt.date, given: Given) -> tuple[LawVerdict, ...] | None:
    """What the rules come to, of the plan that the move is about; None where there is none, or it cannot be read."""
    asked = _asked_about(record, name, on)
    if asked is None:
        return None
    plan, facts = asked
    try:
        problem = problem_for(record.case)
        if problem is None:
            return None
        case = law_case(problem, plan, facts, on)
    except PlanningError:
        return None
    force = in_force(record, on)
    return judge_law(case._replace(decided=_decided(record, given), frame=force.frame if force else None))


def _asked_about(record: CourseRecord, name: MoveName, on: dt.date) -> tuple[Plan, CaseFacts] | None:
    """The plan that the move is about and the facts that go with it.

    At the school that is what was sent; within a plan that is lived it is the decided one while another is drafted.
    """
    state, facts = record.state, record.case.facts
    if state in AT_THE_SCHOOL and name not in LIVING:
        sent, _ = sent_last(record)
        plan = record.plan(sent.plan_number) if sent else None
        return (plan, facts) if plan else None
    force = in_force(record, on)
    decided_on = facts_decided_on(record, force)
    if name in LIVING and state not in WITHIN_FRAME:
        plan = record.plan(force.plan_number) if force else None
        return (plan, _with_what_is_arranged(decided_on, facts)) if plan and decided_on else None
    newest = record.newest_plan()
    if newest is None:
        return None
    return newest[1], _evaluated_as_decided(facts, decided_on) if state in WITHIN_FRAME and decided_on else facts


def _with_what_is_arranged(decided_on: CaseFacts, now: CaseFacts) -> CaseFacts:
    """The facts as they were decided on, with what has been arranged since."""
    document = decided_on.document.model_copy(update={"around": now.document.around})
    return decided_on.model_copy(update={"document": document})


def _evaluated_as_decided(now: CaseFacts, decided_on: CaseFacts) -> CaseFacts:
    """The facts of today with the days of the decision: another day written in puts nothing off (rule P14)."""
    was = decided_on.document
    document = now.document.model_copy(update={"follow_up": was.follow_up, "evaluation": was.evaluation})
    return now.model_copy(update={"document": document})


def _decided(record: CourseRecord, given: Given) -> Decided | None:
    """The decision that the rules are asked about: the one being made, else the one that was, with its receipt."""
    if given.written is not None:
        sent, _ = sent_last(record)
        version = sent.version if sent else record.case.facts.document.prepared.version
        return Decided(**given.written.model_dump(include=set(type(given.written).model_fields) & _WRITTEN),
                       came_as=CameAs.FORM, proposal_version=version)  # fmt: skip
    newest = newest_decision(record)
    if newest is None or record.state not in IS_DECIDED:
        return None
    received = newest.decided.received_on or given.day
    return newest.decided.model_copy(update={"received_on": received})


_WRITTEN = frozenset(
    {"ruling", "reasons", "valid_from", "valid_to", "decided_on", "decided_by", "reference", "received_on"}
)
