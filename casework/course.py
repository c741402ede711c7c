"""The course of a case: one guarded function that every move goes through, and a thin verb for each move.

What a move needs, waits for and leads to stands in `planning.workflow.table`. A move that cannot be made changes
nothing and raises `NotAllowed`: «not_now» where it does not begin in the state that the case is in, «waits_for» with
the codes of all that it waits for.
"""

from __future__ import annotations

import datetime as dt

from casework import now as clock
from casework.case_records import DECISIONS, FACTS, Change, change_of
from casework.course_facts import course_facts
from casework.course_in_force import highest_version, newest_decision
from casework.course_records import MOVES, CourseRecord, course_record
from casework.facts import CaseFacts
from casework.guarded import action_now, looking, verb
from casework.permissions import may_any
from planning.access import Action
from planning.decided import CameAs, Decided, Ruling
from planning.errors import Bug, CaseFileError, NotAllowed
from planning.workflow.course_facts import Acting, CourseFacts, Guard
from planning.workflow.moves import Given, Move, MoveName
from planning.workflow.moving import move_of, registration_of, stands, state_after
from planning.workflow.states import State, phase_of
from planning.workflow.table import TABLE, Recorded
from storage.records import CaseId
from storage.store import CaseStore

NOTHING = Given()
OUTSIDE = frozenset({Guard.P13.value, Guard.WITHIN_PERIOD.value})
"""What a step up waits for where the plan goes beyond the decision: then a new version is begun instead."""


def move(change: Change, name: MoveName, given: Given = NOTHING, decided: Decided | None = None) -> Move:
    """Makes the move within a change of the case: checks it whole, keeps it, and turns the case to its state.

    `decided` is a ruling made outside the app. Raises `NotAllowed`, and then nothing has changed.
    """
    row = TABLE[name]
    if action_now() is not row.action:
        raise Bug("move_by_another_verb", move=name.value)
    record = course_record(change.writer, change.row)
    facts = _checked(change, record, name, given)
    made = _made(change, record, facts, name, given)
    made = made.model_copy(update=_effects(change, record, facts, made, decided))
    kept = {recorded.value for recorded in row.records}
    made = made.model_copy(update={r.value: _EMPTY.get(r.value) for r in Recorded if r.value not in kept})
    change.keep(MOVES, made, moves_plan=False)
    if made.to_state is not made.from_state:
        change.writer.set_state(change.case_id, made.to_state.value)
    return made


_EMPTY = {"points": (), "comments": (), "heard": (), "beyond": (), "decided_by": ""}


def _checked(change: Change, record: CourseRecord, name: MoveName, given: Given) -> CourseFacts:
    writer = change.writer
    standing = writer.standings((change.row,), change.at)[change.case_id]
    acting = Acting(writer.actor.user, standing, is_alone=writer.actor.is_alone)
    if record.state not in TABLE[name].starts:
        raise NotAllowed("not_now", move=name.value, state=record.state.value)
    facts = course_facts(record, name, acting, clock.today(), given)
    found = stands(name, facts)
    if found.hindrances:
        codes = tuple(dict.fromkeys(one.guard.value for one in found.hindrances))
        raise NotAllowed("waits_for", move=name.value, state=record.state.value, hindrances=codes)
    return facts


def _made(change: Change, record: CourseRecord, facts: CourseFacts, name: MoveName, given: Given) -> Move:
    """The move with everything that was said; what its row does not keep is left out afterwards."""
    newest = newest_decision(record)
    beyond = facts.verdict(Guard.P13)
    return Move(
        name=name, from_state=record.state, to_state=state_after(name, record.state, record.moves), at=change.at,
        by=change.writer.actor.user, day=given.day or facts.on, note=given.note, points=given.points,
        comments=given.comments, heard=given.heard, ending=given.ending, decided_by=given.decided_by,
        consented_on=given.consented_on, attendance_closed=given.attendance_closed, sent=facts.ready,
        decision=newest.number if newest else None,
        step=_step_after(name, facts.step), beyond=tuple(beyond.facts) if beyond else (),
    )  # fmt: skip


def _step_after(name: MoveName, step: int) -> int:
    match name:
        case MoveName.ACTIVATE:
            return 1
        case MoveName.STEP_UP:
            return step + 1
        case MoveName.STEP_BACK:
            return step - 1
        case _:
            return step


def _effects(
    change: Change, record: CourseRecord, facts: CourseFacts, made: Move, decided: Decided | None
) -> dict[str, object]:
    """What the move changes beside the state, in the same transaction; the fields of the move that tell of it."""
    told: dict[str, object] = {}
    ruling = decided or _decided_here(record, facts, made)
    if ruling is not None:
        told["decision"] = change.keep(DECISIONS, ruling, moves_plan=False)
    if made.name is MoveName.NOTIFY and facts.newest is not None and facts.newest.received_on != made.day:
        received = facts.newest.model_copy(update={"received_on": made.day})
        told["decision"] = change.keep(DECISIONS, received, moves_plan=False)
    is_return = ruling is not None and ruling.ruling is Ruling.RETURNED
    if Recorded.NEXT_VERSION in TABLE[made.name].records and (made.name is not MoveName.NOTE_DECISION or is_return):
        told["next_version"] = _open_next_version(change, record, ruling)
    if made.name is MoveName.EVALUATE:
        _note_evaluated(change, record.case.facts, made.day)
    if made.name is MoveName.ACTIVATE and any(m.name is MoveName.ACTIVATE for m in record.moves):
        _note_evaluated(change, record.case.facts, None)
    return told


def _decided_here(record: CourseRecord, facts: CourseFacts, made: Move) -> Decided | None:
    """The rektor's own ruling, made in the app on what was sent."""
    if TABLE[made.name].action is not Action.DECIDE:
        return None
    assert facts.given.written is not None
    assert facts.sent is not None
    read = next((one for one in record.case.documents if one.sha256 == facts.sent.sha256), None)
    return Decided(
        **facts.given.written.model_dump(), came_as=CameAs.HERE, proposal_version=facts.sent.version,
        proposal_hash=read.proposal.code.plan if read and read.proposal else "",
    )  # fmt: skip


def _open_next_version(change: Change, record: CourseRecord, ruling: Decided | None) -> int:
    """Lets the next proposal bear a version that none has borne that was sent or answered."""
    facts = record.case.facts
    prepared = facts.document.prepared
    answered = ruling.proposal_version if ruling else 0
    version = max(prepared.version, highest_version(record) + 1, answered + 1)
    if version != prepared.version:
        _keep_document(change, facts, prepared=prepared.model_copy(update={"version": version}))
    return version


def _note_evaluated(change: Change, facts: CaseFacts, day: dt.date | None) -> None:
    """When the evaluation was written; a new decision has one of its own yet to be written."""
    if facts.document.around.evaluated_on != day:
        _keep_document(change, facts, around=facts.document.around.model_copy(update={"evaluated_on": day}))


def _keep_document(change: Change, facts: CaseFacts, **parts: object) -> None:
    change.keep(FACTS, facts.model_copy(update={"document": facts.document.model_copy(update=parts)}), moves_plan=False)


def do(store: CaseStore, case_id: CaseId, name: MoveName, given: Given = NOTHING) -> Move:
    """Makes the move in a transaction of its own; for verbs, which have said their action.

    Where it is the state that keeps somebody from a move which is otherwise theirs, they are told that it is not now.
    """
    try:
        with change_of(store, case_id) as change:
            return move(change, name, given)
    except NotAllowed as refused:
        if refused.code == "not_yours_to_do":
            raise _not_now(store, case_id, name) or refused from None
        raise


@verb(Action.SEE_CASE)
def _not_now(store: CaseStore, case_id: CaseId, name: MoveName) -> NotAllowed | None:
    """«Not now», where the move would be the actor's own in some state that it begins in."""
    row = TABLE[name]
    try:
        with looking(store, case_id) as (reader, kept):
            standing = reader.standings((kept,), clock.now())[case_id]
            is_alone = reader.actor.is_alone
    except (NotAllowed, CaseFileError):
        return None
    phases = {phase_of(state) for state in row.starts}
    is_theirs = any(
        may_any(standing, row.action, phase, is_protected=kept.is_protected, is_alone=is_alone) for phase in phases
    )
    is_elsewhere = State(kept.state) not in row.starts
    return NotAllowed("not_now", move=name.value, state=kept.state) if is_theirs and is_elsewhere else None


@verb(Action.REGISTER_DECISION)
def register(store: CaseStore, case_id: CaseId, decided: Decided) -> int:
    """Keeps a ruling that was made outside the app, and turns the case to where it leads; its number in the case.

    The same one twice in a row is kept once. Where nobody follows the course here it is kept, and nothing more.
    """
    with change_of(store, case_id) as change:
        newest = change.writer.latest(DECISIONS, case_id)
        if newest is not None and newest.noun == decided:
            return newest.number
        record = course_record(change.writer, change.row)
        given = Given(written=decided)
        made = move(change, registration_of(decided.ruling, record.state), given, decided)
        assert made.decision is not None
        return made.decision


@verb(Action.DECIDE)
def decide(store: CaseStore, case_id: CaseId, given: Given) -> Move:
    """The rektor's ruling on what was sent: as asked, with changes, or that there is to be no programme."""
    if given.written is None or given.written.ruling is Ruling.RETURNED:
        raise NotAllowed("waits_for", move=MoveName.DECIDE.value, state="", hindrances=(Guard.P8.value,))
    return do(store, case_id, move_of(given.written.ruling), given)
