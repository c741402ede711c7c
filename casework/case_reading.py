"""A case as it stands, as far as whoever looks may see it."""

from __future__ import annotations

from collections.abc import Callable

from casework import now as clock
from casework.case import Case, CaseSummary, KeptPlan, PlanMade, RegisteredDecision, SummaryMark
from casework.case_records import (
    CHANGES,
    DECISIONS,
    DOCUMENTS,
    DONE,
    FACTS,
    HANDLED,
    MARKS,
    PLANS,
    ROUNDS,
    TIMETABLES,
    UNSAFE,
)
from casework.changes import standing_changes
from casework.contact_facts import ContactFacts
from casework.duties import duties_of
from casework.facts import CaseFacts
from casework.guarded import allows, looking, looking_over, verb
from casework.safety import standing_settings
from casework.settings_in_force import with_school_rooms
from casework.to_do import open_tasks
from planning.access import Action
from planning.errors import CaseFileError
from planning.outcomes import Found
from questionnaire.bank import load_bank
from questionnaire.route import Route, route_for, shown_items
from storage.reading import Reader
from storage.records import CaseId, CaseRow, Kept
from storage.store import CaseStore

May = Callable[[Action], bool]
"""Whether the one who looks may do that with the case that is looked at."""


@verb(Action.SEE_LIST)
def list_cases(store: CaseStore) -> tuple[CaseSummary, ...]:
    """The actor's cases, the one changed last first. One that cannot be read is listed with its trouble, not hidden."""
    with looking_over(store) as (reader, rows):
        return tuple(_summary(reader, row) for row in rows)


@verb(Action.SEE_CASE)
def open_case(store: CaseStore, case_id: CaseId) -> Case:
    """The case as it stands; what the actor may not see of it is as if it were not there.

    Raises `CaseFileError` when there is none for the actor, or it cannot be read back.
    """
    with looking(store, case_id) as (reader, row):
        return _read(reader, row)


def may_see(reader: Reader, row: CaseRow) -> May:
    """What the reader's actor may do with the case now."""
    standing = reader.standings((row,), clock.now())[row.id]
    return lambda action: allows(reader, standing, row, action)


def _read(reader: Reader, row: CaseRow) -> Case:
    case_id, may = row.id, may_see(reader, row)
    notes, sees_plan = may(Action.SEE_NOTES), may(Action.SEE_PLAN)
    facts = reader.latest(FACTS, case_id)
    taken = reader.latest(TIMETABLES, case_id) if sees_plan or may(Action.ANSWER) else None
    plan = reader.latest(PLANS, case_id) if sees_plan else None
    started = reader.latest(ROUNDS, case_id)
    by_hand = tuple(kept.noun for kept in reader.every(CHANGES, case_id) if sees_plan)
    return Case(
        id=case_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
        revision=row.revision,
        facts=_shown_facts(facts.noun if facts else CaseFacts(), may),
        timetable=with_school_rooms(taken.noun.timetable, row.unit) if taken else None,
        doubts=taken.noun.doubts if taken else (),
        events=reader.events(case_id) if may(Action.SEE_ANSWERS) else (),
        who_answered=reader.who_answered(case_id) if may(Action.SEE_ANSWERS) else {},
        handled=tuple(kept.noun for kept in reader.every(HANDLED, case_id) if notes),
        unsafe=standing_settings(kept.noun for kept in reader.every(UNSAFE, case_id) if notes),
        done=tuple(kept.noun for kept in reader.every(DONE, case_id) if notes),
        summary=marks_of(reader, case_id) if may(Action.SEE_ANSWERS) else (),
        round_started=started.noun.at if started else None,
        changes=standing_changes(by_hand),
        hand_log=by_hand,
        plan=_kept_plan(plan) if plan else None,
        last_good_plan=_last_good_plan(reader, case_id, plan),
        documents=tuple(kept.noun for kept in reader.every(DOCUMENTS, case_id) if may(Action.SEE_DOCUMENTS)),
        decisions=tuple(
            RegisteredDecision(number=kept.number, at=kept.at, decided=kept.noun)
            for kept in reader.every(DECISIONS, case_id)
            if may(Action.SEE_DECISION)
        ),
    )


def _shown_facts(facts: CaseFacts, may: May) -> CaseFacts:
    """All of them for those who plan; what the plan's papers say for those who see it; else what the case is called."""
    if may(Action.SEE_NOTES):
        return facts
    if may(Action.SEE_PLAN):
        return facts.model_copy(update={"contacts": ContactFacts(), "corrections": ()})
    return CaseFacts(student=facts.student)


def _kept_plan(plan: Kept[PlanMade]) -> KeptPlan:
    return KeptPlan(number=plan.number, at=plan.at, **dict(plan.noun))


def _last_good_plan(reader: Reader, case_id: CaseId, newest: Kept[PlanMade] | None) -> KeptPlan | None:
    """The newest that came to a plan; the earlier ones are read only where the last did not."""
    if newest is None:
        return None
    kept = (newest,) if isinstance(newest.noun.outcome, Found) else reader.every(PLANS, case_id)
    return next((_kept_plan(plan) for plan in reversed(kept) if isinstance(plan.noun.outcome, Found)), None)


def marks_of(reader: Reader, case_id: CaseId) -> tuple[SummaryMark, ...]:
    """The latest mark of every line."""
    return tuple({kept.noun.line: kept.noun for kept in reader.every(MARKS, case_id)}.values())


def _summary(reader: Reader, row: CaseRow) -> CaseSummary:
    case_id, changed_at = row.id, row.changed_at
    try:
        case = _read(reader, row)
    except CaseFileError as error:
        return CaseSummary(id=case_id, changed_at=changed_at, trouble=error.code)
    bank = load_bank()
    asked = shown_items(bank, case.sheet, route_for(bank, case.sheet) or Route.SHORT)
    return CaseSummary(
        id=case_id,
        changed_at=changed_at,
        name=case.facts.student,
        stage=case.stage,
        answered=sum(case.sheet.of(item.id) is not None for item in asked),
        asked=len(asked),
        duties_wait=duties_of(case).waits,
        to_do=open_tasks(case),
    )
